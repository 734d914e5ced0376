"""A colleague is asked to stand in for somebody of the staff; when that holds, see `terms`."""

from datetime import date

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Deputy, Membership, Person
from db.queries import seats as queries
from mentoring.access import owner, use_case
from mentoring.audit import record
from mentoring.letters import day
from mentoring.notices import tell
from mentoring.people import seats, terms
from mentoring.people.seats import Colleague
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

LONGEST_DAYS = 366
# Who may be asked to stand in: staff and other adults the school has brought in.
_CANDIDATES = (
    Role.DEPARTMENT,
    Role.METHODOLOGIST,
    Role.HEAD,
    Role.CURATOR,
    Role.COUNCIL,
    Role.EXECUTOR,
)


@use_case(Permission.KEEP_STAFF, target=owner(Membership, "membership_id"))
async def candidates(unit: Unit, *, membership_id: int) -> list[Colleague]:
    """Who could stand in for the holder of a seat."""
    seat = await seats.mine(unit, membership_id)
    rows = await queries.colleagues(
        unit.session, seat.organisation_id, _CANDIDATES, seat.person_id, seat.role
    )
    return [Colleague(row.id, row.name) for row in rows]


@use_case(Permission.KEEP_STAFF, target=owner(Membership, "membership_id"))
async def appoint(
    unit: Unit, *, membership_id: int, person_id: int, starts_on: date, ends_on: date
) -> None:
    """Let a colleague stand in. Raises Refusal for days that cannot be."""
    seat = await seats.mine(unit, membership_id)
    if seat.until is not None:
        raise Refusal("deputy-of-deputy")
    possible = {one.id for one in await candidates(unit, membership_id=membership_id)}
    if person_id not in possible:
        raise NotAllowed
    today = unit.today(seat.timezone)
    if not today <= starts_on <= ends_on or (ends_on - starts_on).days > LONGEST_DAYS:
        raise Refusal("deputy-days")
    # Two presses at once: the second one finds the first one's term.
    await unit.session.get_one(Person, person_id, with_for_update=True)
    same = select(Deputy.id).where(
        Deputy.organisation_id == seat.organisation_id,
        Deputy.role == seat.role,
        Deputy.person_id == person_id,
        Deputy.over_at.is_(None),
    )
    if await unit.session.scalar(same.limit(1)) is not None:
        raise Refusal("deputy-already")
    term = Deputy(
        organisation_id=seat.organisation_id,
        role=seat.role,
        person_id=person_id,
        absent_id=seat.person_id,
        starts_on=starts_on,
        ends_on=ends_on,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(term)
    await unit.session.flush()
    record(unit, seat.organisation_id, "deputy-appointed", subject_id=person_id, role=seat.role)
    await terms.turn(unit, term, seat.timezone)
    await tell(
        unit,
        person_id,
        "deputy-told",
        unique=f"deputy:{term.id}",
        args={
            "role": seat.role,
            "organisation": seat.place,
            "name": seat.name,
            "from": day(starts_on),
            "to": day(ends_on),
        },
    )


@use_case(Permission.KEEP_STAFF, target=owner(Deputy, "deputy_id"))
async def dismiss(unit: Unit, *, deputy_id: int) -> None:
    """End a term now, or before it begins."""
    term = await unit.session.get_one(Deputy, deputy_id)
    if not await seats.manages(unit, term.organisation_id, Role(term.role), term.absent_id):
        raise NotAllowed
    await terms.end(unit, term)
