"""Grammar of how often something is done."""

from __future__ import annotations

from mentoring.roadmaps.deadlines.cursor import Cursor
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.model import Warn
from mentoring.roadmaps.deadlines.nodes import Recur
from mentoring.roadmaps.deadlines.tokens import Token
from mentoring.roadmaps.deadlines.vocabulary import HOUR, PER_UNITS, adverb

_UNITS = {
    T.DAY: "day",
    T.WEEK: "week",
    T.MONTHWORD: "month",
    T.QUARTER: "quarter",
    T.TERM: "term",
    T.TRIMESTER: "trimester",
    T.HALFYEAR: "halfyear",
    T.YEARWORD: "year",
}
_SCHOOL_UNITS = ("term", "trimester", "halfyear")
_COUNTS = (T.NUM, T.ORDINAL)
_PART_DAYS = {T.WEEK: (7, 5), T.DECADE: (10, 3), T.HALF: (15, 2)}  # days, how many in a month


def recur(cursor: Cursor) -> Recur | None:
    """One statement of frequency."""
    for rule in (
        _adverb,
        _times,
        _part_of_each,
        _every_day_of,
        _weekdays,
        _per,
        _days_from,
        _month_days,
        _every,
        _edge_of_unit,
        _third,
        _year_after_report,
    ):
        found = cursor.attempt(rule)
        if found is not None:
            return found
    return None


def _adverb(cursor: Cursor) -> Recur | None:
    word = cursor.accept(T.ADVERB)
    if word is None:
        return None
    times, every, unit = adverb(word.text)
    return Recur(times, every, unit, school=unit in _SCHOOL_UNITS)


def _times(cursor: Cursor) -> Recur | None:
    """`twice a year`, `not less than once in two weeks`, `1 raz/month`, `2 meetings a month`."""
    if cursor.accept(T.NOT):
        cursor.accept(T.LESS)
    cursor.skip(T.NOISE, T.UNTIL, T.PO)
    start = cursor.place
    times, _ = _count(cursor)
    if not _counted(cursor, times):
        return None
    cursor.accept(T.EVERY)
    every, ranged = _count(cursor)
    found = _unit(cursor)
    if found is None or any(count and count.value < 1 for count in (times, every)):
        return None
    unit, school = found
    doubts = (Warn.APPROXIMATE,) if ranged else ()
    hours = any(token.text.startswith(HOUR) for token in cursor.tokens[start : cursor.place])
    often = times.value if times and not hours else 1
    return Recur(often, every.value if every else 1, unit, school=school, doubts=doubts)


def _count(cursor: Cursor) -> tuple[Token | None, bool]:
    """A number, and whether it is the first of two: `2-3`."""
    count = cursor.accept(*_COUNTS)
    if count and cursor.kind() is T.DASH and cursor.kind(1) in _COUNTS:
        cursor.take()
        cursor.take()
        return count, True
    return count, False


def _counted(cursor: Cursor, times: Token | None) -> bool:
    """What is counted, up to the word before the unit: `times a`, `meetings in`."""
    if cursor.accept(T.TIMES):
        return cursor.accept(T.IN, T.SLASH, T.ON, T.FOR, T.PO) is not None
    if times is None:
        return False
    if cursor.kind() in (T.WORD, T.RELATIVE):
        cursor.take()
    return cursor.accept(T.IN) is not None


def _unit(cursor: Cursor) -> tuple[str, bool] | None:
    cursor.skip(T.NOISE)
    school = cursor.accept(T.SCHOOL) is not None
    word = cursor.accept(*_UNITS)
    if word is None:
        return None
    unit = _UNITS[word.kind]
    return unit, school or (unit in _SCHOOL_UNITS and not word.value)


def _every(cursor: Cursor) -> Recur | None:
    """`every month`, `every two weeks`, `at the end of each term`."""
    cursor.accept(T.IN)
    cursor.accept(T.PO)
    edge = cursor.accept(T.BEGIN, T.MIDDLE, T.FINISH)
    if cursor.accept(T.EVERY) is None:
        return None
    count = cursor.accept(*_COUNTS)
    found = _unit(cursor)
    if found is None or (count and count.value < 1):
        return None
    unit, school = found
    doubts = (Warn.APPROXIMATE,) if edge else ()
    every = count.value if count else 1
    if edge and edge.kind is T.FINISH and unit == "month":
        return Recur(unit=unit, every=every, month_days=(-1,), due=True)
    return Recur(unit=unit, every=every, school=school, doubts=doubts)


