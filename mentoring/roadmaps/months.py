"""Days and weeks that stand apart from their month: in a column beside it, or below its heading."""

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.deadlines.vocabulary import MONTH_FORMS

# "September 2026" and no sentence.
_LONGEST = 24


def is_month(heading: str) -> bool:
    """Whether a text is the name of a month, be it with a year."""
    first = heading.split(" ", maxsplit=1)[0].strip(".,:").lower()
    return len(heading) <= _LONGEST and first in MONTH_FORMS


def in_month(part: str, month: str, heading: str = "") -> str:
    """A part of a month and the month as one deadline.

    A mere number is a day, or, where the column's `heading` says so, a week.
    """
    part = part.strip()
    if not part or words.ALL_MONTH.match(part):
        return month
    days = words.MERE_DAYS.match(part) is not None
    if days and not words.WEEKS.match(heading):
        return f"{part.rstrip('.')} {month}"
    part = f"{part.rstrip('.')} {heading.lower()}" if days else part
    return words.IN_MONTH.format(month=month, part=part)


def month_of(title: str | None) -> str:
    """The month a title says its plan is for; empty where it says none."""
    found = words.FOR_MONTH.search(title or "")
    return found[1] if found and is_month(found[1]) else ""


def with_month(text: str, heading: str) -> str:
    """A deadline; one of mere days, weeks or all the month with the month above it."""
    said = text.strip()
    parts = (words.MERE_DAYS, words.MERE_WEEKS, words.ALL_MONTH)
    part = said and any(pattern.match(said) for pattern in parts)
    return in_month(said, heading) if part and is_month(heading) else text
