"""School holidays: typed as people write them, an organisation's own before those above."""

from datetime import date

import pytest

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from mentoring import holidays
from mentoring.roles import Role
from tests.mentoring.seed import Town, acting

TYPED = """Осенние: 26 октября – 4 ноября
Зимние: с 31.12.2026 по 11.01.2027
27 марта - 4 апреля"""


async def test_lines_are_read_and_found_by_day(
    database: Database, clock: SettableClock, town: Town
) -> None:
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        assert await holidays.add(unit, organisation_id=town.school, text=TYPED) == 3
    async with acting(database, curator, clock.now()) as unit:
        found = (await holidays.of(unit, [town.school, town.neighbour]))[town.school]
        assert [(one.name, one.starts_on, one.ends_on) for one in found.breaks] == [
            ("Осенние", date(2026, 10, 26), date(2026, 11, 4)),
            ("Зимние", date(2026, 12, 31), date(2027, 1, 11)),
            ("", date(2027, 3, 27), date(2027, 4, 4)),
        ]
        assert found.covers(date(2026, 11, 4))
        assert not found.covers(date(2026, 11, 5))
        assert found.after(date(2026, 10, 30)) == date(2026, 11, 5)
        assert found.after(date(2026, 10, 25)) == date(2026, 10, 25)
        assert await holidays.is_school_holiday(unit, town.school, date(2027, 1, 1))
        assert not await holidays.is_school_holiday(unit, town.neighbour, date(2027, 1, 1))


async def test_a_schools_own_hold_before_the_departments_year_by_year(
    database: Database, clock: SettableClock, town: Town
) -> None:
    department, curator = (
        town.actor("department", Role.DEPARTMENT),
        town.actor("school", Role.CURATOR),
    )
    async with acting(database, department, clock.now()) as unit:
        text = "26 октября - 4 ноября\n25.10.2027 - 03.11.2027"
        await holidays.add(unit, organisation_id=town.department, text=text)
    async with acting(database, curator, clock.now()) as unit:
        assert [one.own for one in await holidays.present(unit, organisation_id=town.school)] == [
            False,
            False,
        ]
        await holidays.add(unit, organisation_id=town.school, text="16.11.2026-22.11.2026")
        mine = await holidays.present(unit, organisation_id=town.school)
        assert [(one.starts_on, one.own) for one in mine] == [
            (date(2026, 11, 16), True),
            (date(2027, 10, 25), False),
        ]
        with pytest.raises(NotAllowed):
            await holidays.remove(unit, holiday_id=mine[1].id)
        await holidays.remove(unit, holiday_id=mine[0].id)
        assert len(await holidays.present(unit, organisation_id=town.school)) == 2
        assert await holidays.is_school_holiday(unit, town.neighbour, date(2026, 10, 26))


@pytest.mark.parametrize(
    "text",
    [
        "осенью",
        "26 октября",
        "4 ноября - 26 октября",
        "1 сентября 2026 - 31 мая 2027",
        "26.10 - 31.11",
        "1 ноября - 8 ноября\n5 ноября - 12 ноября",
    ],
)
async def test_what_tells_no_days_is_refused_and_nothing_kept(
    database: Database, clock: SettableClock, town: Town, text: str
) -> None:
    curator = town.actor("school", Role.CURATOR)
    with pytest.raises(Refusal):
        async with acting(database, curator, clock.now()) as unit:
            await holidays.add(unit, organisation_id=town.school, text=text)
    async with acting(database, curator, clock.now()) as unit:
        assert await holidays.present(unit, organisation_id=town.school) == []
