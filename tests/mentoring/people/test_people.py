"""Organisations, links, seats."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Branch, Invite, Membership, Outbox, Person, Roster
from mentoring.bank import roster
from mentoring.bank.roster_reading import Entry, as_rows
from mentoring.consent.texts import Purpose
from mentoring.people import invites, joining, organisations, participants
from mentoring.people.identity import stranger
from mentoring.programmes import programmes
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.seed import Town, acting

ADMIN = Actor(telegram_id=5, is_admin=True)
OF_AGE: dict[str, Any] = {"birth_year": 1990, "agreed": (Purpose.PROGRAMME, Purpose.MENTOR)}


async def _link(database: Database, clock: SettableClock, town: Town, role: Role) -> str:
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        return await invites.invite_participants(unit, organisation_id=town.school, role=role)


async def test_an_administrator_founds_a_department_that_reaches_its_schools(
    database: Database, clock: SettableClock
) -> None:
    async with acting(database, ADMIN, clock.now()) as unit:
        department = await organisations.found_department(unit, name="Управление")
        token = await invites.invite_staff(unit, organisation_id=department, role=Role.DEPARTMENT)
    async with acting(database, stranger(77, ()), clock.now()) as unit:
        joined = await joining.join(unit, token=token, name="Ирина", language="en")
    assert joined == joining.Joined(Role.DEPARTMENT, admitted=True)
    async with database.reading() as session:
        pairs = set((await session.execute(select(Branch.ancestor_id, Branch.descendant_id))).all())
        assert (await session.scalars(select(Person.locale))).all() == ["en"]
    assert pairs == {(department, department)}


async def test_two_schools_of_one_name_are_refused(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("department", Role.DEPARTMENT), clock.now()) as unit:
        created = await organisations.connect_school(
            unit, department_id=town.department, name="Школа № 5"
        )
        with pytest.raises(Refusal) as caught:
            await organisations.connect_school(
                unit, department_id=town.department, name="Школа № 5"
            )
        assert caught.value.key == "school-exists"
        places = await organisations.schools(unit, department_id=town.department)
        reached = select(Branch.ancestor_id).where(Branch.descendant_id == created)
        assert set(await unit.session.scalars(reached)) == {town.department, created}
    assert {place.name for place in places} >= {"Школа № 5", "school name"}
    assert {place.members for place in places if place.name == "school name"} == {14}


async def test_a_link_is_given_again_until_it_runs_out(
    database: Database, clock: SettableClock, town: Town
) -> None:
    first = await _link(database, clock, town, Role.MENTOR)
    assert await _link(database, clock, town, Role.MENTOR) == first
    clock.advance(timedelta(days=89, hours=12))
    assert await _link(database, clock, town, Role.MENTOR) != first


async def test_joining_twice_is_joining_once_and_the_curator_is_told(
    database: Database, clock: SettableClock, town: Town
) -> None:
    token = await _link(database, clock, town, Role.MENTOR)
    for _ in range(2):
        async with acting(database, stranger(900, ()), clock.now()) as unit:
            await joining.join(unit, token=token, name="Анна", **OF_AGE)
    async with database.reading() as session:
        person = (await session.scalars(select(Person).where(Person.telegram_id == 900))).one()
        seats = select(func.count()).where(Membership.person_id == person.id)
        assert await session.scalar(seats) == 1
        assert (await session.scalars(select(Invite.used).where(Invite.token == token))).one() == 1
        told = (await session.scalars(select(Outbox))).one()
    assert told.person_id == town.people["school", Role.CURATOR][0]
    assert told.args["name"] == "Анна"


async def test_a_seat_given_up_is_taken_again(
    database: Database, clock: SettableClock, town: Town
) -> None:
    token = await _link(database, clock, town, Role.MENTOR)
    mentor = town.actor("school", Role.MENTOR)
    async with database.begin() as session:
        await session.execute(update(Membership).values(ended_at=clock.now()))
    async with acting(database, mentor, clock.now()) as unit:
        await joining.join(unit, token=token, name="кто-то", **OF_AGE)
    async with database.reading() as session:
        open_seats = select(Membership.person_id).where(Membership.ended_at.is_(None))
        assert (await session.scalars(open_seats)).all() == [mentor.person_id]


@pytest.mark.parametrize("spoil", ["revoked", "expired", "used up"])
async def test_a_link_that_is_over_says_so(
    database: Database, clock: SettableClock, town: Town, spoil: str
) -> None:
    token = await _link(database, clock, town, Role.MENTEE)
    values: dict[str, dict[str, object]] = {
        "revoked": {"revoked_at": clock.now()},
        "expired": {"expires_at": clock.now()},
        "used up": {"uses_left": 0},
    }
    async with database.begin() as session:
        await session.execute(update(Invite).values(**values[spoil]))
    async with acting(database, stranger(900, ()), clock.now()) as unit:
        for attempt in (
            joining.read_invitation(unit, token=token),
            joining.join(unit, token=token, name="Анна"),
        ):
            with pytest.raises(Refusal) as caught:
                await attempt
            assert caught.value.key == f"invite-{spoil.split(maxsplit=1)[0]}"
            assert caught.value.arguments["whom"] == "school curator 0, school name"


async def test_an_unknown_link_says_so(database: Database, clock: SettableClock) -> None:
    async with acting(database, stranger(900, ()), clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await joining.read_invitation(unit, token="' OR 1=1 --")
    assert caught.value.key == "invite-unknown"


async def test_nobody_invites_above_their_own_level(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await invites.invite_participants(
                unit, organisation_id=town.school, role=Role.DEPARTMENT
            )
        with pytest.raises(NotAllowed):
            await invites.invite_staff(unit, organisation_id=town.school, role=Role.CURATOR)
    async with acting(database, town.actor("department", Role.DEPARTMENT), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await invites.invite_staff(unit, organisation_id=town.school, role=Role.MENTOR)


async def test_a_curator_sees_only_the_people_of_the_own_school(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        mine = await participants.listed(unit, organisation_id=town.school, role=Role.MENTOR)
        assert [person.id for person in mine] == town.people["school", Role.MENTOR]
        with pytest.raises(NotAllowed):
            await participants.listed(unit, organisation_id=town.neighbour, role=Role.MENTOR)


async def test_a_class_has_a_link_with_a_counter(
    database: Database, clock: SettableClock, town: Town
) -> None:
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        programme_id = await programmes.create(
            unit,
            organisation_id=town.school,
            form="pupil-pupil",
            title="Год",
            starts_on=clock.now().date(),
            ends_on=clock.now().date() + timedelta(days=200),
        )
        entries = [
            Entry(1, "Петрова Анна", "Анна", "7А"),
            Entry(2, "Иванов Иван", "Иван", "7 а"),
            Entry(3, "Ли Вэй", "Вэй", "10-Б"),
        ]
        draft = Roster(
            organisation_id=town.school,
            programme_id=programme_id,
            side="mentee",
            name="",
            status="read",
            data={"new": as_rows(entries), "same": [], "alike": []},
            created_by=unit.me,
            created_at=clock.now(),
        )
        unit.session.add(draft)
        await unit.session.flush()
        await roster.store(unit, draft, frozenset())
        found = await invites.classes(unit, organisation_id=town.school)
        assert [(one.name[:1], one.people, one.arrived) for one in found] == [
            ("7", 2, 0),
            ("1", 1, 0),
        ]
        link_id = await invites.create(
            unit, organisation_id=town.school, role=Role.MENTEE, label="7-А"
        )
        link = await invites.card(unit, invite_id=link_id)
        assert (link.people, link.arrived) == (2, 0)
    async with acting(database, stranger(77, ()), clock.now()) as unit:
        await joining.join(unit, token=link.token, name="Анна Петрова", **OF_AGE)
    async with acting(database, curator, clock.now()) as unit:
        link = await invites.card(unit, invite_id=link_id)
        assert (link.used, link.people, link.arrived) == (1, 2, 1)
        given = select(Person.given).where(Person.telegram_id == 77)
        # The list has told which word of the name is the given one.
        assert await unit.session.scalar(given) == "Анна"
