"""Whom the words in a column of executors mean: rules, no database.

Nothing here decides: a person confirms or corrects each suggestion once, and it is remembered.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from mentoring.roles import Role

# How alike (of 100) words must be to mean what similar words were said to mean, or a person.
_ALIKE, _ALIKE_NAME = 88, 78
_SHORTEST_NAME = 3


class Holder(StrEnum):
    """Who has the rows that name an executor."""

    UNDECIDED = "undecided"
    # Those who keep the roadmap: the school's curators, the department's staff.
    KEEPERS = "keepers"
    # Every school below the department: each has the row as an assignment of its own.
    SCHOOLS = "schools"
    # Everybody with one role in the organisation.
    ROLE = "role"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to "who is it?"; `role` and `person_id` go with their holders."""

    holder: Holder
    role: Role | None = None
    person_id: int | None = None


KEEPERS = Choice(Holder.KEEPERS)
SCHOOLS = Choice(Holder.SCHOOLS)

# "Heads of schools" and the schools themselves: in a department's plan these are the schools below.
_OF_SCHOOLS = re.compile(
    r"\bоо\b|\bоу\b|\bобщеобразовательн|\bобразовательн\w+ (?:организаци|учреждени)"
    r"|\bшкол[ыа]?\b|\bмбоу\b|\bмоу\b|\bмкоу\b"
    r"|\b(?:директор|руководител)\w* (?:школ|оо|оу|образоват)"
    r"|\bшкольн\w+ (?:куратор|координатор)|\bкуратор\w* (?:оо|оу|школ)",
)
_OF_HEAD = re.compile(
    r"\bдиректор\b|\bначальник\b|\bзаведующ|\bруководител\w* (?:оо|оу|школ|образоват|организ)"
)
_OF_COUNCIL = re.compile(
    r"\b(?:методическ|педагогическ)\w+ (?:совет|объединени)|\bметодсовет|\bпедсовет"
)
_DEPUTY = re.compile(r"\bзам\b|\bзаместител|\bсовет\b \bпри\b")


def fold(words: str) -> str:
    """The form in which words of an executor are looked up: no case, no signs, one space."""
    plain = re.sub(r"[^\w№]+", " ", words.casefold().replace("ё", "е"))
    return " ".join(plain.split())[:200]


def suggest(
    words: str,
    *,
    has_schools: bool,
    remembered: Mapping[str, Choice],
    people: Sequence[tuple[int, str]],
) -> Choice:
    """The likeliest answer: what similar words meant before, a person, a role, else the keepers.

    `remembered` goes by folded words, `people` are (id, name) of the organisation's staff.
    """
    folded = fold(words)
    known = _said_before(folded, list(remembered))
    if known is not None:
        return remembered[known]
    for person_id, name in people:
        if is_named(folded, name):
            return Choice(Holder.PERSON, person_id=person_id)
    if has_schools and _OF_SCHOOLS.search(folded) and not _DEPUTY.search(folded):
        return SCHOOLS
    if _OF_HEAD.search(folded) and not _DEPUTY.search(folded):
        return Choice(Holder.ROLE, role=Role.HEAD)
    if _OF_COUNCIL.search(folded):
        return Choice(Holder.ROLE, role=Role.COUNCIL)
    return KEEPERS


def _said_before(folded: str, remembered: list[str]) -> str | None:
    """The words answered for before that these are likest to."""
    alike = process.extractOne(
        folded, remembered, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE
    )
    if alike is not None:
        return alike[0]
    return next((words for words in remembered if _is_shortened(folded, words)), None)


def _is_shortened(folded: str, known: str) -> bool:
    """Whether words are other words with some cut short ("соц. педагог"), or two of them run
    together ("соцпедагог")."""
    ours, theirs = sorted((folded.split(), known.split()), key=len)
    if len(ours) == len(theirs) > 1:
        return all(map(_begins_like, ours, theirs))
    if len(ours) == 1 and len(theirs) == 2:
        return any(
            theirs[0].startswith(ours[0][:cut]) and _begins_like(ours[0][cut:], theirs[1])
            for cut in range(_SHORTEST_NAME, len(ours[0]) - _SHORTEST_NAME)
        )
    return False


def _begins_like(first: str, second: str) -> bool:
    """Two words that are one, in nearly any case, or a word and its beginning."""
    short, long = sorted((first, second), key=len)
    cut = len(short) >= _SHORTEST_NAME and long.startswith(short)
    return cut or fuzz.ratio(first, second) >= _ALIKE


def is_named(folded: str, name: str) -> bool:
    """Whether the words name a person: a word of the name, in nearly any case, and its initials."""
    tokens = folded.split()
    parts = fold(name).split()
    full = [part for part in parts if len(part) > _SHORTEST_NAME]
    hits = [
        part for part in full if any(fuzz.ratio(part, token) >= _ALIKE_NAME for token in tokens)
    ]
    if not hits:
        return False
    rest = [part for part in parts if part not in hits]
    initials = [token for token in tokens if len(token) == 1]
    if initials:
        return any(part.startswith(initials[0]) for part in rest)
    return len(hits) > 1 or len(full) == 1
