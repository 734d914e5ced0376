"""A department reminds its schools' curators, and hears whom that has reached.

What a reminder names is looked up when it goes out: one that has waited for the morning says
nothing of what was closed meanwhile.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from db.queries import assignments
from db.queries import matrix as queries
from db.types import AnyRow
from mentoring.letters import Line, Paragraph, builder
from mentoring.notices import button, plan
from mentoring.roadmaps.board import parts_on
from mentoring.roadmaps.status import AssignmentStatus, Part
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.unit import Unit

# Rows that a reminder names; the rest is counted.
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Nudged:
    """Schools by what a reminder came to: told now, told earlier today, with nobody to tell."""

    told: int
    before: int
    nobody: int


async def keepers(unit: Unit, schools: Collection[int]) -> Sequence[AnyRow]:
    """The curators of these schools to whom the bot can write: organisation_id, person_id."""
    return await queries.keepers(unit.session, list(schools))


async def nudge(
    unit: Unit, schools: Collection[int], messages: Sequence[tuple[int, dict[str, Any]]]
) -> Nudged:
    """Plan `messages`, each to a curator of a school."""
    added = await plan(unit, [row for _school, row in messages])
    reached = {school for school, _row in messages}
    told = {school for school, row in messages if row["unique_key"] in added}
    return Nudged(len(told), len(reached - told), len(set(schools) - reached))


@builder("roadmap-nudge")
async def build_of_one(unit: Unit, person_id: int, args: dict[str, Any]) -> list[Paragraph]:
    """One activity, in every school that has it open."""
    for row in await queries.column(unit.session, args["activity"], args["window"]):
        if row.organisation_id == args["place"] and row.status == AssignmentStatus.OPEN:
            said = {
                "number": row.number,
                "title": clip(row.title, LINE_LIMIT),
                "has_due": "yes" if row.due_on else "no",
                "due": row.due_on or unit.today(),
            }
            opens = button("roadmap-nudge-open", f"roadmap-task:{row.id}")
            return [[Line("roadmap-nudge", said, opens)]]
    return []


@builder("roadmap-nudge-late")
async def build_of_late(unit: Unit, person_id: int, args: dict[str, Any]) -> list[Paragraph]:
    """All that is overdue in a school."""
    place, condition = args["place"], parts_on(unit.today())[Part.OVERDUE]
    late = await assignments.page(unit.session, place, condition, 0, _MOST_NAMED)
    if not late:
        return []
    found = await assignments.counts(unit.session, place, {"overdue": condition})
    named = [f"• {row.number} {clip(row.title, LINE_LIMIT)}" for row in late]
    opens = button("roadmap-digest-open", f"roadmap-list:{place}")
    said = {"count": found["overdue"], "rows": "\n".join(named)}
    return [[Line("roadmap-nudge-late", said, opens)]]
