"""A curator's pairs: who works with whom, how it goes, when it is over."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from core.errors import NotAllowed, Refusal
from db.models import Pair
from db.queries import pair_orders
from db.queries import pairs as queries
from db.types import AnyRow
from mentoring.access import organisation, owner, use_case
from mentoring.bank import pairing
from mentoring.pairs.introducing import introduce
from mentoring.pairs.moving import begin
from mentoring.pairs.states import Deed, State
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

# How many meetings a pair's card shows; all of them are in its journal.
SHOWN_MEETINGS = 8


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair as lists show it: names, meetings held, the day of the last one."""

    id: int
    status: State
    mentors: tuple[str, ...]
    mentees: tuple[str, ...]
    started_on: date
    ended_on: date | None
    paused_until: date | None
    held: int
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be in a pair, with the running pairs they have on that side."""

    id: int
    name: str
    pairs: int


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting on a pair's card. Marks and words are by side, in the order they were given."""

    held_on: date
    kind: str
    minutes: int
    note: str
    marks: dict[Role, list[int]] = field(default_factory=dict)
    words: list[tuple[Role, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PairCard:
    """A pair with its newest meetings, at most SHOWN_MEETINGS."""

    pair: PairView
    meetings: list[MeetingView]
    # Number and day of the first order about it.
    order: tuple[str, date] | None = None


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[PairView]:
    """All pairs of a school, running and ended, the newest first."""
    rows = await queries.of_organisation(unit.session, organisation_id)
    return [_view(unit, list(members)) for _, members in groupby(rows, key=lambda row: row.id)]


def _view(unit: Unit, rows: Sequence[AnyRow]) -> PairView:
    first, today = rows[0], unit.today()
    # Of a pair that everybody has left, those who were in it.
    present = [row for row in rows if row.left_on is None] or rows
    return PairView(
        id=first.id,
        status=State(first.status),
        mentors=tuple(shown(row, today) for row in present if row.side == Role.MENTOR),
        mentees=tuple(shown(row, today) for row in present if row.side == Role.MENTEE),
        started_on=first.started_on,
        ended_on=first.ended_on,
        paused_until=first.paused_until,
        held=first.held,
        last_on=first.last_on,
    )


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def candidates(unit: Unit, *, organisation_id: int, side: Role) -> list[Candidate]:
    """Who may take a side, those without a pair first."""
    rows = await queries.candidates(unit.session, organisation_id, side)
    return [Candidate(row.id, shown(row, unit.today()), row.pairs) for row in rows]


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def proposed(
    unit: Unit, *, organisation_id: int, mentor_id: int, mentee_id: int
) -> tuple[str, str]:
    """The names of a mentor and a mentee of the school who could become a pair.

    Raises Refusal for one person on both sides, NotAllowed for somebody without that seat.
    """
    return await names_of(unit, organisation_id, mentor_id, mentee_id)


async def names_of(
    unit: Unit, organisation_id: int, mentor_id: int, mentee_id: int
) -> tuple[str, str]:
    if mentor_id == mentee_id:
        raise Refusal("pair-of-one")
    sides = [(mentor_id, Role.MENTOR), (mentee_id, Role.MENTEE)]
    rows = await queries.seated(unit.session, organisation_id, sides)
    names = {row.role: shown(row, unit.today()) for row in rows}
    if len(names) != len(sides):
        raise NotAllowed
    return names[Role.MENTOR], names[Role.MENTEE]


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def create(unit: Unit, *, organisation_id: int, mentor_id: int, mentee_id: int) -> int:
    """Make a pair that works from today, and tell both. Returns its id.

    Raises Refusal when they already are one.
    """
    mentor, mentee = await names_of(unit, organisation_id, mentor_id, mentee_id)
    sides = [(mentor_id, str(Role.MENTOR)), (mentee_id, str(Role.MENTEE))]
    pair_id = await begin(
        unit,
        Deed.ACTIVATE,
        organisation_id=organisation_id,
        sides=sides,
        programme_id=await queries.programme_of(unit.session, organisation_id, sides),
    )
    if pair_id is None:
        raise Refusal("pair-exists", mentor=mentor, mentee=mentee)
    await pairing.paired(unit, organisation_id, sides)
    await introduce(unit, pair_id)
    return pair_id


@use_case(Permission.SEE_MEETINGS, target=owner(Pair, "pair_id"))
async def card(unit: Unit, *, pair_id: int) -> PairCard:
    """A pair with its newest meetings and what both sides said of them."""
    pair = _view(unit, await queries.one(unit.session, pair_id))
    rows = await queries.timeline(unit.session, pair_id, SHOWN_MEETINGS)
    meetings = [_meeting(list(marks)) for _, marks in groupby(rows, key=lambda row: row.id)]
    signed = await pair_orders.of_pair(unit.session, pair_id)
    first = next(((one.number, one.day) for one in signed if one.number and one.day), None)
    return PairCard(pair, meetings, first)


def _meeting(rows: Sequence[AnyRow]) -> MeetingView:
    first = rows[0]
    view = MeetingView(first.held_on, first.kind, first.minutes, first.note)
    for row in rows:
        if row.mark is not None:
            view.marks.setdefault(Role(row.side), []).append(row.mark)
            if row.words:
                view.words.append((Role(row.side), row.words))
    return view
