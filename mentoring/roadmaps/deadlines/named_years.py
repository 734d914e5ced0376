"""Grammar of years: `2023`, `2021-2024`, `2022/23`, with or without the words for them."""

from __future__ import annotations

from mentoring.roadmaps.deadlines.cursor import Cursor
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.model import Warn
from mentoring.roadmaps.deadlines.nodes import Years

COUNTS = (T.NUM, T.ORDINAL, T.ROMAN)


def years(cursor: Cursor) -> Years | None:
    """`2023`, `2021-2024`, `2022/23`, each with or without the words for a (school) year."""
    school = cursor.accept(T.SCHOOL) is not None
    if school:
        cursor.accept(T.YEARWORD)
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
        return Years(first.value, _listed(cursor, first.value), school)
    if last < first.value:
        return None
    paired = last == first.value + 1
    school = school or (slashed and paired)
    plural = word is not None and word.value > 1
    return Years(first.value, last, school, vague=paired and not school and not plural)


def _listed(cursor: Cursor, first: int) -> int:
    """The last of years in a row: `2023, 2024, 2025`, unless it heads a date of its own."""
    last = first
    while cursor.kind() in (T.COMMA, T.AND) and cursor.kind(1) is T.YEAR:
        after = 3 if cursor.kind(2) is T.YEARWORD else 2
        heads = cursor.kind(after) in (T.DASH, T.SLASH, T.COLON, T.MONTH)
        if heads or cursor.tokens[cursor.place + 1].value != last + 1:
            break
        cursor.take()
        last = cursor.take().value
        cursor.accept(T.YEARWORD)
    return last


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


def trailing_years(cursor: Cursor) -> Years | None:
    """The years written after something: `2023`, `, 2022-2023`, `(2023)`, `2023, 2024, 2025`."""
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


def unnumbered_year(cursor: Cursor) -> bool | None:
    """`of the (school) year`, with no number."""
    cursor.skip(T.NOISE)
    cursor.accept(T.NEXT)
    cursor.accept(T.SCHOOL)
    if cursor.accept(T.YEARWORD) is None:
        return None
    follows = T.NEXT in (cursor.kind(), cursor.kind(1))  # "of the year that follows"
    return None if follows else True


def doubts_of(named: Years) -> tuple[Warn, ...]:
    """What years leave open: a school year by one number, two years by no word."""
    return (Warn.AMBIGUOUS,) if named.vague or (named.school and named.first == named.last) else ()
