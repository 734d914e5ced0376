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
# It was agreed upon or proposed, and nobody met.
FELL_THROUGH = (Status.MISSED, Status.CANCELLED)

# Why a meeting was moved or fell through. Kept as keys, said in the reader's language; whatever is
# typed stays as it is.
REASONS = ("ill", "busy", "absent", "road")
# And what the program itself puts down.
KNOWN_REASONS = (*REASONS, "pause")
