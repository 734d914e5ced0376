"""Coming in by a link. Whoever holds the link may, so these carry their own check: the token."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import update

from core.errors import Refusal
from db.models import Invite, Organisation, Person
from db.queries import consents, representation
from db.upsert import upserting
from mentoring.consent import representing, speaking
from mentoring.consent.giving import lack, press
from mentoring.consent.rules import Channel, Giver, is_minor, plausible, signs
from mentoring.consent.texts import REQUIRED, Purpose, Version, newest
from mentoring.people import claiming, own_phone, succession
from mentoring.people.admission import settle, tell_inviter
from mentoring.people.invites import working
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit

NAME_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link offers, and how far whoever opened it has come."""

    token: str
    role: Role
    organisation: str
    joined_already: bool
    # Everything was said, and somebody's consent is still waited for.
    waiting: bool = False
    # Whether a participant's year of birth has to be asked.
    birth_year: int | None = None
    # Whom a representative is to speak for.
    child: str = ""
    # It leads into a record that was kept without a chat; whether whoever opened it has another.
    record: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """One consent on the way in: whose it takes, and how it may be given."""

    purpose: Purpose
    version: Version
    organisation: str
    channel: Channel
    # Whether the person's own is needed, and a representative's.
    own: bool
    parents: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of it: the role, and whether the seat is taken or consents are waited for."""

    role: Role
    admitted: bool


async def read_invitation(unit: Unit, *, token: str) -> Invitation:
    """What the link offers. Raises Refusal when it is unknown, revoked, used up or expired.

    To whoever has taken their record over by it, it says so also when it is used up.
    """
    taken = await claiming.taken(unit, token)
    if taken is not None:
        return Invitation(token, Role(taken[0].role), taken[1].name, joined_already=True)
    invite, place = await working(unit, token)
    if invite.claims_id is not None:
        return Invitation(
            token,
            Role(invite.role),
            place.name,
            joined_already=False,
            birth_year=await consents.birth_year(unit.session, invite.claims_id),
            record=True,
            other=unit.actor.person_id is not None,
        )
    already = any(
        seat.role == invite.role and seat.organisation_id == invite.organisation_id
        for seat in unit.actor.seats
    )
    me = unit.actor.person_id
    child = None if invite.child_id is None else await unit.session.get(Person, invite.child_id)
    if already and child is not None:
        already = await representation.speaks_for(unit.session, unit.me, child.id)
    waits = [] if me is None else await consents.waiting(unit.session, me, place.id)
    return Invitation(
        token,
        Role(invite.role),
        place.name,
        already,
        waiting=any(row.role == invite.role for row in waits),
        birth_year=None if me is None else await consents.birth_year(unit.session, me),
        child="" if child is None else shown(child, unit.today()),
    )


async def asks(unit: Unit, *, token: str, birth_year: int | None) -> list[Ask]:
    """The consents a participant of this year is to be asked for, those in force left out.

    A representative is asked for those that the child lacks of them, whatever their own year is.
    Raises Refusal for a link that works no more.
    """
    invite, place = await working(unit, token)
    today = unit.today()
    if invite.child_id is not None:
        child = invite.child_id
        year = await consents.birth_year(unit.session, child)
        roles = [Role(row.role) for row in await consents.waiting(unit.session, child, place.id)]
        purposes = _required(roles or [Role.MENTEE])
        missing = await lack(unit, place.id, child, purposes)
        return [
            Ask(purpose, version, place.name, version.channel(year, today), own=True, parents=False)
            for purpose in missing
            if Giver.REPRESENTATIVE in missing[purpose] and (version := newest(purpose))
        ]
    purposes = _required([Role(invite.role)])
    known = invite.claims_id or unit.actor.person_id
    if known is not None:
        purposes = tuple(await lack(unit, place.id, known, purposes))
    own, parents = signs(birth_year, today), is_minor(birth_year, today)
    return [
        Ask(
            purpose,
            version,
            place.name,
            version.channel(birth_year, today),
            own=own,
            parents=parents,
        )
        for purpose in purposes
        if (version := newest(purpose))
    ]


def _required(roles: Sequence[Role]) -> tuple[Purpose, ...]:
    return tuple(dict.fromkeys(purpose for role in roles for purpose in REQUIRED.get(role, ())))


async def join(
    unit: Unit,
    *,
    token: str,
    name: str,
    language: str = "ru",
    given: str | None = None,
    birth_year: int | None = None,
    agreed: Sequence[Purpose] = (),
    listed: int | None = None,
    right: bool = False,
) -> Joined:
    """Come in by a link, under this name. A second time changes nothing.

    `language` is what a new person will be written to in, `given` the word of the name that is the
    given one, where that was asked. Mentors and mentees say their year of birth and what they have
    `agreed` to; the seat is theirs as soon as no consent is missing. `listed` is the profile of the
    roster that they are (see `mentoring.people.own_phone`). Into a record of theirs they come under
    the name it has, and say whether it is `right`. Raises Refusal for a link that
    works no more.
    """
    invite, place = await working(unit, token)
    if invite.claims_id is not None:
        person_id = await claiming.claim(unit, invite, language, right=right)
    else:
        person_id = await _person(unit, name, language, given)
    role = Role(invite.role)
    if role in REQUIRED:
        return await _participant(
            unit, invite, place, person_id, birth_year=birth_year, agreed=agreed, listed=listed
        )
    if role is Role.REPRESENTATIVE:
        return await _representative(unit, invite, place, person_id, agreed)
    seat = await consents.take_seat(
        unit.session,
        organisation_id=invite.organisation_id,
        person_id=person_id,
        role=role,
        now=unit.now,
    )
    if invite.succeeds_id is not None:
        await succession.take_over(unit, invite, person_id)
    if seat is not None:
        await _count_use(unit, invite, place.name)
        person = await unit.session.get_one(Person, person_id)
        await tell_inviter(unit, invite.id, person, seat=seat, role=role, place=place.name)
    return Joined(role, admitted=True)


async def _participant(
    unit: Unit,
    invite: Invite,
    place: Organisation,
    person_id: int,
    *,
    birth_year: int | None,
    agreed: Sequence[Purpose],
    listed: int | None,
) -> Joined:
    if birth_year is not None and plausible(birth_year, unit.today()):
        await consents.set_birth_year(unit.session, person_id, birth_year)
    role = Role(invite.role)
    personal = await own_phone.claim(unit, invite, listed)
    is_new = await consents.expect(
        unit.session,
        organisation_id=invite.organisation_id,
        person_id=person_id,
        role=role,
        invite_id=personal.id,
        programme_id=personal.programme_id,
        now=unit.now,
    )
    if is_new or invite.claims_id is not None:
        await _count_use(unit, invite, place.name)
    for purpose in agreed:
        await press(
            unit,
            organisation_id=invite.organisation_id,
            person_id=person_id,
            purpose=purpose,
            giver=Giver.SELF,
            given_by=person_id,
        )
    admitted = await settle(unit, invite.organisation_id, person_id)
    return Joined(role, admitted)


async def _representative(
    unit: Unit,
    invite: Invite,
    place: Organisation,
    person_id: int,
    agreed: Sequence[Purpose],
) -> Joined:
    is_new = await representing.take(unit, invite, person_id)
    if is_new:
        await _count_use(unit, invite, place.name)
    await consents.take_seat(
        unit.session,
        organisation_id=place.id,
        person_id=person_id,
        role=Role.REPRESENTATIVE,
        now=unit.now,
    )
    child = invite.child_id or 0
    if is_new:
        await speaking.tell_curators(unit, place, person_id, child)
    await representing.agree(
        unit, place.id, representative_id=person_id, child_id=child, purposes=agreed
    )
    await settle(unit, place.id, child)
    return Joined(Role.REPRESENTATIVE, admitted=True)


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


async def _person(unit: Unit, name: str, language: str, given: str | None) -> int:
    if unit.actor.person_id is not None:
        return unit.actor.person_id
    statement = upserting(unit.session, Person).values(
        telegram_id=unit.actor.telegram_id,
        name=name,
        given=given,
        locale=language,
        created_at=unit.now,
    )
    person_id: int | None = await unit.session.scalar(
        statement.on_conflict_do_update(
            index_elements=["telegram_id"],
            set_={"name": statement.excluded.name, "given": statement.excluded.given},
        ).returning(Person.id)
    )
    if person_id is None:
        raise LookupError("a person was neither created nor found")
    return person_id
