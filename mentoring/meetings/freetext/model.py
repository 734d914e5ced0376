"""What a line says of a meeting, and what it leaves to be asked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Ask(StrEnum):
    """What the line does not say for sure: it is asked, never guessed."""

    WHO = "who"
    WHEN = "when"
    MINUTES = "minutes"
    KIND = "kind"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Known:
    """A mentee of the mentor's, by the pair they are in."""

    pair_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """A line as it was understood. `pairs`: whom it may be about, one only when it is sure."""

    pairs: tuple[int, ...]
    held_on: date | None
    minutes: int | None
    kind: str | None
    note: str
    asks: frozenset[Ask]
    # Whether the line tells of a meeting at all.
    is_meeting: bool
    # Whether it is said to be something else: one to come, one called off, letters.
    is_other: bool = False
    # Whether it is one to come, for sure.
    is_ahead: bool = False
    # What it says of a time that comes round, as `rounds.read_round` takes it.
    comes_round: str = ""
