"""The best overall assignment: for all together, not for whoever comes first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mentoring.matching.features import Matrix, features
from mentoring.matching.model import (
    Candidate,
    Matching,
    Mentee,
    Mentor,
    Reason,
    Settings,
    Suggestion,
    Term,
    Unmatched,
)
from mentoring.matching.reasons import cons, pros
from mentoring.matching.rules import Allowed, forbidden

# So many mentees are compared at once: what bounds the memory.
_BLOCK = 512
# What one pair more is worth beside the scores (0 to 1 each): a full table of pairs goes before
# a little more agreement in one of them.
_PAIR = 1.0
# Between equals the one who has waited longer: a year's waiting weighs this much.
_WAITING = 0.01
_YEAR_DAYS = 365
# Between equals a mentor who has nobody goes before one who would get a second mentee.
_SECOND_PLACE = 0.02
# So many of the mentors somebody may not have are asked why.
_SAMPLE = 100


@dataclass(frozen=True, slots=True)
class Scores:
    """Every pair's score, -1 where it is forbidden; rows are mentees, columns mentors, by id."""

    mentees: Sequence[Mentee]
    mentors: Sequence[Mentor]
    matrix: Matrix


def scores(mentees: Sequence[Mentee], mentors: Sequence[Mentor], settings: Settings) -> Scores:
    """Score all pairs. The greatest possible score, over the terms there is data for, is 1."""
    mentees = sorted(mentees, key=lambda one: one.id)
    mentors = sorted(mentors, key=lambda one: one.id)
    known = features(mentees, mentors)
    whole = sum(_weight(settings, term) for term in known)
    allowed = Allowed(mentees, mentors)
    matrix = np.empty((len(mentees), len(mentors)), np.float32)
    for start in range(0, len(mentees), _BLOCK):
        rows = slice(start, min(start + _BLOCK, len(mentees)))
        block = matrix[rows]
        block[:] = 0
        for term, feature in known.items():
            share = np.float32(_weight(settings, term) / whole if whole else 0)
            block += share * feature.block(rows)
        block[~allowed.block(rows)] = -1
    return Scores(mentees, mentors, matrix)


def _weight(settings: Settings, term: Term) -> float:
    return max(float(settings.weights.get(term, 0)), 0.0)


def match(
    mentees: Sequence[Mentee], mentors: Sequence[Mentor], settings: Settings | None = None
) -> Matching:
    """Suggest pairs. The same banks and settings always give the same outcome.

    Takes seconds for thousands of people: call it in a process or thread of its own.
    """
    settings = settings or Settings()
    table = scores(mentees, mentors, settings)
    rows = {one.id: row for row, one in enumerate(table.mentees)}
    columns = {one.id: column for column, one in enumerate(table.mentors)}
    room = np.array([max(one.capacity, 0) for one in table.mentors], int)
    pinned, refused = _pins(table, settings, rows, columns, room)
    assigned = _assign(table, settings.least, pinned, room)
    for column in assigned.values():
        room[column] -= 1
    assigned |= pinned
    suggestions, unmatched = [], []
    for row, mentee in enumerate(table.mentees):
        others = _alternatives(table, row, assigned.get(row), settings)
        if row in assigned:
            mentor = table.mentors[assigned[row]]
            chosen = explained(_candidate(table, row, assigned[row]), mentee, mentor)
            suggestions.append(Suggestion(mentee.id, chosen, others, row in pinned))
        else:
            why = _why(table, row, settings.least, room)
            unmatched.append(Unmatched(mentee.id, why, mentee.waiting_days, others))
    total = sum(suggestion.chosen.score for suggestion in suggestions)
    unmatched.sort(key=lambda one: (-one.waiting_days, one.mentee))
    return Matching(tuple(suggestions), tuple(unmatched), tuple(refused), total)


