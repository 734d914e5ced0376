"""From one confirmed announcement to a message for each receiver, a piece at a time."""

from collections.abc import Sequence

from db.engines import CHUNK
from db.models import Announcement
from db.queries import announcements as queries
from mentoring.announcements.announcing import AUDIENCES, AnnouncementStatus
from mentoring.notices import Kind, Lane, notice, plan
from mentoring.unit import Unit


async def confirmed(unit: Unit) -> Sequence[int]:
    """The announcements that wait to be spread, oldest first."""
    return await queries.in_status(unit.session, AnnouncementStatus.CONFIRMED)


async def spread(unit: Unit, announcement_id: int) -> bool:
    """Plan the next 500 messages at most; where it got to is kept in the same commit.

    Returns whether there is more to plan. No use case: it is the planner's, after `confirm`.
    """
    found = await unit.session.get(Announcement, announcement_id, with_for_update=True)
    if found is None or found.status != AnnouncementStatus.CONFIRMED:
        return False
    people = await queries.receivers(
        unit.session,
        found.organisation_id,
        found.author_id,
        AUDIENCES[found.audience],
        after_id=found.planned_person_id,
        limit=CHUNK,
    )
    await plan(
        unit,
        [
            notice(
                unit,
                unique=f"announcement:{found.id}:{person_id}",
                message="announcement",
                person_id=person_id,
                args={"chat": found.source_chat_id, "message": found.source_message_id},
                kind=Kind.COPY,
                lane=Lane.BULK,
                announcement_id=found.id,
            )
            for person_id in people
        ],
    )
    if len(people) < CHUNK:
        found.status = AnnouncementStatus.PLANNED
        return False
    found.planned_person_id = people[-1]
    return True
