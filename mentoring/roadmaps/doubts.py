"""Which rows of a draft a person has to look at, and what such a row most likely means."""

from dataclasses import replace
from datetime import date

from mentoring.roadmaps.deadlines import Deadline, Kind, Warn

# Doubts that may mean a wrong date or a lost one. The others are told on the row's card only.
ASKED = frozenset(
    {
        Warn.UNREAD,
        Warn.PARTLY_READ,
        Warn.IMPOSSIBLE_DATE,
        Warn.YEAR_UNKNOWN,
        Warn.YEAR_DOUBTFUL,
        Warn.AMBIGUOUS,
        Warn.ALTERNATIVES,
        Warn.ENDS_BEFORE_START,
        Warn.BEFORE_PLAN_START,
        Warn.OUTSIDE_PLAN_PERIOD,
        Warn.YEAR_IN_TITLE,
        Warn.ONLY_ONCE,
    }
)
# Doubts that the year after, or the one before, would cure.
_TOO_EARLY = frozenset({Warn.YEAR_DOUBTFUL, Warn.BEFORE_PLAN_START, Warn.BEFORE_DOCUMENT_DATE})
_TOO_LATE = frozenset({Warn.YEAR_DOUBTFUL})
_DATED = frozenset({Kind.DUE, Kind.PERIOD})


def is_dated(deadline: Deadline) -> bool:
    """Whether it says all that its kind promises: a due date has a day, a series its windows."""
    if deadline.kind in _DATED:
        return deadline.start is not None or deadline.end is not None
    if deadline.kind is Kind.RECURRING:
        return bool(deadline.occurrences)
    return deadline.kind is not Kind.UNKNOWN


def is_doubtful(deadline: Deadline, warnings: tuple[str, ...]) -> bool:
    """Whether a person has to say what a row means before it may be relied on."""
    return not is_dated(deadline) or not ASKED.isdisjoint(warnings)


def likely(deadline: Deadline, warnings: tuple[str, ...]) -> dict[str, Deadline]:
    """Readings to choose from, the likeliest first, by a name that goes into a button."""
    start, end = deadline.start, deadline.end
    if start and end and end < start:
        return {
            "later": replace(deadline, end=_moved(end, 1)),
            "earlier": replace(deadline, start=_moved(start, -1)),
        }
    found = {"read": deadline} if is_dated(deadline) else {}
    if found and deadline.kind in _DATED:
        for name, years, doubts in (("later", 1, _TOO_EARLY), ("earlier", -1, _TOO_LATE)):
            if not doubts.isdisjoint(warnings):
                found[name] = replace(deadline, start=_moved(start, years), end=_moved(end, years))
    return found


def _moved(day: date | None, years: int) -> date | None:
    """The same day of another year; the last of February where it has no 29th."""
    if day is None:
        return None
    year = min(max(day.year + years, 1), 9999)
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
