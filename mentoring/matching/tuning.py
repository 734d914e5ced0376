"""What the curator turns: how much each thing counts, and what that would change."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.errors import NotAllowed
from db.models import MatchSettings, Programme
from db.upsert import upserting
from mentoring import audit
from mentoring.access import owner, use_case
from mentoring.matching import loading
from mentoring.matching.model import WEIGHTS, Matching, Mentee, Mentor, Settings, Term
from mentoring.matching.solving import match, scores
from mentoring.roles import Permission
from mentoring.unit import Unit

HEAVIEST = 5
# A larger school is not compared while somebody waits for a screen: 0.2 s for this many pairs.
_MOST_COMPARED = 40_000


@dataclass(frozen=True, slots=True)
class Effect:
    """What other weights would do. Totals are sums of scores (0 to 1 each) by the *new* weights,
    so that the same measure is put to both."""

    pairs: int
    changed: int
    total_before: float
    total_after: float


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def weights(unit: Unit, *, programme_id: int) -> dict[Term, float]:
    """How much each term counts in a programme."""
    return await loading.weights(unit, programme_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def effect(unit: Unit, *, programme_id: int, changed: Mapping[str, float]) -> Effect | None:
    """Match with the kept weights and with others. None where there are too many to wait for."""
    mentees, mentors = await loading.banks(unit, programme_id)
    if not mentees or not mentors or len(mentees) * len(mentors) > _MOST_COMPARED:
        return None
    kept = await loading.settings(unit, programme_id)
    turned = replace(kept, weights={**kept.weights, **_checked(changed)})
    return await asyncio.to_thread(_compared, mentees, mentors, kept, turned)


def _compared(
    mentees: list[Mentee], mentors: list[Mentor], kept: Settings, turned: Settings
) -> Effect:
    before, after = match(mentees, mentors, kept), match(mentees, mentors, turned)
    old, new = _pairs(before), _pairs(after)
    table = scores(mentees, mentors, turned)
    rows = {one.id: row for row, one in enumerate(table.mentees)}
    columns = {one.id: column for column, one in enumerate(table.mentors)}

    def total(pairs: set[tuple[int, int]]) -> float:
        found = (float(table.matrix[rows[left], columns[right]]) for left, right in pairs)
        return sum(max(score, 0.0) for score in found)

    return Effect(len(new), len(new - old), total(old), total(new))


def _pairs(outcome: Matching) -> set[tuple[int, int]]:
    return {(one.mentee, one.chosen.mentor) for one in outcome.suggestions}


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def set_weights(unit: Unit, *, programme_id: int, changed: Mapping[str, float]) -> None:
    """Keep these weights for the next matching. Raises NotAllowed for what is no weight."""
    programme = await unit.session.get_one(Programme, programme_id)
    kept = {**await loading.weights(unit, programme_id), **_checked(changed)}
    values = {
        "weights": {str(term): weight for term, weight in kept.items()},
        "changed_by": unit.me,
        "changed_at": unit.now,
    }
    statement = upserting(unit.session, MatchSettings).values(
        programme_id=programme_id, organisation_id=programme.organisation_id, **values
    )
    await unit.session.execute(
        statement.on_conflict_do_update(index_elements=["programme_id"], set_=values)
    )
    audit.record(unit, programme.organisation_id, "match-weights", programme=programme.title)


def _checked(changed: Mapping[str, float]) -> dict[Term, float]:
    if any(term not in WEIGHTS or not 0 <= value <= HEAVIEST for term, value in changed.items()):
        raise NotAllowed
    return {Term(term): float(value) for term, value in changed.items()}
