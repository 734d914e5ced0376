"""A programme begins, and takes in who was there before it."""

from datetime import date

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Person, Profile
from mentoring.bank import entering
from mentoring.bank.status import Status
from mentoring.programmes import programmes
from mentoring.roles import Role
from tests.mentoring.seed import Town, acting

YEAR = {"starts_on": date(2026, 9, 1), "ends_on": date(2027, 5, 31)}


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 6, 1), date(2026, 9, 1), date(2027, 5, 31)),
        (date(2026, 9, 1), date(2026, 9, 1), date(2027, 5, 31)),
        (date(2026, 11, 24), date(2026, 11, 24), date(2027, 5, 31)),
        (date(2027, 1, 10), date(2027, 1, 10), date(2027, 5, 31)),
        (date(2027, 5, 31), date(2027, 5, 31), date(2027, 5, 31)),
    ],
)
def test_the_school_year_to_plan_for(today: date, first: date, last: date) -> None:
    assert programmes.school_year(today) == (first, last)


async def begin(database: Database, clock: SettableClock, town: Town, title: str = "Год") -> int:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        return await programmes.create(
            unit, organisation_id=town.school, form="pupil-pupil", title=title, **YEAR
        )


async def test_members_without_a_programme_enter_the_first_one_only(
    database: Database, clock: SettableClock, town: Town
) -> None:
    first = await begin(database, clock, town)
    assert await begin(database, clock, town) == first
    await begin(database, clock, town, "Другая")
    async with database.reading() as session:
        rows = (await session.scalars(select(Profile))).all()
    expected = {
        (person, side)
        for side in (Role.MENTOR, Role.MENTEE)
        for person in town.people["school", side]
    }
    assert {(row.person_id, row.side) for row in rows} == expected
    assert len(rows) == len(expected)
    assert {row.programme_id for row in rows} == {first}
    assert {row.status for row in rows} == {Status.NEW}


async def test_dates_the_wrong_way_round_are_refused(
    database: Database, clock: SettableClock, town: Town
) -> None:
    made = await begin(database, clock, town)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await programmes.change(unit, programme_id=made, ends_on=date(2026, 8, 31))
        assert caught.value.key == "programme-dates-wrong"
        with pytest.raises(NotAllowed):
            await programmes.create(
                unit, organisation_id=town.school, form="nonsense", title="x", **YEAR
            )


async def test_who_joins_under_a_listed_name_takes_that_row_over(
    database: Database, clock: SettableClock, town: Town
) -> None:
    made = await begin(database, clock, town)
    async with database.begin() as session:
        listed = Person(name="Петрова Алёна", locale="ru", created_at=clock.now())
        come = Person(name="алена петрова", telegram_id=77, locale="ru", created_at=clock.now())
        session.add_all([listed, come])
        await session.flush()
        session.add(
            Profile(
                organisation_id=town.school,
                programme_id=made,
                person_id=listed.id,
                side="mentee",
                status=Status.LISTED,
                status_since=clock.now(),
                search=" алена петрова",
                class_name="7А",
                created_at=clock.now(),
            )
        )
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        for _ in range(2):
            await entering.enter(
                unit,
                organisation_id=town.school,
                person_id=come.id,
                side="mentee",
                name="алена петрова",
            )
    async with database.reading() as session:
        profile = (await session.scalars(select(Profile).where(Profile.person_id == come.id))).one()
        wiped = (await session.scalars(select(Person).where(Person.id == listed.id))).one()
    assert (profile.status, profile.class_name) == (Status.NEW, "7А")
    assert (wiped.name, wiped.erased_at) == ("", clock.now())


async def test_nobody_enters_without_a_programme_or_a_side(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        me = {"organisation_id": town.school, "person_id": unit.me, "name": "x"}
        assert await entering.enter(unit, side="mentor", **me) is None
        assert await entering.enter(unit, side="curator", **me) is None
