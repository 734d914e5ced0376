"""Partner organisations: an employer, a college, a university whose people become mentors.

A partner stands below a department, for all its schools, or below one school. It has no seats: its
people are mentors of the school, and its card is a name, a short name, a time zone.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Invite, Organisation, Profile
from db.queries import people as queries
from mentoring.access import organisation, owner, use_case
from mentoring.bank import entering
from mentoring.bank.editing import tell_changed
from mentoring.bank.status import Side
from mentoring.people import invites, organisations
from mentoring.people.invites import PARTNERS
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner as an organisation sees it; `mentors`: how many of it come from there."""

    id: int
    name: str
    kind: str
    # Whether it is the organisation's own to change, and not of the department above.
    own: bool
    mentors: int


@use_case(Permission.KEEP_ORGANISATION, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Partner]:
    """The partners of an organisation, and those its department has for all schools."""
    return await _listed(unit, organisation_id)


async def _listed(unit: Unit, organisation_id: int) -> list[Partner]:
    rows = await queries.partners(unit.session, organisation_id, PARTNERS)
    return [
        Partner(row.id, row.name, row.kind, row.parent_id == organisation_id, row.mentors)
        for row in rows
    ]


@use_case(Permission.KEEP_ORGANISATION, target=organisation("organisation_id"))
async def add(unit: Unit, *, organisation_id: int, kind: str, name: str) -> int:
    """A new partner right below an organisation, in its time zone. Returns its id.

    Raises Refusal for a name that is there already, NotAllowed for a kind there is not, or below a
    partner.
    """
    place = await unit.session.get_one(Organisation, organisation_id)
    if kind not in PARTNERS or place.kind in PARTNERS:
        raise NotAllowed
    name = " ".join(name.split())[: organisations.NAME_LIMIT]
    if await queries.child_named(unit.session, organisation_id, name):
        raise Refusal("partner-exists", name=name)
    return await organisations.create_below(unit, name=name, kind=kind, parent_id=organisation_id)


@use_case(Permission.INVITE_PARTICIPANTS, target=organisation("organisation_id"))
async def invite_mentors(unit: Unit, *, organisation_id: int, partner_id: int) -> str:
    """The token of a working link by which a partner's people become mentors of the school.

    Raises NotAllowed for a partner that is not the school's.
    """
    await _of(unit, organisation_id, partner_id)
    token: str | None = await unit.session.scalar(
        select(Invite.token)
        .where(
            Invite.organisation_id == organisation_id,
            Invite.partner_id == partner_id,
            Invite.role == Role.MENTOR,
            Invite.revoked_at.is_(None),
            Invite.uses_left > 0,
            Invite.expires_at > unit.now + timedelta(days=1),
        )
        .order_by(Invite.id.desc())
        .limit(1)
    )
    if token is None:
        invite = invites.fresh(unit, organisation_id, Role.MENTOR)
        invite.partner_id = partner_id
        place = await unit.session.get_one(Organisation, partner_id)
        invite.label = (place.short_name or place.name)[: invites.LABEL_LIMIT]
        unit.session.add(invite)
        await unit.session.flush()
        token = invite.token
    return token


async def _of(unit: Unit, organisation_id: int, partner_id: int) -> Partner:
    for one in await _listed(unit, organisation_id):
        if one.id == partner_id:
            return one
    raise NotAllowed


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def for_mentor(unit: Unit, *, profile_id: int) -> list[Partner]:
    """The partners a mentor of the bank may come from."""
    profile = await unit.session.get_one(Profile, profile_id)
    return await _listed(unit, profile.organisation_id)


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def attach(unit: Unit, *, profile_id: int, partner_id: int | None) -> None:
    """A mentor comes from a partner, or from none; they are told, as of any change.

    Raises NotAllowed for a mentee, and for a partner that is not the school's.
    """
    profile = await unit.session.get_one(Profile, profile_id)
    if profile.side != Side.MENTOR:
        raise NotAllowed
    if partner_id is not None:
        await _of(unit, profile.organisation_id, partner_id)
    if profile.partner_id != partner_id:
        await entering.come_from(unit, profile, partner_id)
        await tell_changed(unit, profile)
