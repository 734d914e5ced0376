"""Puts what the grammar found together into one deadline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from mentoring.roadmaps.deadlines.calendar import unit_span
from mentoring.roadmaps.deadlines.model import Basis, Deadline, Kind, Warn, YearContext
from mentoring.roadmaps.deadlines.nodes import Edge, Reading, Shape, Stretch, Unit, Years
from mentoring.roadmaps.deadlines.placing import Placed, place
from mentoring.roadmaps.deadlines.series import list_of_dates, recurring

_SCHOOL_SHAPES = (Shape.TERM, Shape.TRIMESTER, Shape.HALFYEAR)


def compose(reading: Reading, context: YearContext) -> Deadline:
    """The deadline a reading amounts to. Raises calendar.ImpossibleDate."""
    stretches = _qualified(reading.stretches)
    either_half = _either_half(reading, stretches, context)
    if either_half and _of_calendar(context):
        stretches = [_of_the_calendar(one) for one in stretches]
    placed = [place(stretch, context) for stretch in stretches]
    if reading.recurs:
        deadline = recurring(reading, stretches, context)
    elif any(one.every_year for one in placed):
        deadline = recurring(reading, stretches, context).warned(Warn.AMBIGUOUS)
    else:
        deadline = _of_kind(reading, stretches, placed)
        deadline = deadline.warned(*(doubt for one in placed for doubt in one.doubts))
    if reading.unread_words:
        deadline = deadline.warned(Warn.PARTLY_READ)
    if (
        reading.shifted
        or _loses_what_follows(reading, stretches)
        or _other_weekday(stretches, placed)
        or either_half
    ):
        deadline = deadline.warned(Warn.AMBIGUOUS)
    if reading.mended:
        deadline = deadline.warned(Warn.SPELLING)
    if deadline.start and deadline.end and deadline.end < deadline.start:
        deadline = deadline.warned(Warn.ENDS_BEFORE_START)
    return deadline


def _loses_what_follows(reading: Reading, stretches: list[Stretch]) -> bool:
    """`Until 1 October, then monthly`: two deadlines of which a row can have one."""
    by_end = any(one.by_end for one in stretches)
    more = by_end and (reading.recurs or reading.continuous)
    more = more or (reading.relative and not (reading.recurs or reading.continuous))
    return reading.further and bool(stretches) and bool(more)


def _other_weekday(stretches: list[Stretch], placed: list[Placed]) -> bool:
    """Whether a day does not fall on the weekday written beside it."""
    return any(
        one.last is not None
        and one.last.falls_on is not None
        and day.end is not None
        and day.end.weekday() != one.last.falls_on
        for one, day in zip(stretches, placed, strict=True)
    )


def _either_half(reading: Reading, stretches: list[Stretch], context: YearContext) -> bool:
    """Half a school year, or half of the calendar year that is named or that the plan is for?"""
    if reading.school:
        return False
    of_calendar = _of_calendar(context)
    units = [unit for one in stretches for unit in (one.first, one.last) if unit is not None]
    return any(
        of_calendar if unit.years is None else not unit.years.school
        for unit in units
        if unit.shape is Shape.HALFYEAR and unit.school
    )


def _of_calendar(context: YearContext) -> bool:
    """Whether the plan is for calendar years."""
    plan = context.period
    return plan is not None and (plan.start.month, plan.end.month) == (1, 12)


def _of_the_calendar(one: Stretch) -> Stretch:
    """Halves of a year as the calendar's: a plan for calendar years more likely says those."""

    def mended(unit: Unit | None) -> Unit | None:
        if unit is None or unit.shape is not Shape.HALFYEAR:
            return unit
        doubts = tuple(doubt for doubt in unit.doubts if doubt is not Warn.SCHOOL_CALENDAR)
        return replace(unit, school=False, doubts=doubts)

    first = mended(one.first)
    last = first if one.last is one.first else mended(one.last)
    return Stretch(first, last, one.by_end)


