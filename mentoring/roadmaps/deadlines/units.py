"""Grammar of single dates, months, terms and years."""

from __future__ import annotations

from dataclasses import replace

from mentoring.roadmaps.deadlines.cursor import Cursor
from mentoring.roadmaps.deadlines.model import Warn
from mentoring.roadmaps.deadlines.nodes import Edge, Shape, Unit, Years
from mentoring.roadmaps.deadlines.vocabulary import T

TERMS = {
    T.QUARTER: Shape.QUARTER,
    T.TERM: Shape.TERM,
    T.TRIMESTER: Shape.TRIMESTER,
    T.HALFYEAR: Shape.HALFYEAR,
}
COUNTS = (T.NUM, T.ORDINAL, T.ROMAN)
_OF_MONTH = {T.DECADE: Shape.THIRD, T.HALF: Shape.HALF, T.WEEK: Shape.WEEK}
_EDGES = {T.BEGIN: 1, T.MIDDLE: 2, T.FINISH: 3}


def unit(cursor: Cursor) -> Unit | None:
    """One named stretch of the calendar, with the year that follows it."""
    cursor.skip(T.NOISE)
    for rule in (_iso, _numeric, _day_of_month, _part, _term, _month, _season, _years_alone):
        found = cursor.attempt(rule)
        if found is not None:
            return with_years(cursor, found)
    return None


def with_years(cursor: Cursor, found: Unit) -> Unit:
    """The unit with the years written after it."""
    if found.years is not None:
        cursor.skip(T.NOISE)
        return found
    named = cursor.attempt(_trailing_years)
    if named is not None:
        return replace(found, years=named, doubts=found.doubts + _doubts(named))
    if found.shape is not Shape.YEAR and cursor.attempt(_unnumbered_year):
        following = cursor.tokens[cursor.place - 2].kind is T.NEXT
        doubts = (*found.doubts, Warn.YEAR_DOUBTFUL) if following else found.doubts
        return replace(found, doubts=doubts)
    cursor.skip(T.NOISE)
    return found


def years(cursor: Cursor) -> Years | None:
    """`2023`, `2021-2024`, `2022/23`, each with or without the words for a (school) year."""
    school = cursor.accept(T.SCHOOL) is not None
    first = cursor.accept(T.YEAR)
    if first is None:
        return _short_school_years(cursor)
    cursor.skip(T.DOT)
    last = cursor.attempt(lambda c: _last_year(c, first.value))
    slashed = last is not None and cursor.tokens[cursor.place - 2].kind is T.SLASH
    if last is None and cursor.kind() is T.YEARWORD:
        cursor.take()
        cursor.skip(T.DOT)
        last = cursor.attempt(lambda c: _last_year(c, first.value))
    school = cursor.accept(T.SCHOOL) is not None or school
    word = cursor.accept(T.YEARWORD)
    if word:
        cursor.skip(T.DOT)
    if last is None:
        return Years(first.value, first.value, school)
    if last < first.value:
        return None
    paired = last == first.value + 1
    school = school or (slashed and paired)
    plural = word is not None and word.value > 1
    return Years(first.value, last, school, vague=paired and not school and not plural)


def _last_year(cursor: Cursor, first: int) -> int | None:
    if cursor.accept(T.DASH, T.SLASH) is None:
        return None
    dashed = cursor.tokens[cursor.place - 1].kind is T.DASH
    if cursor.kind() is T.YEAR and cursor.kind(1) is not T.DASH:
        return cursor.take().value
    short = cursor.accept(T.NUM)
    follows = cursor.kind() in (T.YEARWORD, T.SCHOOL)
    if short and short.value == (first + 1) % 100 and (follows or not dashed):
        return first + 1
    return None


def _short_school_years(cursor: Cursor) -> Years | None:
    first = cursor.accept(T.NUM)
    if first is None or cursor.accept(T.SLASH, T.DASH) is None:
        return None
    last = cursor.accept(T.NUM)
    if last is None or last.value != first.value + 1 or cursor.accept(T.SCHOOL) is None:
        return None
    cursor.accept(T.YEARWORD)
    return Years(2000 + first.value, 2000 + last.value, school=True) if first.value > 9 else None


def _trailing_years(cursor: Cursor) -> Years | None:
    cursor.skip(T.NOISE)
    apart = cursor.accept(T.COMMA) is not None
    cursor.accept(T.IN, T.ON)
    cursor.skip(T.NOISE, T.LPAREN)
    if cursor.kind() in COUNTS and cursor.kind(1) is T.YEARWORD:
        short = cursor.take().value
        cursor.take()
        return Years(2000 + short, 2000 + short) if 9 < short < 100 else None
    named = years(cursor)
    heads = apart and cursor.kind() in (T.DASH, T.COLON)  # the year of what comes after it
    return None if heads else named


def _unnumbered_year(cursor: Cursor) -> bool | None:
    cursor.skip(T.NOISE)
    cursor.accept(T.NEXT)
    cursor.accept(T.SCHOOL)
    return True if cursor.accept(T.YEARWORD) else None


def _doubts(named: Years) -> tuple[Warn, ...]:
    return (Warn.AMBIGUOUS,) if named.vague or (named.school and named.first == named.last) else ()


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
    cursor.accept(T.DATEWORD)
    month = cursor.accept(T.MONTH)
    return Unit(Shape.DAY, month.value, day.value) if month else None


def _month(cursor: Cursor) -> Unit | None:
    month = cursor.accept(T.MONTH)
    if month is None:
        return None
    cursor.accept(T.DOT)
    if cursor.kind() is T.MONTHWORD:
        cursor.take()
    return Unit(Shape.MONTH, month.value)


def _season(cursor: Cursor) -> Unit | None:
    season = cursor.accept(T.SEASON)
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
    kind = cursor.accept(*_OF_MONTH, T.WEEKDAY)
    if kind is None:
        return None
    month = cursor.accept(T.MONTH)
    if month is None:
        return _half_of_year(cursor, count.value) if kind.kind is T.HALF else None
    if kind.kind is T.WEEKDAY:
        return Unit(Shape.WEEKDAY, month.value, count.value, kind.value)
    doubts = (Warn.APPROXIMATE,) if kind.kind is T.WEEK else ()
    return Unit(_OF_MONTH[kind.kind], month.value, count.value, doubts=doubts)


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
    return Unit(Shape.YEAR, years=named, school=named.school, doubts=_doubts(named))
