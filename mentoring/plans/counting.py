"""How the programmes of schools stand, in numbers alone: for those above the schools."""

from dataclasses import dataclass

from db.queries import plans as queries
from mentoring.access import organisation, use_case
from mentoring.roles import Permission
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of a school: its running pairs, and how many of them have a programme that is in force, lies
    with those who approve (a new one, or changes), is a draft, has a term gone by."""

    id: int
    name: str
    pairs: int
    approved: int
    waiting: int
    drafts: int
    late: int

    @property
    def without(self) -> int:
        """Pairs that have no programme in force yet, begun or not."""
        return self.pairs - self.approved


@use_case(Permission.SEE_PLAN_BANK, target=organisation("organisation_id"))
async def by_school(unit: Unit, *, organisation_id: int) -> list[Numbers]:
    """The schools below an organisation: first those with most pairs without a programme in
    force, then those with most terms gone by."""
    rows = await queries.by_school(unit.session, organisation_id, unit.today())
    found = [Numbers(**row._mapping) for row in rows]
    return sorted(found, key=lambda one: (-one.without, -one.late, one.name))
