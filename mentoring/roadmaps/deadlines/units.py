"""Grammar of single dates, months, terms and years."""

from __future__ import annotations

from dataclasses import replace

from mentoring.roadmaps.deadlines.cursor import Cursor
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.model import Warn
from mentoring.roadmaps.deadlines.named_years import (
    COUNTS,
    doubts_of,
    trailing_years,
    unnumbered_year,
    years,
)
from mentoring.roadmaps.deadlines.nodes import Edge, Shape, Unit, Years
from mentoring.roadmaps.deadlines.tokens import Token
from mentoring.roadmaps.deadlines.vocabulary import DATES_PLURAL, NEW

TERMS = {
    T.QUARTER: Shape.QUARTER,
    T.TERM: Shape.TERM,
    T.TRIMESTER: Shape.TRIMESTER,
    T.HALFYEAR: Shape.HALFYEAR,
}
PARTS = {T.DECADE: Shape.THIRD, T.HALF: Shape.HALF, T.WEEK: Shape.WEEK}
_EDGES = {T.BEGIN: 1, T.MIDDLE: 2, T.FINISH: 3}


def unit(cursor: Cursor) -> Unit | None:
    """One named stretch of the calendar, with the year that follows it."""
    cursor.skip(T.NOISE)
    if cursor.kind() is T.WEEKDAY and (day := cursor.attempt(_day_after_weekday)):
        return day
    for rule in (_iso, _numeric, _day_of_month, _part, _term, _month, _season, _years_alone):
        found = cursor.attempt(rule)
        if found is not None:
            found = with_years(cursor, found)
            if found.shape is Shape.DAY:
                weekday = cursor.attempt(_weekday_after)
                return replace(found, falls_on=weekday.value) if weekday else found
            return found
    return None


def _day_after_weekday(cursor: Cursor) -> Unit | None:
    """`Friday, 15 September`: the date says it all."""
    weekday = cursor.take().value
    cursor.accept(T.COMMA)
    found = cursor.attempt(_numeric) or cursor.attempt(_day_of_month)
    if found is None or found.shape is not Shape.DAY:
        return None
    return replace(with_years(cursor, found), falls_on=weekday)


def _weekday_after(cursor: Cursor) -> Token | None:
    """`15.09.2023 (Friday)`."""
    cursor.accept(T.COMMA)
    opened = cursor.accept(T.LPAREN)
    weekday = cursor.accept(T.WEEKDAY)
    if weekday is None or cursor.kind() in (T.AND, T.COMMA):
        return None
    if opened:
        cursor.accept(T.RPAREN)
    return weekday


def with_years(cursor: Cursor, found: Unit) -> Unit:
    """The unit with the years written after it."""
    if found.years is not None:
        cursor.skip(T.NOISE)
        return found
    named = cursor.attempt(trailing_years)
    if named is not None:
        return replace(found, years=named, doubts=found.doubts + doubts_of(named))
    if found.shape is not Shape.YEAR and cursor.attempt(unnumbered_year):
        said = cursor.tokens[cursor.place - 2]
        before = cursor.tokens[max(0, cursor.place - 4) : cursor.place]
        following = any(token.kind is T.NEXT or token.text == NEW for token in before)
        doubts = (*found.doubts, Warn.YEAR_DOUBTFUL) if following else found.doubts
        current = said.kind is T.NOISE and said.value == 1
        return replace(found, doubts=doubts, current=current)
    cursor.skip(T.NOISE)
    return found


def _iso(cursor: Cursor) -> Unit | None:
    year, month, day = (cursor.accept(T.YEAR), None, None)
    if year and cursor.accept(T.DASH) and (month := cursor.accept(T.NUM)):
        if cursor.accept(T.DASH):
            day = cursor.accept(T.NUM)
        if day and len(month.text) == len(day.text) == 2:
            return Unit(Shape.DAY, month.value, day.value, years=Years(year.value, year.value))
    return None


def _numeric(cursor: Cursor) -> Unit | None:
    """`01.09.2023`, `01.09.23`, `01.09`, `1/9/2023`, `09.2023`."""
    first = cursor.accept(T.NUM)
    mark = cursor.accept(T.DOT, T.SLASH) if first else None
    if first is None or mark is None:
        return None
    if year := cursor.accept(T.YEAR):
        return Unit(Shape.MONTH, first.value, years=Years(year.value, year.value))
    second = cursor.accept(T.NUM)
    if second is None:
        return None
    found = Unit(Shape.DAY, second.value, first.value)
    if cursor.kind() is mark.kind and cursor.kind(1) in (T.YEAR, T.NUM):
        cursor.take()
        return _with_last_number(cursor, found)
    cursor.accept(T.DOT)
    return found if mark.kind is T.DOT else None


def _with_last_number(cursor: Cursor, found: Unit) -> Unit | None:
    third = cursor.take()
    if third.kind is T.NUM and len(third.text) != 2:
        return None
    year = third.value if third.kind is T.YEAR else 2000 + third.value
    cursor.accept(T.YEARWORD)
    return replace(found, years=Years(year, year))


def _day_of_month(cursor: Cursor) -> Unit | None:
    day = cursor.accept(T.NUM, T.ORDINAL)
    if day is None:
        return None
    cursor.accept(T.DOT)
    word = cursor.accept(T.DATEWORD)
    month = cursor.accept(T.MONTH)
    if month is None:
        return None
    # "In the first days of October", "in the twenties": some days and not one.
    several = word and word.text in DATES_PLURAL and day.text.endswith(("е", "х"))
    return Unit(Shape.DAY, month.value, day.value, doubts=(Warn.AMBIGUOUS,) if several else ())


