"""The staff of an organisation: who sits where, since when, by which order, until when."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import update

from core.errors import NotAllowed, Refusal
from db.models import Appointment, Membership, Person
from db.queries import seats as queries
from db.types import AnyRow
from db.upsert import upserting
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.notices import tell
from mentoring.people import invites, terms
from mentoring.roles import STAFF, Permission, Role
from mentoring.unit import Unit

NUMBER_LIMIT, TEXT_LIMIT = 60, 200
# Besides the staff proper, whom a list of colleagues shows.
_SHOWN = frozenset({*STAFF, Role.COUNCIL, Role.EXECUTOR})


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person as one chooses among them."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class StaffSeat:
    """A seat in the list of an organisation's staff."""

    id: int
    person_id: int
    name: str
    role: Role
    place: str
    since: datetime
    until: datetime | None
    order_number: str
    ordered_on: date | None
    contact: str
    training: str


@dataclass(frozen=True, slots=True)
class Term:
    """A deputy of somebody: from the first day to the last."""

    id: int
    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class SeatCard:
    """One seat, with what may be done to it."""

    seat: StaffSeat
    # Whose it is by right of the actor: their own, or one they could have invited to.
    managed: bool
    terms: list[Term]


def _seat(row: AnyRow) -> StaffSeat:
    return StaffSeat(
        id=row.id,
        person_id=row.person_id,
        name=row.name,
        role=Role(row.role),
        place=row.place,
        since=row.since,
        until=row.until,
        order_number=row.order_number or "",
        ordered_on=row.ordered_on,
        contact=row.contact or "",
        training=row.training or "",
    )


async def manages(unit: Unit, organisation_id: int, role: Role, person_id: int) -> bool:
    """Whether a seat within the actor's reach is theirs to give: their own, or one below them."""
    if person_id == unit.actor.person_id:
        return True
    return role in await invites.roles_here(unit, organisation_id)


async def mine(unit: Unit, membership_id: int) -> AnyRow:
    """An open seat that the actor manages. Raises NotAllowed for any other."""
    row = await queries.one(unit.session, membership_id)
    if row is None or not await manages(unit, row.organisation_id, Role(row.role), row.person_id):
        raise NotAllowed
    return row


@use_case(Permission.KEEP_STAFF, target=organisation("organisation_id"))
async def staff(unit: Unit, *, organisation_id: int) -> list[StaffSeat]:
    """The organisation's staff, council and executors, by name."""
    rows = await queries.of_organisation(unit.session, organisation_id, _SHOWN)
    return [_seat(row) for row in rows]


@use_case(Permission.KEEP_STAFF, target=owner(Membership, "membership_id"))
async def card(unit: Unit, *, membership_id: int) -> SeatCard:
    """One seat of the staff. Raises NotAllowed when it is over, or no seat of the staff."""
    row = await queries.one(unit.session, membership_id)
    if row is None or row.role not in _SHOWN:
        raise NotAllowed
    standing_in = await queries.deputies_of(
        unit.session, row.organisation_id, row.role, row.person_id
    )
    return SeatCard(
        _seat(row),
        await manages(unit, row.organisation_id, Role(row.role), row.person_id),
        [Term(one.id, one.name, one.starts_on, one.ends_on) for one in standing_in],
    )


@use_case(Permission.KEEP_STAFF, target=owner(Membership, "membership_id"))
async def end(unit: Unit, *, membership_id: int) -> None:
    """End a seat now; its holder is told. Raises Refusal for the last one of a department."""
    row = await mine(unit, membership_id)
    if row.role not in _SHOWN:
        raise NotAllowed
    if row.role == Role.DEPARTMENT:
        # Two colleagues may be ending each other's seat at once.
        await unit.session.get_one(Person, row.person_id, with_for_update=True)
        if await queries.others(unit.session, row.organisation_id, row.role) < 2:
            raise Refusal("seat-last")
    await unit.session.execute(
        update(Membership)
        .where(Membership.id == membership_id, Membership.ended_at.is_(None))
        .values(ended_at=unit.now, until=None)
    )
    await terms.dismiss_all(unit, row.organisation_id, Role(row.role), absent_id=row.person_id)
    record(unit, row.organisation_id, "seat-ended", subject_id=row.person_id, role=row.role)
    if row.person_id != unit.actor.person_id:
        await tell(
            unit,
            row.person_id,
            "seat-ended",
            unique=f"seat-ended:{membership_id}:{unit.now.isoformat()}",
            args={"role": row.role, "organisation": row.place},
        )


@use_case(Permission.KEEP_STAFF, target=owner(Membership, "membership_id"))
async def offer(unit: Unit, *, membership_id: int) -> str:
    """The token of a link by which a successor takes over this seat and its open work."""
    row = await mine(unit, membership_id)
    if row.role not in STAFF or row.until is not None:
        raise NotAllowed
    invite = await invites.personal(
        unit,
        row.organisation_id,
        Role(row.role),
        succeeds_id=row.person_id,
        programme_id=None,
    )
    return invite.token


@use_case(Permission.KEEP_STAFF, target=owner(Membership, "membership_id"))
async def appoint(
    unit: Unit,
    *,
    membership_id: int,
    order: tuple[str, date] | None = None,
    contact: str | None = None,
    training: str | None = None,
) -> None:
    """Note the order (its number and date), the contact or the training; what is None stays."""
    row = await mine(unit, membership_id)
    if row.role not in _SHOWN:
        raise NotAllowed
    values: dict[str, Any] = {"changed_at": unit.now}
    if order is not None:
        values |= {"order_number": order[0][:NUMBER_LIMIT], "ordered_on": order[1]}
    if contact is not None:
        values["contact"] = contact[:TEXT_LIMIT]
    if training is not None:
        values["training"] = training[:TEXT_LIMIT]
    statement = upserting(unit.session, Appointment).values(
        organisation_id=row.organisation_id, membership_id=membership_id, **values
    )
    await unit.session.execute(
        statement.on_conflict_do_update(index_elements=["membership_id"], set_=values)
    )
