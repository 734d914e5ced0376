"""Grammar of limits, ranges and lists of dates."""

from __future__ import annotations

from dataclasses import replace

from mentoring.roadmaps.deadlines.cursor import Cursor
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.model import Warn
from mentoring.roadmaps.deadlines.named_years import COUNTS, trailing_years
from mentoring.roadmaps.deadlines.nodes import Edge, Shape, Stretch, Unit
from mentoring.roadmaps.deadlines.units import (
    PARTS,
    TERMS,
    part_unit,
    term_unit,
    unit,
    with_years,
)

_TO = (T.DASH, T.UNTIL, T.PO, T.BY)


def stretches(cursor: Cursor) -> list[Stretch] | None:
    """One or more stretches written as one phrase."""
    _lead_in(cursor)
    for rule in (_terms, _days, _parts_after, _range_from, _limit, _range_or_unit):
        found = cursor.attempt(rule)
        if found is not None:
            cursor.skip(T.NOISE)
            return found
    return None


def _lead_in(cursor: Cursor) -> None:
    """Words that announce a date and change nothing: in the course of, in the period."""
    cursor.skip(T.NOISE)
    if (cursor.kind() in (T.IN, T.PO, T.ON) and cursor.kind(1) is T.SPAN) or (
        cursor.kind() is T.IN and cursor.kind(1) is T.DURING
    ):
        cursor.take()
    start = cursor.place
    cursor.skip(T.DURING, T.WHOLE, T.SPAN, T.NOISE)
    if cursor.place > start:
        cursor.accept(T.COLON, T.DASH)
    if cursor.kind() is T.IN and cursor.kind(1) not in (T.UNTIL, T.FROM):
        cursor.take()
        cursor.skip(T.NOISE)


def _terms(cursor: Cursor) -> list[Stretch] | None:
    """`I-II quarter`, `1, 3 quarters 2023`: several numbers before one name of a term."""
    numbers, ranged = _numbers(cursor)
    kind = cursor.accept(*TERMS)
    if kind is None or len(numbers) < 2:
        return None
    units = [term_unit(kind.kind, number, kind.value) for number in numbers]
    return _shared_years(cursor, units, ranged)


def _days(cursor: Cursor) -> list[Stretch] | None:
    """`1, 15 October`, `5 and 20 May 2023`: several days before one month."""
    numbers, ranged = _numbers(cursor)
    if len(numbers) < 2:
        return None
    part = cursor.accept(*PARTS)
    if part is None and ranged:
        return None
    cursor.accept(T.DATEWORD)
    month = cursor.accept(T.MONTH)
    if month is None:
        return None
    shape = PARTS[part.kind] if part else Shape.DAY
    units = [part_unit(shape, month.value, number) for number in numbers]
    return _shared_years(cursor, units, ranged)


def _parts_after(cursor: Cursor) -> list[Stretch] | None:
    """`October (1st decade)`, `October, 2-3 week`: the month before its part."""
    month = cursor.accept(T.MONTH)
    if month is None:
        return None
    named = cursor.attempt(trailing_years)
    cursor.accept(T.COMMA, T.LPAREN, T.DASH)
    cursor.accept(T.IN)
    numbers, ranged = _numbers(cursor)
    part = cursor.accept(*PARTS)
    if part is None or not numbers:
        return None
    units = [part_unit(PARTS[part.kind], month.value, number) for number in numbers]
    if named is not None:
        units = [replace(one, years=named) for one in units]
        return [Stretch(units[0], units[-1])] if ranged else [_single(one) for one in units]
    return _shared_years(cursor, units, ranged)


def _numbers(cursor: Cursor) -> tuple[list[int], bool]:
    numbers: list[int] = []
    ranged = False
    while token := cursor.accept(*COUNTS):
        numbers.append(token.value)
        if cursor.kind() in (T.DASH, T.COMMA, T.AND) and cursor.kind(1) in COUNTS:
            ranged = cursor.take().kind is T.DASH or ranged
        else:
            break
    return numbers, ranged


def _shared_years(cursor: Cursor, units: list[Unit], ranged: bool) -> list[Stretch]:
    last = with_years(cursor, units[-1])
    units = [replace(one, years=last.years) for one in units[:-1]] + [last]
    if ranged:
        return [Stretch(units[0], last)]
    return [_single(one) for one in units]


def _single(one: Unit) -> Stretch:
    if one.shape in (Shape.DAY, Shape.WEEKDAY) or one.edge is not Edge.WHOLE:
        return Stretch(None, one)
    return Stretch(one, one)


