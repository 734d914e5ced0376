"""Puts stretches on the calendar: the year one without a year belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from mentoring.roadmaps.deadlines.calendar import ImpossibleDate, unit_span
from mentoring.roadmaps.deadlines.model import Span, Warn, YearContext
from mentoring.roadmaps.deadlines.nodes import Edge, Shape, Stretch, Unit, Years

_YEAR_DAYS = 366
_DOUBTFUL_DAYS = 62  # a month that has just passed may have been meant


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch on the calendar; `every_year` are the years a yearly window was named for."""

    start: date | None
    end: date | None
    by_end: bool = False
    dated: bool = True
    every_year: Years | None = None
    doubts: tuple[Warn, ...] = ()


def place(stretch: Stretch, context: YearContext) -> Placed:
    """The stretch on the calendar, its year found as the context says.

    Raises ImpossibleDate. Where no year is known there are no dates, but the doubt.
    """
    lead = stretch.first or stretch.last
    if lead is None:
        raise ImpossibleDate
    doubts = tuple(
        dict.fromkeys(
            doubt
            for unit in (stretch.first, stretch.last)
            if unit is not None
            for doubt in unit.doubts
        )
    )
    years = _named_years(stretch)
    if years is None or (years[0] is None and years[1] is None):
        year, found = _year_for(stretch, context)
        if year is None:
            check_possible(stretch)
            return Placed(None, None, stretch.by_end, False, None, (*doubts, *found))
        start, end = _span_from(stretch, year)
        found = (*found, *_not_current(stretch, context, end or start))
        found = (*found, Warn.YEAR_DOUBTFUL) if context.contradicted else found
        return Placed(start, end, stretch.by_end, True, None, (*doubts, *found))
    return _placed_by_name(stretch, years, doubts)


def _not_current(stretch: Stretch, context: YearContext, day: date | None) -> tuple[Warn, ...]:
    """Where "this year" is said, another year than the document's is worth a question."""
    said = any(unit is not None and unit.current for unit in (stretch.first, stretch.last))
    own = context.document_date
    return (Warn.YEAR_DOUBTFUL,) if said and own and day and day.year != own.year else ()


def _named_years(stretch: Stretch) -> tuple[Years | None, Years | None] | None:
    first = stretch.first.years if stretch.first else None
    last = stretch.last.years if stretch.last else None
    return (first, last) if first or last else None


def _placed_by_name(
    stretch: Stretch, years: tuple[Years | None, Years | None], doubts: tuple[Warn, ...]
) -> Placed:
    first, last = stretch.first, stretch.last
    if first is None or last is None or first is last:
        unit = first or last
        named = years[0] or years[1]
        if unit is None or named is None:
            raise ImpossibleDate
        span = unit_span(unit, _year_in(unit, named))
        start = span.start if first is not None else None
        end = span.end if last is not None else None
        every = _every_year(unit, named)
        return Placed(start, end, stretch.by_end, True, every, doubts)
    if years[0] and years[1]:
        start = unit_span(first, _year_in(first, years[0])).start
        end = unit_span(last, _year_in(last, years[1])).end
        every = _every_year(first, years[0]) if years[0] == years[1] else None
        return Placed(start, end, stretch.by_end, True, every, doubts)
    named = years[1] or years[0]
    if named is None:
        raise ImpossibleDate
    if named.last > named.first and not named.school:
        return _yearly_range(stretch, first, last, named, doubts)
    if named.school:
        year = _year_in(first, named)
    elif years[1] is not None and years[0] is None:
        start_of = unit_span(first, named.first).start
        year = named.first - (start_of > unit_span(last, named.first).end)
    else:
        year = named.first
    start, end = _span_from(stretch, year)
    return Placed(start, end, stretch.by_end, True, _every_year(first, named), doubts)


def _yearly_range(
    stretch: Stretch, first: Unit, last: Unit, named: Years, doubts: tuple[Warn, ...]
) -> Placed:
    """A range of months with several years after it: each year's, or, where it crosses a new
    year and there are just two, the one between them."""
    start, end = _span_from(stretch, named.first)
    crosses = start is not None and end is not None and end.year > start.year
    if crosses and named.last == named.first + 1:
        doubts = tuple(doubt for doubt in doubts if doubt is not Warn.AMBIGUOUS)
        return Placed(start, end, stretch.by_end, True, None, doubts)
    return Placed(start, end, stretch.by_end, True, _every_year(first, named), doubts)


def _every_year(unit: Unit, named: Years) -> Years | None:
    spans = named.last > named.first and not named.school and unit.shape is not Shape.YEAR
    return named if spans else None


def _year_in(unit: Unit, named: Years) -> int:
    """The year of the unit's first month: in a school year January comes after September."""
    if not named.school or unit.shape is Shape.YEAR:
        return named.first
    month = unit_span(unit, named.first).start.month
    return named.first if month >= 9 else named.first + 1


