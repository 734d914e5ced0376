"""What comes by itself around meetings: a reminder the day before, a card after the end, a prompt
to whoever has not answered, and meetings out of times that come round.

All but the card go into the one digest of a morning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from db.models import Meeting, MeetingSlot
from db.queries import meeting_plans as queries
from db.queries import meeting_records as records
from db.queries import meeting_slots
from db.queries import meetings as past
from db.types import AnyRow
from db.upsert import upserting
from mentoring import holidays
from mentoring.daily import daily
from mentoring.digest import Line, digest_source
from mentoring.letters import Paragraph, builder, moment
from mentoring.meetings import announcing, outings, plans, series
from mentoring.meetings.cycle import next_kind
from mentoring.meetings.feedback import MARKS
from mentoring.meetings.repeats import occurrences
from mentoring.meetings.status import Status
from mentoring.notices import button
from mentoring.people.naming import shown
from mentoring.quiet import at_minute
from mentoring.roles import Role
from mentoring.unit import Unit
from mentoring.workdays import Week

_DAY = timedelta(days=1)
_WEEK = Week()
# Meetings of a time that comes round are planned so far ahead.
_AHEAD = timedelta(days=10)
# Whoever has not said what they think is asked once more after so many days; on the day after, the
# silence confirms the meeting (`mentoring.meetings.disputes.SILENCE`).
_ASKED_AGAIN = timedelta(days=2)
_LOOKED_BACK = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class _Event:
    """Something a person is told of on a day: which of the lines of a digest, of which meeting."""

    on: date
    person_id: int
    line: str
    row: AnyRow


def reminded_on(held_on: date) -> date:
    """The morning that reminds of a meeting of this day, if it is agreed upon before.

    The last working one before it: of several days off, one covers them all.
    """
    return _WEEK.on_or_before(held_on - _DAY)


def _events(rows: list[AnyRow]) -> Iterator[_Event]:
    for row in rows:
        local_day = row.held_on
        if row.status == Status.PLANNED and row.starts_at is not None:
            yield _Event(reminded_on(local_day), row.person_id, "digest-meeting-ahead", row)
            if row.side == Role.MENTOR:
                yield _Event(local_day + _DAY, row.person_id, "digest-meeting-untold", row)
        elif row.status == Status.HELD and not row.marked and row.present:
            logged = row.logged_at.astimezone(ZoneInfo(row.timezone)).date()
            yield _Event(logged + _ASKED_AGAIN, row.person_id, "digest-meeting-unmarked", row)


@digest_source(order=30)
class Meetings:
    """Meetings of tomorrow, meetings nobody has told of, and marks that are not given."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        found = await self._events(unit, until, organisation_id=organisation_id)
        return {one.person_id for one in found if since < one.on <= until}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        found = await self._events(unit, until, person_id=person_id)
        return [
            await self._line(unit, one)
            for one in found
            # A reminder of what is over by now would come too late.
            if since < one.on <= until
            and not (one.line == "digest-meeting-ahead" and one.row.starts_at <= unit.now)
        ]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        found = await self._events(unit, after, organisation_id=organisation_id)
        return min((one.on for one in found if one.on > after), default=None)

    @staticmethod
    async def _events(unit: Unit, day: date, **whose: int) -> list[_Event]:
        rows = await queries.to_tell_of(unit.session, since=day - _LOOKED_BACK, **whose)
        return list(_events(list(rows)))

    @staticmethod
    async def _line(unit: Unit, event: _Event) -> Line:
        row = event.row
        people = await past.people_of(unit.session, row.pair_id)
        names = ", ".join(shown(one, unit.today()) for one in people if one.side != row.side)
        args: dict[str, Any] = {"held_on": row.held_on, "who": names}
        if event.line == "digest-meeting-unmarked":
            args |= {"confirmed": "no" if row.logged_by != event.person_id else "yes"}
            return Line(event.line, args, button("digest-give-mark", f"meeting-ask:{row.id}"))
        begins = row.starts_at.astimezone(ZoneInfo(row.zone))
        args |= {"time": moment(begins)}
        if event.line == "digest-meeting-ahead":
            args |= {"place": row.place, "placed": "yes" if row.place else "no"}
            args["waits"] = "yes" if row.waits else "no"
            return Line(event.line, args, button("digest-open-plan", "plans"))
        return Line(event.line, args, button("digest-tell", f"after:{row.id}"))


async def _over(unit: Unit, person_id: int, day: date) -> list[plans.Plan]:
    """The actor's planned meetings of a local day whose time is over."""
    if person_id != unit.actor.person_id or unit.actor.seat(Role.MENTOR) is None:
        return []
    return [
        one
        for one in await plans.mine(unit)
        if one.status is Status.PLANNED
        and one.side is Role.MENTOR
        and one.local.date() == day
        and one.ends_at <= unit.now
    ]


