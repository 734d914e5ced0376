"""A seat for whoever is on the way in, as soon as nothing is missing any more."""

from typing import Any

from sqlalchemy import select

from db.models import Invite, Person
from db.queries import consents as queries
from db.queries import erasures
from db.types import AnyRow
from mentoring.bank import entering
from mentoring.consent.giving import lack
from mentoring.consent.texts import REQUIRED
from mentoring.notices import button, tell
from mentoring.people import succession
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit


async def settle(unit: Unit, organisation_id: int, person_id: int) -> bool:
    """Give somebody the seats for which all consents are there. Whether none is left waiting.

    Called whenever a consent was recorded or a year of birth became known.
    """
    await unit.session.flush()
    waits = False
    for joining in await queries.waiting(unit.session, person_id, organisation_id):
        required = REQUIRED.get(Role(joining.role), ())
        if await lack(unit, organisation_id, person_id, required):
            waits = True
        else:
            await _admit(unit, joining)
    return not waits


async def _admit(unit: Unit, joining: AnyRow) -> None:
    if not await queries.admitted(unit.session, joining.id, unit.now):
        return
    role = Role(joining.role)
    await erasures.cancel_erasure(
        unit.session, joining.organisation_id, joining.person_id, unit.now
    )
    seat = await queries.take_seat(
        unit.session,
        organisation_id=joining.organisation_id,
        person_id=joining.person_id,
        role=role,
        now=unit.now,
    )
    person = await unit.session.get_one(Person, joining.person_id)
    invite = await unit.session.get(Invite, joining.invite_id) if joining.invite_id else None
    if invite is not None and invite.succeeds_id is not None:
        # A row of the roster is theirs before a new one would be made.
        await succession.take_over(unit, invite, person.id)
    await entering.enter(
        unit,
        organisation_id=joining.organisation_id,
        person_id=person.id,
        side=role,
        name=person.name,
        programme_id=joining.programme_id,
        class_name=await _class(unit, joining.invite_id) if role is Role.MENTEE else "",
        partner_id=invite.partner_id if invite is not None else None,
    )
    # Whoever waited is told; who has just joined sees it on the screen.
    if person.telegram_id not in (None, unit.actor.telegram_id):
        await tell(
            unit,
            person.id,
            "joining-admitted",
            unique=f"admitted:{joining.id}:{unit.now.isoformat()}",
            args={"role": role, "organisation": joining.place},
            buttons=[button("joining-onward", "onward")],
        )
    if seat is not None and joining.invite_id is not None:
        await tell_inviter(
            unit, joining.invite_id, person, seat=seat, role=role, place=joining.place
        )


async def tell_inviter(
    unit: Unit, invite_id: int, person: Any, *, seat: int, role: Role, place: str
) -> None:
    """Whoever made the link learns who has come by it; what they did themselves they know.

    Of participants the first of a day: a school's hundreds are counted, not told one by one.
    """
    inviter = await unit.session.scalar(select(Invite.created_by).where(Invite.id == invite_id))
    if inviter is not None and inviter not in (person.id, unit.actor.person_id):
        many = role in REQUIRED
        name = shown(person, unit.today()) if many else person.name
        day = unit.today().isoformat()
        await tell(
            unit,
            inviter,
            "joined-notice",
            unique=f"joined:{inviter}:{role}:{place}:{day}" if many else f"joined:{seat}",
            args={"name": name, "role": role, "organisation": place},
        )


async def _class(unit: Unit, invite_id: int | None) -> str:
    """The class whose link it was, as its maker has named it."""
    if invite_id is None:
        return ""
    label = await unit.session.scalar(select(Invite.label).where(Invite.id == invite_id))
    return label or ""
