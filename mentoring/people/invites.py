"""Links that bring people in: who may give which, how long and for how many they work.

A token is random and long, so a forged one meets nothing; whoever has a link may use it, until it
is used up, has expired or is revoked.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from core.errors import NotAllowed, Refusal
from core.tokens import new_token
from db.models import Invite, Organisation, Programme
from db.queries import invites as queries
from db.queries import people
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.roles import COMPANY, GRANTS, OFFICE, STAFF, Permission, Role
from mentoring.unit import Unit

LABEL_LIMIT = 60
MOST_USES, MOST_DAYS = 2000, 400
# Days and uses of a link by the role it gives; defaults, not a rule.
_DAYS = {Role.DEPARTMENT: 14, Role.MENTOR: 90, Role.MENTEE: 90}
_USES = {Role.MENTOR: 200, Role.MENTEE: 1000, Role.EXECUTOR: 30, Role.COUNCIL: 15}
_USUAL_DAYS, _USUAL_USES = 30, 3
_OFFICES = frozenset({"region", "municipality"})
# Of organisations beside the schools: what kinds of partners there are.
PARTNERS = ("employer", "college", "university", "other")


@dataclass(frozen=True, slots=True)
class Link:
    """A link as its keepers see it."""

    id: int
    token: str
    role: Role
    place: str
    label: str
    programme: str
    used: int
    left: int
    expires_at: datetime
    works: bool
    # Of a class: how many of it are in the bank, and how many of these have come by any way.
    people: int = 0
    arrived: int = 0


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the school as the bank of mentees knows it, under one spelling of its name."""

    name: str
    people: int
    arrived: int


def class_key(name: str) -> str:
    """Of "7 A", "7a" and "7-A" the same."""
    return "".join(filter(str.isalnum, name)).casefold()


@dataclass(frozen=True, slots=True)
class Season:
    """A programme as one chooses among them."""

    id: int
    name: str


async def roles_here(unit: Unit, organisation_id: int) -> list[Role]:
    """The roles the actor may invite to this organisation (within reach), the first ones first."""
    place = await unit.session.get(Organisation, organisation_id)
    if place is None or place.kind in PARTNERS:
        # Nobody has a seat with a partner: its people are mentors of the school.
        return []
    office = place.kind in _OFFICES
    allowed: set[Role] = set()
    if _holds(unit, Permission.INVITE_STAFF):
        allowed |= STAFF
    if _holds(unit, Permission.INVITE_PARTICIPANTS):
        allowed |= COMPANY - {Role.REPRESENTATIVE}
    return [role for role in Role if role in allowed and (role in OFFICE) == office]


def _holds(unit: Unit, permission: Permission) -> bool:
    if unit.actor.is_admin and permission in GRANTS[Role.ADMIN]:
        return True
    return any(permission in GRANTS[seat.role] for seat in unit.actor.seats)


@use_case(Permission.INVITE_STAFF, target=organisation("organisation_id"))
async def invite_staff(unit: Unit, *, organisation_id: int, role: Role) -> str:
    """The token of a working link for department staff, a head, a curator: made if there is none.

    Raises NotAllowed for a role that has no place there.
    """
    return await _standing(unit, organisation_id, role, STAFF)


@use_case(Permission.INVITE_PARTICIPANTS, target=organisation("organisation_id"))
async def invite_participants(unit: Unit, *, organisation_id: int, role: Role) -> str:
    """The token of a working link for those whom the school itself brings in."""
    return await _standing(unit, organisation_id, role, COMPANY)


async def _standing(unit: Unit, organisation_id: int, role: Role, allowed: Collection[Role]) -> str:
    if role not in allowed or role not in await roles_here(unit, organisation_id):
        raise NotAllowed
    present = await queries.working_token(
        unit.session, organisation_id, role, unit.now + timedelta(days=1)
    )
    return present or (await _add(unit, organisation_id, role)).token


@use_case(Permission.KEEP_LINKS, target=organisation("organisation_id"))
async def choices(unit: Unit, *, organisation_id: int) -> list[Role]:
    """The roles there may be a link for."""
    return await roles_here(unit, organisation_id)


@use_case(Permission.KEEP_LINKS, target=organisation("organisation_id"))
async def programmes(unit: Unit, *, organisation_id: int) -> list[Season]:
    """The programmes a mentor or a mentee may be invited to, the newest first."""
    rows = await queries.open_programmes(unit.session, organisation_id)
    return [Season(row.id, row.title) for row in rows]


@use_case(Permission.KEEP_LINKS, target=organisation("organisation_id"))
async def classes(unit: Unit, *, organisation_id: int) -> list[Class]:
    """The classes a link may be for, by number and letter."""
    found = await _classes(unit, organisation_id)
    return sorted(found.values(), key=lambda one: (_grade(one.name), one.name))


async def _classes(unit: Unit, organisation_id: int) -> dict[str, Class]:
    found: dict[str, Class] = {}
    for row in await queries.classes(unit.session, organisation_id):
        key = class_key(row.class_name)
        known = found.get(key, Class(row.class_name, 0, 0))
        found[key] = Class(known.name, known.people + row.people, known.arrived + row.arrived)
    return found


def _grade(name: str) -> int:
    digits = "".join(takewhile(str.isdecimal, name))
    return int(digits[:4]) if digits else 0