def _range_from(cursor: Cursor) -> list[Stretch] | None:
    """`from X to Y`, or an open `from X`."""
    if cursor.kind() is T.NOT:
        cursor.take()  # "not earlier than": the word for earlier is noise
        cursor.skip(T.WORD)
    elif cursor.accept(T.FROM) is None:
        return None
    cursor.skip(T.FROM)
    first = _bound(cursor)
    if first is None:
        return None
    cursor.accept(T.COMMA) if cursor.kind(1) in (T.UNTIL, T.PO) else None
    last = cursor.attempt(lambda c: _end(c, first))
    if last is not None:
        return [Stretch(_completed(first, last), last)]
    if first.month == 0 and first.shape is Shape.DAY:
        return None
    return [Stretch(first, None)]


def _end(cursor: Cursor, first: Unit) -> Unit | None:
    if cursor.accept(*_TO) is None:
        return None
    cursor.skip(T.UNTIL, T.PO, T.NOISE)
    numeric = cursor.kind() is T.NUM
    last = unit(cursor)
    return last if last is not None and _joins(first, last, numeric) else None


def _joins(first: Unit, last: Unit, numeric: bool) -> bool:
    """Whether two units can be the ends of a range; a bare number needs one it can complete."""
    if first.shape is Shape.DAY and first.month == 0:
        if last.shape is Shape.MONTH:
            return numeric
        return last.shape in (Shape.DAY, Shape.WEEK, Shape.THIRD) and last.month != 0
    return (first.shape is Shape.YEAR) == (last.shape is Shape.YEAR)


def _completed(first: Unit, last: Unit) -> Unit:
    """A bare number before a dash takes the month, or the kind, of what follows."""
    if first.shape is not Shape.DAY or first.month:
        return first
    if last.shape is Shape.MONTH:
        return Unit(Shape.MONTH, first.number, years=last.years)
    return replace(last, number=first.number)


def _bound(cursor: Cursor) -> Unit | None:
    return cursor.attempt(unit) or cursor.attempt(_bare_day)


def _bare_day(cursor: Cursor) -> Unit | None:
    day = cursor.accept(T.NUM, T.ORDINAL)
    cursor.accept(T.DOT)
    return Unit(Shape.DAY, 0, day.value) if day else None


def _limit(cursor: Cursor) -> list[Stretch] | None:
    """`until X`, `not later than X`, `by X`."""
    leads = [token for _ in range(4) if (token := _limit_word(cursor)) is not None]
    if not leads:
        return None
    edge = cursor.accept(T.BEGIN)
    if edge is not None:
        cursor.place -= 1
    last = unit(cursor)
    if last is None:
        return None
    if set(leads) == {T.ON} and last.edge is Edge.WHOLE:
        return [_single(last)]  # a plan "for October": all of it
    if last.edge is Edge.FIRST and leads[-1] is T.UNTIL:
        last = replace(last, edge=Edge.BEFORE)
    elif edge is not None and last.shape is Shape.THIRD:
        first_day = Unit(Shape.DAY, last.month, 1, years=last.years, doubts=last.doubts)
        last = replace(first_day, edge=Edge.BEFORE if leads[-1] is T.UNTIL else Edge.WHOLE)
    elif _vague_limit(last, cursor):
        last = replace(last, doubts=(*last.doubts, Warn.AMBIGUOUS))
    return [Stretch(None, last, by_end=True)]


def _limit_word(cursor: Cursor) -> T | None:
    if cursor.run(T.NOT, T.LATER):
        cursor.skip(T.NOISE)
        return T.UNTIL
    token = cursor.accept(T.UNTIL, T.BY, T.PO, T.ON)
    if token is None and cursor.kind() is T.IN and cursor.kind(1) is T.SPAN:
        cursor.take()
        token = cursor.take()
    return token.kind if token else None


def _vague_limit(last: Unit, cursor: Cursor) -> bool:
    """Until a whole month or year: whether it is included is not said by every writer."""
    whole = last.shape not in (Shape.DAY, Shape.WEEKDAY, Shape.THIRD, Shape.WEEK)
    lead = next(
        (
            t.kind
            for t in reversed(cursor.tokens[: cursor.place])
            if t.kind in (T.UNTIL, T.BY, T.PO)
        ),
        None,
    )
    return whole and last.edge is Edge.WHOLE and lead in (T.UNTIL, T.BY)


def _range_or_unit(cursor: Cursor) -> list[Stretch] | None:
    first = _bound(cursor)
    if first is None:
        return None
    if first.shape is Shape.YEAR and (within := cursor.attempt(_of_that_year)):
        return [_single(replace(within, years=first.years))]
    last = cursor.attempt(lambda c: _end(c, first))
    if last is not None:
        return [Stretch(_completed(first, last), last)]
    if first.shape is Shape.DAY and first.month == 0:
        return None
    return [_single(first)]


def _of_that_year(cursor: Cursor) -> Unit | None:
    """`2022 - September`: what of the year before the dash is meant."""
    if cursor.accept(T.DASH, T.COLON) is None:
        return None
    found = unit(cursor)
    return found if found and found.years is None and found.shape is not Shape.YEAR else None
