"""School holidays: days without lessons, on which pairs are left in peace and staff are not.

An organisation's own list of a school year holds for it; without one, that of the nearest above it
that has one. Dates are decided by schools and regions, so none are shipped.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import Refusal
from db.models import SchoolHoliday
from db.queries import holidays as queries
from db.types import AnyRow
from mentoring.access import organisation, owner, use_case
from mentoring.roadmaps.deadlines import Kind, YearContext, read_deadline, school_span
from mentoring.roles import Permission
from mentoring.unit import Unit

NAME_LIMIT = 60
INPUT_LIMIT = 600
# Summer is the longest.
_LONGEST = timedelta(days=110)
_AUTUMN = 9
_DAY = timedelta(days=1)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Break:
    """One stretch of days without lessons, both ends included."""

    id: int
    name: str
    starts_on: date
    ends_on: date
    # Of the organisation itself, not of one above it.
    own: bool


@dataclass(frozen=True, slots=True)
class Holidays:
    """An organisation's school holidays, by day."""

    breaks: tuple[Break, ...] = ()

    def on(self, day: date) -> Break | None:
        """The holidays a day lies in."""
        return next((one for one in self.breaks if one.starts_on <= day <= one.ends_on), None)

    def covers(self, day: date) -> bool:
        return self.on(day) is not None

    def after(self, day: date) -> date:
        """The first day from `day` on that lies in no holidays."""
        while (found := self.on(day)) is not None:
            day = found.ends_on + _DAY
        return day


async def of(unit: Unit, organisations: Collection[int]) -> dict[int, Holidays]:
    """The school holidays of each organisation, in one query.

    For other areas: no rights are asked, for there is nothing to hide in them.
    """
    return await known(unit.session, organisations)


async def known(session: AsyncSession, organisations: Collection[int]) -> dict[int, Holidays]:
    """As `of`, for the program itself."""
    found: dict[int, list[AnyRow]] = {place: [] for place in organisations}
    for row in await queries.around(session, organisations):
        found[row.place].append(row)
    return {place: Holidays(_valid(rows)) for place, rows in found.items()}


async def is_school_holiday(unit: Unit, organisation_id: int, day: date) -> bool:
    """Whether a local day lies in the school holidays of an organisation."""
    return (await of(unit, [organisation_id]))[organisation_id].covers(day)


def _valid(rows: Iterable[AnyRow]) -> tuple[Break, ...]:
    """A school year is settled by the nearest that has holidays in it."""
    rows = list(rows)
    nearest: dict[int, int] = {}
    for row in rows:
        year = _year(row.starts_on)
        nearest[year] = max(row.depth, nearest.get(year, 0))
    return tuple(
        Break(row.id, row.name, row.starts_on, row.ends_on, bool(row.own))
        for row in rows
        if row.depth == nearest[_year(row.starts_on)]
    )


def _year(day: date) -> int:
    """The school year a day lies in: summer holidays end it."""
    return day.year if day.month >= _AUTUMN else day.year - 1


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def present(unit: Unit, *, organisation_id: int) -> list[Break]:
    """Those not over yet."""
    today = unit.today()
    breaks = (await of(unit, [organisation_id]))[organisation_id].breaks
    return [one for one in breaks if one.ends_on >= today]


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def add(unit: Unit, *, organisation_id: int, text: str) -> int:
    """Add holidays as typed, a line each: "Autumn: 26.10 - 04.11". Returns how many.

    Dates without a year are the next to come. Raises Refusal when a line is no stretch of days, is
    longer than a summer, or has days in common with what is there: then none are added.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines:
        name, first, last = _read(line, unit.today())
        there = await queries.touching(unit.session, organisation_id, first, last)
        if there is not None:
            raise Refusal("holidays-overlap", start=there.starts_on, end=there.ends_on)
        unit.session.add(
            SchoolHoliday(
                organisation_id=organisation_id,
                name=name,
                starts_on=first,
                ends_on=last,
                set_by=unit.me,
                set_at=unit.now,
            )
        )
        await unit.session.flush()
    return len(lines)


@use_case(Permission.KEEP_ROADMAP, target=owner(SchoolHoliday, "holiday_id"))
async def remove(unit: Unit, *, holiday_id: int) -> None:
    """Take holidays out of the organisation's own list."""
    await queries.remove(unit.session, holiday_id)


def _read(line: str, today: date) -> tuple[str, date, date]:
    """The name and the days of a line. Raises Refusal when it tells none."""
    name, colon, days = line.partition(":")
    if not colon:
        name, days = "", line
    year = _year(today)
    # A season or a month alone is no answer: holidays are counted in days.
    for context in (year, year + 1) if len(_NUMBER.findall(days)) > 1 else ():
        found = read_deadline(days, context=YearContext(period=school_span(context)))
        first, last = found.start, found.end
        if found.kind is not Kind.PERIOD or first is None or last is None:
            continue
        if first <= last and last >= today and last - first <= _LONGEST:
            return name.strip()[:NAME_LIMIT], first, last
    raise Refusal("holidays-not-read", line=line[:NAME_LIMIT])