@builder("meeting-after")
async def after_card(unit: Unit, person_id: int, args: dict[str, Any]) -> list[Paragraph]:
    """The card after the planned end; of several meetings one card for all."""
    over = await _over(unit, person_id, date.fromisoformat(args["day"]))
    if not over:
        return []
    if len(over) > 1:
        lines = [
            Line(
                "meeting-after-one",
                {"who": ", ".join(one.partners), "time": f"{one.local:%H:%M}"},
                button("meeting-after-button", f"after:{one.id}", time=f"{one.local:%H:%M}"),
            )
            for one in over
        ]
        return [[Line("meeting-after-several", {"count": len(over)})], lines]
    [one] = over
    marks = [button("feedback-mark", f"after-mark:{one.id}:{mark}", mark=mark) for mark in MARKS]
    told = {
        "who": ", ".join(one.partners),
        "time": moment(one.local),
        "minutes": one.minutes,
        "group": "yes" if one.is_group else "no",
    }
    buttons = [
        *([] if one.is_group else marks),
        button("meeting-after-held", f"after-held:{one.id}"),
        button("meeting-after-move", f"plan-other:{one.id}"),
        button("meeting-after-missed", f"plan-no:{one.id}"),
    ]
    return [[Line("meeting-after-card", told, buttons=tuple(buttons))]]


@builder("meeting-hour")
async def hour_before(unit: Unit, person_id: int, args: dict[str, Any]) -> list[Paragraph]:
    """One more reminder, for who has asked for it; only while the meeting is still planned."""
    if unit.actor.seat(Role.MENTOR, Role.MENTEE) is None:
        return []
    if announcing.HOUR_BEFORE not in await queries.wishes(unit.session, person_id):
        return []
    found = [one for one in await plans.mine(unit) if one.id == args["meeting"]]
    if not found or found[0].status is not Status.PLANNED or found[0].starts_at <= unit.now:
        return []
    one = found[0]
    told = {
        "who": ", ".join(one.partners),
        "time": moment(one.local),
        "place": one.place,
        "placed": "yes" if one.place else "no",
    }
    return [[Line("meeting-hour-before", told, button("digest-open-plan", "plans"))]]


@daily
async def roll_slots(unit: Unit, organisation_id: int) -> None:
    """Plan what comes round in the next days; public and school holidays are left out."""
    rows = await meeting_slots.slots(unit.session, organisation_id)
    if not rows:
        return
    breaks = (await holidays.of(unit, [organisation_id]))[organisation_id]
    for slot, group in groupby(rows, key=lambda row: row[0]):
        found = list(group)
        kind = next_kind([row.kind for row in found if row.kind])
        for day in _days(slot, unit.today(slot.zone), found[0].ends_on):
            if not series.falls_out(day, breaks):
                await _plan_one(unit, slot, day, kind)


def _days(slot: MeetingSlot, today: date, ends_on: date | None) -> Iterator[date]:
    """The days of a slot still to be planned, none behind the pair's term."""
    through = today + _AHEAD
    return occurrences(
        slot.rule,
        slot.starts_on,
        after=max(today, slot.starts_on),
        through=through if ends_on is None else min(through, ends_on),
    )


async def _plan_one(unit: Unit, slot: MeetingSlot, day: date, kind: str) -> None:
    """One meeting of a slot, unless one came of it for that day whatever became of it.

    What the pair has planned for the day by itself stands in its place.
    """
    starts_at: datetime = at_minute(day, slot.minute, slot.zone)
    if await meeting_slots.any_of_slot(unit.session, slot.id, day):
        return
    if await meeting_slots.taken(unit.session, slot.pair_id, day, kind, starts_at):
        return
    values = {
        "organisation_id": slot.organisation_id,
        "pair_id": slot.pair_id,
        "status": Status.PLANNED,
        "held_on": day,
        "starts_at": starts_at,
        "zone": slot.zone,
        "minutes": slot.minutes,
        "kind": kind,
        "ordinal": await records.next_ordinal(unit.session, slot.pair_id, day, kind),
        "setting": slot.setting,
        "place": slot.place,
        "note": "",
        "slot_id": slot.id,
        "logged_by": slot.created_by,
        "logged_at": unit.now,
    }
    statement = upserting(unit.session, Meeting).values(values)
    meeting_id = await unit.session.scalar(statement.on_conflict_do_nothing().returning(Meeting.id))
    if meeting_id is not None:
        meeting = await unit.session.get_one(Meeting, meeting_id)
        await announcing.put_on_calendars(unit, meeting)
        await outings.ask(unit, meeting)
