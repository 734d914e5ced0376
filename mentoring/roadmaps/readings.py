"""What the deadline of a doubtful row may mean: readings to choose from by one press.

Nothing here is taken by itself: a reading becomes the row's deadline when a person presses it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from mentoring.roadmaps.deadlines import Deadline, Kind, Warn, YearContext, read_deadline
from mentoring.roadmaps.doubts import is_dated, likely
from mentoring.roadmaps.years import school_year_of
from mentoring.workdays import Week

_WEEK = Week()
# More would push the other buttons off a small screen.
_MOST = 4
# Where several deadlines stand in one cell, each side of these may be one.
_BETWEEN = re.compile(r"\bили\b|[;\n()]|,\s|\s/\s", re.IGNORECASE)
_MOST_PIECES = 8
# Years beside each other with no word for whether a school year is meant.
_TWO_YEARS = re.compile(r"(20\d\d)\s*[-/\u2010-\u2015]\s*((?:20)?\d\d)(?:\s*г(?:г|од\w*)?\b\.?)?")
_HALF_YEAR = re.compile(r"полугод|п/г", re.IGNORECASE)
# Half a year as it was read, by its first and last month, and what it may be as well: the
# school's second half begins in January.
_OTHER_HALVES = {
    (9, 12): "01.01.{year} - 30.06.{year}",
    (1, 5): "01.07.{year} - 31.12.{year}",
    (1, 6): "01.09.{year} - 31.12.{year}",
    (7, 12): "01.01.{year} - 31.05.{year}",
}
# A day that some month lacks: the 31st, or the 29th and 30th of February.
_LATE_DAY = re.compile(r"(?<!\d)(?:29|30|31)(?=\s*(?:\.|[а-яё]))", re.IGNORECASE)
_EARLIER_DAYS = ("30", "29", "28")
_YEAR_DOUBTS = frozenset({Warn.YEAR_UNKNOWN, Warn.YEAR_DOUBTFUL})


def readings(deadline: Deadline, text: str, context: YearContext) -> dict[str, Deadline]:
    """Readings of a doubtful deadline, the likeliest first, by names that go into buttons.

    "read" is the reading there is. All of them say a day, or that there is none to say.
    """
    found = likely(deadline, deadline.warnings)
    known = {_said(one) for one in found.values()}
    for number, other in enumerate(_others(deadline, text, context)):
        if len(found) >= _MOST:
            break
        if is_dated(other) and Warn.ENDS_BEFORE_START not in other.warnings:
            if _said(other) not in known:
                found[f"other{number}"] = other
            known.add(_said(other))
    return found


def _said(deadline: Deadline) -> tuple[object, ...]:
    """What two readings would have in common if a person could not tell them apart."""
    days = deadline.occurrences or ((deadline.start, deadline.end),)
    return (deadline.kind is Kind.RECURRING, deadline.freq, days)


def _others(deadline: Deadline, text: str, context: YearContext) -> Iterator[Deadline]:
    doubts = set(deadline.warnings)
    if Warn.DAY_OFF in doubts and deadline.end is not None:
        for day in (_WEEK.on_or_before(deadline.end), _WEEK.on_or_after(deadline.end)):
            start = day if deadline.start == deadline.end else deadline.start
            yield Deadline(deadline.kind, start, day)
    if Warn.IMPOSSIBLE_DATE in doubts:
        yield from _with_a_day_that_exists(text, context)
    if doubts & _YEAR_DOUBTS or Warn.OUTSIDE_PLAN_PERIOD in doubts:
        yield from _of_other_years(text, context)
    if Warn.AMBIGUOUS in doubts:
        yield from _said_plainly(deadline, text, context)
    pieces = [piece.strip() for piece in _BETWEEN.split(text)][:_MOST_PIECES]
    if len(pieces) > 1:
        for piece in filter(None, pieces):
            yield read_deadline(piece, context=context)


def _said_plainly(deadline: Deadline, text: str, context: YearContext) -> Iterator[Deadline]:
    """Two years as one school year; half a year as the calendar's, or the school's; a series as
    its first window alone."""
    start, end = deadline.start, deadline.end
    half = _OTHER_HALVES.get((start.month, end.month)) if start and end else None
    if _HALF_YEAR.search(text) and deadline.start and half:
        yield read_deadline(half.format(year=deadline.start.year), context=context)
    as_school_year = _TWO_YEARS.sub(r"\1/\2 учебного года", text)
    if as_school_year != text:
        yield read_deadline(as_school_year, context=context)
    if deadline.occurrences:
        first, last = deadline.occurrences[0]
        yield Deadline(Kind.PERIOD if first else Kind.DUE, first, last)


def _with_a_day_that_exists(text: str, context: YearContext) -> Iterator[Deadline]:
    """For the 31st of June its 30th: the last day the month has."""
    for day in _EARLIER_DAYS:
        other = read_deadline(_LATE_DAY.sub(day, text), context=context)
        if Warn.IMPOSSIBLE_DATE not in other.warnings:
            yield other
            return


def _of_other_years(text: str, context: YearContext) -> Iterator[Deadline]:
    """In the school year now and the next, whatever else the document says."""
    if context.today is None:
        return
    now = context.school_year or school_year_of(context.today)
    for year in (now, now + 1):
        asked = replace(context, period=None, document_date=None, school_year=year)
        yield read_deadline(text, context=asked)
