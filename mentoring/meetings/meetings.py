"""Meetings: a mentor records what took place, both sides look back on theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from core.errors import NotAllowed, Refusal
from db.queries import meetings as queries
from db.queries.telling import PAIR_SIDE, plan_for
from db.types import AnyRow
from mentoring.access import oneself, use_case
from mentoring.letters import day
from mentoring.meetings.cycle import KINDS, next_kind
from mentoring.meetings.feedback import MARKS, OPEN_FOR
from mentoring.notices import button, notice
from mentoring.pairs.states import RUNNING
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

NOTE_LIMIT = 1000
# What a record may say of a meeting's length; the usual one is proposed.
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 600
USUAL_MINUTES = 45


@dataclass(frozen=True, slots=True)
class MyPair:
    """A running pair of a mentor: the mentees' names and the kind of meeting that comes next."""

    id: int
    mentees: tuple[str, ...]
    next_kind: str


@dataclass(frozen=True, slots=True)
class MyMeeting:
    """A meeting as one of its sides sees it: only their own mark and words.

    The note is the mentor's: their mentees get an empty one.
    """

    id: int
    held_on: date
    kind: str
    minutes: int
    side: Role
    partners: tuple[str, ...]
    note: str
    mark: int | None
    words: str
    # Whether a mark may be given or changed now.
    is_open: bool


@use_case(Permission.LOG_MEETING, target=oneself)
async def my_pairs(unit: Unit) -> list[MyPair]:
    """The running pairs in which the actor is a mentor, the oldest first."""
    rows = await queries.pairs_of_mentor(unit.session, unit.me)
    found = []
    for pair_id, group in groupby(rows, key=lambda row: row.id):
        members = list(group)
        mentees = {row.person_id: row.mentee for row in members}
        kinds = {row.kind for row in members if row.kind is not None}
        found.append(MyPair(pair_id, tuple(mentees.values()), next_kind(kinds)))
    return found


@use_case(Permission.LOG_MEETING, target=oneself)
async def record(
    unit: Unit, *, pair_id: int, held_on: date, minutes: int, kind: str, note: str = ""
) -> int:
    """Record a meeting and ask its mentees how it was. Returns its id.

    Raises Refusal for a day to come, one before the pair, a length out of bounds, a pair that has
    ended, and a meeting of that kind recorded for that day already.
    """
    if kind not in KINDS:
        raise NotAllowed
    if held_on > unit.today():
        raise Refusal("meeting-future", day=held_on)
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        raise Refusal("meeting-minutes", shortest=SHORTEST_MINUTES, longest=LONGEST_MINUTES)
    if len(note) > NOTE_LIMIT:
        raise Refusal("input-too-long", limit=NOTE_LIMIT, length=len(note))
    meeting_id = await queries.record(
        unit.session,
        pair_id=pair_id,
        me=unit.me,
        held_on=held_on,
        minutes=minutes,
        kind=kind,
        note=note,
        now=unit.now,
    )
    if meeting_id is None:
        raise await _why_not(unit, pair_id, held_on)
    await _ask_mentees(unit, pair_id, meeting_id, held_on)
    return meeting_id


async def _why_not(unit: Unit, pair_id: int, held_on: date) -> Refusal:
    pair = await queries.pair_of_mentor(unit.session, pair_id, unit.me)
    if pair is None:
        return NotAllowed()
    if pair.ended_on is not None:
        return Refusal("meeting-pair-over")
    if pair.status not in RUNNING:
        return Refusal("meeting-pair-not-begun")
    if held_on < pair.started_on:
        return Refusal("meeting-before-pair", day=pair.started_on)
    return Refusal("meeting-exists", day=held_on)


async def _ask_mentees(unit: Unit, pair_id: int, meeting_id: int, held_on: date) -> None:
    row = notice(
        unit,
        unique=f"feedback:{meeting_id}",
        message="feedback-prompt",
        args={"day": day(held_on), "mentor": unit.actor.name},
        buttons=[
            button("feedback-mark", f"feedback:{meeting_id}:{mark}", mark=mark) for mark in MARKS
        ],
    )
    await plan_for(unit.session, row, PAIR_SIDE, pair=pair_id, side=Role.MENTEE)
    unit.wakes.add("sender")


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def mine(unit: Unit) -> list[MyMeeting]:
    """The actor's meetings on either side, the newest first."""
    rows = await queries.of_person(unit.session, unit.me)
    return [_view(unit, list(partners)) for _, partners in groupby(rows, key=lambda row: row.id)]


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def my_meeting(unit: Unit, *, meeting_id: int) -> MyMeeting:
    """One of the actor's meetings. Raises NotAllowed when it is not theirs."""
    rows = await queries.one_of_person(unit.session, unit.me, meeting_id)
    if not rows:
        raise NotAllowed
    return _view(unit, rows)


def _view(unit: Unit, rows: Sequence[AnyRow]) -> MyMeeting:
    first = rows[0]
    side = Role(first.side)
    return MyMeeting(
        id=first.id,
        held_on=first.held_on,
        kind=first.kind,
        minutes=first.minutes,
        side=side,
        partners=tuple(row.partner for row in rows),
        note=first.note if side is Role.MENTOR else "",
        mark=first.mark,
        words=first.words or "",
        is_open=first.given_at is None or first.given_at > unit.now - OPEN_FOR,
    )
