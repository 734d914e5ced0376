"""Recurring deadlines as RFC 5545 rules, and the rules as windows of days."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from mentoring.roadmaps.deadlines.calendar import month_end
from mentoring.roadmaps.deadlines.model import Basis, Deadline, Freq, Kind, Window
from mentoring.roadmaps.deadlines.nodes import Recur

UNTIL_NEXT = "until_next"
MAX_WINDOWS = 400
_PER_YEAR = {
    "day": 365.0,
    "week": 365.25 / 7,
    "month": 12.0,
    "quarter": 4.0,
    "term": 4.0,
    "trimester": 3.0,
    "halfyear": 2.0,
    "year": 1.0,
}
_RATES = {
    Freq.WEEKLY: 365.25 / 7,
    Freq.MONTHLY: 12.0,
    Freq.QUARTERLY: 4.0,
    Freq.HALF_YEARLY: 2.0,
    Freq.YEARLY: 1.0,
}
_MONTHS_OF = {"quarter": 3, "halfyear": 6, "year": 12}
_TERM_STARTS = {
    "term": ((9, 2), (11, 2), (1, 3), (4, 2)),
    "trimester": ((9, 3), (12, 3), (3, 3)),
    "halfyear": ((9, 4), (1, 5)),
    "year": ((9, 9),),
}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EPOCH = date(
    2001, 1, 1
)  # a Monday and the first day of a year: weeks, months, quarters start here
_DURATION = re.compile(r"P(\d+)([DM])")
_SCHOOL_END = (5, 31)


def nearest(times_a_year: float) -> Freq:
    """The usual frequency closest to so many times a year."""
    return min(_RATES, key=lambda freq: abs(math.log(times_a_year / _RATES[freq])))


def frequency(recur: Recur) -> Freq:
    """The nearest usual frequency of what the text says."""
    return nearest(recur.times * _PER_YEAR[recur.unit] / recur.every)


def rule(recur: Recur) -> tuple[str, str | None]:
    """The rule and how long each occurrence lasts, as model.Deadline keeps them."""
    if recur.unit == "day":
        return "FREQ=DAILY" + _interval(recur.every), "P1D"
    if recur.unit == "week":
        return _weekly(recur)
    if recur.unit == "month":
        return _monthly(recur)
    if recur.month_days:
        return _day_in_quarter(recur)
    if recur.school and recur.unit in _TERM_STARTS:
        return _by_months(_spread(_TERM_STARTS[recur.unit], recur.times)), UNTIL_NEXT
    return _in_year(recur)


def _interval(every: int) -> str:
    return f";INTERVAL={every}" if every > 1 else ""


def _weekly(recur: Recur) -> tuple[str, str | None]:
    base = "FREQ=WEEKLY" + _interval(recur.every)
    days = recur.weekdays
    if not days and 1 < recur.times <= 7:
        days = tuple(math.floor(index * 7 / recur.times) for index in range(recur.times))
    if not days:
        return base, UNTIL_NEXT
    return f"{base};BYDAY={','.join(_DAYS[day] for day in days)}", "P1D"


def _monthly(recur: Recur) -> tuple[str, str | None]:
    base = "FREQ=MONTHLY" + _interval(recur.every)
    if recur.month_days:
        return base + _on_days(recur.month_days), None if recur.due else f"P{recur.days}D"
    if len(recur.weekdays) > 1:
        days = ",".join(_DAYS[day] for day in recur.weekdays)
        return f"{base};BYDAY={days};BYSETPOS={recur.nth}", "P1D"
    if recur.weekdays:
        return f"{base};BYDAY={recur.nth or ''}{_DAYS[recur.weekdays[0]]}", "P1D"
    if recur.times == 1:
        return base, UNTIL_NEXT
    days = {2: "1,16", 3: "1,11,21"}.get(recur.times, "1,8,15,22")
    return f"{base};BYMONTHDAY={days}", UNTIL_NEXT


def _on_days(days: tuple[int, ...]) -> str:
    """Days of a month; one that short months do not have is their last."""
    if len(days) > 1 or days[0] < 29:
        return f";BYMONTHDAY={','.join(map(str, days))}"
    if days[0] == 31:
        return ";BYMONTHDAY=-1"
    return f";BYMONTHDAY={','.join(map(str, range(28, days[0] + 1)))};BYSETPOS=-1"


def _day_in_quarter(recur: Recur) -> tuple[str, str | None]:
    step = _MONTHS_OF.get(recur.unit, 3)
    months = sorted((first + (0 if recur.after else step - 1)) for first in range(1, 13, step))
    days = tuple(-1 if day == 31 else day for day in recur.month_days)
    text = f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={','.join(map(str, days))}"
    return text, None if recur.due else "P1D"


def _in_year(recur: Recur) -> tuple[str, str | None]:
    months = _MONTHS_OF[recur.unit]
    if recur.times > 1 and months % recur.times:
        starts = _spread([(first, months) for first in range(1, 13, months)], recur.times)
        return _by_months(starts), UNTIL_NEXT
    step = max(1, months // recur.times) * recur.every
    if step % 12 == 0:
        return "FREQ=YEARLY" + _interval(step // 12), UNTIL_NEXT
    return "FREQ=MONTHLY" + _interval(step), UNTIL_NEXT


def _spread(terms: Iterable[tuple[int, int]], times: int) -> list[int]:
    """The first months of `times` equal shares of each term given as (first month, months)."""
    starts = set()
    for first, months in terms:
        for index in range(min(times, months)):
            starts.add((first - 1 + index * months // min(times, months)) % 12 + 1)
    return sorted(starts)


def _by_months(months: list[int]) -> str:
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY=1"


def yearly_rule(days: list[date]) -> str | None:
    """One rule for days that come back every year; None when no rule says exactly that."""
    months = sorted({day.month for day in days})
    month_days = sorted({day.day for day in days})
    base = f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}"
    if all(day == month_end(day.year, day.month) for day in days):
        return f"{base};BYMONTHDAY=-1"
    text = f"{base};BYMONTHDAY={','.join(map(str, month_days))}"
    wanted = {(day.month, day.day) for day in days}
    pairs = [(month, day) for month in months for day in month_days if day <= _days_in(month)]
    if len(wanted) < len(pairs):
        places = [index for index, pair in enumerate(pairs, start=1) if pair in wanted]
        text += f";BYSETPOS={','.join(map(str, places))}"
    return text if wanted <= set(pairs) else None


def _days_in(month: int) -> int:
    return month_end(2023, month).day


def occurrences(deadline: Deadline, since: date, until: date) -> list[Window]:
    """The windows of a deadline that touch `since`..`until`, at most 400.

    A due or a period gives one; what names no last day gives none.
    """
    if deadline.kind in (Kind.DUE, Kind.RELATIVE) and deadline.end is not None:
        return [(None, deadline.end)] if since <= deadline.end <= until else []
    if deadline.kind is Kind.PERIOD and deadline.start and deadline.end:
        touches = deadline.start <= until and deadline.end >= since
        return [(deadline.start, deadline.end)] if touches else []
    if deadline.kind is not Kind.RECURRING:
        return []
    since = max(since, deadline.start or since)
    until = min(until, deadline.end or until)
    if since > until:
        return []  # not by walking a weekly rule up to the last year there is
    found = deadline.occurrences if deadline.rrule is None else _expand(deadline, since, until)
    windows = (window for window in found if _touches(window, since, until))
    return [window for window, _ in zip(windows, range(MAX_WINDOWS), strict=False)]


def _touches(window: Window, since: date, until: date) -> bool:
    start, end = window
    return (start or end) <= until and end >= since


def _expand(deadline: Deadline, since: date, until: date) -> Iterator[Window]:
    rule_text = deadline.rrule or ""
    dates = (moment.date() for moment in _dates(rule_text, deadline, since, until))
    if deadline.lasts is None:
        yield from ((None, day) for day in dates)
        return
    if deadline.lasts == UNTIL_NEXT:
        windows: Iterable[tuple[date, date]] = (
            (day, _before_break(deadline, day, following - timedelta(days=1)))
            for day, following in pairwise(dates)
        )
    else:
        windows = ((day, _lasting(day, deadline.lasts)) for day in dates)
    for start, end in windows:
        yield max(start, deadline.start or start), min(end, deadline.end or end)


def _dates(text: str, deadline: Deadline, since: date, until: date) -> Iterator[datetime]:
    """The rule's dates from the one before `since` to the first after `until`."""
    base = _EPOCH
    if deadline.start is not None:
        base = deadline.start.replace(month=1, day=1)
        if text.startswith(("FREQ=WEEKLY", "FREQ=DAILY")):
            base = deadline.start - timedelta(days=deadline.start.weekday())
    recurrence = rrulestr(text, dtstart=datetime.combine(base, datetime.min.time()))
    lead = datetime.combine(since, datetime.min.time()) - relativedelta(years=1, months=1)
    for moment in recurrence.xafter(lead, inc=True):
        yield moment
        if moment.date() > until:
            return


def _lasting(start: date, duration: str) -> date:
    match = _DURATION.fullmatch(duration)
    if match is None:
        return start
    size = int(match[1])
    step = timedelta(days=size) if match[2] == "D" else relativedelta(months=size)
    return start + step - timedelta(days=1)


def _before_break(deadline: Deadline, start: date, end: date) -> date:
    """The school's last term ends before the summer, not with the next school year."""
    if deadline.basis is not Basis.SCHOOL or deadline.freq is Freq.YEARLY:
        return end
    summer = date(start.year, *_SCHOOL_END)
    return summer if start <= summer < end else end
