"""A record that was kept without a chat becomes its person's own, by a link made for them alone.

A curator has listed somebody, recorded their paper consent, filled in their forms: later the person
opens the link, sees what is held and takes over the same record, with its pair, answers, consents.
Whoever holds the link may, so these carry their own check: the token.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update

from core.errors import NotAllowed, Refusal
from db.models import Chat, Invite, Membership, Organisation, Person, Profile
from db.queries import bank, consents, people, responses
from db.queries.telling import HOLDERS, plan_for
from mentoring.access import owner, use_case
from mentoring.audit import record
from mentoring.bank.status import Status
from mentoring.consent.rules import is_minor
from mentoring.notices import notice
from mentoring.people import invites
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.surveys import library
from mentoring.surveys.forms import Form
from mentoring.unit import Unit

# Long enough to come home with the sheet, short enough for one that was lost.
DAYS = 14


@dataclass(frozen=True, slots=True)
class Own:
    """A person's own link, as the curator gives it."""

    invite_id: int
    token: str
    name: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """What is held about the person a link is for, as much as may be shown before they say yes."""

    name: str
    role: Role
    organisation: str
    # The class or the post, where it is known.
    place: str
    minor: bool
    paired: bool
    # How many consents are on record.
    consents: int
    # Forms that others have filled in for them.
    forms: tuple[Form, ...]


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def link(unit: Unit, *, profile_id: int) -> Own:
    """The person's own link: the one there is while it works, else a new one.

    Raises Refusal for somebody who has a chat already.
    """
    profile = await unit.session.get_one(Profile, profile_id)
    person = await unit.session.get_one(Person, profile.person_id)
    if person.telegram_id is not None:
        raise Refusal("claim-connected")
    invite = await unit.session.scalar(
        select(Invite)
        .where(
            Invite.claims_id == person.id,
            Invite.organisation_id == profile.organisation_id,
            Invite.role == profile.side,
            Invite.revoked_at.is_(None),
            Invite.uses_left > 0,
            Invite.expires_at > unit.now + timedelta(days=1),
        )
        .order_by(Invite.id.desc())
        .limit(1)
    )
    if invite is None:
        invite = invites.fresh(unit, profile.organisation_id, Role(profile.side))
        invite.claims_id, invite.programme_id = person.id, profile.programme_id
        invite.uses_left, invite.expires_at = 1, unit.now + timedelta(days=DAYS)
        unit.session.add(invite)
        await unit.session.flush()
    return Own(invite.id, invite.token, shown(person, unit.today()), invite.expires_at)


async def taken(unit: Unit, token: str) -> tuple[Invite, Organisation] | None:
    """The invite of this token, if it was the actor's own and they have come by it."""
    found = await people.invite_by_token(unit.session, token)
    if found is None or found[0].claims_id is None:
        return None
    return found if found[0].claims_id == unit.actor.person_id else None


async def held(unit: Unit, *, token: str) -> Held:
    """What there is. Raises Refusal for a link that works no more."""
    invite, place, person = await _record(unit, token)
    profile = await unit.session.scalar(
        select(Profile)
        .where(
            Profile.organisation_id == place.id,
            Profile.person_id == person.id,
            Profile.side == invite.role,
        )
        .order_by((Profile.status == Status.LEFT).asc(), Profile.id.desc())
        .limit(1)
    )
    filled = [
        await library.find(unit, row.form)
        for row in await responses.waiting(unit.session, person.id)
        if row.completed_at is not None
    ]
    today = unit.today(place.timezone)
    return Held(
        name=shown(person, today),
        role=Role(invite.role),
        organisation=place.name,
        place=(profile.class_name or profile.post) if profile else "",
        minor=is_minor(person.birth_year, today),
        paired=bool(await bank.partners(unit.session, place.id, [person.id])),
        consents=len(await consents.given(unit.session, place.id, [person.id])),
        forms=tuple(filled),
    )


async def _record(unit: Unit, token: str) -> tuple[Invite, Organisation, Person]:
    invite, place = await invites.working(unit, token)
    person = await unit.session.get(Person, invite.claims_id) if invite.claims_id else None
    if person is None or person.erased_at is not None:
        raise Refusal("invite-unknown")
    return invite, place, person


