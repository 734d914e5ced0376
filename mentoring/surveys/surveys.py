"""A curator's surveys: put to the school's participants on a day, watched, summed up."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.errors import NotAllowed, Refusal
from db.models import Survey
from db.queries import occasions
from db.queries import surveys as queries
from db.queries.telling import HOLDERS, plan_for
from mentoring.access import organisation, owner, use_case
from mentoring.notices import Kind, Lane, notice
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.surveys import library
from mentoring.surveys.forms import Form, newest
from mentoring.surveys.occasions import REPORT
from mentoring.surveys.questions import Kind as QuestionKind
from mentoring.surveys.questions import Question
from mentoring.unit import Unit

# With fewer answers an average would tell who answered what.
LEAST_ANSWERS = 3
# A day further ahead is a slip of the finger.
FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class SurveyView:
    """A survey as lists show it; the counts are of the people who are here today."""

    id: int
    form: Form
    opens_on: date
    invited: int
    answered: int


@dataclass(frozen=True, slots=True)
class Average:
    """What a role's answers to one scale come to."""

    role: Role
    question: Question
    answers: int
    average: float


@dataclass(frozen=True, slots=True)
class Results:
    """Who has not answered, by name and without content, and the averages there may be."""

    form: Form
    opens_on: date
    invited: int
    answered: int
    waiting: tuple[str, ...]
    averages: list[Average]


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def forms(unit: Unit, *, organisation_id: int) -> list[Form]:
    """The forms that can be put to a school now: for everybody alike, and the school's own."""
    own = [
        await library.find(unit, library.own_id(row.id))
        for row in await occasions.live(unit.session, organisation_id)
        if row.base is None
    ]
    for_all = [form for form in newest() if not form.mentoring and form.purpose != REPORT]
    return [*for_all, *own]


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def receivers(unit: Unit, *, organisation_id: int) -> dict[Role, int]:
    """How many mentors and mentees a survey would go to."""
    found = await queries.receivers(unit.session, organisation_id)
    return {Role(role): count for role, count in found.items()}


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def assign(unit: Unit, *, organisation_id: int, form: str, opens_on: date) -> int:
    """Put a form to all mentors and mentees on a day. Returns the survey's id.

    They get it with that day's digest, or at once when the digests of that day are out already.
    Raises Refusal for a day that is past or too far, and when the form is set for it already.
    """
    if form not in {one.id for one in await forms(unit, organisation_id=organisation_id)}:
        raise NotAllowed
    check_day(opens_on, unit.today())
    survey_id = await queries.insert_survey(
        unit.session,
        organisation_id=organisation_id,
        form=form,
        opens_on=opens_on,
        created_by=unit.me,
        now=unit.now,
    )
    if survey_id is None:
        raise Refusal("survey-exists", day=opens_on)
    planned_on = await queries.planned_on(unit.session, organisation_id)
    if planned_on is not None and planned_on >= opens_on:
        await _tell_now(unit, organisation_id, survey_id)
    unit.wakes.add("planner")
    return survey_id


def check_day(opens_on: date, today: date) -> None:
    """Raises Refusal for a day on which no survey can be set to open."""
    if not today <= opens_on <= today + FURTHEST:
        raise Refusal("survey-day")


async def _tell_now(unit: Unit, organisation_id: int, survey_id: int) -> None:
    row = notice(
        unit,
        unique=f"survey:{survey_id}",
        message="survey-invitation",
        args={"survey": survey_id},
        kind=Kind.BUILT,
        lane=Lane.DIGEST,
    )
    await plan_for(
        unit.session, row, HOLDERS, organisation=organisation_id, roles=list(queries.ROLES)
    )
    unit.wakes.add("sender")


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[SurveyView]:
    """A school's surveys, the latest first."""
    rows = await queries.of_organisation(unit.session, organisation_id)
    return [
        SurveyView(
            row.id, await library.find(unit, row.form), row.opens_on, row.invited, row.answered
        )
        for row in rows
    ]


@use_case(Permission.KEEP_SURVEYS, target=owner(Survey, "survey_id"))
async def results(unit: Unit, *, survey_id: int) -> Results:
    """How a survey goes; averages only of at least LEAST_ANSWERS answers."""
    survey = await queries.one(unit.session, survey_id)
    if survey is None:
        raise NotAllowed
    form = await library.find(unit, survey.form)
    people = await queries.invited(unit.session, survey_id)
    waiting = tuple(shown(person, unit.today()) for person in people if person.completed_at is None)
    sums = {
        (row.role, row.question): row
        for row in await queries.averages(unit.session, survey_id)
        if row.answers >= LEAST_ANSWERS
    }
    averages = [
        Average(role, question, row.answers, float(row.average))
        for role, questions in form.roles.items()
        for question in questions
        if question.kind is QuestionKind.SCALE and (row := sums.get((role, question.key)))
    ]
    return Results(
        form=form,
        opens_on=survey.opens_on,
        invited=len(people),
        answered=len(people) - len(waiting),
        waiting=waiting,
        averages=averages,
    )
