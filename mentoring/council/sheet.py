"""By what the council judges the results of a pair: a short list, the shipped one or a school's."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.translator import Words
from db.models import CouncilMarks, PairRules
from mentoring.unit import Unit

# What a council's part in the monitoring of personal programmes comes to: whether the goals were
# reached, whether the work went as planned, what the mentee has gained, what others can learn.
SHIPPED = ("goals", "work", "growth", "practice")
LEAST, MOST = 1, 10


@dataclass(frozen=True, slots=True)
class Result:
    """What the votes come to: averages over all, and by criterion; without votes there is none."""

    votes: int
    average: float
    by_criterion: tuple[tuple[str, float], ...]


async def of_school(unit: Unit, organisation_id: int) -> tuple[str, ...]:
    """Keys, or the school's own words."""
    rules = await unit.session.get(PairRules, organisation_id)
    return tuple(rules.criteria) if rules is not None and rules.criteria else SHIPPED


def said(words: Words, criterion: str) -> str:
    """A criterion in the reader's language; the school's own words as they are."""
    return words.plain(f"criterion-{criterion}") if criterion in SHIPPED else criterion


def result(given: Iterable[CouncilMarks]) -> Result | None:
    """Each criterion is averaged over those who judged by it: the list may change between votes."""
    votes = [one.marks for one in given]
    if not votes:
        return None
    marks: dict[str, list[int]] = {}
    for vote in votes:
        for criterion, mark in vote.items():
            marks.setdefault(criterion, []).append(mark)
    every = [mark for found in marks.values() for mark in found]
    return Result(
        votes=len(votes),
        average=_average(every),
        by_criterion=tuple((one, _average(found)) for one, found in marks.items()),
    )


def _average(marks: list[int]) -> float:
    return round(sum(marks) / len(marks), 1)
