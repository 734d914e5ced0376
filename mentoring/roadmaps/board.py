"""What a roadmap in force asks: counts and lists for curators, shares for departments."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.errors import Refusal
from core.ordering import natural
from db.models import Assignment
from db.queries import asking
from db.queries import assignments as queries
from db.queries import executors as executing
from db.types import AnyRow
from mentoring.access import oneself, organisation, owner, use_case
from mentoring.roadmaps.asking import asked_of
from mentoring.roadmaps.deadlines import Deadline, Kind
from mentoring.roadmaps.expected import documents
from mentoring.roadmaps.held import Held, held
from mentoring.roadmaps.holding import check_mine
from mentoring.roadmaps.records import deadline_of
from mentoring.roadmaps.status import (
    MONTH_DAYS,
    UNDO,
    WEEK_DAYS,
    AssignmentStatus,
    Own,
    Part,
    Plea,
    RoadmapStatus,
)
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment as lists show it."""

    id: int
    number: str
    title: str
    opens_on: date | None
    due_on: date | None
    status: AssignmentStatus


@dataclass(frozen=True, slots=True)
class Proof:
    """What an assignment was closed by: a file (its name may be empty) or words."""

    name: str
    sent_as: str | None
    note: str
    given_on: date


@dataclass(frozen=True, slots=True)
class Card:
    """An assignment with all that is known of it; `issuer` is whose plan asks it of another."""

    task: Task
    organisation_id: int
    issuer: str | None
    roadmap_id: int
    source: str
    deadline: Deadline
    responsible: list[str]
    result: str
    closed_by: str | None
    closed_on: date | None
    proofs: list[Proof]
    # The documents asked for where these are several, and which are there.
    wanted: list[str]
    given: set[str]
    # What has to be mended, when it was given back.
    returned: str
    asked: Plea | None
    # It is done, and counts as accepted from this day on unless somebody accepts it before.
    accept_on: date | None
    is_continuous: bool
    # What the bot itself counts of its result.
    held: Held | None
    # Who has to agree to another term, or that it is not needed.
    agrees: Role | None


@dataclass(frozen=True, slots=True)
class School:
    """How one school keeps its terms: all that is asked of it, and its own plan if it has one."""

    id: int
    name: str
    has_roadmap: bool
    closed: int
    open: int
    overdue: int
    own_closed: int
    own_total: int
    own: Own = Own.NONE
    number: str = ""
    ordered_on: date | None = None


@use_case(Permission.SEE_ROADMAP, target=organisation("organisation_id"))
async def counts(unit: Unit, *, organisation_id: int) -> dict[Part, int]:
    """How many assignments in force each part of the list has."""
    found = await queries.counts(unit.session, organisation_id, parts_on(unit.today()))
    return {Part(name): count for name, count in found.items()}


@use_case(Permission.SEE_ROADMAP, target=organisation("organisation_id"))
async def tasks(
    unit: Unit, *, organisation_id: int, part: Part, offset: int, limit: int
) -> list[Task]:
    """A page of the assignments in force, those due first at the head."""
    condition = parts_on(unit.today())[part]
    rows = await queries.page(unit.session, organisation_id, condition, offset, limit)
    return [
        Task(
            row.id,
            row.number,
            row.title,
            row.opens_on,
            row.due_on,
            AssignmentStatus(row.status),
        )
        for row in rows
    ]


@use_case(Permission.CLOSE_ROW, target=oneself)
async def mine(unit: Unit, *, offset: int, limit: int, recent: bool = False) -> list[Task]:
    """A page of the open rows that name the actor, or a role of theirs, as the executor; with
    `recent` also those they have closed within a day, which they may take up again."""
    rows = await executing.mine(
        unit.session,
        unit.me,
        [(seat.organisation_id, str(seat.role)) for seat in unit.actor.seats],
        offset=offset,
        limit=limit,
        closed_after=unit.now - UNDO if recent else None,
    )
    return [
        Task(row.id, row.number, row.title, row.opens_on, row.due_on, AssignmentStatus(row.status))
        for row in rows
    ]