async def claim(unit: Unit, invite: Invite, language: str, *, right: bool) -> int:
    """Join the actor's chat to the record; part of joining, which counts the use of the link.

    `right`: they have said that what is held is as it should be. Returns the person's id. Raises
    NotAllowed for somebody who has a record, Refusal when the record has a chat or is no more.
    """
    if unit.actor.person_id is not None:
        raise NotAllowed
    person_id = await unit.session.scalar(
        update(Person)
        .where(
            Person.id == invite.claims_id, Person.telegram_id.is_(None), Person.erased_at.is_(None)
        )
        .values(telegram_id=unit.actor.telegram_id, locale=language, unreachable_since=None)
        .returning(Person.id)
    )
    if person_id is None:
        raise Refusal("invite-unknown")
    if right:
        await unit.session.execute(
            update(Profile)
            .where(
                Profile.organisation_id == invite.organisation_id, Profile.person_id == person_id
            )
            .values(checked_at=unit.now)
        )
    record(unit, invite.organisation_id, "record-claimed", subject_id=person_id)
    await _tell_curators(unit, invite, "claim-done-notice", f"claimed:{invite.id}")
    return int(person_id)


async def disown(unit: Unit, *, token: str) -> None:
    """The link is in other hands than it was made for: it works no more, the curators are told.

    Nothing is kept of who has pressed.
    """
    invite, _place, _person = await _record(unit, token)
    invite.revoked_at = unit.now
    await _tell_curators(unit, invite, "claim-not-me-notice", f"claim-not-me:{invite.id}")


async def meet_other(unit: Unit, *, token: str) -> str:
    """Somebody with a record of their own has opened it: the curators are told.

    Two records are made one by a curator only (`bank.merging`). Returns whose the link is.
    """
    invite, place, person = await _record(unit, token)
    colleague = any(seat.organisation_id == place.id for seat in unit.actor.seats)
    other = shown(unit.actor, unit.today(place.timezone)) if colleague else "-"
    await _tell_curators(
        unit,
        invite,
        "claim-other-notice",
        f"claim-other:{invite.id}:{unit.me}",
        other=other,
        known="yes" if colleague else "no",
    )
    return shown(person, unit.today(place.timezone))


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def may_release(unit: Unit, *, profile_id: int) -> bool:
    """Whether the record was taken over by a link of its own, and is this school's alone."""
    return await _taken_by(unit, await unit.session.get_one(Profile, profile_id)) is not None


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def release(unit: Unit, *, profile_id: int) -> None:
    """Take a record back from the chat that has claimed it, for it was not the person's.

    The record stays as it is; of the chat nothing is kept. Done again, it changes nothing. Raises
    Refusal where `may_release` says no.
    """
    profile = await unit.session.get_one(Profile, profile_id)
    invite = await _taken_by(unit, profile)
    person = await unit.session.get_one(Person, profile.person_id)
    if person.telegram_id is None:
        return
    if invite is None:
        raise Refusal("claim-release-no")
    await unit.session.execute(delete(Chat).where(Chat.chat_id == person.telegram_id))
    person.telegram_id, invite.revoked_at = None, unit.now
    record(unit, profile.organisation_id, "record-released", subject_id=person.id)


async def _taken_by(unit: Unit, profile: Profile) -> Invite | None:
    """The link by which the record was taken over; None also for somebody with other seats."""
    elsewhere = select(Membership.id).where(
        Membership.person_id == profile.person_id,
        Membership.ended_at.is_(None),
        or_(
            Membership.organisation_id != profile.organisation_id,
            Membership.role.not_in((Role.MENTOR, Role.MENTEE)),
        ),
    )
    if await unit.session.scalar(elsewhere.limit(1)) is not None:
        return None
    found: Invite | None = await unit.session.scalar(
        select(Invite)
        .where(
            Invite.claims_id == profile.person_id,
            Invite.organisation_id == profile.organisation_id,
            Invite.used > 0,
            Invite.revoked_at.is_(None),
        )
        .order_by(Invite.id.desc())
        .limit(1)
    )
    return found


async def _tell_curators(
    unit: Unit, invite: Invite, message: str, unique: str, **more: str
) -> None:
    person = await unit.session.get_one(Person, invite.claims_id)
    row = notice(
        unit,
        unique=unique,
        message=message,
        args={"name": shown(person, unit.today()), **more},
    )
    await plan_for(
        unit.session, row, HOLDERS, organisation=invite.organisation_id, roles=[Role.CURATOR]
    )
    unit.wakes.add("sender")
