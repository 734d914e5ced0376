"""A draft comes into force: its activities become assignments, its past ones by one answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from core.errors import Refusal
from db.models import Activity, Roadmap
from db.queries import roadmaps as queries
from mentoring.access import owner, use_case
from mentoring.roadmaps import naming
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.drafts import asks
from mentoring.roadmaps.records import deadline_of
from mentoring.roadmaps.status import AssignmentStatus, RoadmapStatus
from mentoring.roles import Permission
from mentoring.unit import Unit


class Past(StrEnum):
    """What is done with assignments whose last day had passed before the plan was confirmed."""

    DONE = "done"
    OPEN = "open"
    # They get one new last day.
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Window:
    """One assignment to be: which window of its activity, and its days."""

    activity: Activity
    number: int
    opens_on: date | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What confirming a draft would do. Activities are counted, not their windows."""

    activities: int
    dated: int
    unanswered: int
    past: list[str]
    next_due: date | None
    replaces: bool


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def preview(unit: Unit, *, roadmap_id: int) -> Preview:
    """What confirming would do now. Raises Refusal when the draft is one no more."""
    roadmap = await _draft(unit, roadmap_id)
    activities = await queries.activities(unit.session, roadmap_id)
    windows = list(planned(activities))
    today = unit.today()
    due = [window.due_on for window in windows if window.due_on and window.due_on >= today]
    return Preview(
        activities=len(activities),
        dated=len({window.activity.id for window in windows if window.due_on or window.opens_on}),
        unanswered=sum(1 for activity in activities if asks(activity)),
        past=list(dict.fromkeys(window.activity.number for window in _past(windows, today))),
        next_due=min(due, default=None),
        replaces=await queries.in_force(unit.session, roadmap.organisation_id) is not None,
    )


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def confirm(
    unit: Unit, *, roadmap_id: int, past: Past | None, day: date | None = None
) -> bool:
    """Put a draft into force in place of the plan there is. False when it is in force already.

    `day` is the new last day of past rows that are `Past.MOVED`. Raises Refusal when the draft
    was replaced meanwhile, when rows are past and `past` does not say what becomes of them, or
    when their new day is past as well.
    """
    roadmap = await queries.locked(unit.session, roadmap_id)
    if roadmap.status == RoadmapStatus.CONFIRMED:
        return False
    if roadmap.status != RoadmapStatus.DRAFT or roadmap.needs_year:
        raise Refusal("roadmap-draft-gone")
    today = unit.today()
    activities = await queries.activities(unit.session, roadmap_id)
    windows = list(planned(activities))
    if past is None and next(_past(windows, today), None) is not None:
        raise Refusal("roadmap-past-unanswered")
    if past is Past.MOVED:
        if day is None or day < today:
            raise Refusal("roadmap-past-day-past")
        windows = [_moved(window, today, day) for window in windows]
    await queries.confirm(unit.session, roadmap, unit.now)
    rows = [_assignment(unit, window, today, past) for window in windows]
    await queries.add_assignments(unit.session, rows)
    await naming.note(unit, roadmap.organisation_id, activities)
    return True


def planned(activities: Sequence[Activity]) -> Iterator[Window]:
    """The assignments a plan's activities make.

    One for each window of a recurring activity, else one. A doubtful row nobody has answered for
    gets no days: an alert on a wrong day is worse than none.
    """
    for activity in activities:
        deadline = deadline_of(activity)
        if asks(activity):
            yield Window(activity, 0, None, None)
        elif deadline.kind is Kind.RECURRING and deadline.occurrences:
            for number, (first, last) in enumerate(deadline.occurrences):
                yield Window(activity, number, first, last)
        elif deadline.kind in (Kind.DUE, Kind.PERIOD):
            yield Window(activity, 0, deadline.start, deadline.end)
        elif deadline.kind is Kind.RELATIVE:
            yield Window(activity, 0, None, deadline.end)
        else:
            yield Window(activity, 0, None, None)


def _past(windows: Sequence[Window], today: date) -> Iterator[Window]:
    return (window for window in windows if window.due_on and window.due_on < today)


def _moved(window: Window, today: date, day: date) -> Window:
    late = window.due_on is not None and window.due_on < today
    return replace(window, due_on=day) if late else window


async def _draft(unit: Unit, roadmap_id: int) -> Roadmap:
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    if roadmap.status != RoadmapStatus.DRAFT:
        raise Refusal("roadmap-draft-gone")
    return roadmap


def _assignment(unit: Unit, window: Window, today: date, past: Past | None) -> dict[str, Any]:
    earlier = past is Past.DONE and window.due_on is not None and window.due_on < today
    return {
        "organisation_id": window.activity.organisation_id,
        "activity_id": window.activity.id,
        "window": window.number,
        "opens_on": window.opens_on,
        "due_on": window.due_on,
        "watched_on": today,
        "status": AssignmentStatus.DONE_EARLIER if earlier else AssignmentStatus.OPEN,
        "closed_by": unit.me if earlier else None,
        "closed_at": unit.now if earlier else None,
    }