def _every_day_of(cursor: Cursor) -> Recur | None:
    """`each 25th`, `every second Friday of the month`, `the last Friday`."""
    cursor.accept(T.IN)
    every = cursor.accept(T.EVERY)
    count = cursor.accept(*_COUNTS)
    if every is None and count is None:
        return None
    if every and count and cursor.accept(T.DATEWORD):
        _of_each_month(cursor)
        return Recur(month_days=(count.value,)) if 1 <= count.value <= 31 else None
    if count and count.value == -1 and cursor.accept(T.DAY):
        return Recur(month_days=(-1,)) if _of_each_month(cursor) or every else None
    day = cursor.accept(T.WEEKDAY)
    if day is None or cursor.kind() is T.MONTH:
        return None
    if count is None:
        return Recur(unit="week", weekdays=(day.value,))
    _of_each_month(cursor)
    nth = count.value
    return Recur(weekdays=(day.value,), nth=nth) if -1 <= nth <= 5 and nth else None


def _of_each_month(cursor: Cursor) -> bool:
    start = cursor.place
    every = cursor.accept(T.EVERY, T.ADVERB)
    cursor.skip(T.NOISE)
    if cursor.accept(T.MONTHWORD):
        return True
    if every and every.kind is T.ADVERB:
        return True
    cursor.place = start
    return False


def _weekdays(cursor: Cursor) -> Recur | None:
    """`on Wednesdays`, `on Mondays and Thursdays`; after `weekly` the bare days."""
    if cursor.accept(T.PO, T.IN, T.EVERY) is None and not _weekly_before(cursor):
        return None
    cursor.accept(T.EVERY)
    days: list[int] = []
    while day := cursor.accept(T.WEEKDAY):
        days.append(day.value)
        if cursor.kind() in (T.COMMA, T.AND) and cursor.kind(1) in (T.PO, T.IN, T.WEEKDAY):
            cursor.take()
            cursor.accept(T.PO, T.IN)
    return Recur(unit="week", weekdays=tuple(sorted(set(days)))) if days else None


def _weekly_before(cursor: Cursor) -> bool:
    return any(
        token.kind is T.WEEK or (token.kind is T.ADVERB and adverb(token.text)[2] == "week")
        for token in cursor.tokens[: cursor.place]
    )


def _part_of_each(cursor: Cursor) -> Recur | None:
    """`the first week of each month`, `the last working day of the month`."""
    cursor.accept(T.IN, T.ON)
    cursor.accept(T.EVERY)
    count = cursor.accept(*_COUNTS, T.ROMAN)
    working = cursor.accept(T.WORKING) is not None
    part = cursor.accept(T.DAY) if working else cursor.accept(*_PART_DAYS)
    if count is None or part is None or not _of_each_month(cursor):
        return None
    if working:
        return Recur(weekdays=(0, 1, 2, 3, 4), nth=count.value) if -1 <= count.value <= 5 else None
    size, most = _PART_DAYS[part.kind]
    if count.value == -1:
        return Recur(month_days=(-size,), days=size, doubts=(Warn.APPROXIMATE,))
    first = size * (count.value - 1) + 1
    found = Recur(month_days=(first,), days=size, doubts=(Warn.APPROXIMATE,))
    return found if 1 <= count.value <= most else None


def _per(cursor: Cursor) -> Recur | None:
    """`by terms`, `by quarters`."""
    if not cursor.run(T.PO, T.PER):
        return None
    unit = PER_UNITS[cursor.tokens[cursor.place - 1].text]
    return Recur(unit=unit, school=unit in _SCHOOL_UNITS)


def _days_from(cursor: Cursor) -> Recur | None:
    """`from the 1st to the 5th of each month`, `15-20 of the month`."""
    cursor.accept(T.FROM)
    first = cursor.accept(*_COUNTS)
    to = cursor.accept(T.PO, T.UNTIL, T.DASH)
    last = cursor.accept(*_COUNTS)
    if not (first and to and last) or not 1 <= first.value <= last.value <= 31:
        return None
    word = cursor.accept(T.DATEWORD)
    monthly = _of_each_month(cursor)
    if not monthly and (word is None or cursor.kind() is T.MONTH):
        return None
    doubts = () if monthly else (Warn.AMBIGUOUS,)
    return Recur(month_days=(first.value,), days=last.value - first.value + 1, doubts=doubts)


