"""Schools by activities: what a department sees of its own plan, and a tap to remind the late."""

from dataclasses import dataclass
from datetime import date

from core.errors import Refusal
from core.ordering import natural
from db.models import Activity
from db.queries import assignments
from db.queries import matrix as queries
from mentoring.access import organisation, owner, use_case
from mentoring.notices import Kind, notice
from mentoring.roadmaps.board import parts_on
from mentoring.roadmaps.nudging import Nudged, keepers, nudge
from mentoring.roadmaps.status import AssignmentStatus, Part
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Column:
    """One window of an activity that falls on schools, counted over them."""

    activity_id: int
    window: int
    number: str
    title: str
    due_on: date | None
    closed: int
    open: int
    overdue: int
    # Its documents are looked at by a person.
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """How it stands in one school."""

    assignment_id: int
    school: str
    status: AssignmentStatus
    due_on: date | None


@use_case(Permission.SEE_BOARD, target=organisation("department_id"))
async def columns(unit: Unit, *, department_id: int, offset: int, limit: int) -> list[Column]:
    """A page of the department's activities that fall on schools, the unfinished first."""
    rows = await queries.columns(unit.session, department_id, unit.today(), offset, limit)
    return [
        Column(
            row.activity,
            row.window,
            row.number,
            row.title,
            row.due_on,
            row.closed,
            row.open,
            row.overdue,
        )
        for row in rows
    ]


@use_case(Permission.SEE_BOARD, target=owner(Activity, "activity_id"))
async def column(unit: Unit, *, activity_id: int, window: int) -> tuple[Column, list[Cell]]:
    """One of them with each school. Raises Refusal when its plan is in force no more."""
    rows = await queries.column(unit.session, activity_id, window)
    if not rows:
        raise Refusal("roadmap-task-archived")
    today = unit.today()
    cells = [
        Cell(row.id, row.organisation, AssignmentStatus(row.status), row.due_on)
        for row in sorted(rows, key=lambda row: natural(row.organisation))
    ]
    opened = [cell for cell in cells if cell.status is AssignmentStatus.OPEN]
    return Column(
        activity_id=activity_id,
        window=window,
        number=rows[0].number,
        title=rows[0].title,
        due_on=min((cell.due_on for cell in cells if cell.due_on), default=None),
        closed=len(cells) - len(opened),
        open=len(opened),
        overdue=sum(1 for cell in opened if cell.due_on and cell.due_on < today),
        checked=rows[0].checked,
    ), cells


@use_case(Permission.SEE_BOARD, target=owner(Activity, "activity_id"))
async def remind_of(unit: Unit, *, activity_id: int, window: int) -> Nudged:
    """Remind the curators of every school that has not closed it, each at most once a day."""
    rows = [
        row
        for row in await queries.column(unit.session, activity_id, window)
        if row.status == AssignmentStatus.OPEN
    ]
    places = {row.organisation_id for row in rows}
    today = unit.today()
    messages = [
        (
            keeper.organisation_id,
            notice(
                unit,
                unique=f"nudge:{activity_id}:{window}:{today}:{keeper.organisation_id}:{keeper.person_id}",
                message="roadmap-nudge",
                person_id=keeper.person_id,
                args={
                    "activity": activity_id,
                    "window": window,
                    "place": keeper.organisation_id,
                },
                kind=Kind.BUILT,
            ),
        )
        for keeper in await keepers(unit, places)
    ]
    return await nudge(unit, places, messages)


@use_case(Permission.SEE_BOARD, target=organisation("organisation_id"))
async def remind(unit: Unit, *, organisation_id: int) -> Nudged:
    """Remind one school's curators of all that is overdue, at most once a day."""
    today = unit.today()
    condition = parts_on(today)[Part.OVERDUE]
    if not await assignments.page(unit.session, organisation_id, condition, 0, 1):
        raise Refusal("roadmap-nothing-late")
    messages = [
        (
            organisation_id,
            notice(
                unit,
                unique=f"nudge:{organisation_id}:{today}:{keeper.person_id}",
                message="roadmap-nudge-late",
                person_id=keeper.person_id,
                args={"place": organisation_id},
                kind=Kind.BUILT,
            ),
        )
        for keeper in await keepers(unit, [organisation_id])
    ]
    return await nudge(unit, [organisation_id], messages)
