"""A department reminds its schools' curators, and hears whom that has reached."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from db.queries import matrix as queries
from db.types import AnyRow
from mentoring.notices import plan
from mentoring.unit import Unit


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
