from typing import Any

from db.models import ActivityExecutor, Executor, Petition
from mentoring.roadmaps.executing import KEEPERS, Holder
from mentoring.roadmaps.rules import DEFAULT, Alert
from mentoring.roadmaps.status import Plea
from mentoring.roles import Role
from tests.guards.samples.scene import (
    DAY,
    Maker,
    Sample,
    Scene,
    department,
    nothing,
    row,
    school,
)


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


def nothing_of(**arguments: Any) -> Sample:
    async def given(_scene: Scene) -> dict[str, Any]:
        return arguments

    return given


async def handed_out(scene: Scene) -> dict[str, Any]:
    return {"organisation_id": scene.town.department, "school_id": scene.town.school}


def _council(scene: Scene) -> Executor:
    return Executor(
        organisation_id=scene.town.school,
        words="y",
        folded="y",
        holder=Holder.ROLE,
        role=Role.COUNCIL,
    )


def _council_named(scene: Scene) -> ActivityExecutor:
    return ActivityExecutor(
        organisation_id=scene.town.school,
        activity_id=scene.ids["activity"],
        executor_id=scene.ids["council executor"],
    )


def _petition(scene: Scene) -> Petition:
    return Petition(
        organisation_id=scene.town.school,
        assignment_id=scene.ids["assignment"],
        kind=Plea.TERM,
        until=DAY,
        reason="x",
        asked_by=scene.curator,
        asked_at=scene.now,
    )


MAKERS: dict[str, Maker] = {
    "executor": _executor,
    "named": _named,
    "council executor": _council,
    "council named": _council_named,
    "petition": _petition,
}


async def twins(scene: Scene) -> dict[str, Any]:
    return {
        "organisation_id": scene.town.school,
        "activity_id": scene.ids["activity"],
        "other_id": 0,
        "linked": True,
    }


SAMPLES: dict[str, Sample] = {
    "roadmaps.accepting.accept": school(),
    "roadmaps.answering.asked": school(),
    "roadmaps.accepting.check": row("activity", checked=True),
    "roadmaps.answering.decide": row("petition", agreed=False),
    "roadmaps.accepting.document": row("assignment", file_id=1),
    "roadmaps.accepting.send_documents": row("assignment"),
    "roadmaps.accepting.accept_one": row("assignment"),
    "roadmaps.accepting.give_back": row("assignment", note="x"),
    "roadmaps.accepting.one": row("assignment"),
    "roadmaps.accepting.proofs": row("assignment"),
    "roadmaps.accepting.undo": school(),
    "roadmaps.accepting.waiting": school(offset=0, limit=5),
    "roadmaps.asking.another_term": row("assignment", until=DAY, reason="x"),
    "roadmaps.asking.move_for_all": row("activity", window=0, until=DAY, reason="x"),
    "roadmaps.asking.not_needed": row("assignment", reason="x"),
    "roadmaps.board.mine": nothing_of(offset=0, limit=5),
    "roadmaps.going.asked": school(),
    "roadmaps.going.keep_all": school(),
    "roadmaps.going.keep_on": row("assignment"),
    "roadmaps.policies.present": school(),
    "roadmaps.policies.settle": school(policy=DEFAULT),
    "roadmaps.switches.present": nothing,
    "roadmaps.switches.switch": nothing_of(kind=Alert.OPENS, on=False),
    "roadmaps.twins.answer": twins,
    "roadmaps.twins.offers": school(),
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
