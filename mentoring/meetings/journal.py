"""How the meetings go: a curator's list by pair, a pair's timeline, a month as a picture."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from core.translator import Words
from db.models import Pair
from db.queries import meeting_views as queries
from db.types import AnyRow
from documents.picture import Cell, HeatMap, draw_map
from documents.workbook import Sheet, workbook
from mentoring.access import oneself, organisation, owner, use_case
from mentoring.audit import record as audit
from mentoring.files import Made, file_maker, send_file
from mentoring.meetings import own
from mentoring.meetings.status import Status
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit
from mentoring.words import words_in

_DAY = timedelta(days=1)
_WEEK = 7
# For so long after a meeting a mark may be given: what is older is waited for no more.
_WAITED = timedelta(days=10)
_COLUMNS = ("mentors", "mentees", "planned", "held", "missed", "marks", "last")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a pair's meetings go. `share`: given marks of those there could be, in per cent."""

    pair_id: int
    mentors: str
    mentees: str
    planned: int
    held: int
    missed: int
    disputed: int
    share: int | None
    last_on: date | None
    # Days since the last meeting, or since the pair began.
    silent: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting in a pair's timeline; marks by side."""

    id: int
    status: Status
    held_on: date
    kind: str
    minutes: int
    reason: str
    agreed: str
    confirmed: bool
    marks: dict[str, list[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Month:
    """What a person did in one month."""

    first: date
    meetings: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Glance:
    """What the main menu says: meetings of today, proposals, meetings others say nothing of."""

    today: int
    proposed: int
    waiting: int


@use_case(Permission.SEE_MEETINGS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Standing]:
    """The running pairs, the one that met longest ago first."""
    names: dict[tuple[int, str], list[str]] = defaultdict(list)
    today = unit.today()
    for row in await queries.people(unit.session, organisation_id):
        names[row.pair_id, row.side].append(shown(row, today))
    rows = await queries.by_pair(unit.session, organisation_id)
    return [_standing(row, names, today) for row in rows]


def _standing(row: AnyRow, names: dict[tuple[int, str], list[str]], today: date) -> Standing:
    possible = row.held * row.members - row.absent
    return Standing(
        pair_id=row.id,
        mentors=", ".join(names[row.id, Role.MENTOR]),
        mentees=", ".join(names[row.id, Role.MENTEE]),
        planned=row.planned,
        held=row.held,
        missed=row.missed,
        disputed=row.disputed,
        share=round(100 * min(row.given, possible) / possible) if possible > 0 else None,
        last_on=row.last_on,
        silent=(today - (row.last_on or row.started_on)).days,
    )


@use_case(Permission.SEE_MEETINGS, target=owner(Pair, "pair_id"))
async def timeline(unit: Unit, *, pair_id: int, offset: int = 0, limit: int) -> list[Entry]:
    """A stretch of a pair's meetings whatever became of them, the newest first."""
    rows = await queries.timeline(unit.session, pair_id, offset=offset, limit=limit)
    return [_entry(list(marks)) for _, marks in groupby(rows, key=lambda row: row.id)]


def _entry(rows: Sequence[AnyRow]) -> Entry:
    first = rows[0]
    entry = Entry(
        id=first.id,
        status=Status(first.status),
        held_on=first.held_on,
        kind=first.kind,
        minutes=first.minutes,
        reason=first.reason,
        agreed=first.agreed,
        confirmed=first.confirmed_at is not None,
    )
    for row in rows:
        if row.mark is not None:
            entry.marks.setdefault(row.side, []).append(row.mark)
    return entry


@use_case(Permission.SEE_MEETINGS, target=organisation("organisation_id"))
async def export(unit: Unit, *, organisation_id: int) -> None:
    """Send the actor the list by pair as a spreadsheet; the audit notes it."""
    audit(unit, organisation_id, "meetings-exported")
    await send_file(unit, "meetings-export", organisation=organisation_id)


@file_maker("meetings-export")
async def make_export(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    words, today = words_in(unit.actor.locale), unit.today()
    found = await listed(unit, organisation_id=int(args["organisation"]))
    rows = [
        (
            one.mentors,
            one.mentees,
            one.planned,
            one.held,
            one.missed,
            "" if one.share is None else one.share,
            one.last_on,
        )
        for one in found
    ]
    head = [words.plain(f"journal-column-{column}") for column in _COLUMNS]
    data = await asyncio.to_thread(workbook, [Sheet(words.plain("journal-sheet"), head, rows)])
    return Made(f"meetings-{today.isoformat()}.xlsx", data, "journal-caption", {"day": today})


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def months(unit: Unit) -> list[Month]:
    """What the actor has done by month, the newest first: meetings that took place with them."""
    there = [one for one in await own.mine(unit) if one.took_place]
    found = []
    for first, group in groupby(there, key=lambda one: one.held_on.replace(day=1)):
        done = list(group)
        found.append(Month(first, len(done), sum(one.minutes for one in done)))
    return found


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def glance(unit: Unit) -> Glance:
    """What there is to say of the actor's meetings on the main menu, by one statement."""
    today = unit.today()
    row = await queries.glance(unit.session, unit.me, today, unit.now, today - _WAITED)
    return Glance(row.today, row.proposed, row.waiting) if row else Glance(0, 0, 0)


@use_case(Permission.SEE_MEETINGS, target=organisation("organisation_id"))
async def send_month(unit: Unit, *, organisation_id: int) -> None:
    """Send the actor the school's meetings of this month as a picture."""
    await send_file(unit, "meetings-month", organisation=organisation_id)


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def send_my_month(unit: Unit) -> None:
    """Send the actor their own meetings of this month as a picture."""
    await send_file(unit, "meetings-month", organisation=0)


@use_case(Permission.SEE_MEETINGS, target=organisation("organisation_id"))
async def of_school(
    unit: Unit, *, organisation_id: int, first: date, last: date
) -> Sequence[AnyRow]:
    """How many meetings of each status the school has on each day."""
    return await queries.in_days(unit.session, first, last, organisation_id=organisation_id)


@file_maker("meetings-month")
async def make_month(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    today, place = unit.today(), int(args["organisation"])
    first = today.replace(day=1)
    last = (first + 31 * _DAY).replace(day=1) - _DAY
    if place:
        rows = await of_school(unit, organisation_id=place, first=first, last=last)
    else:
        rows = await queries.in_days(unit.session, first, last, me=unit.me)
    words = words_in(unit.actor.locale)
    picture = month_map(words, first, last, rows)
    data = await asyncio.to_thread(draw_map, picture)
    return Made("meetings.png", data, "journal-month-caption", {"day": first}, picture=True)


def month_map(words: Words, first: date, last: date, rows: Iterable[AnyRow]) -> HeatMap:
    """A month by weeks: a cell a day, its number and how many meetings there are."""
    counts: dict[date, dict[str, int]] = defaultdict(dict)
    for row in rows:
        counts[row.held_on][row.status] = row.number
    monday = first - timedelta(days=first.weekday())
    weeks = []
    while monday <= last:
        days = [monday + number * _DAY for number in range(_WEEK)]
        name = words.plain("journal-week", start=max(days[0], first), end=min(days[-1], last))
        cells = [_cell(day, counts.get(day, {}), first, last) for day in days]
        weeks.append((name, cells))
        monday += _WEEK * _DAY
    keys = (("done", "held"), ("open", "planned"), ("late", "missed"))
    return HeatMap(
        words.plain("journal-month-title", day=first),
        [
            words.plain("journal-weekday", day=date(2026, 9, 7) + number * _DAY)
            for number in range(7)
        ],
        weeks,
        [(colour, words.plain(f"journal-legend-{status}")) for colour, status in keys],
    )


def _cell(day: date, counts: dict[str, int], first: date, last: date) -> Cell:
    if not first <= day <= last:
        return Cell("", "idle", 0.0)
    held, missed = counts.get(Status.HELD, 0), counts.get(Status.MISSED, 0)
    planned = counts.get(Status.PLANNED, 0)
    total = held + missed + planned
    if not total:
        return Cell(str(day.day), "idle", 0.0)
    colour = "late" if missed else "open" if planned else "done"
    return Cell(f"{day.day} ({total})", colour)
