"""What matching looks at: the two banks, the weights, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

NOBODY: frozenset[int] = frozenset()
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Side:
    """What a mentee and a mentor have in common. Empty means: nothing is known of it."""

    id: int
    name: str
    organisation_id: int = 0
    # What a mentee asks for, what a mentor can: own words, and keys of the taxonomy.
    texts: tuple[str, ...] = ()
    keys: frozenset[str] = NOTHING
    subjects: frozenset[str] = NOTHING
    interests: frozenset[str] = NOTHING
    times: frozenset[str] = NOTHING
    languages: frozenset[str] = NOTHING
    places: frozenset[str] = NOTHING
    # Forms of mentoring this person is here for.
    forms: frozenset[str] = NOTHING
    # None: no record is held either way.
    consent: bool | None = None
    # Whom they named after the common meeting, the most wished first.
    wants: tuple[int, ...] = ()
    # Declined before, or on the curator's do-not-pair list.
    declined: frozenset[int] = NOBODY
    barred: frozenset[int] = NOBODY
    relatives: frozenset[int] = NOBODY
    # Whether relatives are written down whom nobody in the banks could be recognised by; None:
    # nobody was asked for them.
    relatives_elsewhere: bool | None = None


@dataclass(frozen=True, slots=True)
class Mentee(Side):
    """One who brings a request. `age`: the one they come to this year, by the year of birth."""

    age: int | None = None
    class_teacher: int | None = None
    # Asked not to be paired with the own class teacher.
    not_class_teacher: bool = False
    # Whether the card says who the class teacher is, a mentor of ours or not.
    class_teacher_known: bool = False
    waiting_days: int = 0


@dataclass(frozen=True, slots=True)
class Mentor(Side):
    """One who can help. `capacity`: how many mentees more."""

    capacity: int = 1
    # Wished ages of mentees, both ends included.
    ages: tuple[int, int] | None = None
    adult: bool | None = None
    # The check a school makes before an adult works with minors.
    checked: bool | None = None
    # The training before the work begins.
    trained: bool | None = None
    # Other organisations whose curators have agreed with this mentor's own.
    lent_to: frozenset[int] = NOBODY


class Term(StrEnum):
    """What a score is made of."""

    REQUEST = "request"
    PREFERENCE = "preference"
    SUBJECT = "subject"
    TIME = "time"
    INTERESTS = "interests"
    LANGUAGE = "language"
    PLACE = "place"


# How much each counts unless the curator says otherwise: our judgement, not a rule of anybody.
WEIGHTS: Mapping[Term, float] = {
    Term.REQUEST: 5.0,
    Term.PREFERENCE: 4.0,
    Term.SUBJECT: 2.0,
    Term.TIME: 2.0,
    Term.INTERESTS: 1.0,
    Term.LANGUAGE: 1.0,
    Term.PLACE: 1.0,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the curator may turn. A pair that scores below `least` (0 to 1) is not suggested."""

    weights: Mapping[Term, float] = field(default_factory=lambda: dict(WEIGHTS))
    least: float = 0.05
    # (mentee, mentor): "these two in any case".
    pins: frozenset[tuple[int, int]] = frozenset()
    alternatives: int = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence for or against: the message `match-<key>` with its arguments."""

    key: str
    args: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor for a mentee: the score (0 to 1); `explained` adds what speaks for and against."""

    mentor: int
    score: float
    pros: tuple[Reason, ...] = ()
    cons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair of the best overall assignment, and whom else this mentee could have."""

    mentee: int
    chosen: Candidate
    alternatives: tuple[Candidate, ...] = ()
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A mentee without a pair: why, and who would be possible if there were room."""

    mentee: int
    why: tuple[Reason, ...]
    waiting_days: int
    alternatives: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """The outcome; `total` is the sum of the scores of the suggested pairs."""

    suggestions: tuple[Suggestion, ...]
    unmatched: tuple[Unmatched, ...]
    # Pins that a hard rule forbids: they are not carried out, and that is said.
    refused_pins: tuple[tuple[int, int, Reason], ...]
    total: float
