"""The two banks as matrices, so that a whole school is compared at once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mentoring.matching.model import Mentee, Mentor, Side, Term
from mentoring.matching.words import mended, stems

Matrix = NDArray[np.float32]

# So many common things are as good as one can ask for.
_ENOUGH = {Term.SUBJECT: 1, Term.TIME: 1, Term.INTERESTS: 2, Term.LANGUAGE: 1, Term.PLACE: 1}
FIELDS: dict[Term, Callable[[Side], frozenset[str]]] = {
    Term.SUBJECT: lambda side: side.subjects,
    Term.TIME: lambda side: side.times,
    Term.INTERESTS: lambda side: side.interests,
    Term.LANGUAGE: lambda side: side.languages,
    Term.PLACE: lambda side: side.places,
}
# A wish of one side, by its place in their list; both wishing is worth the sum, at most 1.
_WISHES = (0.6, 0.5, 0.4)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many things a mentee and a mentor share, of those that a term is about."""

    term: Term
    mentees: Matrix
    mentors: Matrix

    def block(self, rows: slice) -> Matrix:
        """Scores from 0 to 1, a row a mentee; 0 where nothing is known."""
        shared: Matrix = self.mentees[rows] @ self.mentors.T
        scored: Matrix = np.minimum(shared / np.float32(_ENOUGH[self.term]), np.float32(1))
        return scored


@dataclass(frozen=True, slots=True)
class Requests:
    """How much of what is asked a mentor's words, or keys, answer."""

    texts: Any
    competences: Any
    keys: Matrix
    skills: Matrix

    def block(self, rows: slice) -> Matrix:
        words: Matrix = np.asarray((self.texts[rows] @ self.competences.T).todense(), np.float32)
        scored: Matrix = np.maximum(words, self.keys[rows] @ self.skills.T)
        return scored


@dataclass(frozen=True, slots=True)
class Preferences:
    """Whom they named after the common meeting: (row, column) -> score."""

    wishes: dict[tuple[int, int], float]
    columns: int

    def block(self, rows: slice) -> Matrix:
        found = np.zeros((rows.stop - rows.start, self.columns), np.float32)
        for (row, column), score in self.wishes.items():
            if rows.start <= row < rows.stop:
                found[row - rows.start, column] = score
        return found


Feature = Overlap | Requests | Preferences


def features(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> dict[Term, Feature]:
    """A feature for each term on which both banks hold anything."""
    found: dict[Term, Feature] = {}
    requests = _requests(mentees, mentors)
    if requests is not None:
        found[Term.REQUEST] = requests
    wishes = _wishes(mentees, mentors)
    if wishes:
        found[Term.PREFERENCE] = Preferences(wishes, len(mentors))
    for term, field in FIELDS.items():
        left, right = binary([*map(field, mentees)], [*map(field, mentors)])
        if left.any() and right.any():
            found[term] = Overlap(term, left, right)
    return found


def binary(
    left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]
) -> tuple[Matrix, Matrix]:
    """Two 0/1 matrices over the things that occur on both sides."""
    common = sorted(frozenset().union(*left) & frozenset().union(*right))
    places = {thing: place for place, thing in enumerate(common)}

    def filled(sets: Sequence[frozenset[str]]) -> Matrix:
        matrix = np.zeros((len(sets), max(len(common), 1)), np.float32)
        for row, things in enumerate(sets):
            for thing in things & places.keys():
                matrix[row, places[thing]] = 1
        return matrix

    return filled(left), filled(right)


def _requests(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Requests | None:
    asked, offered = words_of(mentees, mentors)
    keys, skills = binary([one.keys for one in mentees], [one.keys for one in mentors])
    counts = np.array([max(len(one.keys), 1) for one in mentees], np.float32)
    texts, competences = _coverage(asked, offered)
    if not texts.nnz and not keys.any():
        return None
    return Requests(texts, competences, keys / counts[:, None], skills)


def words_of(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor]
) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The stems of all texts, with the mentees' slips taken for what they are slips of."""
    offered = [stems(" ".join(one.texts)) for one in mentors]
    asked = [stems(" ".join(one.texts)) for one in mentees]
    known = frozenset().union(*offered)
    slips = mended(frozenset().union(*asked) - known, sorted(known))
    return [frozenset(slips.get(stem, stem) for stem in one) for one in asked], offered


def _coverage(asked: Sequence[frozenset[str]], offered: Sequence[frozenset[str]]) -> Any:
    """Sparse matrices whose product is the share of a request's words that are answered.

    A word that few use weighs more than one that many do.
    """
    from scipy.sparse import csr_matrix  # noqa: PLC0415  # slow to import; only matching needs it

    counts = Counter(stem for one in [*asked, *offered] for stem in one)
    total = len(asked) + len(offered)
    weight = {stem: log(1 + total / count) for stem, count in counts.items()}
    places = {stem: place for place, stem in enumerate(sorted(counts))}

    def sparse(sets: Sequence[frozenset[str]], *, shares: bool) -> Any:
        rows, columns, values = [], [], []
        for row, one in enumerate(sets):
            whole = sum(weight[stem] for stem in one)
            for stem in sorted(one):
                rows.append(row)
                columns.append(places[stem])
                values.append(weight[stem] / whole if shares else 1.0)
        shape = (len(sets), max(len(places), 1))
        return csr_matrix((np.array(values, np.float32), (rows, columns)), shape=shape)

    return sparse(asked, shares=True), sparse(offered, shares=False)


def _wishes(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> dict[tuple[int, int], float]:
    rows = {one.id: row for row, one in enumerate(mentees)}
    columns = {one.id: column for column, one in enumerate(mentors)}
    found: defaultdict[tuple[int, int], float] = defaultdict(float)
    for one in mentees:
        for worth, mentor in zip(_WISHES, one.wants, strict=False):
            if mentor in columns:
                found[rows[one.id], columns[mentor]] += worth
    for other in mentors:
        for worth, mentee in zip(_WISHES, other.wants, strict=False):
            if mentee in rows:
                found[rows[mentee], columns[other.id]] += worth
    return {place: min(score, 1.0) for place, score in found.items()}