@use_case(Permission.CLOSE_ROW, target=owner(Assignment, "assignment_id"))
async def card(unit: Unit, *, assignment_id: int) -> Card:
    """One assignment. Raises Refusal when its plan was replaced by a newer one."""
    found = await queries.card(unit.session, assignment_id)
    if found is None or found[2].status != RoadmapStatus.CONFIRMED:
        raise Refusal("roadmap-task-archived")
    assignment, activity, roadmap, closed_by, issuer = found
    await check_mine(unit, activity.id, assignment.organisation_id)
    evidence = await queries.evidence(unit.session, assignment_id)
    petition = await asking.waiting(unit.session, assignment_id)
    is_open = assignment.status == AssignmentStatus.OPEN
    waits = assignment.status == AssignmentStatus.DONE and assignment.accepted_at is None
    accept_on = assignment.accept_on if waits else None
    return Card(
        task=Task(
            assignment.id,
            activity.number,
            activity.title,
            assignment.opens_on,
            assignment.due_on,
            AssignmentStatus(assignment.status),
        ),
        organisation_id=assignment.organisation_id,
        issuer=issuer if activity.organisation_id != assignment.organisation_id else None,
        roadmap_id=roadmap.id,
        source=activity.deadline_text,
        deadline=deadline_of(activity),
        responsible=activity.responsible,
        result=activity.result,
        closed_by=closed_by,
        closed_on=_day(unit, assignment.closed_at) if assignment.closed_at else None,
        proofs=[
            Proof(row.name or "", row.sent_as, row.note, _day(unit, row.created_at))
            for row in evidence
        ],
        wanted=documents(activity.result, activity.title),
        given={row.item for row in evidence if row.item},
        returned=assignment.return_note or "",
        asked=Plea(petition.kind) if petition else None,
        accept_on=accept_on if accept_on and accept_on > unit.today() else None,
        is_continuous=activity.kind == Kind.CONTINUOUS and assignment.due_on is None,
        held=await held(unit, assignment.organisation_id, activity.title) if is_open else None,
        agrees=await asked_of(unit, activity.organisation_id, assignment.organisation_id),
    )


@use_case(Permission.SEE_BOARD, target=organisation("department_id"))
async def schools(unit: Unit, *, department_id: int) -> list[School]:
    """The schools below a department, those with most overdue first."""
    rows = await queries.schools_board(unit.session, unit.today(), below=department_id)
    found = [_school(row) for row in rows]
    return sorted(
        found, key=lambda school: (-school.overdue, school.has_roadmap, natural(school.name))
    )


@use_case(Permission.SEE_BOARD, target=organisation("organisation_id"))
async def school(unit: Unit, *, organisation_id: int) -> School:
    """How one school stands."""
    rows = await queries.schools_board(unit.session, unit.today(), only=organisation_id)
    return _school(rows[0])


@use_case(Permission.SEE_BOARD, target=organisation("organisation_id"))
async def overdue(unit: Unit, *, organisation_id: int, limit: int) -> list[Task]:
    """A school's overdue assignments, the oldest first: what is asked, and no person's name."""
    condition = parts_on(unit.today())[Part.OVERDUE]
    rows = await queries.page(unit.session, organisation_id, condition, 0, limit)
    return [
        Task(row.id, row.number, row.title, row.opens_on, row.due_on, AssignmentStatus.OPEN)
        for row in rows
    ]


def _school(row: AnyRow) -> School:
    return School(
        id=row.id,
        name=row.name,
        has_roadmap=row.roadmap is not None,
        closed=row.closed,
        open=row.open,
        overdue=row.overdue,
        own_closed=row.own_closed,
        own_total=row.own_closed + row.own_open,
        own=_own(row),
        number=row.number or "",
        ordered_on=row.ordered_on,
    )


def _own(row: AnyRow) -> Own:
    if row.roadmap is not None:
        return Own.APPROVED if row.ordered_on else Own.KEPT
    if row.lies:
        return Own.LIES
    return Own.DRAFT if row.draft else Own.NONE


def parts_on(today: date) -> dict[str, object]:
    """The conditions of the parts, by their names, on one day."""
    return queries.parts(today, timedelta(days=WEEK_DAYS), timedelta(days=MONTH_DAYS))


def _day(unit: Unit, instant: datetime) -> date:
    return instant.astimezone(ZoneInfo(unit.timezone)).date()