def basis_of(stretches: list[Stretch], school: bool) -> Basis | None:
    """Whose calendar the named units belong to; None when they are plain dates."""
    units = [unit for one in stretches for unit in (one.first, one.last) if unit is not None]
    if school or any(unit.school for unit in units):
        return Basis.SCHOOL
    if any(unit.shape in (Shape.QUARTER, *_SCHOOL_SHAPES) for unit in units):
        return Basis.CIVIL
    return None


def _of_kind(reading: Reading, stretches: list[Stretch], placed: list[Placed]) -> Deadline:
    basis = basis_of(stretches, reading.school)
    if not placed:
        return _undated(reading, basis)
    stretches, placed = _told_once(stretches, placed)
    ends = [one.end for one in placed if one.end]
    starts = [one.start for one in placed if one.start]
    if reading.relative_first and (reading.alternatives or all(one.by_end for one in placed)):
        return Deadline(Kind.RELATIVE, end=max(ends, default=None), basis=basis)
    if reading.continuous:
        opening = starts or (ends if reading.further else [])
        return _bounded(reading, stretches, min(opening, default=None), max(ends, default=None))
    if len(placed) == 1:
        return _single(stretches[0], placed[0], basis)
    if reading.alternatives:
        first, last = min(starts, default=None), max(ends, default=None)
        kind = Kind.PERIOD if first else Kind.DUE
        return Deadline(kind, first, last, basis=basis, warnings=(Warn.ALTERNATIVES,))
    return _several(stretches, placed, basis)


def _told_once(
    stretches: list[Stretch], placed: list[Placed]
) -> tuple[list[Stretch], list[Placed]]:
    """Without days that only tell once more when another date ends: `October, 31.10.2026`.

    Of a day told twice the limit stays, else the first.
    """
    found: dict[date | None, int] = {}
    ranks = [(_is_day(one), not one.by_end, at) for at, one in enumerate(placed)]
    for at, one in enumerate(placed):
        best = found.setdefault(one.end, at)
        if ranks[at] < ranks[best]:
            found[one.end] = at
    kept = [at for at, one in enumerate(placed) if not _is_day(one) or found[one.end] == at]
    return [stretches[at] for at in kept], [placed[at] for at in kept]


def _is_day(one: Placed) -> bool:
    return one.end is not None and one.start in (None, one.end)


def _bounded(
    reading: Reading, stretches: list[Stretch], start: date | None, end: date | None
) -> Deadline:
    """A continuous deadline; a month beside `during the year` tells when it begins, not its end."""
    basis = basis_of(stretches, reading.school)
    if reading.further:
        return Deadline(Kind.CONTINUOUS, start, basis=basis)
    bare = [one for one in stretches if one.first is one.last and one.first is not None]
    if any(one.last is not None and one.last.shape is not Shape.YEAR for one in bare):
        return Deadline(Kind.CONTINUOUS, start, basis=basis, warnings=(Warn.AMBIGUOUS,))
    return Deadline(Kind.CONTINUOUS, start, end, basis=basis)


def _undated(reading: Reading, basis: Basis | None) -> Deadline:
    if reading.continuous:
        return Deadline(Kind.CONTINUOUS, basis=basis)
    if reading.relative:
        return Deadline(Kind.RELATIVE)
    return Deadline(Kind.UNKNOWN, warnings=(Warn.UNREAD,))


def _single(stretch: Stretch, placed: Placed, basis: Basis | None) -> Deadline:
    if stretch.first is None:
        return Deadline(Kind.DUE, None, placed.end, basis=basis)
    if stretch.last is None:
        return Deadline(Kind.PERIOD, placed.start, None, basis=basis, warnings=(Warn.OPEN_END,))
    return Deadline(Kind.PERIOD, placed.start, placed.end, basis=basis)


def _several(stretches: list[Stretch], placed: list[Placed], basis: Basis | None) -> Deadline:
    """Several dates side by side: one stretch when they touch, else a series."""
    if not all(one.dated for one in placed):
        plain = all(stretch.first is not None for stretch in stretches)
        return Deadline(Kind.PERIOD if plain else Kind.DUE, basis=basis)
    ordered = sorted(placed, key=lambda one: one.end or one.start or date.max)
    backwards = any(one.start and one.end and one.end < one.start for one in ordered)
    if backwards or any(one.end is None for one in ordered):
        return Deadline(Kind.UNKNOWN, warnings=(Warn.UNREAD,))
    if _touching(ordered, stretches):
        first = ordered[0].start or ordered[0].end
        return Deadline(Kind.PERIOD, first, ordered[-1].end, basis=basis)
    return list_of_dates(ordered, basis)


