"""Regions above departments, partners beside schools."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Branch, Profile
from mentoring.consent.texts import Purpose
from mentoring.people import joining, organisations, partners, registers
from mentoring.people.identity import stranger
from mentoring.programmes import programmes
from mentoring.roadmaps import board
from mentoring.roles import Role
from mentoring.unit import Actor, Seat
from tests.mentoring.seed import ZONE, Town, acting

ADMIN = Actor(telegram_id=5, is_admin=True)


async def _above(database: Database, place: int) -> set[int]:
    async with database.reading() as session:
        query = select(Branch.ancestor_id).where(Branch.descendant_id == place)
        return set(await session.scalars(query))


async def test_a_region_reaches_what_is_in_it_as_long_as_it_is(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, ADMIN, clock.now()) as unit:
        region = await organisations.found_region(unit, name="Область")
        await organisations.put_below(unit, department_id=town.department, region_id=region)
        for wrong in ((town.school, region), (region, None), (town.department, town.school)):
            with pytest.raises(NotAllowed):
                await organisations.put_below(unit, department_id=wrong[0], region_id=wrong[1])
        names = [one.name for one in await organisations.departments(unit)]
    assert names == ["stranger_department name", "Область", "department name"]
    assert await _above(database, town.school) == {town.school, town.department, region}
    assert await _above(database, town.stranger_school) == {
        town.stranger_school,
        town.stranger_department,
    }
    officer = Actor(9, person_id=1, seats=(Seat(Role.DEPARTMENT, region, "Область", ZONE),))
    async with acting(database, officer, clock.now()) as unit:
        below = await organisations.schools(unit, department_id=region)
        assert [(one.name, one.kind) for one in below] == [("department name", "municipality")]
        found = await registers.curators(unit, department_id=region)
        assert {row.place for row in found.rows} == {"school name", "neighbour name"}
        assert [one.name for one in await board.schools(unit, department_id=region)] == [
            "department name"
        ]
        with pytest.raises(NotAllowed):
            await registers.curators(unit, department_id=town.stranger_department)
    async with acting(database, ADMIN, clock.now()) as unit:
        await organisations.put_below(unit, department_id=town.department, region_id=None)
    async with acting(database, officer, clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await registers.curators(unit, department_id=town.department)
    assert await _above(database, town.school) == {town.school, town.department}


async def test_a_partners_people_become_mentors_of_the_school(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("department", Role.DEPARTMENT), clock.now()) as unit:
        college = await partners.add(
            unit, organisation_id=town.department, kind="college", name="Колледж  связи"
        )
        with pytest.raises(Refusal):
            await partners.add(
                unit, organisation_id=town.department, kind="college", name="Колледж связи"
            )
        with pytest.raises(NotAllowed):
            await partners.add(unit, organisation_id=college, kind="employer", name="x")
        # A partner is no school, and no plan is asked of it.
        assert "Колледж связи" not in [
            one.name for one in await organisations.schools(unit, department_id=town.department)
        ]
        assert "Колледж связи" not in [
            one.name for one in await board.schools(unit, department_id=town.department)
        ]
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        plant = await partners.add(unit, organisation_id=town.school, kind="employer", name="Завод")
        programme = await programmes.create(
            unit,
            organisation_id=town.school,
            form="employer-pupil",
            title="x",
            starts_on=unit.today(),
            ends_on=unit.today() + timedelta(days=200),
        )
        found = await partners.listed(unit, organisation_id=town.school)
        assert [(one.name, one.own) for one in found] == [("Завод", True), ("Колледж связи", False)]
        token = await partners.invite_mentors(unit, organisation_id=town.school, partner_id=college)
        assert token == await partners.invite_mentors(
            unit, organisation_id=town.school, partner_id=college
        )
    async with acting(database, town.actor("neighbour", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await partners.invite_mentors(unit, organisation_id=town.neighbour, partner_id=plant)
    async with acting(database, stranger(77, ()), clock.now()) as unit:
        await joining.join(
            unit,
            token=token,
            name="Ирина Петрова",
            birth_year=1990,
            agreed=(Purpose.PROGRAMME, Purpose.MENTOR),
        )
    async with acting(database, curator, clock.now()) as unit:
        profile = (
            await unit.session.scalars(select(Profile).where(Profile.partner_id == college))
        ).one()
        assert (profile.workplace, profile.source, profile.class_name) == (
            "Колледж связи",
            "enterprise",
            "",
        )
        assert profile.programme_id == programme
        await partners.attach(unit, profile_id=profile.id, partner_id=plant)
        assert profile.workplace == "Завод"
        counts = {
            one.name: one.mentors for one in await partners.for_mentor(unit, profile_id=profile.id)
        }
        assert counts == {"Завод": 1, "Колледж связи": 0}
        await partners.attach(unit, profile_id=profile.id, partner_id=None)
        assert (profile.workplace, profile.partner_id) == ("", None)
        with pytest.raises(NotAllowed):
            await partners.attach(unit, profile_id=profile.id, partner_id=town.neighbour)
