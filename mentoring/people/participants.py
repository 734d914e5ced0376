"""Mentors and mentees of one organisation."""

from dataclasses import dataclass

from db.queries import people as queries
from mentoring.access import organisation, use_case
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as a curator's lists show them."""

    id: int
    name: str
    reachable: bool


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int, role: Role) -> list[Listed]:
    """The people with one role, by name."""
    rows = await queries.members(unit.session, organisation_id, role)
    return [Listed(row.id, shown(row, unit.today()), row.unreachable_since is None) for row in rows]
