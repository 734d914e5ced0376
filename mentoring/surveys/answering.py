"""Answering a survey: begun, left and taken up again at will; every answer is kept when given."""

from dataclasses import dataclass, field
from datetime import date

from core.errors import NotAllowed, Refusal
from db.queries import responses, surveys
from mentoring.access import oneself, use_case
from mentoring.roles import Permission, Role
from mentoring.surveys.forms import Form, forms
from mentoring.surveys.questions import Question
from mentoring.unit import Unit

# A skipped question is answered with nothing.
Value = int | str | None


@dataclass(frozen=True, slots=True)
class OpenSurvey:
    """A survey that waits for the actor's answers; `begun` when some may be given already."""

    id: int
    form: Form
    opens_on: date
    begun: bool


@dataclass(frozen=True, slots=True)
class Sitting:
    """A response being given: the questions and what was answered or skipped so far."""

    response_id: int
    form: Form
    role: Role
    answers: dict[str, Value] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.form.roles[self.role]

    @property
    def position(self) -> int:
        """The first question without an answer, counted from 0; their number when all have one."""
        places = enumerate(self.questions)
        return next(
            (place for place, question in places if question.key not in self.answers),
            len(self.questions),
        )


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def mine(unit: Unit) -> list[OpenSurvey]:
    """The surveys the actor has still to answer, the oldest first."""
    rows = await surveys.open_for(unit.session, unit.me, unit.today())
    known = forms()
    return [
        OpenSurvey(row.id, known[row.form], row.opens_on, row.begun)
        for row in rows
        if row.form in known
    ]


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def begin(unit: Unit, *, survey_id: int) -> Sitting:
    """Begin a survey, or take it up where it was left.

    Raises Refusal when it was sent already, NotAllowed when it is not put to the actor.
    """
    await responses.begin(
        unit.session, survey_id=survey_id, me=unit.me, today=unit.today(), now=unit.now
    )
    return await _sitting(unit, survey_id=survey_id)


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def sitting(unit: Unit, *, response_id: int) -> Sitting:
    """An open response of the actor's own with the answers so far."""
    return await _sitting(unit, response_id=response_id)


async def _sitting(
    unit: Unit, *, survey_id: int | None = None, response_id: int | None = None
) -> Sitting:
    rows = await responses.response(
        unit.session, unit.me, survey_id=survey_id, response_id=response_id
    )
    if not rows:
        raise NotAllowed
    if rows[0].completed_at is not None:
        raise Refusal("survey-sent-already")
    form = forms().get(rows[0].form)
    if form is None:
        raise NotAllowed
    return Sitting(
        response_id=rows[0].id,
        form=form,
        role=Role(rows[0].role),
        answers={
            row.question: row.text if row.number is None else row.number
            for row in rows
            if row.question is not None
        },
    )


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def answer(
    unit: Unit, *, response_id: int, form: str, role: Role, question: str, value: Value
) -> None:
    """Keep one answer of an open response; None skips a question that need not be answered.

    `form` and `role` are what the response was begun with: the statement checks them, so that an
    answer costs no reading. Raises Refusal for a value the question does not take.
    """
    known = forms().get(form)
    asked = known.question(role, question) if known else None
    if asked is None:
        raise NotAllowed
    if value is None:
        if asked.required:
            raise Refusal("survey-required")
    elif not asked.takes(value):
        raise Refusal("survey-value")
    kept = await responses.answer(
        unit.session,
        response_id=response_id,
        me=unit.me,
        role=role,
        form=form,
        question=question,
        number=value if isinstance(value, int) else None,
        text=value if isinstance(value, str) else None,
        now=unit.now,
    )
    if not kept:
        # Either it was sent meanwhile, which is said, or it is no response of the actor's.
        await _sitting(unit, response_id=response_id)
        raise NotAllowed


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def submit(unit: Unit, *, response_id: int) -> None:
    """Send a response: from now on it counts and cannot be changed.

    Raises Refusal while a required question has no answer.
    """
    given = await _sitting(unit, response_id=response_id)
    missing = [
        number
        for number, question in enumerate(given.questions, start=1)
        if question.required and given.answers.get(question.key) is None
    ]
    if missing:
        raise Refusal("survey-incomplete", number=missing[0])
    await responses.complete(unit.session, response_id, unit.me, unit.now)
