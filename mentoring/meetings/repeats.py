"""Times that come round, as rules of RFC 5545: weekly, every so many weeks, monthly by weekday.

Pure. Holidays and single meetings called off are no part of a rule: they are left out when
meetings are planned from it (`mentoring.meetings.coming`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from dateutil.rrule import rrulestr

from mentoring.letters import day as told_day

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1


@dataclass(frozen=True, slots=True)
class Repeat:
    """Weekdays (0: Monday) every `weeks`, or the `nth` one of each month; `until` is included."""

    days: tuple[int, ...]
    weeks: int = 1
    nth: int = 0
    until: date | None = None

    @property
    def rule(self) -> str:
        """As RFC 5545 writes it (3.3.10)."""
        codes = ",".join(f"{self.nth or ''}{_CODES[day]}" for day in self.days)
        every = "FREQ=MONTHLY" if self.nth else f"FREQ=WEEKLY;INTERVAL={self.weeks}"
        end = f";UNTIL={self.until:%Y%m%d}" if self.until else ""
        return f"{every};BYDAY={codes}{end}"


def parse(rule: str) -> Repeat:
    """A rule that this program has written. Raises ValueError for any other."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    codes = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    if not codes or any(code[-2:] not in _CODES for code in codes):
        raise ValueError(f"not a rule of ours: {rule!r}")
    nth = codes[0][:-2]
    found = Repeat(
        tuple(_CODES.index(code[-2:]) for code in codes),
        int(parts.get("INTERVAL", "1")),
        int(nth) if nth else 0,
        datetime.strptime(parts["UNTIL"], "%Y%m%d").date() if "UNTIL" in parts else None,  # noqa: DTZ007
    )
    if found.rule != rule:
        raise ValueError(f"not a rule of ours: {rule!r}")
    return found


def within(rule: str, last: date | None) -> str:
    """The rule, ended on a day at the latest."""
    found = parse(rule)
    if last is None or (found.until is not None and found.until <= last):
        return rule
    return replace(found, until=last).rule


def occurrences(rule: str, starts_on: date, *, after: date, through: date) -> Iterator[date]:
    """The days of a rule counted from `starts_on`, later than `after`, up to `through`."""
    every = rrulestr(rule, dtstart=datetime.combine(starts_on, time()))
    for moment in every.xafter(datetime.combine(after, time())):
        if moment.date() > through:
            return
        yield moment.date()


def on(day: date, *, weeks: int = 1) -> Repeat:
    """The weekday of a day, every so many weeks."""
    return Repeat((day.weekday(),), weeks)


def monthly(day: date) -> Repeat:
    """The same weekday of each month: the first, ..., the fourth, else the last."""
    nth = (day.day - 1) // 7 + 1
    return Repeat((day.weekday(),), nth=nth if nth < 5 else LAST)


def choices(day: date) -> tuple[str, ...]:
    """What a meeting on a day may become, one after the other; the first is no repeating."""
    return ("", on(day).rule, on(day, weeks=2).rule, monthly(day).rule)


def moved(rule: str, day: date) -> str:
    """The rule for a first day that was chosen anew."""
    old = parse(rule)
    if old.nth:
        return replace(monthly(day), until=old.until).rule
    if len(old.days) > 1:
        # Two days a week do not say which of them became this one.
        return rule if day.weekday() in old.days else ""
    return replace(old, days=(day.weekday(),)).rule


def said(rule: str, day: date) -> dict[str, Any]:
    """Arguments of the messages that name a rule; `day` is its first one."""
    if not rule:
        found, kind = on(day), "no"
    else:
        found = parse(rule)
        kind = "monthly" if found.nth else "weekly" if found.weeks == 1 else "fortnightly"
    return {
        "repeat": kind,
        "several": "yes" if len(found.days) > 1 else "no",
        "days": ",".join(map(str, found.days)),
        "weekday": found.days[0],
        "nth": found.nth,
        "ends": "yes" if found.until else "no",
        "until": told_day(found.until or day),
    }
