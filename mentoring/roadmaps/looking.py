"""What roadmaps in force ask of an organisation, looked at as a whole: by section, in pictures."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from babel.dates import format_date

from core.errors import Refusal
from core.ordering import natural
from core.translator import Words
from db.queries import assignments
from db.queries import roadmap_views as queries
from db.types import AnyRow
from documents.picture import (
    MOST_BARS,
    MOST_COLUMNS,
    MOST_ROWS,
    Bar,
    Cell,
    HeatMap,
    Span,
    Strip,
    draw_map,
    draw_strip,
)
from mentoring.access import organisation, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.roadmaps.board import Task
from mentoring.roadmaps.standing import Line, State, whole
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roadmaps.wording import HEAD_LIMIT, clip
from mentoring.roles import Permission
from mentoring.unit import Unit
from mentoring.words import words_in

# A strip shows no more months than these from the first of them.
_MOST_MONTHS, _FEWEST_MONTHS = 16, 4
_FAR = 10_000
_COLOURS = {State.OVERDUE: "late", State.OPEN: "open", State.CLOSED: "done"}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the plans in force, by its place among them."""

    place: int
    name: str
    total: int
    closed: int
    overdue: int


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def sections(unit: Unit, *, organisation_id: int) -> list[Section]:
    """The sections of all that is asked of an organisation, and how each stands."""
    rows = await queries.sections(unit.session, organisation_id, unit.today())
    return [
        Section(place, row.section, row.total, row.closed, row.overdue)
        for place, row in enumerate(rows)
    ]


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def tasks_of(
    unit: Unit, *, organisation_id: int, section: str, offset: int, limit: int
) -> list[Task]:
    """A page of one section's assignments, those due first at the head."""
    condition = queries.of_section(section)
    rows = await assignments.page(unit.session, organisation_id, condition, offset, limit)
    return [
        Task(row.id, row.number, row.title, row.opens_on, row.due_on, AssignmentStatus(row.status))
        for row in rows
    ]


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def ask_for(unit: Unit, *, organisation_id: int, what: str) -> None:
    """Send the actor one of the FILES of an organisation. Raises Refusal when there is no plan."""
    if what not in FILES or not await queries.titles(unit.session, organisation_id):
        raise Refusal("roadmap-nothing-to-show")
    await send_file(unit, FILES[what], place=organisation_id)


@use_case(Permission.SEE_BOARD, target=organisation("department_id"))
async def ask_for_map(unit: Unit, *, department_id: int) -> None:
    """Send the actor the map of schools by sections."""
    if not await queries.by_school(unit.session, department_id, unit.today()):
        raise Refusal("roadmap-nothing-to-show")
    await send_file(unit, "roadmap-map", place=department_id)


# What can be asked for by name -> its maker.
FILES = {
    "picture": "roadmap-picture",
    "calendar": "roadmap-calendar",
    "paper": "roadmap-paper",
    "table": "roadmap-table",
}