def _edge_of_unit(cursor: Cursor) -> Recur | None:
    """`the end of the month`, `until the end of the term`: of each, or of this one?"""
    limited = bool(cursor.accept(T.UNTIL, T.BY))
    cursor.accept(T.IN, T.ON, T.PO)
    edge = cursor.accept(T.BEGIN, T.MIDDLE, T.FINISH)
    if edge is None:
        return None
    current = cursor.accept(T.NOISE) is not None
    found = _unit(cursor)
    if found is None or found[0] in ("day", "week", "year") or cursor.kind() is T.YEAR:
        return None
    unit, school = found
    doubts = (Warn.AMBIGUOUS,) if limited or current else (Warn.AMBIGUOUS, Warn.APPROXIMATE)
    if edge.kind is T.FINISH and unit == "month":
        return Recur(unit=unit, month_days=(-1,), due=True, doubts=doubts)
    return Recur(unit=unit, school=school, doubts=doubts)


def _third(cursor: Cursor) -> Recur | None:
    """`the third decade` with no month: of each."""
    cursor.accept(T.IN)
    count = cursor.accept(*_COUNTS, T.ROMAN)
    if count is None or cursor.accept(T.DECADE) is None or not cursor.done:
        return None
    if not 1 <= count.value <= 3:
        return None
    return Recur(month_days=(10 * count.value - 9,), days=10, doubts=(Warn.AMBIGUOUS,))


def _year_after_report(cursor: Cursor) -> Recur | None:
    """`(20 January) of the year that follows the reported one`."""
    if cursor.accept(T.YEARWORD) is None or not cursor.attempt(_after_report):
        return None
    return Recur(unit="year")


def _month_days(cursor: Cursor) -> Recur | None:
    """`until the 25th of each month`, `on the 10th and 20th`, `of the month after`."""
    limited = False
    while cursor.kind() in (T.UNTIL, T.BY, T.PO, T.NOT, T.LATER, T.NOISE):
        limited = cursor.take().kind is not T.NOISE or limited
    days: list[int] = []
    while day := cursor.accept(*_COUNTS):
        if not 1 <= day.value <= 31 or (day.kind is T.NUM and not day.text.isdecimal()):
            return None
        days.append(day.value)
        if cursor.kind() in (T.COMMA, T.AND) and cursor.kind(1) in _COUNTS:
            cursor.take()
    word = cursor.accept(T.DATEWORD)
    if not days or cursor.kind() is T.MONTH:
        return None
    each = cursor.kind() in (T.EVERY, T.ADVERB)
    month_days = tuple(sorted(set(days)))
    if word and (place := cursor.attempt(_month_of_quarter)):
        return Recur(unit="quarter", month_days=month_days, due=limited, after=place == 1)
    monthly = _of_each_month(cursor)
    after = cursor.attempt(_after_report) is not None
    if word is None and not (each and monthly):
        return None
    doubts = () if monthly or after else (Warn.AMBIGUOUS,)
    return Recur(month_days=month_days, due=limited, after=after, doubts=doubts)


def _month_of_quarter(cursor: Cursor) -> int | None:
    """`of the last month (of the quarter, of the reported period)`: 1 or -1."""
    place = cursor.accept(*_COUNTS)
    if place is None or place.value not in (1, 3, -1) or cursor.accept(T.MONTHWORD) is None:
        return None
    cursor.skip(T.NOISE, T.EVERY, T.WORD, T.QUARTER, T.SPAN)
    return 1 if place.value == 1 else -1


def _after_report(cursor: Cursor) -> bool | None:
    """`(month) following the reported one`: the words after it are part of the phrase."""
    cursor.skip(T.COMMA)
    if cursor.accept(T.NEXT) is None:
        return None
    cursor.skip(T.FOR, T.WORD, T.MONTHWORD, T.QUARTER, T.SPAN, T.YEARWORD, T.NOISE)
    return True
