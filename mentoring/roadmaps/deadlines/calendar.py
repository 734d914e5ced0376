"""Units of the calendar as days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from mentoring.roadmaps.deadlines.model import Span
from mentoring.roadmaps.deadlines.nodes import Edge, Shape, Unit

QUARTER_MONTHS = ((1, 3), (4, 6), (7, 9), (10, 12))
TERM_MONTHS = ((9, 10), (11, 12), (1, 3), (4, 5))
TRIMESTER_MONTHS = ((9, 11), (12, 2), (3, 5))
SCHOOL_HALF_MONTHS = ((9, 12), (1, 5))
CIVIL_HALF_MONTHS = ((1, 6), (7, 12))


class ImpossibleDate(ValueError):
    """No calendar has this day."""


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _months(year: int, months: tuple[int, int]) -> Span:
    first, last = months
    return Span(date(year, first, 1), month_end(year + (last < first), last))


def unit_span(unit: Unit, year: int) -> Span:
    """The days of a unit whose first month lies in `year`. Raises ImpossibleDate."""
    try:
        span = _whole(unit, year)
    except (ValueError, IndexError, OverflowError) as error:
        raise ImpossibleDate from error
    if unit.edge is Edge.FIRST:
        return Span(span.start, span.start)
    if unit.edge is Edge.LAST:
        return Span(span.end, span.end)
    if unit.edge is Edge.BEFORE:
        before = span.start - timedelta(days=1)
        return Span(before, before)
    return span


def _whole(unit: Unit, year: int) -> Span:
    match unit.shape:
        case Shape.DAY:
            day = date(year, unit.month, unit.number)
            span = Span(day, day)
        case Shape.MONTH:
            span = _months(year, (unit.month, unit.month))
        case Shape.SEASON:
            span = _months(year, (unit.month, (unit.month + 1) % 12 + 1))
        case Shape.YEAR:
            span = _year(unit, year)
        case Shape.THIRD | Shape.HALF | Shape.WEEK:
            span = _part_of_month(unit, year)
        case Shape.WEEKDAY:
            span = _weekday(unit, year)
        case _:
            span = _months(year, _nth(term_months(unit), unit.number))
    return span


def term_months(unit: Unit) -> tuple[tuple[int, int], ...]:
    """First and last month of each term of the unit's kind, in the order they are numbered."""
    halves = SCHOOL_HALF_MONTHS if unit.school else CIVIL_HALF_MONTHS
    return {
        Shape.QUARTER: QUARTER_MONTHS,
        Shape.TERM: TERM_MONTHS,
        Shape.TRIMESTER: TRIMESTER_MONTHS,
    }.get(unit.shape, halves)


def _nth(parts: tuple[tuple[int, int], ...], number: int) -> tuple[int, int]:
    if number == -1:
        return parts[-1]
    if not 1 <= number <= len(parts):
        raise ImpossibleDate
    return parts[number - 1]


def _year(unit: Unit, year: int) -> Span:
    last = unit.years.last if unit.years else year
    if unit.school:
        until = last if unit.years and last > year else year + 1
        return Span(date(year, 9, 1), date(until, 8, 31))
    return Span(date(year, 1, 1), date(last, 12, 31))


def _part_of_month(unit: Unit, year: int) -> Span:
    end = month_end(year, unit.month)
    size, most = {Shape.THIRD: (10, 3), Shape.HALF: (15, 2), Shape.WEEK: (7, 5)}[unit.shape]
    if unit.number == -1:
        days = 7 if unit.shape is Shape.WEEK else end.day - size * (most - 1)
        return Span(end - timedelta(days=days - 1), end)
    if not 1 <= unit.number <= most:
        raise ImpossibleDate
    first = date(year, unit.month, size * (unit.number - 1) + 1)
    last = end if unit.number == most else first + timedelta(days=size - 1)
    return Span(first, last)


def _weekday(unit: Unit, year: int) -> Span:
    end = month_end(year, unit.month)
    if unit.number == -1:
        day = end - timedelta(days=(end.weekday() - unit.weekday) % 7)
    else:
        first = date(year, unit.month, 1)
        day = first + timedelta(days=(unit.weekday - first.weekday()) % 7 + 7 * (unit.number - 1))
        if day > end or unit.number < 1:
            raise ImpossibleDate
    return Span(day, day)
