"""Roadmaps in force as they stand: a line for each activity, with its windows, one's own and those
that fall on the schools below."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.clock import local_date
from db.queries import roadmap_views as queries
from db.types import AnyRow
from mentoring.access import organisation, use_case
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roles import Permission
from mentoring.unit import Unit


class State(StrEnum):
    """How a window stands, the most pressing first."""

    OVERDUE = "overdue"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(slots=True)
class Stand:
    """One window: how it stands with oneself (`own` is empty where it is only others' to do), and
    how many of the `schools` it falls on have closed it or are late."""

    opens_on: date | None
    due_on: date | None
    assignment_id: int = 0
    own: AssignmentStatus | None = None
    closed_on: date | None = None
    schools: int = 0
    closed: int = 0
    overdue: int = 0

    def state(self, today: date) -> State:
        """As it stands with all whom it concerns."""
        is_open = self.own is AssignmentStatus.OPEN
        if self.overdue or (is_open and self.due_on is not None and self.due_on < today):
            return State.OVERDUE
        return State.OPEN if is_open or self.closed < self.schools else State.CLOSED


@dataclass(slots=True)
class Line:
    """An activity; `stands` are its windows in order."""

    number: str
    section: str
    title: str
    deadline_text: str
    end: date | None
    recurs: bool
    responsible: Sequence[str]
    result: str
    stands: list[Stand] = field(default_factory=list)

    def state(self, today: date) -> State:
        """The most pressing of its windows."""
        return min((one.state(today) for one in self.stands), key=list(State).index)

    @property
    def was_moved(self) -> bool:
        """Whether its term was put off or brought forward."""
        due = self.stands[0].due_on
        return not self.recurs and due is not None and self.end is not None and due != self.end


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def whole(unit: Unit, *, organisation_id: int) -> tuple[str, list[Line]]:
    """The title of what is in force, and its activities in their order."""
    titles = await queries.titles(unit.session, organisation_id)
    own = await queries.everything(unit.session, organisation_id)
    given = await queries.given(unit.session, organisation_id, unit.today())
    lines: dict[int, Line] = {}
    stands: dict[tuple[int, int], Stand] = {}
    for row in sorted([*own, *given], key=lambda row: (row.roadmap_id, row.position, row.window)):
        if row.activity not in lines:
            lines[row.activity] = _line(row)
        key = (row.activity, row.window)
        if key not in stands:
            stands[key] = Stand(row.opens_on, row.due_on)
            lines[row.activity].stands.append(stands[key])
        _fill(unit, stands[key], row)
    return "; ".join(titles), list(lines.values())


def _line(row: AnyRow) -> Line:
    return Line(
        number=row.number,
        section=row.section,
        title=row.title,
        deadline_text=row.deadline_text,
        end=row.end,
        recurs=row.kind == Kind.RECURRING,
        responsible=row.responsible,
        result=row.result,
    )


def _fill(unit: Unit, stand: Stand, row: AnyRow) -> None:
    if row.id is None:
        stand.schools, stand.closed, stand.overdue = row.total, row.closed, row.overdue
        return
    stand.assignment_id, stand.own = row.id, AssignmentStatus(row.status)
    # One's own term is what is shown.
    stand.opens_on, stand.due_on = row.opens_on, row.due_on
    if row.closed_at is not None:
        stand.closed_on = local_date(row.closed_at, unit.timezone)
