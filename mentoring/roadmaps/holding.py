"""Whether a row is the actor's to close: they keep the plan, or are its executor."""

from core.errors import NotAllowed
from db.queries import closing as queries
from mentoring.roles import Role
from mentoring.unit import Unit

# Who answers for every row of the organisation.
KEEPERS = frozenset({Role.CURATOR, Role.DEPARTMENT, Role.HEAD})


def keeps(unit: Unit, organisation_id: int) -> bool:
    """Whether the actor answers for every row of the organisation."""
    return any(
        seat.role in KEEPERS and seat.organisation_id == organisation_id
        for seat in unit.actor.seats
    )


async def check_mine(unit: Unit, activity_id: int, organisation_id: int) -> None:
    """Raises NotAllowed for an executor whom the activity does not name."""
    if keeps(unit, organisation_id):
        return
    roles = {seat.role for seat in unit.actor.seats if seat.organisation_id == organisation_id}
    if not await queries.names(unit.session, activity_id, organisation_id, unit.me, roles):
        raise NotAllowed
