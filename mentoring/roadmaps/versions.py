"""Two versions of a plan side by side: which row is which, what has changed. No database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median

from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from db.models import Activity
from mentoring.roadmaps.deadlines import Deadline
from mentoring.roadmaps.records import deadline_of

# How alike (of 100) the words of two rows must be to be one; less where their numbers agree too.
_ALIKE, _ALIKE_NUMBERED = 80, 60
# A plan whose dates moved further than this is the next year's, not a new version of this one's.
_ANOTHER_YEAR_DAYS = 200
# Of the smaller plan's rows, how many must be found in the other.
_SHARED = 0.5


class Change(StrEnum):
    """What became of a row; one that moved may have other words too."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Difference:
    """One changed row: `before` is empty for an added one, `after` for a removed one."""

    change: Change
    before: Activity | None
    after: Activity | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows that are in both plans, and all that has changed, in the new plan's order."""

    pairs: list[tuple[Activity, Activity]]
    differences: list[Difference]
    # A correction of the same plan, not the plan of another year.
    same_plan: bool

    def count(self, change: Change) -> int:
        return sum(1 for one in self.differences if one.change is change)


def compare(old: Sequence[Activity], new: Sequence[Activity]) -> Comparison:
    """What has become of the rows of `old` in `new`; section rows and removed ones are left out."""
    found = dict(_matched(old, new))
    pairs = [(old[place], new[other]) for other, place in sorted(found.items())]
    differences = []
    for number, row in enumerate(new):
        if number not in found:
            differences.append(Difference(Change.ADDED, None, row))
            continue
        before = old[found[number]]
        change = _change(before, row)
        if change is not None:
            differences.append(Difference(change, before, row))
    kept = set(found.values())
    differences += [
        Difference(Change.REMOVED, row, None)
        for number, row in enumerate(old)
        if number not in kept
    ]
    return Comparison(pairs, differences, _is_same_plan(old, new, pairs))


def moved(before: Activity, after: Activity) -> bool:
    """Whether the days of two versions of a row differ."""
    return _days(deadline_of(before)) != _days(deadline_of(after))


def _days(deadline: Deadline) -> tuple[object, ...]:
    if deadline.occurrences:
        return deadline.occurrences
    return (deadline.start, deadline.end)


def _change(before: Activity, after: Activity) -> Change | None:
    if moved(before, after):
        return Change.MOVED
    same = (
        _fold(before.title) == _fold(after.title)
        and before.responsible == after.responsible
        and _fold(before.result) == _fold(after.result)
    )
    return None if same else Change.REWORDED


def _matched(old: Sequence[Activity], new: Sequence[Activity]) -> Iterator[tuple[int, int]]:
    """Pairs (place in `new`, place in `old`), each row once, the most alike first."""
    if not old or not new:
        return
    scores = cdist(
        [_fold(row.title) for row in new],
        [_fold(row.title) for row in old],
        scorer=fuzz.token_sort_ratio,
        score_cutoff=_ALIKE_NUMBERED,
    )
    candidates = []
    for number, row in enumerate(new):
        for place, other in enumerate(old):
            score = float(scores[number][place])
            same = row.number == other.number
            if score >= (_ALIKE_NUMBERED if same else _ALIKE):
                # Of rows equally alike, the one with the same number, then the nearest.
                candidates.append((-score, not same, abs(number - place), number, place))
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    for *_, number, place in sorted(candidates):
        if number not in taken_new and place not in taken_old:
            taken_new.add(number)
            taken_old.add(place)
            yield number, place


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())


def _is_same_plan(
    old: Sequence[Activity], new: Sequence[Activity], pairs: list[tuple[Activity, Activity]]
) -> bool:
    if len(pairs) < _SHARED * min(len(old), len(new)) or not pairs:
        return False
    shifts = [
        abs((there - here).days)
        for before, after in pairs
        if (here := _day(before)) and (there := _day(after))
    ]
    return not shifts or median(shifts) < _ANOTHER_YEAR_DAYS


def _day(activity: Activity) -> date | None:
    return activity.end or activity.start
