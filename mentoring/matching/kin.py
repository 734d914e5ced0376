"""Whom the words of a card mean: relatives and class teachers, named as people name each other.

"mother - Petrova Anna, teaches maths", "Petrovoy A. S.": somebody is meant when the surname stands
there with the given name or its initial, in whatever case. What names nobody is left to the
curator's eyes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.names import given_of
from mentoring.matching.words import stem_of

_WORD = re.compile(r"[^\W\d_]+")
_NOBODY = Path(__file__).with_name("nobody.txt")


@cache
def _nobody() -> frozenset[str]:
    """How people write that there is none."""
    return frozenset(_NOBODY.read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class _Called:
    id: int
    given: str
    initial: str


class People:
    """Those who may be named, by the stems of their surnames."""

    def __init__(self, people: Iterable[tuple[int, str, str | None]]) -> None:
        """`people`: id, full name, given name where it is known."""
        self._by_surname: defaultdict[str, list[_Called]] = defaultdict(list)
        for person_id, name, known in people:
            given = known or given_of(name)
            if not given:
                continue
            first = stem_of(given)
            for stem in {stem_of(word) for word in _WORD.findall(name)} - {first}:
                self._by_surname[stem].append(_Called(person_id, first, given[0].casefold()))

    def named(self, text: str) -> frozenset[int]:
        """Who is named in a text."""
        words = _WORD.findall(text)
        stems = {stem_of(word) for word in words}
        initials = {word.casefold() for word in words if len(word) == 1}
        return frozenset(
            one.id
            for stem in stems
            for one in self._by_surname.get(stem, ())
            if one.given in stems or one.initial in initials
        )


def names_nobody(text: str) -> bool:
    """Whether the words say that there is nobody to be named."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return not words or bool(words & _nobody())
