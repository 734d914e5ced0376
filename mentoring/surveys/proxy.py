"""A curator fills in a form for one person who does not use Telegram, in that person's words."""

from core.errors import NotAllowed, Refusal
from db.models import Response
from db.queries import responses
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Permission, Role
from mentoring.surveys import library, occasions
from mentoring.surveys.after import follow
from mentoring.surveys.answering import file_row
from mentoring.surveys.questions import Kind, Question, Value
from mentoring.surveys.sittings import Sitting, begun, check_value, sitting_of
from mentoring.surveys.values import stored
from mentoring.unit import Unit

SPOKEN = "spoken"


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def begin(unit: Unit, *, organisation_id: int, occasion: str, person_id: int) -> int:
    """Begin filling in for a person, or go on with it. Returns the response's id.

    Raises Refusal when the person's answers are sent already.
    """
    found = await occasions.find(unit, organisation_id, occasion)
    if found.of_meetings:
        raise NotAllowed
    everybody = await occasions.everybody(unit, organisation_id, found)
    person = next((one for one in everybody if one.person_id == person_id), None)
    if person is None:
        raise NotAllowed
    if person.completed_at is not None:
        raise Refusal("survey-sent-already-theirs")
    await occasions.put(unit, organisation_id, found, [person], SPOKEN)
    response_id = await responses.speak_for(
        unit.session, organisation_id, occasion, person_id, by=unit.me, now=unit.now
    )
    await begun(unit, await _sitting(unit, response_id))
    return response_id


@use_case(Permission.KEEP_SURVEYS, target=owner(Response, "response_id"))
async def sitting(unit: Unit, *, response_id: int) -> Sitting:
    """An open response that somebody fills in for its person."""
    return await _sitting(unit, response_id)


async def _sitting(unit: Unit, response_id: int) -> Sitting:
    rows = await responses.response(unit.session, response_id=response_id, channel=SPOKEN)
    return await sitting_of(unit, rows)


@use_case(Permission.KEEP_SURVEYS, target=owner(Response, "response_id"))
async def answer(
    unit: Unit, *, response_id: int, form: str, role: Role, question: str, value: Value
) -> None:
    """Keep one answer in the person's words. Raises Refusal as answering one's own does."""
    response, asked = await _asked(unit, response_id, (form, role, question))
    if asked.kind is Kind.MEDIA and value is not None:
        raise NotAllowed
    await _keep(unit, response, asked, value)


@use_case(Permission.KEEP_SURVEYS, target=owner(Response, "response_id"))
async def answer_file(
    unit: Unit, *, response_id: int, form: str, role: Role, question: str, file: Incoming
) -> None:
    """Keep a voice message or a photo, say of a filled-in page, as the answer."""
    response, asked = await _asked(unit, response_id, (form, role, question))
    if asked.kind is not Kind.MEDIA:
        raise Refusal("survey-value")
    await _keep(unit, response, asked, await file_row(unit, response.organisation_id, file))


async def _asked(
    unit: Unit, response_id: int, what: tuple[str, Role, str]
) -> tuple[Response, Question]:
    form, role, question = what
    response = await unit.session.get_one(Response, response_id)
    found = (await library.find(unit, form)).question(role, question)
    if found is None or (response.channel, response.form, response.role) != (SPOKEN, form, role):
        raise NotAllowed
    return response, found


async def _keep(unit: Unit, response: Response, asked: Question, value: Value) -> None:
    check_value(asked, value)
    kept = await responses.answer(
        unit.session,
        response_id=response.id,
        person_id=response.person_id,
        role=response.role,
        form=response.form,
        question=asked.key,
        value=stored(asked, value),
        now=unit.now,
    )
    if not kept:
        # It was sent meanwhile, and that is said.
        await _sitting(unit, response.id)
        raise NotAllowed


@use_case(Permission.KEEP_SURVEYS, target=owner(Response, "response_id"))
async def submit(unit: Unit, *, response_id: int) -> None:
    """Send what was filled in; the person may confirm or correct it later."""
    given = await _sitting(unit, response_id)
    given.check_complete()
    await responses.complete(unit.session, response_id, given.fallen, unit.now)
    await follow(unit, given.form.purpose, given.outcome)
    record(unit, given.organisation_id, "answers-entered", subject_id=given.person_id, count=1)
