from typing import Any

from db.models import Question, Representation
from mentoring.consent.keeping import Reason, Signed
from mentoring.roles import Role
from tests.guards.samples.scene import Maker, Sample, Scene, row, school


def mentee(**more: Any) -> Sample:
    async def arguments(scene: Scene) -> dict[str, Any]:
        person = scene.person(Role.MENTEE)
        return {"organisation_id": scene.town.school, "person_id": person, **more}

    return arguments


async def papers(scene: Scene) -> dict[str, Any]:
    return {
        "organisation_id": scene.town.school,
        "people": [scene.person(Role.MENTEE)],
        "signed": Signed.BOTH,
        "number": "1",
        "given_on": scene.now.date(),
    }


SAMPLES: dict[str, Sample] = {
    "consent.keeping.card": mentee(),
    "consent.keeping.lacking": school(),
    "consent.keeping.note_year": mentee(year=2011),
    "consent.keeping.parents_link": mentee(),
    "consent.keeping.record_papers": papers,
    "consent.keeping.remind": school(reason=Reason.YEAR),
    "consent.questions.answer": row("question", text="x"),
    "consent.questions.read": row("question"),
    "consent.speaking.card": row("representation"),
    "consent.speaking.check": row("representation"),
    "consent.speaking.undo": row("representation"),
}
MAKERS: dict[str, Maker] = {
    "question": lambda scene: Question(
        organisation_id=scene.town.school,
        chat_id=1,
        person_id=scene.person(Role.MENTEE),
        text="x",
        asked_at=scene.now,
    ),
    "representation": lambda scene: Representation(
        organisation_id=scene.town.school,
        representative_id=scene.person(Role.REPRESENTATIVE),
        child_id=scene.town.people["school", Role.MENTEE][1],
        since=scene.now,
    ),
}
