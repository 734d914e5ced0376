"""A representative sees a child's mentor, school, place and timetable, and can put a stop to it.

What is said in meetings and of them is not theirs to read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from core.errors import NotAllowed, Refusal
from db.queries import children as queries
from db.queries import representation
from db.types import AnyRow
from mentoring.access import oneself, use_case
from mentoring.consent import questions
from mentoring.digest import Line, digest_source
from mentoring.letters import day
from mentoring.meetings.feedback import tell_curators
from mentoring.notices import button
from mentoring.pairs import life
from mentoring.pairs.states import State
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit
from mentoring.workdays import Week

# A pause that a representative asks for: within it the curator talks to everybody.
PAUSE = timedelta(days=14)
# No answer to an outing yet.
ASKED = "asked"
_SHOWN = 5
_DAY = timedelta(days=1)
_WEEK = Week()


@dataclass(frozen=True, slots=True)
class Child:
    """A child the actor speaks for."""

    id: int
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """A pair the child is in. A group is not stopped by the representative of one."""

    id: int
    organisation_id: int
    place: str
    mentors: tuple[str, ...]
    paused: bool
    is_group: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """A planned meeting: its local beginning, minutes, where."""

    id: int
    local: datetime
    minutes: int
    place: str
    setting: str
    # Of an outing that needs the parent's yes: asked, yes, no; empty for any other.
    consent: str


@dataclass(frozen=True, slots=True)
class Card:
    """What there is to know of a child's mentoring."""

    child: Child
    pairs: tuple[Pairing, ...]
    ahead: tuple[Ahead, ...]


@use_case(Permission.SEE_CHILD, target=oneself)
async def listed(unit: Unit) -> list[Child]:
    """The children the actor speaks for."""
    rows = await representation.children(unit.session, unit.me)
    found = {row.id: Child(row.id, shown(row, unit.today()), row.place) for row in rows}
    return list(found.values())


@use_case(Permission.SEE_CHILD, target=oneself)
async def card(unit: Unit, *, child_id: int) -> Card:
    """One of them. Raises NotAllowed for somebody else's child."""
    child = next((one for one in await listed(unit) if one.id == child_id), None)
    if child is None:
        raise NotAllowed
    pairs = await _pairs(unit, child_id)
    rows = await queries.ahead(unit.session, child_id, [one.id for one in pairs], unit.now, _SHOWN)
    ahead = [
        Ahead(
            row.id,
            row.starts_at.astimezone(ZoneInfo(row.zone)),
            row.minutes,
            row.place,
            row.setting,
            (row.answer or ASKED) if row.asked else "",
        )
        for row in rows
    ]
    return Card(child, tuple(pairs), tuple(ahead))


async def _pairs(unit: Unit, child_id: int) -> list[Pairing]:
    found = []
    rows = await queries.pairs(unit.session, child_id)
    for pair_id, group in groupby(rows, key=lambda row: row.id):
        mentors = list(group)
        first = mentors[0]
        found.append(
            Pairing(
                pair_id,
                first.organisation_id,
                first.place,
                tuple(shown(row, unit.today()) for row in mentors),
                first.status == State.PAUSED,
                first.mentees > 1,
            )
        )
    return found


@use_case(Permission.SEE_CHILD, target=oneself)
async def pause(unit: Unit, *, child_id: int, stop: bool) -> date | None:
    """Let the child's pairs rest for PAUSE, and tell the curators; `stop`: it is to end.

    Ending a pair is the curators' business; till they have decided it rests. Of a group the
    curators take the child out. Returns the day the pause ends; None where only groups are meant.
    """
    found = await card(unit, child_id=child_id)
    if not found.pairs:
        raise Refusal("child-no-pair")
    until = unit.today() + PAUSE
    rests = [one for one in found.pairs if not one.is_group and not one.paused]
    for one in rests:
        await life.rest(unit, one.id, until)
    for one in found.pairs:
        await tell_curators(
            unit,
            pair_id=one.id,
            organisation_id=one.organisation_id,
            unique=f"child-stop:{one.id}:{child_id}:{unit.today()}:{stop}",
            message="child-stop",
            args={
                "child": found.child.name,
                "stop": "yes" if stop else "no",
                "group": "yes" if one.is_group else "no",
                "until": day(until),
            },
        )
    return until if rests else None


@use_case(Permission.SEE_CHILD, target=oneself)
async def ask(unit: Unit, *, child_id: int, text: str) -> None:
    """Ask the curators of the child's school; the answer comes back to this chat."""
    found = await card(unit, child_id=child_id)
    rows = [
        row for row in await representation.children(unit.session, unit.me) if row.id == child_id
    ]
    await questions.ask(unit, rows[0].organisation_id, f"{found.child.name}: {text}")


@digest_source(order=40)
class MonthOfChild:
    """A line about each child on the first working day of a month: how many meetings there were."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await _of_last_month(unit, since, until, organisation_id=organisation_id)
        return {row.representative_id for row in rows}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        rows = await _of_last_month(unit, since, until, representative_id=person_id)
        month = until.replace(day=1) - _DAY
        return [
            Line(
                "child-month",
                {
                    "child": shown(row, unit.today()),
                    "day": month.replace(day=1),
                    "held": row.held,
                    "missed": row.missed,
                },
                button("child-open", "children"),
            )
            for row in rows
        ]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        first = _first(after)
        if first <= after:
            first = _first((after.replace(day=1) + 32 * _DAY).replace(day=1))
        rows = await queries.of_month(unit.session, after, after, organisation_id=organisation_id)
        return first if rows else None


def _first(day_of: date) -> date:
    """The first working day of the month."""
    return _WEEK.on_or_after(day_of.replace(day=1))


async def _of_last_month(unit: Unit, since: date, until: date, **whose: int) -> Sequence[AnyRow]:
    """Nothing unless the month's first working day lies in (since, until]."""
    if not since < _first(until) <= until:
        return []
    last = until.replace(day=1) - _DAY
    return await queries.of_month(unit.session, last.replace(day=1), last, **whose)
