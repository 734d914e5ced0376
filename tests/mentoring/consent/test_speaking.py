"""Whoever opens a child's link is looked at by the curators, who can undo it."""

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from core.tokens import new_token
from db.engines import Database
from db.models import Consent, Erasure, Invite, Joining, Membership, Outbox, Person, Representation
from mentoring.consent import speaking
from mentoring.people import joining
from mentoring.privacy import asking, own_data
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.seed import Town, acting


async def test_a_wrong_representative_is_seen_and_undone(
    database: Database, clock: SettableClock, town: Town
) -> None:
    child, curator = town.people["school", Role.MENTEE][0], town.actor("school", Role.CURATOR)
    stranger = town.actor("stranger_school", Role.MENTOR)
    me = stranger.person_id or 0
    token = new_token()
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == child).values(birth_year=2016))
    async with acting(database, stranger, clock.now()) as unit:
        unit.session.add(
            Invite(
                organisation_id=town.school,
                role=Role.REPRESENTATIVE,
                child_id=child,
                token=token,
                uses_left=2,
                used=0,
                expires_at=clock.now().replace(year=2099),
                created_by=child,
                created_at=clock.now(),
            )
        )
        await unit.session.flush()
        for _again in range(2):
            await joining.join(unit, token=token, name="x")
        unit.session.add(
            Consent(
                organisation_id=town.school,
                person_id=child,
                purpose="programme",
                version=1,
                giver="representative",
                given_by=me,
                channel="button",
                alone=False,
                given_on=unit.today(),
                until=unit.today().replace(year=2027),
                recorded_at=clock.now(),
            )
        )
        assert (await own_data.check(unit, child)).child
        assert (await asking.ask(unit, person_id=child)).decided_by is not None
    async with acting(database, curator, clock.now()) as unit:
        told = select(Outbox).where(Outbox.message == "representative-joined-notice")
        rows = {row.person_id: row for row in await unit.session.scalars(told)}
        assert set(rows) == set(town.people["school", Role.CURATOR])
        number = int(rows[unit.me].buttons[0]["action"].partition(":")[2])
        seen = await speaking.card(unit, representation_id=number)
        assert (seen.name, seen.over) == (stranger.name, False)
        for _again in range(2):
            await speaking.undo(unit, representation_id=number)
        assert (await speaking.card(unit, representation_id=number)).over
    async with acting(database, stranger, clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await own_data.check(unit, child)
        # The link of before opens nothing any more.
        with pytest.raises(Refusal):
            await joining.join(unit, token=token, name="x")
        assert (await unit.session.scalars(select(Consent.withdrawn_at))).one() is not None
        assert (await unit.session.scalars(select(Representation.ended_at))).one() is not None
        # Nor is what they have asked for done when its day comes.
        asked = select(Erasure.cancelled_at).where(Erasure.reason != "expired")
        assert (await unit.session.scalars(asked)).one() is not None
        # Nobody has agreed for the child: the seat waits for a parent, and the child is told.
        left = select(Membership.ended_at).where(Membership.person_id == child)
        assert (await unit.session.scalars(left)).one() is not None
        waits = select(Joining.admitted_at).where(Joining.person_id == child)
        assert (await unit.session.scalars(waits)).all() == [None]
        over = select(Outbox.args).where(
            Outbox.message == "consent-over", Outbox.person_id == child
        )
        assert (await unit.session.scalars(over)).one()["what"] == "parent"
        seats = select(Membership.role).where(
            Membership.person_id == me, Membership.ended_at.is_(None)
        )
        assert (await unit.session.scalars(seats)).all() == [Role.MENTOR]
    async with acting(database, Actor(telegram_id=5), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await speaking.undo(unit, representation_id=number)
