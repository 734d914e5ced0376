from typing import Any

from db.models import AnswerSheet, Questionnaire, Response, Survey
from mentoring.roles import Role
from mentoring.surveys import own
from mentoring.surveys.questions import Kind
from tests.guards.samples.roadmaps import INCOMING
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
        occasion=f"survey:{scene.ids['survey']}",
        form="entry-1",
        person_id=scene.person(Role.MENTEE),
        role=Role.MENTEE,
        started_at=scene.now,
    )


def _spoken(scene: Scene) -> Response:
    return Response(
        organisation_id=scene.town.school,
        survey_id=scene.ids["survey"],
        occasion=f"survey:{scene.ids['survey']}",
        form="entry-1",
        person_id=scene.person(Role.MENTOR),
        role=Role.MENTOR,
        channel="spoken",
        entered_by=scene.curator,
        started_at=scene.now,
    )


def _questionnaire(scene: Scene) -> Questionnaire:
    question = {"key": "one", "kind": "yes_no", "name": {"ru": "x"}, "text": {"ru": "x?"}}
    return Questionnaire(
        organisation_id=scene.town.school,
        key="own-1",
        title="x",
        content={"title": {"ru": "x"}, "roles": {"mentee": [question]}},
        status="draft",
        created_by=scene.curator,
        created_at=scene.now,
    )


async def spoken_for(scene: Scene) -> dict[str, Any]:
    return {
        "organisation_id": scene.town.school,
        "occasion": f"survey:{scene.ids['survey']}",
        "person_id": scene.person(Role.MENTEE),
    }


async def card(scene: Scene) -> dict[str, Any]:
    return {
        "organisation_id": scene.town.school,
        "occasion": f"survey:{scene.ids['survey']}",
    }


async def custom_form(scene: Scene) -> dict[str, Any]:
    return {
        "organisation_id": scene.town.school,
        "job_id": scene.ids["job"],
        "title": "x",
        "rows": [["Вопрос", "Вид ответа"], ["Всё ли ясно?", "да или нет"]],
    }


async def answers(scene: Scene) -> dict[str, Any]:
    mark = f"#survey:{scene.ids['survey']}/mentee"
    return {
        "organisation_id": scene.town.school,
        "job_id": scene.ids["job"],
        "rows": [["Код", "Имя", "Польза"], [mark, "", "usefulness"]],
        "today": scene.now.date(),
        "language": "ru",
    }


def _sheet(scene: Scene) -> AnswerSheet:
    return AnswerSheet(
        organisation_id=scene.town.school,
        occasion=f"survey:{scene.ids['survey']}",
        form="entry-1",
        role=Role.MENTEE,
        rows=[],
        errors=[],
        status="preview",
        job_id=scene.ids["job"],
        created_by=scene.curator,
        created_at=scene.now,
    )


ADDED = own.Added("x?", Kind.YES_NO, (Role.MENTEE,))
ENTRY = {"purpose": "entry", "mentoring": "pupil-pupil"}
REPLY = {"form": "entry-1", "question": "comfort"}

MAKERS: dict[str, Maker] = {
    "survey": _survey,
    "response": _response,
    "spoken": _spoken,
    "questionnaire": _questionnaire,
    "sheet": _sheet,
}

SAMPLES: dict[str, Sample] = {
    "programmes.kinds.add": school(title="x", like="pupil-pupil"),
    "programmes.kinds.change": school(key="pupil-pupil", title="x"),
    "programmes.kinds.listed": school(),
    "surveys.answering.answer_file": row("response", role=Role.MENTEE, file=INCOMING, **REPLY),
    "surveys.answering.confirm": row("response"),
    "surveys.answering.filled": row("response"),
    "surveys.answering.take_over": row("response"),
    "surveys.answering.take_up": row("response"),
    "surveys.answering.waiting": nothing,
    "surveys.occasions.card": card,
    "surveys.occasions.listed": school(),
    "surveys.custom.file_to_read": row("file"),
    "surveys.custom.keep": custom_form,
    "surveys.custom.receive": school(title="x", file=INCOMING),
    "surveys.custom.send_template": school(),
    "surveys.occasions.send": card,
    "surveys.own.left_out": school(role=Role.MENTEE, **ENTRY),
    "surveys.sheets.card": row("sheet"),
    "surveys.sheets.discard": row("sheet"),
    "surveys.sheets.file_to_read": row("file"),
    "surveys.sheets.keep": answers,
    "surveys.sheets.receive": school(file=INCOMING),
    "surveys.sheets.save": row("sheet"),
    "surveys.own.add_question": school(question=ADDED, **ENTRY),
    "surveys.own.current": school(**ENTRY),
    "surveys.own.leave_out": school(role=Role.MENTEE, question="words", **ENTRY),
    "surveys.own.listed": school(),
    "surveys.own.looked_at": row("questionnaire"),
    "surveys.own.publish": row("questionnaire"),
    "surveys.own.retire": row("questionnaire"),
    "surveys.own.share": row("questionnaire", shared=True),
    "surveys.own.share_additions": school(shared=True, **ENTRY),
    "surveys.proxy.answer": row("spoken", "response_id", role=Role.MENTOR, value=5, **REPLY),
    "surveys.proxy.answer_file": row(
        "spoken", "response_id", role=Role.MENTOR, file=INCOMING, **REPLY
    ),
    "surveys.proxy.begin": spoken_for,
    "surveys.proxy.sitting": row("spoken", "response_id"),
    "surveys.proxy.submit": row("spoken", "response_id"),
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
