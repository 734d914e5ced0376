"""Meetings that come round as calendars keep them: one entry with a rule, and its exceptions.

A meeting that was moved falls out of its rule and stands beside it as a meeting of its own.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from db.models import Meeting, MeetingSlot
from db.queries import meeting_slots
from documents.calendar_file import Appointment
from mentoring import holidays
from mentoring.meetings.plans import Plan
from mentoring.meetings.repeats import occurrences, parse, within
from mentoring.meetings.status import AHEAD, PAST
from mentoring.quiet import at_minute
from mentoring.unit import Unit
from mentoring.workdays import is_holiday

_DAY = timedelta(days=1)
_SUMMER = (8, 31)
_AUTUMN = 9


def falls_out(day: date, breaks: holidays.Holidays) -> bool:
    """Whether nothing comes of a rule on a day. A Saturday that a rule names is no obstacle."""
    return is_holiday(day) or breaks.covers(day)


async def entries(unit: Unit, plans: Sequence[Plan], title: dict[int, str]) -> list[Appointment]:
    """Meetings for a calendar; those that come round are one entry. `title`: of each, by its id."""
    round_about = {plan.slot_id: plan for plan in plans if plan.rule and plan.slot_id is not None}
    found = [_single(plan, title[plan.id]) for plan in plans if not plan.rule]
    breaks = await holidays.of(unit, {plan.organisation_id for plan in round_about.values()})
    rows = await meeting_slots.of_slots(unit.session, round_about)
    for slot, group in groupby(rows, key=lambda row: row[0]):
        plan = round_about[slot.id]
        meetings = [meeting for _slot, meeting in group]
        found += _series(unit, plan, title[plan.id], slot, meetings, breaks[plan.organisation_id])
    return found


def _single(plan: Plan, title: str) -> Appointment:
    return Appointment(
        f"meeting-{plan.id}@mentoring", title, plan.starts_at, plan.minutes, plan.place
    )


def _series(  # noqa: PLR0917
    unit: Unit,
    plan: Plan,
    title: str,
    slot: MeetingSlot,
    meetings: Sequence[Meeting],
    breaks: holidays.Holidays,
) -> Iterator[Appointment]:
    """The rule of a slot without what fell out of it, and its meetings that are held elsewhere."""
    rule = within(plan.rule, _end_of_year(slot.starts_on))
    last = parse(rule).until or slot.starts_on
    live = {one.held_on: one for one in meetings if one.status in (*AHEAD, *PAST)}
    gone = {one.held_on for one in meetings} - live.keys()
    today = unit.today(slot.zone)
    out = [
        day
        for day in occurrences(rule, slot.starts_on, after=slot.starts_on - _DAY, through=last)
        if day not in live and (day in gone or day <= today or falls_out(day, breaks))
    ]
    uid = f"meetings-{slot.id}@mentoring"
    yield Appointment(
        uid,
        title,
        _at(slot, slot.starts_on),
        slot.minutes,
        slot.place,
        rule=rule,
        last=_at(slot, last, end_of_day=True),
        but=tuple(_at(slot, day) for day in out),
    )
    for day, one in live.items():
        usual = (slot.place, slot.minutes)
        if one.starts_at is not None and (one.place, one.minutes) != usual:
            begins = one.starts_at.astimezone(ZoneInfo(slot.zone))
            yield Appointment(uid, title, begins, one.minutes, one.place, instead_of=_at(slot, day))


def _at(slot: MeetingSlot, day: date, *, end_of_day: bool = False) -> datetime:
    minute = 24 * 60 - 1 if end_of_day else slot.minute
    return at_minute(day, minute, slot.zone).astimezone(ZoneInfo(slot.zone))


def _end_of_year(starts_on: date) -> date:
    """A pair without a term meets till the end of the school year."""
    month, day = _SUMMER
    return date(starts_on.year + (starts_on.month >= _AUTUMN), month, day)
