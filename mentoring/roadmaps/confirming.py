"""A draft comes into force: its activities become assignments, its past ones by one answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from core.errors import Refusal
from db.models import Roadmap
from db.queries import roadmaps as queries
from mentoring.access import owner, use_case
from mentoring.roadmaps import naming
from mentoring.roadmaps.drafts import asks, check_mine_yet
from mentoring.roadmaps.planning import Window, planned
from mentoring.roadmaps.replacing import carry_over, compared
from mentoring.roadmaps.status import AssignmentStatus, RoadmapStatus
from mentoring.roadmaps.versions import Change
from mentoring.roles import Permission
from mentoring.unit import Unit


class Past(StrEnum):
    """What is done with assignments whose last day had passed before the plan was confirmed."""

    DONE = "done"
    OPEN = "open"
    # They get one new last day.
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Preview:
    """What confirming a draft would do. Activities are counted, not their windows."""

    activities: int
    dated: int
    unanswered: int
    past: list[str]
    next_due: date | None
    replaces: bool
    # Of the plan it replaces: what is added, removed, moved, reworded; whether that is the same
    # plan corrected rather than another year's; how many rows go on with what is done.
    changes: dict[Change, int]
    same_plan: bool
    kept: int


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def preview(unit: Unit, *, roadmap_id: int, keep: bool | None = None) -> Preview:
    """What confirming would do now (`keep` as there; None for what is likelier).

    Raises Refusal when the draft is one no more.
    """
    roadmap = await _draft(unit, roadmap_id)
    activities = await queries.activities(unit.session, roadmap_id)
    windows = list(planned(activities))
    today = unit.today()
    found = await compared(unit, roadmap)
    same = found is not None and found.same_plan
    kept = found.pairs if found and (same if keep is None else keep) else []
    carried = {after.id for _before, after in kept}
    asked = [window for window in windows if window.activity.id not in carried]
    due = [window.due_on for window in windows if window.due_on and window.due_on >= today]
    return Preview(
        activities=len(activities),
        dated=len({window.activity.id for window in windows if window.due_on or window.opens_on}),
        unanswered=sum(1 for activity in activities if asks(activity)),
        past=list(dict.fromkeys(window.activity.number for window in _past(asked, today))),
        next_due=min(due, default=None),
        replaces=found is not None,
        changes={change: found.count(change) if found else 0 for change in Change},
        same_plan=same,
        kept=len(kept),
    )


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def confirm(
    unit: Unit,
    *,
    roadmap_id: int,
    past: Past | None,
    day: date | None = None,
    keep: bool = False,
) -> bool:
    """Put a draft into force in place of the plan there is. False when it is in force already.

    With `keep` it is a new version of that plan: rows that are in both go on with their marks and
    evidence, and are no question even if they are past. `day` is the new last day of past rows
    that are `Past.MOVED`. Raises Refusal when the draft was replaced meanwhile, when rows are past
    and `past` does not say what becomes of them, or when their new day is past as well.
    """
    roadmap = await queries.locked(unit.session, roadmap_id)
    if roadmap.status == RoadmapStatus.CONFIRMED:
        return False
    await check_mine_yet(unit, roadmap_id)
    await check(unit, roadmap, past=past, day=day, keep=keep)
    await bring_into_force(unit, roadmap, past=past, day=day, keep=keep)
    return True


async def check(
    unit: Unit, roadmap: Roadmap, *, past: Past | None, day: date | None, keep: bool
) -> None:
    """Whether a draft may come into force so; refused as `confirm` tells."""
    if roadmap.status != RoadmapStatus.DRAFT or roadmap.needs_year:
        raise Refusal("roadmap-draft-gone")
    today = unit.today()
    windows = list(planned(await queries.activities(unit.session, roadmap.id)))
    found = await compared(unit, roadmap) if keep else None
    carried = {after.id for _before, after in found.pairs} if found else set()
    asked = [window for window in windows if window.activity.id not in carried]
    if past is None and next(_past(asked, today), None) is not None:
        raise Refusal("roadmap-past-unanswered")
    if past is Past.MOVED and (day is None or day < today):
        raise Refusal("roadmap-past-day-past")


async def bring_into_force(
    unit: Unit, roadmap: Roadmap, *, past: Past | None, day: date | None, keep: bool
) -> None:
    """Put a draft, locked and checked, into force in place of the plan there is."""
    today = unit.today()
    activities = await queries.activities(unit.session, roadmap.id)
    windows = list(planned(activities))
    found = await compared(unit, roadmap) if keep else None
    await queries.confirm(unit.session, roadmap, unit.now)
    there = await carry_over(unit, roadmap, found, windows) if found else set()
    rows = [
        _assignment(unit, window if day is None else _moved(window, today, day), today, past)
        for window in windows
        if (window.activity.id, window.number) not in there
    ]
    await queries.add_assignments(unit.session, rows)
    await naming.note(unit, roadmap.organisation_id, activities)


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
