"""On the way in: somebody's own number is compared with the school's list, and kept nowhere.

Part of joining, so whoever holds the link may; that the number is theirs, the handler has checked.
"""

from collections.abc import Collection
from dataclasses import dataclass

from db.models import Invite
from db.queries import rosters
from mentoring.bank.roster import listed_with_phone
from mentoring.bank.status import Side
from mentoring.people import invites
from mentoring.people.invites import working
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody of the school's list. `shown` is how the chat names them: they may be a minor."""

    profile_id: int
    name: str
    shown: str
    class_name: str


async def offered(unit: Unit, *, token: str) -> bool:
    """Whether the list of the link's place has any numbers to compare with."""
    invite, _place = await working(unit, token)
    if invite.role not in set(Side):
        return False
    return await rosters.any_phones(unit.session, invite.organisation_id, invite.role)


async def compare(unit: Unit, *, token: str, phone: str) -> list[int]:
    """The profiles with this number that the link could be for; several share a family's."""
    invite, place = await working(unit, token)
    ids = await listed_with_phone(unit, place.id, phone)
    rows = await rosters.listed_people(unit.session, place.id, invite.role, ids)
    return [row.id for row in rows]


async def listed(unit: Unit, *, token: str, profiles: Collection[int]) -> list[Listed]:
    """Who these are; whoever came in meanwhile, or is of another place, is left out."""
    invite, place = await working(unit, token)
    rows = await rosters.listed_people(unit.session, place.id, invite.role, profiles)
    today = unit.today(place.timezone)
    return [Listed(row.id, row.name, shown(row, today), row.class_name) for row in rows]


async def claim(unit: Unit, invite: Invite, profile_id: int | None) -> Invite:
    """The link to come in by: one that takes a row of the list over, if it is still there to take.

    It is used up by the making and holds what the common link said of its class and maker.
    """
    if profile_id is None:
        return invite
    place, role = invite.organisation_id, invite.role
    rows = await rosters.listed_people(unit.session, place, role, [profile_id])
    if not rows:
        return invite
    made = invites.fresh(unit, place, Role(role))
    made.label, made.created_by = invite.label, invite.created_by
    made.succeeds_id, made.programme_id = rows[0].person_id, rows[0].programme_id
    made.uses_left = 0
    unit.session.add(made)
    await unit.session.flush()
    return made
