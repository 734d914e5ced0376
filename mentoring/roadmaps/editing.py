"""The curator corrects a draft: words of a row, its place, rows taken out and put in."""

import re

from core.errors import Refusal
from db.models import Activity, Roadmap
from db.queries import roadmaps as queries
from mentoring.access import owner, use_case
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.deadlines import Deadline, Kind
from mentoring.roadmaps.drafts import check_mine_yet, drafted
from mentoring.roadmaps.records import deadline_columns
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.roles import Permission
from mentoring.unit import Unit

TITLE_INPUT_LIMIT = 1000
# As many as a document may have.
MOST_ROWS = 500
_MOST_EXECUTORS = 20
_BETWEEN_EXECUTORS = re.compile(r"[;\n,]")
_LAST_NUMBER = re.compile(r"(\d+)(\D*)$")
_NUMBER_LIMIT = 60


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def rename(unit: Unit, *, activity_id: int, title: str) -> None:
    """Give a row of a draft another title."""
    activity, _roadmap, _left = await drafted(unit, activity_id, lock=True)
    activity.title = _visible(title)
    await unit.session.flush()


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def assign(unit: Unit, *, activity_id: int, names: str) -> None:
    """Name the executors: separated by commas, semicolons or line breaks."""
    activity, _roadmap, _left = await drafted(unit, activity_id, lock=True)
    parts = (one_line(part) for part in _BETWEEN_EXECUTORS.split(names))
    found = [part for part in parts if part]
    activity.responsible = found[:_MOST_EXECUTORS]
    await unit.session.flush()


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def expect(unit: Unit, *, activity_id: int, result: str) -> None:
    """Say what is to come of a row: the documents that prove it done."""
    activity, _roadmap, _left = await drafted(unit, activity_id, lock=True)
    lines = (one_line(line) for line in result.splitlines())
    activity.result = "\n".join(line for line in lines if line)
    await unit.session.flush()


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def remove(unit: Unit, *, activity_id: int, removed: bool) -> None:
    """Leave a row out of the plan, or take it in again."""
    activity, _roadmap, _left = await drafted(unit, activity_id, lock=True)
    activity.removed_at = unit.now if removed else None
    await unit.session.flush()


@use_case(Permission.KEEP_ROADMAP, target=owner(Activity, "activity_id"))
async def move(unit: Unit, *, activity_id: int, up: bool) -> bool:
    """Move a row one place up or down; at a section's edge, into the next section.

    False when there is nowhere to go.
    """
    activity, roadmap, _left = await drafted(unit, activity_id, lock=True)
    other = await queries.beside(unit.session, roadmap.id, activity.position, up=up)
    if other is None:
        return False
    if other.section != activity.section:
        activity.section = other.section
        await unit.session.flush()
    else:
        await queries.swap(unit.session, activity, other)
    return True


@use_case(Permission.KEEP_ROADMAP, target=owner(Roadmap, "roadmap_id"))
async def add(unit: Unit, *, roadmap_id: int, title: str, after: int = 0) -> int:
    """Add a row behind the row `after` (an id), else at the end. Returns its id.

    It has no deadline yet. Raises Refusal when the draft is full.
    """
    roadmap = await queries.locked(unit.session, roadmap_id)
    if roadmap.status != RoadmapStatus.DRAFT:
        raise Refusal("roadmap-draft-gone")
    await check_mine_yet(unit, roadmap_id)
    title = _visible(title)
    rows = await queries.all_rows(unit.session, roadmap_id)
    if len(rows) >= MOST_ROWS:
        raise Refusal("roadmap-draft-full", limit=MOST_ROWS)
    before = next((row for row in rows if row.id == after), rows[-1] if rows else None)
    position = before.position + 1 if before else 0
    await queries.make_room(unit.session, roadmap_id, position)
    created = Activity(
        organisation_id=roadmap.organisation_id,
        roadmap_id=roadmap_id,
        position=position,
        number=_next_number(before.number if before else "0", {row.number for row in rows}),
        section=before.section if before else "",
        title=title,
        is_section=False,
        deadline_text="",
        responsible=[],
        result="",
        warnings=[],
        doubtful=False,
        **deadline_columns(Deadline(Kind.NONE)),
    )
    unit.session.add(created)
    await unit.session.flush()
    return created.id


def _visible(title: str) -> str:
    line = one_line(title)
    if not line:
        raise Refusal("input-empty")
    return line


def _next_number(number: str, taken: set[str]) -> str:
    """The first free number behind `number`: 1.4 behind 1.3, or 1.7 where 1.4 to 1.6 exist."""
    found = _LAST_NUMBER.search(number)
    if found is None:
        return "+"
    last = int(found[1][:9])
    while True:
        last += 1
        after = f"{number[: found.start()]}{last}{found[2]}"[:_NUMBER_LIMIT]
        if after not in taken:
            return after
