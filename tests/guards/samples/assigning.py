from typing import Any

from db.models import ActivityExecutor, Executor
from mentoring.roadmaps.executing import KEEPERS, Holder
from mentoring.roles import Role
from tests.guards.samples.scene import Maker, Sample, Scene, department, row, school


def _executor(scene: Scene) -> Executor:
    return Executor(
        organisation_id=scene.town.school,
        words="x",
        folded="x",
        holder=Holder.PERSON,
        person_id=scene.person(Role.EXECUTOR),
    )


def _named(scene: Scene) -> ActivityExecutor:
    return ActivityExecutor(
        organisation_id=scene.town.school,
        activity_id=scene.ids["activity"],
        executor_id=scene.ids["executor"],
    )


def of_plan(**more: Any) -> Sample:
    """The department's own plan, whatever falls on the school."""

    async def arguments(scene: Scene) -> dict[str, Any]:
        return {"organisation_id": scene.town.department, **more}

    return arguments


async def handed_out(scene: Scene) -> dict[str, Any]:
    return {"organisation_id": scene.town.department, "school_id": scene.town.school}


MAKERS: dict[str, Maker] = {"executor": _executor, "named": _named}

SAMPLES: dict[str, Sample] = {
    "roadmaps.matrix.column": row("activity", window=0),
    "roadmaps.matrix.columns": department(offset=0, limit=5),
    "roadmaps.matrix.remind": school(),
    "roadmaps.matrix.remind_of": row("activity", window=0),
    "roadmaps.naming.accept_all": school(),
    "roadmaps.naming.answers": row("executor"),
    "roadmaps.naming.decide": row("executor", choice=KEEPERS),
    "roadmaps.naming.listed": school(),
    "roadmaps.naming.waiting": school(),
    "roadmaps.spreading.hand_out": handed_out,
    "roadmaps.spreading.take_own": of_plan(),
}
OF_DEPARTMENT = {
    "roadmaps.matrix.columns",
    "roadmaps.spreading.hand_out",
    "roadmaps.spreading.take_own",
}
