from datetime import date

from db.models import Remark
from mentoring.roadmaps.confirming import Past
from mentoring.roles import Role
from tests.guards.samples.scene import Maker, Sample, Scene, row

DAY = date(2026, 8, 31)


def _remark(scene: Scene) -> Remark:
    return Remark(
        organisation_id=scene.town.school,
        roadmap_id=scene.ids["draft"],
        activity_id=scene.ids["drafted"],
        text="x",
        made_by=scene.curator,
        made_on=scene.now.date(),
    )


MAKERS: dict[str, Maker] = {"remark": _remark}

SAMPLES: dict[str, Sample] = {
    "roadmaps.approving.give_back": row("draft", "roadmap_id", note="x"),
    "roadmaps.approving.has_head": row("draft", "roadmap_id"),
    "roadmaps.approving.note_order": row("roadmap", number="1", day=DAY),
    "roadmaps.approving.send": row("draft", "roadmap_id", past=Past.OPEN),
    "roadmaps.approving.standing": row("roadmap"),
    "roadmaps.approving.withdraw": row("draft", "roadmap_id"),
    "roadmaps.remarks.answer": row("remark", text="x"),
    "roadmaps.remarks.ask": row("draft", "roadmap_id", role=Role.COUNCIL),
    "roadmaps.remarks.circles": row("draft", "roadmap_id"),
    "roadmaps.remarks.remark": row("drafted", "activity_id", text="x"),
    "roadmaps.remarks.row": row("drafted", "activity_id"),
    "roadmaps.remarks.rows": row("draft", "roadmap_id", offset=0, limit=5),
    "roadmaps.remarks.title": row("draft", "roadmap_id"),
    "roadmaps.remarks.unanswered": row("draft", "roadmap_id"),
}
