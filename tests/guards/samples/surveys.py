from db.models import Response, Survey
from mentoring.roles import Role
from tests.guards.samples.scene import DAY, Maker, Sample, Scene, nothing, row, school


def _survey(scene: Scene) -> Survey:
    return Survey(
        organisation_id=scene.town.school,
        form="entry-1",
        opens_on=scene.now.date(),
        created_by=scene.curator,
        created_at=scene.now,
    )


def _response(scene: Scene) -> Response:
    return Response(
        organisation_id=scene.town.school,
        survey_id=scene.ids["survey"],
        person_id=scene.person(Role.MENTEE),
        role=Role.MENTEE,
        started_at=scene.now,
    )


MAKERS: dict[str, Maker] = {
    "survey": _survey,
    "response": _response,
}

SAMPLES: dict[str, Sample] = {
    "surveys.answering.answer": row(
        "response", form="entry-1", role=Role.MENTEE, question="comfort", value=5
    ),
    "surveys.answering.begin": row("survey"),
    "surveys.answering.mine": nothing,
    "surveys.answering.sitting": row("response"),
    "surveys.answering.submit": row("response"),
    "surveys.surveys.assign": school(form="entry-1", opens_on=DAY),
    "surveys.surveys.forms": school(),
    "surveys.surveys.listed": school(),
    "surveys.surveys.receivers": school(),
    "surveys.surveys.results": row("survey"),
}
