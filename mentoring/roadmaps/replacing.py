"""A new version takes the place of the plan in force, and keeps what is done already."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.models import Activity, Roadmap
from db.queries import people
from db.queries import roadmaps as queries
from mentoring.access import owner, use_case
from mentoring.notices import button, notice, plan
from mentoring.roadmaps.deadlines import Deadline
from mentoring.roadmaps.planning import Window, planned
from mentoring.roadmaps.records import deadline_of
from mentoring.roadmaps.versions import Change, Comparison, Difference, compare
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

# Rows named in the message about moved deadlines; the rest is counted.
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that differs, as screens show it."""

    change: Change
    number: str
    title: str
    old_title: str
    before: Deadline | None
    after: Deadline | None


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def differences(unit: Unit, *, roadmap_id: int) -> list[Changed]:
    """What confirming a draft would change in the plan in force; nothing where there is none."""
    roadmap = await unit.session.get_one(Roadmap, roadmap_id)
    found = await compared(unit, roadmap)
    return [_changed(one) for one in found.differences] if found else []


async def compared(unit: Unit, roadmap: Roadmap) -> Comparison | None:
    """A roadmap beside the plan in force of its organisation; None where there is no other."""
    current = await queries.in_force(unit.session, roadmap.organisation_id)
    if current is None or current == roadmap.id:
        return None
    old = await queries.activities(unit.session, current)
    new = await queries.activities(unit.session, roadmap.id)
    return compare(old, new)


async def carry_over(
    unit: Unit, roadmap: Roadmap, found: Comparison, windows: Sequence[Window]
) -> set[tuple[int, int]]:
    """Let the assignments of rows that are in both plans, wherever they fell, go on in the new.

    Returns those windows (activity, number) that the roadmap's own organisation has now. People
    of organisations whose open assignments got other days are told.
    """
    of_new: dict[int, list[Window]] = {}
    for window in windows:
        of_new.setdefault(window.activity.id, []).append(window)
    moves: list[tuple[Activity, Activity]] = []
    for before, after in found.pairs:
        changed = False
        for old, new in _counterparts(list(planned([before])), of_new.get(after.id, [])):
            same = (old.opens_on, old.due_on) == (new.opens_on, new.due_on)
            changed = changed or not same
            await queries.carry(
                unit.session,
                (before.id, old.number),
                (after.id, new.number),
                days=None if same else (new.opens_on, new.due_on),
                today=unit.today(),
            )
        if changed:
            moves.append((before, after))
    await _tell(unit, roadmap, moves)
    return await queries.windows_of(unit.session, roadmap.id, roadmap.organisation_id)


def _counterparts(old: Sequence[Window], new: Sequence[Window]) -> list[tuple[Window, Window]]:
    """Windows that are one: those that end on one day, then the others in their order."""
    by_day = {window.due_on: window for window in reversed(new)}
    found: list[tuple[Window, Window]] = []
    taken: set[int] = set()
    rest: list[Window] = []
    for window in old:
        same = by_day.get(window.due_on)
        if same is not None and same.number not in taken:
            taken.add(same.number)
            found.append((window, same))
        else:
            rest.append(window)
    left = [window for window in new if window.number not in taken]
    return found + list(zip(rest, left, strict=False))


async def _tell(unit: Unit, roadmap: Roadmap, moves: Sequence[tuple[Activity, Activity]]) -> None:
    """One message to everybody who keeps an open assignment that has other days now."""
    ids = [after.id for _before, after in moves]
    concerned = await queries.open_by_place(unit.session, ids) if ids else {}
    rows = []
    for place, open_ids in concerned.items():
        named = [(before, after) for before, after in moves if after.id in open_ids]
        lines = "\n".join(_line(before, after) for before, after in named[:_MOST_NAMED])
        for member in await people.members(unit.session, place, Role.CURATOR):
            if member.id != unit.me:
                rows.append(
                    notice(
                        unit,
                        unique=f"roadmap-moved:{roadmap.id}:{place}:{member.id}",
                        message="roadmap-version-moved",
                        person_id=member.id,
                        args={
                            "title": clip(roadmap.title, LINE_LIMIT),
                            "lines": lines,
                            "more": max(0, len(named) - _MOST_NAMED),
                            "by": unit.actor.name,
                        },
                        buttons=[button("roadmap-digest-open", f"roadmap-list:{place}")],
                    )
                )
    await plan(unit, rows)


def _line(before: Activity, after: Activity) -> str:
    """A moved row in signs that need no language: its number, words and days."""
    days = " → ".join(_written(deadline_of(one)) for one in (before, after))
    return f"• {after.number} {clip(after.title, LINE_LIMIT)}: {days}"


def _written(deadline: Deadline) -> str:
    start, end = (day and f"{day:%d.%m.%Y}" for day in (deadline.start, deadline.end))
    return f"{start}-{end}" if start and end and start != end else end or start or "—"


def _changed(one: Difference) -> Changed:
    row = one.after or one.before
    if row is None:
        raise LookupError("a difference without a row")
    return Changed(
        change=one.change,
        number=row.number,
        title=row.title,
        old_title=one.before.title if one.before else "",
        before=deadline_of(one.before) if one.before else None,
        after=deadline_of(one.after) if one.after else None,
    )
