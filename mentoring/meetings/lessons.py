"""When a school has lessons: the usual hours, or what the school has settled."""

import re
from datetime import date

from core.errors import Refusal
from db.queries import meeting_plans as queries
from db.queries.planning import has_six_days
from mentoring import holidays
from mentoring.access import organisation, use_case
from mentoring.quiet import USUAL, Lessons, has_lessons
from mentoring.roles import Permission
from mentoring.unit import Unit

_HOURS = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:[-\u2013\u2014]|\w{2})\s*(\d{1,2})[:.](\d{2})")
_DAY_MINUTES = 24 * 60


async def hours_of(unit: Unit, organisation_id: int) -> Lessons:
    """From the first bell to the last; no rights are asked, for there is nothing to hide."""
    row = await queries.lessons(unit.session, organisation_id)
    return Lessons(row.starts, row.ends) if row is not None else USUAL


class Timetable:
    """A school's lessons by day: none on days off and in holidays."""

    def __init__(
        self, lessons: Lessons, breaks: holidays.Holidays, *, six_days: bool = False
    ) -> None:
        self.lessons = lessons
        self._breaks = breaks
        self._six_days = six_days

    def on(self, day: date) -> tuple[int, int] | None:
        if not has_lessons(day, six_days=self._six_days) or self._breaks.covers(day):
            return None
        return self.lessons.starts, self.lessons.ends


async def timetable(unit: Unit, organisation_id: int) -> Timetable:
    breaks = (await holidays.of(unit, [organisation_id]))[organisation_id]
    six_days = await has_six_days(unit.session, organisation_id)
    return Timetable(await hours_of(unit, organisation_id), breaks, six_days=six_days)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def present(unit: Unit, *, organisation_id: int) -> Lessons:
    """The hours in force."""
    return await hours_of(unit, organisation_id)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def settle(unit: Unit, *, organisation_id: int, text: str) -> Lessons:
    """Take the hours as typed: "8:30-14:30". Raises Refusal for what are none."""
    found = _HOURS.fullmatch(text.strip())
    starts, ends = (
        (int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4]))
        if found
        else (0, 0)
    )
    if not 0 < starts < ends < _DAY_MINUTES:
        raise Refusal("lessons-not-read")
    await queries.set_lessons(unit.session, organisation_id, starts, ends, unit.me)
    return Lessons(starts, ends)
