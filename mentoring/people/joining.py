"""Coming in by a link. Whoever holds the link may, so these carry their own check: the token."""

from dataclasses import dataclass

from sqlalchemy import update

from core.errors import Refusal
from db.models import Invite, Membership, Person
from db.queries import people as queries
from db.upsert import upserting
from mentoring.bank import entering
from mentoring.notices import tell
from mentoring.people import succession
from mentoring.people.invites import working
from mentoring.roles import Role
from mentoring.unit import Unit

NAME_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link offers."""

    token: str
    role: Role
    organisation: str
    joined_already: bool


async def read_invitation(unit: Unit, *, token: str) -> Invitation:
    """What the link offers. Raises Refusal when it is unknown, revoked, used up or expired."""
    invite, place = await working(unit, token)
    already = any(
        seat.role == invite.role and seat.organisation_id == invite.organisation_id
        for seat in unit.actor.seats
    )
    return Invitation(token, Role(invite.role), place.name, already)


async def join(unit: Unit, *, token: str, name: str, language: str = "ru") -> Role:
    """Take the seat the link offers, under this name. A second time changes nothing.

    `language` is what a new person will be written to in.
    """
    invite, place = await working(unit, token)
    person_id = await _person(unit, name, language)
    seat = upserting(unit.session, Membership).values(
        organisation_id=invite.organisation_id,
        person_id=person_id,
        role=invite.role,
        since=unit.now,
    )
    inserted = await unit.session.scalar(
        seat.on_conflict_do_nothing(
            index_elements=["organisation_id", "role", "person_id"]
        ).returning(Membership.id)
    )
    if inserted is None:
        # A seat given up earlier is taken again.
        await queries.reopen_seat(unit.session, invite.organisation_id, invite.role, person_id)
    await entering.enter(
        unit,
        organisation_id=invite.organisation_id,
        person_id=person_id,
        side=invite.role,
        name=name,
        programme_id=invite.programme_id,
        class_name=invite.label or "",
    )
    if invite.succeeds_id is not None:
        await succession.take_over(unit, invite, person_id)
    if inserted is None:
        return Role(invite.role)
    await _count_use(unit, invite, place.name)
    if invite.created_by is not None and invite.created_by != person_id:
        await tell(
            unit,
            invite.created_by,
            "joined-notice",
            unique=f"joined:{inserted}",
            args={"name": name, "role": invite.role, "organisation": place.name},
        )
    return Role(invite.role)


async def _count_use(unit: Unit, invite: Invite, organisation: str) -> None:
    """One use less, counted by the statement itself: two may be joining at once."""
    left = await unit.session.scalar(
        update(Invite)
        .where(Invite.id == invite.id, Invite.uses_left > 0)
        .values(uses_left=Invite.uses_left - 1, used=Invite.used + 1)
        .returning(Invite.uses_left)
    )
    if left is None:
        raise Refusal("invite-over", organisation=organisation)


async def _person(unit: Unit, name: str, language: str) -> int:
    if unit.actor.person_id is not None:
        return unit.actor.person_id
    statement = upserting(unit.session, Person).values(
        telegram_id=unit.actor.telegram_id,
        name=name,
        locale=language,
        created_at=unit.now,
    )
    person_id: int | None = await unit.session.scalar(
        statement.on_conflict_do_update(
            index_elements=["telegram_id"], set_={"name": statement.excluded.name}
        ).returning(Person.id)
    )
    if person_id is None:
        raise LookupError("a person was neither created nor found")
    return person_id