@file_maker("roadmap-picture")
async def make_picture(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    title, lines = await whole(unit, organisation_id=args["place"])
    if not lines:
        return None
    words, today = words_in(unit.actor.locale), unit.today()
    shown = nearest(lines, today)
    data = await asyncio.to_thread(draw_strip, strip(words, title, shown, today))
    return Made(
        name="roadmap.png",
        data=data,
        caption="roadmap-picture-caption",
        args={"title": clip(title, HEAD_LIMIT), "shown": len(shown), "total": len(lines)},
        picture=True,
        personal=False,
    )


def nearest(lines: Sequence[Line], today: date) -> list[Line]:
    """As many activities as a picture holds: those with something open before those that are
    closed, the nearest first; then in the plan's order."""

    def need(place: int) -> tuple[bool, int]:
        opened = [one for one in lines[place].stands if one.state(today) is not State.CLOSED]
        days = [abs((one.due_on - today).days) for one in opened if one.due_on]
        return not opened, min(days, default=_FAR)

    chosen = sorted(range(len(lines)), key=need)[:MOST_BARS]
    return [lines[place] for place in sorted(chosen)]


def strip(words: Words, title: str, lines: Sequence[Line], today: date) -> Strip:
    """The picture of some activities, each with its windows, over the months they lie in."""
    days = [
        day for line in lines for one in line.stands for day in (one.opens_on, one.due_on) if day
    ] or [today]
    first = min(days).replace(day=1)
    if (today - first).days < 31 * _MOST_MONTHS:
        first = min(first, today.replace(day=1))
    last = max([*days, first + timedelta(days=31 * (_FEWEST_MONTHS - 1))])
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = [
        (first.year * 12 + first.month - 1 + number) for number in range(min(count, _MOST_MONTHS))
    ]
    return Strip(
        title=title,
        first=first,
        months=[
            _month(date(number // 12, number % 12 + 1, 1), place == 0, words.language)
            for place, number in enumerate(months)
        ],
        today=today,
        today_label=words.plain("roadmap-picture-today", day=today),
        bars=[
            Bar(
                f"{line.number} {line.title}",
                [Span(one.opens_on, one.due_on, _COLOURS[one.state(today)]) for one in line.stands],
            )
            for line in lines
        ],
        legend=[
            (colour, words.plain(f"roadmap-picture-{colour}"))
            for colour in ("done", "open", "late", "idle")
        ],
    )


def _month(day: date, first: bool, language: str) -> str:
    return format_date(day, "LLL y" if first or day.month == 1 else "LLL", locale=language)


@use_case(Permission.SEE_BOARD, target=organisation("department_id"))
async def by_school(unit: Unit, *, department_id: int) -> Sequence[AnyRow]:
    """How the sections stand in each school below: numbers only."""
    return await queries.by_school(unit.session, department_id, unit.today())


@file_maker("roadmap-map")
async def make_map(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    rows = await by_school(unit, department_id=args["place"])
    if not rows:
        return None
    words = words_in(unit.actor.locale)
    heat, schools = heat_map(words, rows, unit.today())
    return Made(
        name="schools.png",
        data=await asyncio.to_thread(draw_map, heat),
        caption="roadmap-map-caption",
        args={"day": unit.today(), "shown": len(heat.rows), "total": schools},
        picture=True,
        personal=False,
    )


def heat_map(words: Words, rows: Sequence[AnyRow], today: date) -> tuple[HeatMap, int]:
    """The map, those schools with most overdue first, and how many schools there are."""
    columns: dict[str, int] = {}
    schools: dict[tuple[int, str], dict[str, AnyRow]] = {}
    for row in rows:
        columns[row.section] = min(row.place, columns.get(row.section, row.place))
        schools.setdefault((row.organisation_id, row.organisation), {})[row.section] = row
    names = sorted(columns, key=lambda name: columns[name])[:MOST_COLUMNS]
    ordered = sorted(
        schools.items(),
        key=lambda item: (-sum(one.overdue for one in item[1].values()), natural(item[0][1])),
    )
    shown = ordered[:MOST_ROWS]
    heat = HeatMap(
        title=words.plain("roadmap-map-title", day=today),
        columns=[name or words.plain("roadmap-section-none") for name in names],
        rows=[
            (name, [_cell(found.get(column)) for column in names]) for (_id, name), found in shown
        ],
        legend=[
            (colour, words.plain(f"roadmap-map-{colour}"))
            for colour in ("done", "open", "late", "idle")
        ],
    )
    return heat, len(ordered)


def _cell(row: AnyRow | None) -> Cell:
    if row is None:
        return Cell("", "idle", 0)
    text = f"{row.closed}/{row.total}"
    if row.overdue:
        return Cell(f"! {text}", "late", 0.4 + 0.6 * row.overdue / row.total)
    if row.closed == row.total:
        return Cell(text, "done")
    return Cell(text, "open", row.closed / row.total)
