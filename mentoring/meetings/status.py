"""What a meeting may be, from a time proposed to what became of it."""

from enum import StrEnum


class Status(StrEnum):
    # One side has named a time, the other has not answered yet.
    PROPOSED = "proposed"
    PLANNED = "planned"
    HELD = "held"
    # Agreed upon, and nobody met.
    MISSED = "missed"
    # Put off: another meeting has been planned in its place.
    MOVED = "moved"
    CANCELLED = "cancelled"
    # One side says that it took place, the other that it did not.
    DISPUTED = "disputed"


# It is still to come, or to be told of.
AHEAD = (Status.PROPOSED, Status.PLANNED)
# What the records of a pair tell of as past.
PAST = (Status.HELD, Status.DISPUTED)
