"""Meetings: either side records what took place."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from core.errors import NotAllowed, Refusal
from db.models import MeetingFile
from db.queries import meeting_records as records
from db.queries import meetings as queries
from db.queries.telling import MEETING_OTHERS, delivered, drop, plan_for
from mentoring.access import oneself, use_case
from mentoring.letters import day
from mentoring.meetings import attendance
from mentoring.meetings.cycle import KINDS, next_kind, skipped
from mentoring.meetings.feedback import MARKS, prompt_key
from mentoring.meetings.status import PAST, Status
from mentoring.notices import button, notice
from mentoring.pairs.states import RUNNING
from mentoring.people.naming import shown
from mentoring.plans import tasks
from mentoring.roadmaps.receiving import Incoming, kept
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

NOTE_LIMIT = 1000
# What a record may say of a meeting's length; the usual one is proposed.
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 600
USUAL_MINUTES = 45
MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class MyPair:
    """A running pair of the actor's: who is on the other side, what it has had, what comes next."""

    id: int
    organisation_id: int
    side: Role
    # Ids and names of the other side.
    partners: dict[int, str]
    had: frozenset[str]
    video_link: str = ""
    # What they are called in full, and in the messenger: for reading what is told, never shown.
    full_names: tuple[str, ...] = field(default=(), repr=False)
    telegram_ids: frozenset[int | None] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.partners.values())

    @property
    def next_kind(self) -> str:
        return next_kind(self.had)

    @property
    def is_group(self) -> bool:
        """A mentor's pair with several mentees: there is a roll to be called."""
        return self.side is Role.MENTOR and len(self.partners) > 1

    def skipped(self, kind: str) -> list[str]:
        return skipped(self.had, kind)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A meeting in the records; `tasks`: how many have landed in the personal programme.

    `known_by`: who had recorded it before, with which length; `asked_in`: the message that has
    asked the actor about it.
    """

    id: int
    tasks: int = 0
    known_by: str = ""
    minutes: int = 0
    asked_in: int = 0


@dataclass(frozen=True, slots=True)
class Already:
    """A meeting of the day there is: its ordinal, who has recorded it if not the actor.

    `begins`: of one planned for later, its local beginning.
    """

    ordinal: int
    by: str
    minutes: int
    begins: datetime | None = None


@use_case(Permission.LOG_MEETING, target=oneself)
async def my_pairs(unit: Unit) -> list[MyPair]:
    """The running pairs in which the actor is, the oldest first."""
    rows = await queries.pairs_of(unit.session, unit.me)
    found = []
    for pair_id, group in groupby(rows, key=lambda row: row.id):
        members = list(group)
        first = members[0]
        partners = {row.person_id: shown(row, unit.today()) for row in members}
        had = frozenset(row.kind for row in members if row.kind is not None)
        found.append(
            MyPair(
                pair_id,
                first.organisation_id,
                Role(first.side),
                partners,
                had,
                first.video_link,
                tuple({row.person_id: row.name for row in members}.values()),
                frozenset(row.telegram_id for row in members),
            )
        )
    return found


@use_case(Permission.LOG_MEETING, target=oneself)
async def agreed_before(unit: Unit, *, pair_id: int) -> str:
    """What a pair of the actor's agreed upon last. Raises NotAllowed for another's."""
    if await queries.pair_of(unit.session, pair_id, unit.me) is None:
        raise NotAllowed
    return await queries.agreed_before(unit.session, pair_id)


@use_case(Permission.LOG_MEETING, target=oneself)
async def record(
    unit: Unit,
    *,
    pair_id: int,
    held_on: date,
    minutes: int,
    kind: str,
    note: str = "",
    shared_note: str = "",
    agreed: str = "",
    absent: Collection[int] = (),
    files: Sequence[Incoming] = (),
    planned_id: int = 0,
    beyond: int = 0,
) -> Recorded:
    """Record a meeting and ask the others how it was. `planned_id`: which planned one it was.

    What the partner has recorded already is confirmed: it is one meeting. `beyond`: it is another
    than those of the day up to this ordinal (see `already`). Raises Refusal for a day to come, one
    before the pair and its season, a length out of bounds, a pair that has ended, and a meeting of
    that kind the actor recorded for that day already.
    """
    if kind not in KINDS:
        raise NotAllowed
    _check(unit, held_on, minutes, (note, shared_note, agreed))
    if planned_id:
        await records.settle_planned(unit.session, planned_id, pair_id, unit.me, held_on, kind)
    told = {"held_on": held_on, "kind": kind, "planned_id": planned_id, "beyond": beyond}
    meeting_id = await records.record(
        unit.session,
        pair_id=pair_id,
        me=unit.me,
        minutes=minutes,
        note=note,
        shared_note=shared_note,
        agreed=agreed,
        now=unit.now,
        **told,
    )
    if meeting_id is None:
        found = await _recorded_before(unit, pair_id, told)
        await records.add_words(unit.session, found.id, shared_note, agreed)
    else:
        found = Recorded(meeting_id)
    if absent:
        await attendance.call_roll(unit, found.id, absent)
    if files:
        await keep_files(unit, found.id, pair_id, files)
    if meeting_id is not None:
        await _ask_others(unit, pair_id, found.id, held_on, minutes)
    landed = await tasks.land(unit, pair_id=pair_id, meeting_id=found.id, agreed=agreed)
    return replace(found, tasks=landed)


def _check(unit: Unit, held_on: date, minutes: int, texts: Iterable[str]) -> None:
    if held_on > unit.today():
        raise Refusal("meeting-future", day=held_on)
    if not SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        raise Refusal("meeting-minutes", shortest=SHORTEST_MINUTES, longest=LONGEST_MINUTES)
    for text in texts:
        if len(text) > NOTE_LIMIT:
            raise Refusal("input-too-long", limit=NOTE_LIMIT, length=len(text))


@use_case(Permission.LOG_MEETING, target=oneself)
async def already(
    unit: Unit, *, pair_id: int, held_on: date, kind: str, planned_id: int = 0, beyond: int = 0
) -> Already | None:
    """What `record` would take a meeting for, where it is recorded, or planned for later.

    None: a new one, or one that was planned and has begun.
    """
    if await queries.pair_of(unit.session, pair_id, unit.me) is None:
        raise NotAllowed
    told = {"held_on": held_on, "kind": kind, "planned_id": planned_id, "beyond": beyond}
    there = await records.meant(unit.session, pair_id, unit.me, now=unit.now, **told)
    if there is None:
        return None
    if there.status == Status.PLANNED:
        if there.id == planned_id or there.starts_at <= unit.now:
            return None
        begins = there.starts_at.astimezone(ZoneInfo(there.zone))
        return Already(there.ordinal, "", there.minutes, begins)
    by = "" if there.logged_by == unit.me else await _recorder(unit, pair_id, there.logged_by)
    return Already(there.ordinal, by, there.minutes)


@use_case(Permission.LOG_MEETING, target=oneself)
async def proposed(unit: Unit, *, pair_id: int, held_on: date, kind: str) -> tuple[str, int]:
    """For a meeting told of without its kind: the kind to propose, the planned one it may be.

    That of the one recorded for the day already, as it may be the same; else `kind`, which comes
    next in the cycle. One planned for later is to be asked about: its own.
    """
    if await queries.pair_of(unit.session, pair_id, unit.me) is None:
        raise NotAllowed
    there = await records.told_of(unit.session, pair_id, unit.me, held_on, unit.now)
    if there is None:
        return kind, 0
    begun = there.status == Status.PLANNED and there.starts_at <= unit.now
    return (kind, there.id) if begun else (there.kind, 0)


async def _recorder(unit: Unit, pair_id: int, logged_by: int) -> str:
    people = await queries.people_of(unit.session, pair_id)
    by = [shown(row, unit.today()) for row in people if row.person_id == logged_by]
    return ", ".join(by) or "?"


async def _recorded_before(unit: Unit, pair_id: int, told: dict[str, Any]) -> Recorded:
    """`told`: of the arguments of `record`, those that say which meeting it is."""
    held_on = told["held_on"]
    pair = await queries.pair_of(unit.session, pair_id, unit.me)
    if pair is None:
        if await queries.has_left(unit.session, pair_id, unit.me):
            raise Refusal("meeting-pair-left")
        raise NotAllowed
    if pair.ended_on is not None:
        raise Refusal("meeting-pair-over")
    if pair.status not in RUNNING:
        raise Refusal("meeting-pair-not-begun")
    first_day = min(pair.started_on, pair.season_on or pair.started_on)
    if held_on < first_day:
        raise Refusal("meeting-before-pair", day=first_day)
    there = await records.meant(unit.session, pair_id, unit.me, now=unit.now, **told)
    if there is None or there.status not in PAST or there.logged_by == unit.me:
        raise Refusal("meeting-exists", day=held_on)
    await records.confirm(unit.session, there.id, unit.me, unit.now)
    # The screen asks for the mark: a message that asks for it too is one too many.
    prompt = prompt_key(there.id, unit.me)
    await drop(unit.session, prompt)
    asked_in = await delivered(unit.session, prompt)
    by = await _recorder(unit, pair_id, there.logged_by)
    return Recorded(there.id, 0, by, there.minutes, asked_in)


async def keep_files(unit: Unit, meeting_id: int, pair_id: int, files: Sequence[Incoming]) -> None:
    """Put files to a meeting whose rights were checked."""
    pair = await queries.pair_of(unit.session, pair_id, unit.me)
    if pair is None:
        raise NotAllowed
    for file in files[:MOST_FILES]:
        row = await kept(unit, pair.organisation_id, file)
        unit.session.add(
            MeetingFile(meeting_id=meeting_id, file_id=row.id, organisation_id=pair.organisation_id)
        )
    await unit.session.flush()


async def _ask_others(
    unit: Unit, pair_id: int, meeting_id: int, held_on: date, minutes: int
) -> None:
    """One prompt to each: it confirms the meeting and takes the mark, or says there was none."""
    marks = [button("feedback-mark", f"feedback:{meeting_id}:{mark}", mark=mark) for mark in MARKS]
    row = notice(
        unit,
        unique=prompt_key(meeting_id),
        message="feedback-prompt",
        args={"day": day(held_on), "who": shown(unit.actor, unit.today()), "minutes": minutes},
        buttons=[*marks, button("feedback-was-none", f"meeting-none:{meeting_id}")],
    )
    await plan_for(unit.session, row, MEETING_OTHERS, pair=pair_id, me=unit.me, meeting=meeting_id)
    unit.wakes.add("sender")
