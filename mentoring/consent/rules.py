"""Whose consent is needed, and which of the given ones count; pure.

Only the year of birth is known, so each age is taken at its safe end: somebody is a minor until
31 December of the year of turning 18, and signs too from 1 January of the year of turning 14
(152-FZ names no age; the Civil Code, articles 26 and 28, divides minors at 14). A paper record may
know better than the year: then it says that it is enough alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ADULT_AT = 18
SIGNS_AT = 14
OLDEST = 100
YOUNGEST = 6
# A consent whose term ends within this is to be asked anew.
SOON = timedelta(days=30)


class Giver(StrEnum):
    """Who consents for a participant: they themselves, or a legal representative."""

    SELF = "self"
    REPRESENTATIVE = "representative"


class Channel(StrEnum):
    """How a consent is given."""

    BUTTON = "button"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Given:
    """A consent on record; it holds from `on` through `until`."""

    giver: Giver
    on: date
    until: date
    # The paper says that no other signature is needed (of age by the full date, under 14).
    alone: bool = False


def is_minor(birth_year: int | None, today: date) -> bool:
    """Whether to treat somebody as under age. Of an unknown year one must assume it."""
    return birth_year is None or today.year <= birth_year + ADULT_AT


def signs(birth_year: int | None, today: date) -> bool:
    """Whether the person's own consent is needed."""
    return birth_year is None or today.year >= birth_year + SIGNS_AT


def needed(birth_year: int | None, today: date) -> frozenset[Giver]:
    """Whose consent is needed on a day."""
    givers = set()
    if signs(birth_year, today):
        givers.add(Giver.SELF)
    if is_minor(birth_year, today):
        givers.add(Giver.REPRESENTATIVE)
    return frozenset(givers)


def counts(given: Given, birth_year: int | None, today: date) -> bool:
    """Whether a consent holds today: within its term, and not outgrown.

    What somebody agreed to as a child, or others agreed to for them, is asked again of the adult.
    """
    if not given.on <= today <= given.until:
        return False
    if given.giver is Giver.REPRESENTATIVE:
        return is_minor(birth_year, today) or given.alone
    if given.alone:
        return True
    return signs(birth_year, given.on) and (
        is_minor(birth_year, today) or not is_minor(birth_year, given.on)
    )


def missing(birth_year: int | None, today: date, consents: Iterable[Given]) -> frozenset[Giver]:
    """Whose consent is still needed; empty when all is in order."""
    holding = [given for given in consents if counts(given, birth_year, today)]
    if any(given.alone for given in holding):
        return frozenset()
    return needed(birth_year, today) - {given.giver for given in holding}


def plausible(birth_year: int, today: date) -> bool:
    """Whether a participant may have been born in this year."""
    return today.year - OLDEST <= birth_year <= today.year - YOUNGEST
