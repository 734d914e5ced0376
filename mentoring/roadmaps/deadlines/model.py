"""What a deadline is once it has been read. Dates are inclusive civil dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

Window = tuple[date | None, date]
"""First and last day of one occurrence; without a first day only the last one was named."""


class Kind(StrEnum):
    """How a deadline is set."""

    DUE = "due"
    PERIOD = "period"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    RELATIVE = "relative"
    NONE = "none"
    UNKNOWN = "unknown"


class Freq(StrEnum):
    """The nearest usual frequency of a recurring deadline; the exact one is in its rule."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"


class Basis(StrEnum):
    """Whose calendar a term belongs to."""

    SCHOOL = "school"
    CIVIL = "civil"


class Warn(StrEnum):
    """Stable codes of doubts; the words for people are in the locales."""

    UNREAD = "unread"
    PARTLY_READ = "partly_read"
    IMPOSSIBLE_DATE = "impossible_date"
    YEAR_UNKNOWN = "year_unknown"
    YEAR_DOUBTFUL = "year_doubtful"
    SPELLING = "spelling"
    AMBIGUOUS = "ambiguous"
    APPROXIMATE = "approximate"
    SCHOOL_CALENDAR = "school_calendar"
    ALTERNATIVES = "alternatives"
    OPEN_END = "open_end"
    ENDS_BEFORE_START = "ends_before_it_starts"
    BEFORE_DOCUMENT_DATE = "before_document_date"
    BEFORE_PLAN_START = "before_plan_start"
    OUTSIDE_PLAN_PERIOD = "outside_plan_period"
    OUTSIDE_SECTION = "outside_section"
    DEADLINE_INHERITED = "deadline_inherited"
    NUMBER_REPEATED = "number_repeated"
    DOCUMENT_DATES_DIFFER = "document_dates_differ"
    TITLE_PERIODS_DIFFER = "title_periods_differ"
    # Of plans rolled over from another year.
    DAY_OFF = "day_off"
    YEAR_IN_TITLE = "year_in_title"
    ONLY_ONCE = "only_once"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as read.

    `rrule` is an RFC 5545 recurrence rule without DTSTART: `start` (else the day one asks from)
    takes its place. `lasts` is how long one occurrence goes on from a date of the rule: an
    ISO 8601 duration in days, months or years, `term` for a term of the school's calendar, or
    None when the rule's dates are last days. `occurrences` lie within `start` and `end`, or in
    the twelve months after the document.
    """

    kind: Kind
    start: date | None = None
    end: date | None = None
    freq: Freq | None = None
    rrule: str | None = None
    lasts: str | None = None
    occurrences: tuple[Window, ...] = ()
    basis: Basis | None = None
    warnings: tuple[str, ...] = ()

    def warned(self, *codes: str) -> Deadline:
        """The same deadline with these warnings added, each once."""
        return replace(self, warnings=tuple(dict.fromkeys((*self.warnings, *codes))))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, both ends included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def whole_months(self) -> Span:
        """The months it lies in, whole: a plan is for February that begins on the 3rd."""
        following = self.end.replace(day=28) + timedelta(days=4)
        return Span(self.start.replace(day=1), following - timedelta(days=following.day))

    def shared(self, other: Span) -> int:
        """How many days lie in both."""
        return max(0, (min(self.end, other.end) - max(self.start, other.start)).days + 1)


def school_span(year: int) -> Span:
    """The school year that begins in `year`: 1 September to 31 August."""
    return Span(date(year, 9, 1), date(year + 1, 8, 31))


@dataclass(frozen=True, slots=True)
class YearContext:
    """Where a missing year comes from, in this order: the title's period, the order's date,
    the school year given (the year it begins in).

    `contradicted` tells that the document names several periods, so that a year taken from one of
    them is doubtful; `opens_plan` that nothing in the plan is dated yet, so that an August is the
    one before the school year; `after` is the day of the row above. `today` is only asked where
    the series of a recurring deadline starts when nothing in the document tells.
    """

    period: Span | None = None
    document_date: date | None = None
    school_year: int | None = None
    contradicted: bool = False
    opens_plan: bool = False
    after: date | None = None
    today: date | None = None

    def spans(self) -> list[tuple[str, Span]]:
        """The stretches a date without a year may lie in, best first."""
        found = [("title", self.period)] if self.period else []
        if self.document_date:
            first = self.document_date.replace(day=1)
            last = first.replace(year=first.year + 1) - timedelta(days=1)
            found.append(("date", Span(first, last)))
        if self.school_year is not None:
            found.append(("school", school_span(self.school_year)))
        return [(source, span) for source, span in found if span is not None]
