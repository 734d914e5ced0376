"""What a column holds, by the words of its heading."""

from enum import StrEnum

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import one_line

_HEADING_LENGTH = 120


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    # Of the month in the column of deadlines.
    DAY = "day"
    SECTION = "section"
    SUBSECTION = "subsection"
    ACTIVITY = "activity"
    DEADLINE = "deadline"
    START = "start"
    FINISH = "finish"
    EXECUTOR = "executor"
    RESULT = "result"
    NAME = "name"
    # A month, a quarter or half a year: what is done in it has a mark there.
    MONTH = "month"
    # Of deadlines, too: what is due in the year of its heading.
    YEAR = "year"
    OTHER = "other"


def heading_role(text: str) -> Role | None:
    """The role a heading names, also where a narrow column cuts its words."""
    return _role_of(one_line(text)) or _role_of(one_line(text.replace("\n", "")))


def _role_of(text: str) -> Role | None:
    if not text or len(text) > _HEADING_LENGTH:
        return None
    for pattern, role in (
        (words.NUMBER_HEADING, Role.NUMBER),
        (words.DAY_HEADING, Role.DAY),
        (words.REMARK_HEADING, Role.OTHER),
    ):
        if pattern.search(text):
            return role
    if words.DATED_ACTIVITY.search(text):
        return Role.ACTIVITY
    if words.DEADLINE_HEADING.search(text):
        return _deadline_role(text)
    for pattern, role in (
        (words.EXECUTOR_HEADING, Role.EXECUTOR),
        (words.RESULT_HEADING, Role.RESULT),
        (words.OTHER_HEADING, Role.OTHER),
        (words.ACTIVITY_HEADING, Role.ACTIVITY),
        (words.SECTION_HEADING, Role.SECTION),
        (words.NAME_HEADING, Role.NAME),
        (words.START_HEADING, Role.START),
        (words.FINISH_HEADING, Role.FINISH),
    ):
        if pattern.search(text):
            return role
    return None


def _deadline_role(text: str) -> Role:
    if words.FACT_HEADING.search(text):
        return Role.OTHER
    starts, ends = words.START_HEADING.search(text), words.FINISH_HEADING.search(text)
    if bool(starts) == bool(ends):
        return Role.DEADLINE
    return Role.START if starts else Role.FINISH


def names_both(heading: str) -> bool:
    """Whether a heading names a deadline and executors: `Terms, persons in charge`."""
    text = one_line(heading)
    both = words.DEADLINE_HEADING.search(text) and words.EXECUTOR_HEADING.search(text)
    return both is not None and len(text) <= _HEADING_LENGTH
