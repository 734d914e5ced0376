"""Twins: a row of a school's own plan that asks for what a row from above asks for too.

One document closes both. They are offered, never linked by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from core.errors import Refusal
from db.queries import twins as queries
from db.types import AnyRow
from mentoring.access import organisation, use_case
from mentoring.roadmaps.executing import fold
from mentoring.roles import Permission
from mentoring.unit import Unit

# How alike (of 100) titles must be to be offered, and how far apart their ends may lie.
_ALIKE = 82
_APART_DAYS = 92
_MOST = 20


@dataclass(frozen=True, slots=True)
class Offer:
    """Two rows that may be one: the school's own, and the one from above."""

    activity_id: int
    number: str
    title: str
    due_on: date | None
    other_id: int
    other_number: str
    other_title: str
    other_due_on: date | None
    issuer: str


async def linked_open(unit: Unit, row: AnyRow) -> list[AnyRow]:
    """What is closed along with an assignment: of each linked activity, the open one that ends
    nearest to it, in the same organisation (columns of `db.queries.closing.standing`)."""
    found: dict[int, AnyRow] = {}
    for twin in await queries.open_twins(unit.session, row.organisation_id, row.activity_id):
        known = found.get(twin.activity_id)
        if known is None or _apart(twin.due_on, row.due_on) < _apart(known.due_on, row.due_on):
            found[twin.activity_id] = twin
    return list(found.values())


async def closed_along(unit: Unit, row: AnyRow) -> list[AnyRow]:
    """What the same document has closed with an assignment, and nobody has accepted yet."""
    if row.closed_at is None:
        return []
    return list(
        await queries.closed_twins(
            unit.session, row.organisation_id, row.activity_id, row.closed_at, unit.today()
        )
    )


def _apart(first: date | None, second: date | None) -> int:
    return abs((first - second).days) if first and second else 0


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def offers(unit: Unit, *, organisation_id: int) -> list[Offer]:
    """Pairs that look like one and were not answered for, the most alike first."""
    rows = await queries.open_activities(unit.session, organisation_id)
    answered = await queries.answered(unit.session, organisation_id)
    own = [row for row in rows if row.own]
    above = [row for row in rows if not row.own]
    return [_offer(mine, other) for mine, other in _alike(own, above, answered)[:_MOST]]


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def answer(
    unit: Unit, *, organisation_id: int, activity_id: int, other_id: int, linked: bool
) -> None:
    """Say whether two rows are one. Raises Refusal for rows that are not both open there."""
    rows = await queries.open_activities(unit.session, organisation_id)
    mine = any(row.id == activity_id and row.own for row in rows)
    if not mine or not any(row.id == other_id and not row.own for row in rows):
        raise Refusal("roadmap-task-changed")
    await queries.put(
        unit.session,
        {
            "organisation_id": organisation_id,
            "activity_id": activity_id,
            "other_id": other_id,
            "linked": linked,
            "decided_by": unit.me,
            "decided_at": unit.now,
        },
    )


def _alike(
    own: Sequence[AnyRow], above: Sequence[AnyRow], answered: set[tuple[int, int]]
) -> list[tuple[AnyRow, AnyRow]]:
    found = []
    folded = [(row, fold(row.title)) for row in above]
    for mine in own:
        title = fold(mine.title)
        for other, words in folded:
            if (mine.id, other.id) in answered or _apart(mine.due_on, other.due_on) > _APART_DAYS:
                continue
            score = fuzz.token_sort_ratio(title, words, score_cutoff=_ALIKE)
            if score:
                found.append((score, mine, other))
    found.sort(key=lambda one: (-one[0], one[1].id, one[2].id))
    return [(mine, other) for _score, mine, other in found]


def _offer(mine: AnyRow, other: AnyRow) -> Offer:
    return Offer(
        activity_id=mine.id,
        number=mine.number,
        title=mine.title,
        due_on=mine.due_on,
        other_id=other.id,
        other_number=other.number,
        other_title=other.title,
        other_due_on=other.due_on,
        issuer=other.issuer,
    )
