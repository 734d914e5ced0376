from db.models import Announcement
from tests.guards.samples.scene import Maker, Sample, Scene, row, school


def _announcement(scene: Scene) -> Announcement:
    return Announcement(
        organisation_id=scene.town.school,
        author_id=scene.curator,
        audience="mentors",
        source_chat_id=1,
        source_message_id=1,
        excerpt="x",
        status="draft",
        planned_person_id=0,
        created_at=scene.now,
    )


MAKERS: dict[str, Maker] = {
    "announcement": _announcement,
}

SAMPLES: dict[str, Sample] = {
    "announcements.announcing.audiences": school(),
    "announcements.announcing.cancel": row("announcement"),
    "announcements.announcing.confirm": row("announcement"),
    "announcements.announcing.draft": school(
        audience="mentors", source_chat_id=1, source_message_id=1, excerpt="x"
    ),
    "announcements.announcing.progress": row("announcement"),
    "announcements.announcing.recent": school(),
}
# Within reach, and yet only for who wrote it.
AUTHORS_ONLY = {
    "announcements.announcing.cancel",
    "announcements.announcing.confirm",
    "announcements.announcing.draft",
}