def _pins(
    table: Scores,
    settings: Settings,
    rows: dict[int, int],
    columns: dict[int, int],
    room: NDArray[np.int_],
) -> tuple[dict[int, int], list[tuple[int, int, Reason]]]:
    """The pins that can be honoured (row -> column), taken out of `room`, and the others."""
    pinned: dict[int, int] = {}
    refused = []
    for mentee, mentor in sorted(settings.pins):
        row, column = rows.get(mentee), columns.get(mentor)
        if row is None or column is None:
            refused.append((mentee, mentor, Reason("pin-gone")))
            continue
        why = forbidden(table.mentees[row], table.mentors[column])
        if why is None and room[column] <= 0:
            why = Reason("no-room")
        if why is None and row in pinned:
            why = Reason("pin-twice")
        if why is not None:
            refused.append((mentee, mentor, why))
            continue
        pinned[row] = column
        room[column] -= 1
    return pinned, refused


def _assign(
    table: Scores, least: float, pinned: dict[int, int], room: NDArray[np.int_]
) -> dict[int, int]:
    """Row -> column, the greatest sum over all who are not pinned."""
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # slow to import

    free = [row for row in range(len(table.mentees)) if row not in pinned]
    places = np.minimum(room, len(free))
    owners = np.repeat(np.arange(len(table.mentors)), places)
    if not free or not len(owners):
        return {}
    scored = table.matrix[free]
    waiting = [min(table.mentees[row].waiting_days, _YEAR_DAYS) / _YEAR_DAYS for row in free]
    worth = scored.astype(np.float64) + _PAIR + _WAITING * np.array(waiting)[:, None]
    worth[scored < max(least, 0)] = 0
    if (places != 1).any():
        later = np.concatenate([np.arange(count) for count in places])
        worth = worth[:, owners] * (1 - _SECOND_PLACE * np.minimum(later, 20))
    chosen = linear_sum_assignment(worth, maximize=True)
    return {
        free[row]: int(owners[place])
        for row, place in zip(*(side.tolist() for side in chosen), strict=True)
        if worth[row, place] > 0
    }


def _candidate(table: Scores, row: int, column: int) -> Candidate:
    score = max(float(table.matrix[row, column]), 0.0)
    return Candidate(table.mentors[column].id, round(score, 4))


def explained(candidate: Candidate, mentee: Mentee, mentor: Mentor) -> Candidate:
    """The candidate with the reasons; alternatives get theirs when somebody looks at them."""
    return replace(candidate, pros=pros(mentee, mentor), cons=cons(mentee, mentor))


def _alternatives(
    table: Scores, row: int, chosen: int | None, settings: Settings
) -> tuple[Candidate, ...]:
    """The next best mentors, whether they have room left or not."""
    line = table.matrix[row]
    wanted = min(settings.alternatives + 1, len(line))
    if not settings.alternatives or not wanted:
        return ()
    near = np.argpartition(-line, wanted - 1)[:wanted]
    best = sorted(near.tolist(), key=lambda column: (-line[column], column))
    fit = [one for one in best if one != chosen and line[one] >= max(settings.least, 0)]
    return tuple(_candidate(table, row, column) for column in fit[: settings.alternatives])


def _why(table: Scores, row: int, least: float, room: NDArray[np.int_]) -> tuple[Reason, ...]:
    """Why nobody was found: the rules that stood in the way, the most frequent first."""
    mentee, line = table.mentees[row], table.matrix[row]
    if not table.mentors:
        return (Reason("none-no-mentors"),)
    if mentee.consent is False:
        return (Reason("no-consent-mentee"),)
    found = []
    fitting = line >= max(least, 0)
    if fitting.any():
        found.append(Reason("none-taken", {"count": int(fitting.sum())}))
    elif not (mentee.texts or mentee.keys):
        found.append(Reason("none-no-request"))
    weak = int(((line >= 0) & ~fitting).sum())
    if weak and not fitting.any():
        found.append(Reason("none-weak", {"count": weak}))
    barred = Counter(
        reason.key
        for column in np.flatnonzero(line < 0)[:_SAMPLE].tolist()
        if (reason := forbidden(mentee, table.mentors[column])) is not None
    )
    # Without numbers: among thousands only a sample was asked.
    return (*found, *(Reason(f"none-{key}") for key, _count in barred.most_common(3)))