def _month(cursor: Cursor) -> Unit | None:
    month = cursor.accept(T.MONTH)
    if month is None:
        return None
    cursor.accept(T.DOT)
    if cursor.kind() is T.MONTHWORD:
        cursor.take()
    return cursor.attempt(lambda c: _month_and_year(c, month.value)) or Unit(
        Shape.MONTH, month.value
    )


def _month_and_year(cursor: Cursor, month: int) -> Unit | None:
    """`October - 2023`, `okt.23`: a year in an unusual form is worth a question."""
    dashed = cursor.accept(T.DASH) is not None
    year = cursor.accept(T.YEAR, T.NUM)
    if year is None or cursor.kind() in (T.DOT, T.DASH, T.SLASH, T.MONTH, *COUNTS):
        return None
    if year.kind is T.NUM:
        if dashed or not 20 <= year.value <= 40 or cursor.kind() in (*PARTS, *TERMS, T.TIMES):
            return None
        value = 2000 + year.value
    elif dashed:
        value = year.value
    else:
        return None
    cursor.accept(T.YEARWORD)
    return Unit(Shape.MONTH, month, years=Years(value, value), doubts=(Warn.AMBIGUOUS,))


def _season(cursor: Cursor) -> Unit | None:
    season = cursor.accept(T.SEASON, T.SEASONAL)
    if season is not None and season.kind is T.SEASONAL:
        return (
            Unit(Shape.SEASON, season.value, doubts=(Warn.APPROXIMATE,))
            if cursor.accept(T.SPAN, T.MONTHWORD)
            else None
        )
    return Unit(Shape.SEASON, season.value, doubts=(Warn.APPROXIMATE,)) if season else None


def _part(cursor: Cursor) -> Unit | None:
    """A third, half, week or weekday of a named month, or the edge of a month or a year."""
    cursor.accept(T.IN)
    edge = cursor.accept(T.BEGIN, T.MIDDLE, T.FINISH)
    if edge is not None:
        return _edge_of(cursor, edge.kind)
    count = cursor.accept(*COUNTS)
    if count is None:
        return None
    kind = cursor.accept(*PARTS, T.WEEKDAY)
    if kind is None:
        return None
    month = cursor.accept(T.MONTH)
    if month is None:
        return _half_of_year(cursor, count.value) if kind.kind is T.HALF else None
    if kind.kind is T.WEEKDAY:
        return Unit(Shape.WEEKDAY, month.value, count.value, kind.value)
    return part_unit(PARTS[kind.kind], month.value, count.value)


def part_unit(shape: Shape, month: int, number: int) -> Unit:
    """A numbered part of a month; where its weeks begin nobody agrees."""
    doubts = (Warn.APPROXIMATE,) if shape is Shape.WEEK else ()
    return Unit(shape, month, number, doubts=doubts)


def _half_of_year(cursor: Cursor, number: int) -> Unit | None:
    if cursor.accept(T.YEAR):
        cursor.place -= 1
    elif cursor.kind() is T.SCHOOL:
        return Unit(Shape.HALFYEAR, number=number, school=True)
    elif cursor.kind() is not T.YEARWORD:
        return None
    return Unit(Shape.HALFYEAR, number=number)


def _edge_of(cursor: Cursor, edge: T) -> Unit | None:
    cursor.skip(T.NOISE)
    if month := cursor.accept(T.MONTH):
        return Unit(Shape.THIRD, month.value, _EDGES[edge], doubts=(Warn.APPROXIMATE,))
    if part := cursor.attempt(_part):
        return part if edge is T.FINISH else replace(part, edge=Edge.FIRST)
    whole = cursor.attempt(_term) or cursor.attempt(_any_year)
    if whole is None:
        return None
    if whole.school or whole.shape is not Shape.YEAR:
        whole = replace(whole, doubts=(*whole.doubts, Warn.SCHOOL_CALENDAR))
    if edge is T.MIDDLE:
        return replace(whole, doubts=(*whole.doubts, Warn.APPROXIMATE))
    return replace(whole, edge=Edge.FIRST if edge is T.BEGIN else Edge.LAST)


def _any_year(cursor: Cursor) -> Unit | None:
    if named := cursor.attempt(years):
        return Unit(Shape.YEAR, years=named, school=named.school)
    school = cursor.accept(T.SCHOOL) is not None
    return Unit(Shape.YEAR, school=school) if cursor.accept(T.YEARWORD) else None


def _term(cursor: Cursor) -> Unit | None:
    count = cursor.accept(*COUNTS)
    cursor.accept(T.SCHOOL)
    kind = cursor.accept(*TERMS)
    return term_unit(kind.kind, count.value, kind.value) if count and kind else None


def term_unit(kind: T, number: int, value: int = 0) -> Unit:
    """The unit of a numbered quarter or term; terms follow the school's own calendar."""
    shape = TERMS[kind]
    school = shape is not Shape.QUARTER and not value
    doubts = (Warn.SCHOOL_CALENDAR,) if school else ()
    return Unit(shape, number=number, school=school, doubts=doubts)


def _years_alone(cursor: Cursor) -> Unit | None:
    named = years(cursor)
    if named is None:
        return None
    return Unit(Shape.YEAR, years=named, school=named.school, doubts=doubts_of(named))
