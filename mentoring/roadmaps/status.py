"""The states of roadmaps and assignments, and which ones a list asks for."""

from datetime import timedelta
from enum import StrEnum


class RoadmapStatus(StrEnum):
    """A plan's way: read, confirmed, at last replaced by a newer one."""

    DRAFT = "draft"
    # A draft that a newer file came in place of.
    DISCARDED = "discarded"
    CONFIRMED = "confirmed"
    REPLACED = "replaced"


class AssignmentStatus(StrEnum):
    """Only an open one is spoken of."""

    OPEN = "open"
    DONE = "done"
    # Its day had passed when the plan was confirmed, and it was declared done.
    DONE_EARLIER = "done_earlier"
    NOT_NEEDED = "not_needed"


class Part(StrEnum):
    """Which assignments a list shows."""

    # What the morning's alerts are about: overdue, ending within a week, begun within one.
    NEAR = "near"
    OVERDUE = "overdue"
    WEEK = "week"
    MONTH = "month"
    UNDATED = "undated"
    OPEN = "open"
    CLOSED = "closed"
    # Of a plan from above.
    GIVEN = "given"
    ALL = "all"


class Own(StrEnum):
    """How far a school is with a plan of its own."""

    NONE = "none"
    DRAFT = "draft"
    # It lies with the head.
    LIES = "lies"
    # In force, without an order noted.
    KEPT = "kept"
    APPROVED = "approved"


class Plea(StrEnum):
    """What a school asks of whoever issued a row."""

    TERM = "term"
    NOT_NEEDED = "not_needed"


# "The next week" and "the next month": today and so many days more.
WEEK_DAYS = 7
MONTH_DAYS = 30
# What was closed or accepted can be taken back so long.
UNDO = timedelta(days=1)
