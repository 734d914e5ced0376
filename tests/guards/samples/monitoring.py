from datetime import date
from typing import Any

from db.models import Recommendation
from mentoring.roadmaps.introduction import Mark
from tests.guards.samples.scene import Maker, Sample, Scene, department, row, school

DAY = date(2026, 10, 1)


def _recommendation(scene: Scene) -> Recommendation:
    return Recommendation(
        organisation_id=scene.town.school,
        issuer_id=scene.town.department,
        text="x",
        due_on=DAY,
        made_by=scene.curator,
        made_on=scene.now.date(),
    )


async def advise(scene: Scene) -> dict[str, Any]:
    return {
        "school_id": scene.town.school,
        "department_id": scene.town.department,
        "text": "x",
        "due_on": DAY,
    }


MAKERS: dict[str, Maker] = {"recommendation": _recommendation}

SAMPLES: dict[str, Sample] = {
    "roadmaps.introduction.ask_for_table": department(),
    "roadmaps.introduction.mine": school(),
    "roadmaps.introduction.nudge": school(),
    "roadmaps.introduction.nudge_all": department(),
    "roadmaps.introduction.say": school(mark=Mark.ORDER, note="12"),
    "roadmaps.introduction.school": school(),
    "roadmaps.introduction.table": department(),
    "roadmaps.recommending.accept": row("recommendation"),
    "roadmaps.recommending.advise": advise,
    "roadmaps.recommending.answer": row("recommendation", text="x"),
    "roadmaps.recommending.ask_more": row("recommendation", text="x", due_on=DAY),
    "roadmaps.recommending.issued": department(offset=0, limit=5),
    "roadmaps.recommending.mine": row("recommendation"),
    "roadmaps.recommending.one": row("recommendation"),
    "roadmaps.recommending.received": school(),
    "roadmaps.recommending.send_document": row("recommendation"),
}
OF_DEPARTMENT = {
    "roadmaps.introduction.ask_for_table",
    "roadmaps.introduction.nudge_all",
    "roadmaps.introduction.table",
    "roadmaps.recommending.issued",
}