@use_case(Permission.KEEP_LINKS, target=organisation("organisation_id"))
async def create(
    unit: Unit,
    *,
    organisation_id: int,
    role: Role,
    label: str = "",
    programme_id: int | None = None,
) -> int:
    """A new link, with the usual term and number of uses. Returns its id.

    `label` is the maker's own name for it; of a mentee's link, their class. Raises NotAllowed for
    a role the actor may not give there, or another organisation's programme.
    """
    if role not in await roles_here(unit, organisation_id):
        raise NotAllowed
    if programme_id is not None:
        programme = await unit.session.get(Programme, programme_id)
        if programme is None or programme.organisation_id != organisation_id:
            raise NotAllowed
    added = await _add(unit, organisation_id, role, label=label, programme_id=programme_id)
    return added.id


async def _add(
    unit: Unit,
    organisation_id: int,
    role: Role,
    *,
    label: str = "",
    programme_id: int | None = None,
    uses: int | None = None,
    succeeds_id: int | None = None,
) -> Invite:
    invite = fresh(unit, organisation_id, role)
    invite.label = label[:LABEL_LIMIT] or None
    invite.programme_id, invite.succeeds_id = programme_id, succeeds_id
    invite.uses_left = uses or invite.uses_left
    unit.session.add(invite)
    await unit.session.flush()
    return invite


def fresh(unit: Unit, organisation_id: int, role: Role) -> Invite:
    """A link with the usual term and number of uses, not in the session yet."""
    return Invite(
        organisation_id=organisation_id,
        role=role,
        token=new_token(),
        uses_left=_USES.get(role, _USUAL_USES),
        used=0,
        expires_at=unit.now + timedelta(days=_DAYS.get(role, _USUAL_DAYS)),
        created_by=unit.actor.person_id,
        created_at=unit.now,
    )


async def personal(
    unit: Unit, organisation_id: int, role: Role, *, succeeds_id: int, programme_id: int | None
) -> Invite:
    """A link for one person, who takes over what `succeeds_id` is here. Rights are the caller's."""
    return await _add(
        unit,
        organisation_id,
        role,
        uses=1,
        succeeds_id=succeeds_id,
        programme_id=programme_id,
    )


@use_case(Permission.KEEP_LINKS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Link]:
    """The organisation's links that the actor may give: those that work first, the newest first."""
    roles = await roles_here(unit, organisation_id)
    rows = await queries.of_organisation(unit.session, organisation_id, roles, unit.now)
    known = await _classes(unit, organisation_id)
    return [_link(unit, *row, known) for row in rows]


@use_case(Permission.KEEP_LINKS, target=owner(Invite, "invite_id"))
async def card(unit: Unit, *, invite_id: int) -> Link:
    """One link. Raises NotAllowed for one that is not the actor's to give."""
    invite, place, programme = await _mine(unit, invite_id)
    known = await _classes(unit, invite.organisation_id) if invite.label else {}
    return _link(unit, invite, place, programme, known)


@use_case(Permission.KEEP_LINKS, target=owner(Invite, "invite_id"))
async def revoke(unit: Unit, *, invite_id: int) -> None:
    """From now on nobody comes in by it; who has come stays."""
    invite, _place, _programme = await _mine(unit, invite_id)
    if invite.revoked_at is None:
        invite.revoked_at = unit.now
        record(unit, invite.organisation_id, "invite-revoked", role=invite.role)


@use_case(Permission.KEEP_LINKS, target=owner(Invite, "invite_id"))
async def limit(unit: Unit, *, invite_id: int, uses: int | None, days: int | None) -> None:
    """For how many more people, and how many days from today, the link is to work."""
    invite, _place, _programme = await _mine(unit, invite_id)
    if uses is not None:
        invite.uses_left = max(1, min(uses, MOST_USES))
    if days is not None:
        invite.expires_at = unit.now + timedelta(days=max(1, min(days, MOST_DAYS)))


async def _mine(unit: Unit, invite_id: int) -> tuple[Invite, str, str | None]:
    found = await queries.one(unit.session, invite_id)
    if found is None or found[0].role not in await roles_here(unit, found[0].organisation_id):
        raise NotAllowed
    if found[0].claims_id is not None and not _holds(unit, Permission.KEEP_BANK):
        # It opens a person's record: only who keeps the records gives it.
        raise NotAllowed
    return found


def _link(
    unit: Unit, invite: Invite, place: str, programme: str | None, known: Mapping[str, Class]
) -> Link:
    of_class = invite.label if invite.role == Role.MENTEE else None
    found = known.get(class_key(of_class)) if of_class else None
    return Link(
        id=invite.id,
        token=invite.token,
        role=Role(invite.role),
        place=place,
        label=invite.label or "",
        programme=programme or "",
        used=invite.used,
        left=invite.uses_left,
        expires_at=invite.expires_at,
        works=_fault(unit, invite) is None,
        people=found.people if found else 0,
        arrived=found.arrived if found else 0,
    )


async def working(unit: Unit, token: str) -> tuple[Invite, Organisation]:
    """The invite behind a token. Raises Refusal, which says why not and whom to ask."""
    found = await people.invite_by_token(unit.session, token)
    if found is None:
        raise Refusal("invite-unknown")
    invite, place = found
    fault = _fault(unit, invite)
    if fault is not None:
        maker = await queries.maker(unit.session, invite.id)
        whom = f"{maker}, {place.name}" if maker else place.name
        raise Refusal(f"invite-{fault}", whom=whom)
    return invite, place


def _fault(unit: Unit, invite: Invite) -> str | None:
    if invite.revoked_at is not None:
        return "revoked"
    if invite.expires_at <= unit.now:
        return "expired"
    return "used" if invite.uses_left <= 0 else None
