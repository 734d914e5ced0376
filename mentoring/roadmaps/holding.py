"""Whether a row is the actor's to close: they keep the plan, or are its executor."""

from core.errors import NotAllowed
from db.queries import closing as queries
from mentoring.roles import Role
from mentoring.unit import Unit

# Who answers for every row of the organisation.
KEEPERS = frozenset({Role.CURATOR, Role.DEPARTMENT, Role.HEAD})


async def check_mine(unit: Unit, activity_id: int, organisation_id: int) -> None:
    """Raises NotAllowed for an executor whom the activity does not name."""
    roles = {seat.role for seat in unit.actor.seats if seat.organisation_id == organisation_id}
    if roles & KEEPERS:
        return
    if not await queries.names(unit.session, activity_id, organisation_id, unit.me, roles):
        raise NotAllowed
