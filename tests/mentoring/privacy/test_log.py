"""The log of what was done with personal data: who reads it, and whose names they see."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed
from db.engines import Database
from db.models import Audit, Person, Profile
from mentoring.audit import Topic
from mentoring.bank import cards, editing, exporting, filling
from mentoring.files import MAKERS
from mentoring.privacy import log
from mentoring.roles import Role
from tests.mentoring.programmes.test_programmes import begin
from tests.mentoring.seed import Town, acting


async def entered(database: Database, clock: SettableClock, town: Town) -> int:
    """A pupil of thirteen in the school's bank: the profile."""
    await begin(database, clock, town)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        pupil = town.people["school", Role.MENTEE][0]
        person = await unit.session.get_one(Person, pupil)
        person.name, person.given, person.birth_year = "Ёлкина Яна", "Яна", 2013
        await filling.fill(
            unit, organisation_id=town.school, person_id=pupil, side="mentee", answers={"grade": 6}
        )
        found = await unit.session.scalars(select(Profile.id).where(Profile.person_id == pupil))
        return found.one()


async def test_reading_and_changing_are_noted(
    database: Database, clock: SettableClock, town: Town
) -> None:
    profile = await entered(database, clock, town)
    curator = town.actor("school", Role.CURATOR)
    for _ in range(2):
        async with acting(database, curator, clock.now()) as unit:
            await cards.card(unit, profile_id=profile)
    clock.advance(timedelta(days=1))
    async with acting(database, curator, clock.now()) as unit:
        await cards.card(unit, profile_id=profile)
        await editing.change(unit, profile_id=profile, key="class_teacher", value="Ольга Петровна")
        await exporting.request_export(unit, organisation_id=town.school)
    async with acting(database, curator, clock.now()) as unit:
        place = {"organisation_id": town.school, "days": 30, "limit": 10}
        whole = await log.page(unit, **place)
        assert [one.what for one in whole.entries] == [
            "bank-exported",
            "profile-changed",
            "card-read",
            "card-read",
        ]
        assert whole.total == 4
        assert {one.subject for one in whole.entries} == {"", "Яна Ё."}
        assert {one.actor for one in whole.entries} == {curator.name}
        assert (await log.page(unit, **place, topic=Topic.EXPORT)).total == 1
        assert (await log.page(unit, **place, topic=Topic.READ, words="ёлк")).total == 2
        assert (await log.page(unit, **place, words="нет такой")).total == 0
        page = await log.page(unit, **place | {"limit": 1}, offset=1)
        assert [one.what for one in page.entries] == ["profile-changed"]
    clock.advance(timedelta(days=31))
    async with acting(database, curator, clock.now()) as unit:
        assert (await log.page(unit, **place)).total == 0


async def test_a_department_sees_numbers_of_minors_and_its_own_branch_only(
    database: Database, clock: SettableClock, town: Town
) -> None:
    profile = await entered(database, clock, town)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await cards.card(unit, profile_id=profile)
    department = town.actor("department", Role.DEPARTMENT)
    async with acting(database, department, clock.now()) as unit:
        (one,) = (await log.page(unit, organisation_id=town.department, days=7, limit=10)).entries
        assert (one.subject, one.number) == ("", town.people["school", Role.MENTEE][0])
        await log.send(unit, organisation_id=town.department, days=7)
        made = await MAKERS["privacy-log"](
            unit, unit.me, {"organisation": town.department, "days": 7}
        )
    assert made is not None
    (sheet,) = load_workbook(io.BytesIO(made.data))
    rows = list(sheet.values)
    assert len(rows) == 3
    assert "Ёлкин" not in str(rows)
    assert rows[2][3:] == ("открыта карточка в банке", f"участник № {one.number}")
    for place, role in (("neighbour", Role.CURATOR), ("stranger_department", Role.DEPARTMENT)):
        async with acting(database, town.actor(place, role), clock.now()) as unit:
            with pytest.raises(NotAllowed):
                await log.page(unit, organisation_id=town.school, days=7, limit=10)
    async with database.reading() as session:
        assert "log-exported" in (await session.scalars(select(Audit.what))).all()
