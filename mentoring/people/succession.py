"""Somebody takes over what another was here: the seat, and the work that hangs on the person."""

from collections.abc import Awaitable, Callable

from sqlalchemy import update

from db.models import Invite, Membership, Person
from db.queries import bank
from mentoring.audit import record
from mentoring.bank import entering
from mentoring.notices import tell
from mentoring.people import terms
from mentoring.roles import COMPANY, Role
from mentoring.unit import Unit

# (unit, organisation, role, predecessor, successor): moves one kind of open work.
Mover = Callable[[Unit, int, Role, int, int], Awaitable[None]]

MOVERS: list[Mover] = []


def mover(function: Mover) -> Mover:
    """Register what goes over to a successor; what belongs to the organisation needs no mover."""
    MOVERS.append(function)
    return function


async def take_over(unit: Unit, invite: Invite, person_id: int) -> None:
    """Part of joining by a link that was made for a successor; whoever holds it may."""
    before, role = invite.succeeds_id, Role(invite.role)
    if before is None or before == person_id:
        return
    invite.revoked_at = unit.now
    if role in COMPANY:
        await _profile(unit, invite, person_id)
        return
    await unit.session.execute(
        update(Membership)
        .where(
            Membership.organisation_id == invite.organisation_id,
            Membership.role == role,
            Membership.person_id == before,
            Membership.ended_at.is_(None),
        )
        .values(ended_at=unit.now)
    )
    await terms.dismiss_all(unit, invite.organisation_id, role, absent_id=before)
    for move in MOVERS:
        await move(unit, invite.organisation_id, role, before, person_id)
    record(unit, invite.organisation_id, "seat-handed-over", subject_id=before, role=role)
    successor = await unit.session.get_one(Person, person_id)
    await tell(
        unit,
        before,
        "succession-done",
        unique=f"succession:{invite.id}",
        args={"name": successor.name, "role": role},
    )


async def _profile(unit: Unit, invite: Invite, person_id: int) -> None:
    """What the roster knew of somebody is theirs."""
    if invite.programme_id is None or invite.succeeds_id is None:
        return
    listed = await bank.profile_of(
        unit.session, invite.programme_id, invite.succeeds_id, invite.role
    )
    there = await bank.profile_of(unit.session, invite.programme_id, person_id, invite.role)
    if listed is not None and there is None:
        await entering.take_over(unit, listed.id, person_id)


@mover
async def links(unit: Unit, organisation_id: int, _role: Role, before: int, after: int) -> None:
    """Who comes by a link of the predecessor's is told to the successor."""
    await unit.session.execute(
        update(Invite)
        .where(
            Invite.organisation_id == organisation_id,
            Invite.created_by == before,
            Invite.revoked_at.is_(None),
        )
        .values(created_by=after)
    )
