"""What holds of every personal programme: its kinds of lines, its limits, an unusual term."""

from datetime import date
from enum import StrEnum


class Status(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    # In force, also while a change of it waits to be approved.
    APPROVED = "approved"


class Kind(StrEnum):
    GOAL = "goal"
    # Activities: against a difficulty, for a strength.
    DIFFICULTY = "difficulty"
    GROWTH = "growth"
    # Agreed upon at a meeting: part of the programme, no change of it.
    TASK = "task"


class ItemStatus(StrEnum):
    # A mentee's, not taken into the programme yet.
    PROPOSED = "proposed"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


ACTIVITIES = frozenset({Kind.DIFFICULTY, Kind.GROWTH})
TITLE_LIMIT = 300
WORDS_LIMIT = 600
REMARK_LIMIT = 600
# A programme of more lines nobody works through.
MOST = 60
# As for meetings: the mentor's mark of an activity.
MARKS = range(1, 11)
_LEAST_MONTHS, _MOST_MONTHS = 3, 12


def whole_months(first: date, last: date) -> int:
    """How many whole months lie between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)


def unusual_term(first: date, last: date | None) -> str:
    """ "short" or "long" for a teacher's programme outside of three months to a year; else "".

    The bound is the one of the model for teachers (2021); other programmes have none.
    """
    if last is None or last < first:
        return ""
    months = whole_months(first, last)
    if months < _LEAST_MONTHS:
        return "short"
    exact = last.day == first.day
    return "long" if months > _MOST_MONTHS or (months == _MOST_MONTHS and not exact) else ""
