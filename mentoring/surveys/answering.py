"""Answering a form: begun, left and taken up again at will; every answer is kept when given."""

from dataclasses import dataclass
from datetime import date

from core.errors import NotAllowed, Refusal
from db.models import File, Response
from db.queries import responses, surveys
from mentoring.access import oneself, use_case
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Permission, Role
from mentoring.surveys import library, occasions
from mentoring.surveys.after import follow
from mentoring.surveys.forms import Form
from mentoring.surveys.questions import Kind, Question, Value
from mentoring.surveys.sittings import Sitting, begun, check_value, sitting_of
from mentoring.surveys.values import stored
from mentoring.unit import Unit

__all__ = ["Sitting", "Value"]


@dataclass(frozen=True, slots=True)
class OpenSurvey:
    """A survey that waits for the actor's answers; `begun` when some may be given already."""

    id: int
    form: Form
    opens_on: date
    begun: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A form put to the actor by something else than a survey.

    `filled` says how others have filled it in (paper, spoken): the actor may confirm it.
    """

    response_id: int
    form: Form
    begun: bool
    filled: str | None = None


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def mine(unit: Unit) -> list[OpenSurvey]:
    """The surveys the actor has still to answer, the oldest first."""
    rows = await surveys.open_for(unit.session, unit.me, unit.today())
    return [
        OpenSurvey(row.id, await library.find(unit, row.form), row.opens_on, row.begun)
        for row in rows
    ]


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def waiting(unit: Unit) -> list[Waiting]:
    """The other forms the actor has to answer or to confirm, the oldest first.

    Who has come into a programme finds its entry form among them.
    """
    await occasions.entries(unit)
    return [
        Waiting(
            row.id,
            await library.find(unit, row.form),
            row.started_at is not None,
            row.channel if row.completed_at else None,
        )
        for row in await responses.waiting(unit.session, unit.me)
    ]


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def begin(unit: Unit, *, survey_id: int) -> Sitting:
    """Begin a survey, or take it up where it was left.

    Raises Refusal when it was sent already, NotAllowed when it is not put to the actor.
    """
    await responses.begin(
        unit.session, survey_id=survey_id, me=unit.me, today=unit.today(), now=unit.now
    )
    rows = await responses.response(unit.session, survey_id=survey_id, person_id=unit.me)
    return await sitting_of(unit, rows)


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def take_up(unit: Unit, *, response_id: int) -> Sitting:
    """Begin a form that was put to the actor, or take it up where it was left."""
    is_first = await responses.start(unit.session, response_id, unit.me, unit.now)
    taken = await _sitting(unit, response_id)
    return await begun(unit, taken) if is_first else taken


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def sitting(unit: Unit, *, response_id: int) -> Sitting:
    """An open response of the actor's own with the answers so far."""
    return await _sitting(unit, response_id)


async def _sitting(unit: Unit, response_id: int, *, sent: bool = False) -> Sitting:
    rows = await responses.response(unit.session, response_id=response_id, person_id=unit.me)
    return await sitting_of(unit, rows, sent=sent)


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def answer(
    unit: Unit, *, response_id: int, form: str, role: Role, question: str, value: Value
) -> None:
    """Keep one answer of an open response; None skips a question that need not be answered.

    `form` and `role` are what the response was begun with: the statement checks them, so that an
    answer costs no reading. Raises Refusal for a value the question does not take.
    """
    asked = await _asked(unit, form, role, question)
    if asked.kind is Kind.MEDIA and value is not None:
        raise NotAllowed
    await _keep(unit, response_id, form, role, asked, value)


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def answer_file(
    unit: Unit, *, response_id: int, form: str, role: Role, question: str, file: Incoming
) -> None:
    """Keep a voice message or a photo as the answer."""
    asked = await _asked(unit, form, role, question)
    response = await unit.session.get(Response, response_id)
    if response is None or response.person_id != unit.me:
        raise NotAllowed
    if asked.kind is not Kind.MEDIA:
        raise Refusal("survey-value")
    await _keep(
        unit,
        response_id,
        form,
        role,
        asked,
        await file_row(unit, response.organisation_id, file),
    )


async def file_row(unit: Unit, organisation_id: int, file: Incoming) -> int:
    """The id of a row for a file that is an answer."""
    created = File(
        organisation_id=organisation_id,
        name=file.name[:200],
        size=file.size,
        media_type=file.media_type[:200],
        bot_id=file.bot_id,
        file_id=file.file_id,
        sent_as=file.sent_as,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    return created.id


async def _asked(unit: Unit, form: str, role: Role, question: str) -> Question:
    found = (await library.find(unit, form)).question(role, question)
    if found is None:
        raise NotAllowed
    return found


async def _keep(  # noqa: PLR0917
    unit: Unit, response_id: int, form: str, role: Role, asked: Question, value: Value
) -> None:
    check_value(asked, value)
    kept = await responses.answer(
        unit.session,
        response_id=response_id,
        person_id=unit.me,
        role=role,
        form=form,
        question=asked.key,
        value=stored(asked, value),
        now=unit.now,
    )
    if not kept:
        # Either it was sent meanwhile, which is said, or it is no response of the actor's.
        await _sitting(unit, response_id)
        raise NotAllowed


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def submit(unit: Unit, *, response_id: int) -> None:
    """Send a response: from now on it counts and cannot be changed.

    Raises Refusal while a required question has no answer.
    """
    given = await _sitting(unit, response_id)
    given.check_complete()
    await responses.complete(unit.session, response_id, given.fallen, unit.now)
    await follow(unit, given.form.purpose, given.outcome)


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def filled(unit: Unit, *, response_id: int) -> Sitting:
    """What somebody else entered for the actor, to be confirmed."""
    given = await _sitting(unit, response_id, sent=True)
    if not given.sent or given.channel == "chat":
        raise NotAllowed
    return given


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def confirm(unit: Unit, *, response_id: int) -> None:
    """Say that what others entered is right. Done again, it changes nothing."""
    if not await responses.settle(unit.session, response_id, unit.me, confirmed_at=unit.now):
        raise NotAllowed


@use_case(Permission.ANSWER_SURVEY, target=oneself)
async def take_over(unit: Unit, *, response_id: int) -> Sitting:
    """Open again what others entered, to put it right: the same record, now the actor's own."""
    given = await filled(unit, response_id=response_id)
    await responses.settle(unit.session, response_id, unit.me, completed_at=None, channel="chat")
    return Sitting(response_id, given.form, given.role, given.answers)
