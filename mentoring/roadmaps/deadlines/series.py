"""Deadlines that come back: a frequency with its bounds, or a list of dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from mentoring.roadmaps.deadlines.calendar import month_end
from mentoring.roadmaps.deadlines.model import (
    Basis,
    Deadline,
    Kind,
    Warn,
    Window,
    YearContext,
)
from mentoring.roadmaps.deadlines.nodes import Reading, Recur, Shape, Stretch
from mentoring.roadmaps.deadlines.placing import Placed, place
from mentoring.roadmaps.deadlines.recurrence import (
    frequency,
    nearest,
    occurrences,
    rule,
    yearly_rule,
)

_ANY_YEAR = YearContext(school_year=2023)  # for the days of windows that come back every year
_FINENESS = ("day", "week", "month", "quarter", "term", "trimester", "halfyear", "year")
_SEASONAL = ("year", "halfyear")
_YEAR_DOUBTS = (Warn.YEAR_UNKNOWN, Warn.YEAR_DOUBTFUL)


def recurring(reading: Reading, stretches: list[Stretch], context: YearContext) -> Deadline:
    """A recurring deadline. Raises calendar.ImpossibleDate."""
    recur, doubts = _merged(reading.recurs)
    bare = [one for one in stretches if _is_year(one)]
    others = [one for one in stretches if not _is_year(one)]
    if others and (recur.unit in _SEASONAL or len(others) > 1) and not recur.month_days:
        deadline = _windows(recur, reading, others, bare, context)
    else:
        deadline = _bounded(recur, [place(one, context) for one in stretches], reading.further)
    school = recur.school or reading.school
    deadline = replace(deadline, basis=Basis.SCHOOL if school else Basis.CIVIL)
    since, until = _horizon(deadline, context)
    found = tuple(occurrences(deadline, since, until))
    if deadline.end is None and len(found) > 1 and found[-1][1] > until:
        found = found[:-1]  # the first began before the twelve months: that makes a year
    if others and bare and found and deadline.start and deadline.end:
        # "May, yearly from 2023 to 2025" begins and ends in a May, as "May 2023-2025" does.
        deadline = replace(deadline, start=found[0][0] or found[0][1], end=found[-1][1])
    return replace(deadline, occurrences=found).warned(*doubts)


def list_of_dates(ordered: list[Placed], basis: Basis | None) -> Deadline:
    """Several dates without a word of frequency: a series with a first and a last one."""
    limits = any(one.by_end for one in ordered)
    windows = tuple(_window(replace(one, by_end=limits)) for one in ordered)
    marks = [start or end for start, end in windows]
    gaps = [max(1, (after - one).days) for one, after in pairwise(marks)]
    deadline = Deadline(
        Kind.RECURRING,
        marks[0],
        windows[-1][1],
        nearest(365.25 * len(gaps) / sum(gaps)),
        yearly_rule(marks),
        _lasting(windows),
        windows,
        basis or Basis.CIVIL,
    )
    exact = deadline.rrule and occurrences(deadline, marks[0], windows[-1][1]) == list(windows)
    return deadline if exact else replace(deadline, rrule=None, lasts=None)


def _is_year(one: Stretch) -> bool:
    unit = one.last or one.first
    return unit is not None and unit.shape is Shape.YEAR and unit.years is not None


def _merged(recurs: list[Recur]) -> tuple[Recur, tuple[Warn, ...]]:
    """Several statements of frequency as one: the detailed one within the unit of the other."""
    if not recurs:
        return Recur(unit="year"), ()
    doubts = tuple(dict.fromkeys(doubt for one in recurs for doubt in one.doubts))
    detailed = [one for one in recurs if one.weekdays or one.month_days]
    plain = [one for one in recurs if not (one.weekdays or one.month_days)]
    if detailed and plain:
        best, unit = detailed[0], plain[0].unit
        if best.unit == "week" == unit:
            return replace(best, every=plain[0].every), doubts
        if best.unit == "quarter":
            return best, doubts
        doubts = tuple(doubt for doubt in doubts if doubt is not Warn.AMBIGUOUS)
        if best.month_days and unit in ("quarter", "halfyear", "year"):
            doubts = doubts if best.after else (*doubts, Warn.AMBIGUOUS)
            return replace(best, unit=unit, school=False), doubts
        return best, doubts
    ranked = sorted(recurs, key=lambda one: (_FINENESS.index(one.unit), one.every / one.times))
    if len({(one.times, one.every, one.unit) for one in recurs}) > 1 and len(detailed) != 1:
        units = {one.unit for one in recurs}
        doubts = doubts if units == {"year", ranked[0].unit} else (*doubts, Warn.AMBIGUOUS)
    return ranked[0], doubts


def _bounded(recur: Recur, placed: list[Placed], further: bool) -> Deadline:
    starts = [one.start for one in placed if one.start]
    ends = [_last_day(one) for one in placed if one.end and not further]
    text, lasts = rule(recur)
    doubts = [doubt for one in placed for doubt in one.doubts if doubt is not Warn.OPEN_END]
    start, end = min(starts, default=None), max(ends, default=None)
    found = Deadline(Kind.RECURRING, start, end, frequency(recur), text, lasts)
    return found.warned(*doubts)


def _last_day(one: Placed) -> date:
    end = one.end or date.max
    if one.every_year is None:
        return end
    return end.replace(year=end.year + one.every_year.last - one.every_year.first, day=1) + (
        relativedelta(months=1, days=-1)
        if end == month_end(end.year, end.month)
        else timedelta(days=end.day - 1)
    )


def _windows(
    recur: Recur,
    reading: Reading,
    others: list[Stretch],
    bare: list[Stretch],
    context: YearContext,
) -> Deadline:
    """A frequency with the months or days it falls on."""
    placed = [place(one, context if _named(one) else _ANY_YEAR) for one in others]
    opening = [one for one in placed if one.end is None]
    fixed = [one for one in placed if one.end is not None]
    limits = [one for one, source in zip(placed, others, strict=True) if _is_limit(one, source)]
    doubts = [doubt for one in placed for doubt in one.doubts if doubt not in _YEAR_DOUBTS]
    frames = [place(one, context) for one in bare]
    starts = [one.start for one in (*frames, *opening) if one.start and one.dated]
    ends = [one.end for one in frames if one.end]
    if (
        limits and len(limits) == len(fixed) and not reading.further
    ):  # "yearly until 31.12.2024" bounds the series
        text, lasts = rule(recur)
        end = max((one.end for one in limits if one.end), default=None)
        start = min(starts, default=None)
        found = Deadline(Kind.RECURRING, start, end, frequency(recur), text, lasts)
        return found.warned(*doubts, Warn.AMBIGUOUS)
    if not fixed:
        return _opened(recur, others, opening)
    windows = sorted((_window(one) for one in fixed), key=lambda window: window[1])
    marks = [start or end for start, end in windows]
    for one, source in zip(placed, others, strict=True):
        if _named(source) and one.end is not None:
            starts.append(one.start or one.end)
            if one.every_year or not reading.further:
                ends.append(_last_day(one))
    times = Recur(times=len(fixed), unit="year") if recur.unit == "year" else recur
    found = Deadline(
        Kind.RECURRING,
        min(starts, default=None),
        max(ends, default=None),
        frequency(times),
        yearly_rule(marks),
        _lasting(tuple(windows)),
    )
    return found.warned(*doubts) if found.rrule else found.warned(*doubts, Warn.AMBIGUOUS)


def _opened(recur: Recur, others: list[Stretch], opening: list[Placed]) -> Deadline:
    """`yearly from 1 September (2022)`."""
    named = all(_named(one) for one in others)
    text, lasts = rule(recur)
    start = opening[0].start if named and opening else None
    if not named and opening and opening[0].start:
        text, lasts = yearly_rule([opening[0].start]) or text, "P1D"
    found = Deadline(Kind.RECURRING, start, None, frequency(recur), text, lasts)
    return found if named else found.warned(Warn.AMBIGUOUS)


def _named(one: Stretch) -> bool:
    return any(unit is not None and unit.years is not None for unit in (one.first, one.last))


def _is_limit(one: Placed, source: Stretch) -> bool:
    return one.by_end and one.start is None and _named(source) and one.every_year is None


def _window(one: Placed) -> Window:
    end = one.end or date.max
    return (one.start or (None if one.by_end else end)), end


def _lasting(windows: tuple[Window, ...]) -> str | None:
    """The common length of the windows; None when they are limits, or differ."""
    lengths = {_length(start, end) for start, end in windows if start is not None}
    return lengths.pop() if len(lengths) == 1 else None


def _length(start: date, end: date) -> str:
    if start.day == 1 and end == month_end(end.year, end.month):
        return f"P{(end.year - start.year) * 12 + end.month - start.month + 1}M"
    return f"P{(end - start).days + 1}D"


def _horizon(deadline: Deadline, context: YearContext) -> tuple[date, date]:
    """Where occurrences are listed: within the bounds, or for twelve months."""
    since = deadline.start or _anchor(context)
    if since is None:
        return date.max, date.min
    if deadline.start is not None and deadline.end is not None:
        return since, deadline.end
    year = since + relativedelta(years=1, days=-1)
    return since, min(year, deadline.end or year)


def _anchor(context: YearContext) -> date | None:
    spans = context.spans()
    if spans:
        return spans[0][1].start
    return context.today.replace(day=1) if context.today else None