def _touching(ordered: list[Placed], stretches: list[Stretch]) -> bool:
    """Whether stretches, or single days that are no limits, follow each other without a gap."""
    if any(one.by_end for one in ordered):
        return False
    days = all(one.last is not None and one.last.shape is Shape.DAY for one in stretches)
    if not days and any(one.start is None for one in ordered):
        return False
    day = timedelta(days=1)
    return all(
        one.end is not None and begins is not None and begins <= one.end + day
        for one, after in pairwise(ordered)
        for begins in (after.start or after.end,)
    )


def _qualified(stretches: list[Stretch]) -> list[Stretch]:
    """A year named apart ("2023: March", "May, 2022-2023 school year") belongs to the dates
    that have none; in a list the last date's year tells those of the ones before it."""
    stretches = _school_pairs(stretches)
    years = [one for one in stretches if _is_bare_year(one)]
    others = [one for one in stretches if not _is_bare_year(one)]
    lacking = [one for one in others if not _has_years(one)]
    if len(years) == 1 and lacking and len(lacking) == len(others):
        named = years[0].last or years[0].first
        if named is not None and (named.school or len(others) == 1 or _one_year(named)):
            return [_given(one, named) for one in others]
    return _years_backwards(stretches)


def _school_pairs(stretches: list[Stretch]) -> list[Stretch]:
    """`2023-2024, 2024-2025 school years`: what the last pair is, the ones before it are."""
    last = stretches[-1].last if stretches and _is_bare_year(stretches[-1]) else None
    if last is None or last.years is None or not last.school:
        return stretches
    found = []
    for one in stretches:
        named = one.last.years if _is_bare_year(one) and one.last is not None else None
        if named is not None and named.vague:
            years = Years(named.first, named.last, school=True)
            pair = Unit(Shape.YEAR, years=years, school=True)
            one = Stretch(pair, pair)  # noqa: PLW2901 - the same stretch, told better
        found.append(one)
    return found


def _one_year(unit: Unit) -> bool:
    return unit.years is not None and unit.years.first == unit.years.last


def _is_bare_year(one: Stretch) -> bool:
    unit = one.last
    return (
        unit is not None
        and one.first is not None
        and unit.shape is Shape.YEAR
        and unit.years is not None
        and unit.edge is Edge.WHOLE
        and one.first == unit
    )


def _has_years(one: Stretch) -> bool:
    return any(unit is not None and unit.years is not None for unit in (one.first, one.last))


def _given(one: Stretch, named: Unit) -> Stretch:
    years = named.years
    if one.last is not None and one.first is one.last:
        unit = replace(one.last, years=years)
        return Stretch(unit, unit, one.by_end)
    if one.last is not None:
        return Stretch(one.first, replace(one.last, years=years), one.by_end)
    return Stretch(replace(one.first, years=years) if one.first else None, None, one.by_end)


def _years_backwards(stretches: list[Stretch]) -> list[Stretch]:
    """`15 October, 15 January, 15 April 2023`: earlier dates take the last one's year, or the
    year before where they would come after it."""
    found = list(stretches)
    for index in range(len(found) - 2, -1, -1):
        one, after = found[index], found[index + 1]
        if _has_years(one) or not _has_years(after):
            continue
        lead, following = one.first or one.last, after.first or after.last
        if lead is None or following is None:
            continue
        named = following.years or (after.last.years if after.last else None)
        if named is None or following.shape is Shape.YEAR:
            continue
        if named.last > named.first:
            found[index] = _given(one, Unit(Shape.YEAR, years=named))
            continue
        found[index] = _given(one, _unit_in_year_before(lead, following, named.first))
    return found


def _unit_in_year_before(lead: Unit, following: Unit, year: int) -> Unit:
    later = unit_span(lead, year).start > unit_span(following, year).start
    return Unit(Shape.YEAR, years=Years(year - later, year - later))
