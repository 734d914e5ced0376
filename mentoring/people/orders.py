"""The order that appoints a curator: until it is noted, it waits for the head."""

from datetime import date

from db.queries import seats as queries
from mentoring.people import seats
from mentoring.roles import Role
from mentoring.signing import Thing, desk
from mentoring.unit import Unit


@desk("appointment")
class Appointments:
    """Curators whose order has no number yet."""

    async def waiting(self, unit: Unit, organisation_id: int) -> list[Thing]:
        rows = await queries.without_order(unit.session, organisation_id, Role.CURATOR)
        return [Thing("appointment", row.id, {"name": row.name}) for row in rows]

    async def sign(
        self, unit: Unit, organisation_id: int, thing_id: int, number: str, day: date
    ) -> None:
        await seats.appoint(unit, membership_id=thing_id, order=(number, day))