def _span_from(stretch: Stretch, year: int) -> tuple[date | None, date | None]:
    """First and last day when the stretch begins in `year`; an end before it is next year's."""
    if stretch.first is None:
        return None, unit_span(stretch.last, year).end if stretch.last else None
    start = unit_span(stretch.first, year).start
    if stretch.last is None:
        return start, None
    end = unit_span(stretch.last, year).end
    if end < start:
        end = unit_span(stretch.last, year + 1).end
    return start, end


def check_possible(stretch: Stretch) -> None:
    """Raises ImpossibleDate for what no year has. 29 February needs a leap one."""
    for unit in (stretch.first, stretch.last):
        if unit is not None:
            unit_span(unit, 2024)


def _year_for(stretch: Stretch, context: YearContext) -> tuple[int | None, tuple[Warn, ...]]:
    allowed: list[int] | None = None
    for source, span in context.spans():
        scores = _scores(stretch, span)
        if allowed is not None:
            scores = {year: score for year, score in scores.items() if year in allowed}
        if not scores:
            continue
        best = max(scores.values())
        years = [year for year, score in scores.items() if score == best]
        if len(years) > 1 or (span.days > _YEAR_DAYS and len(scores) > 1):
            allowed = sorted(scores)
            continue
        year, doubts = _in_school_year(stretch, context, years[0], span)
        if not doubts and not _is_school_year(span):
            earlier = scores.get(year - 1, (False, False, 0))[2]
            if source == "title" or earlier > _DOUBTFUL_DAYS:
                doubts = _half_outside(stretch, year, span)
        if source == "date" and not doubts:
            doubts = _just_passed(stretch, year, span, context.after)
        return year, (Warn.YEAR_DOUBTFUL,) if allowed is not None else doubts
    return None, (Warn.YEAR_UNKNOWN,)


def _scores(stretch: Stretch, span: Span) -> dict[int, tuple[bool, bool, int]]:
    """How well each year the stretch could begin in agrees with the span.

    First whether it opens a school year, then whether it begins inside, then how many days they
    share. Raises ImpossibleDate when no year of the span has such a day.
    """
    scores = {}
    possible = False
    for year in range(span.start.year - 1, span.end.year + 1):
        try:
            first, last = _ends(stretch, year)
        except ImpossibleDate:
            continue
        possible = True
        if shared := Span(first, last).shared(span):
            opens = _is_school_year(span) and first < span.start <= last
            scores[year] = (opens, first >= span.start, shared)
    if not possible:
        raise ImpossibleDate
    return scores


def _ends(stretch: Stretch, year: int) -> tuple[date, date]:
    """First and last day; of a limit "before" something, the day after it, which tells the year."""
    if stretch.last is not None and stretch.last.edge is Edge.BEFORE:
        stretch = replace(stretch, last=replace(stretch.last, edge=Edge.FIRST))
    start, end = _span_from(stretch, year)
    first, last = start or end, end or start
    if first is None or last is None:
        raise ImpossibleDate
    return first, last


def _is_school_year(span: Span) -> bool:
    return span.start.month == 9 and span.start.day == 1 and span.days <= _YEAR_DAYS


def _in_school_year(
    stretch: Stretch, context: YearContext, year: int, span: Span
) -> tuple[int, tuple[Warn, ...]]:
    """In a plan for a school year an August may be the one before it, and a year's end December
    or May: always worth a question."""
    first, last = _ends(stretch, year)
    lead = stretch.first or stretch.last
    if not _is_school_year(span) or lead is None:
        return year, ()
    if lead.shape is Shape.YEAR:
        return year, () if lead.school else (Warn.YEAR_DOUBTFUL,)
    if first < span.start:
        return year, (Warn.YEAR_DOUBTFUL,) if first.month < 8 else ()
    if first.month != 8 or last.month != 8:
        return year, ()
    return year - context.opens_plan, (Warn.YEAR_DOUBTFUL,)


def _half_outside(stretch: Stretch, year: int, span: Span) -> tuple[Warn, ...]:
    """A range that does not fit between the bounds may be that of another year."""
    first, last = _ends(stretch, year)
    bounds = span.whole_months
    return () if bounds.start <= first and last <= bounds.end else (Warn.YEAR_DOUBTFUL,)


def _just_passed(stretch: Stretch, year: int, span: Span, after: date | None) -> tuple[Warn, ...]:
    """What is near the end of the document's year may be of the year before, unless the row
    above it comes `after` that."""
    first, _ = _ends(stretch, year)
    in_order = after is not None and span.start <= after <= first
    near = (span.end - first).days < _DOUBTFUL_DAYS
    return (Warn.YEAR_DOUBTFUL,) if near and not in_order else ()
