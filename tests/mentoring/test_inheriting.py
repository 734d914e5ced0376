"""What is settled above holds below, through the whole tree; the nearest that has settled it wins.

The region is made after the department, as it is in life: its id tells nothing of its place.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest

from core.clock import SettableClock
from db.engines import Database
from db.queries import planning
from mentoring import holidays
from mentoring.people import organisations
from mentoring.programmes import kinds
from mentoring.roadmaps import policies
from mentoring.roadmaps.rules import DEFAULT, Policy
from mentoring.roles import Role
from mentoring.unit import Actor, Seat, Unit
from tests.mentoring.seed import ZONE, Town, acting

LEVELS = ("region", "department", "school")


class Tree:
    """A region above the department of the town."""

    def __init__(self, database: Database, clock: SettableClock, town: Town, region: int) -> None:
        self.database, self.clock, self.town, self.region = database, clock, town, region

    @asynccontextmanager
    async def at(self, level: str) -> AsyncIterator[tuple[Unit, int]]:
        """Whoever keeps the plan there, with the id of the place."""
        if level == "region":
            someone = self.town.actor("department", Role.DEPARTMENT)
            seat = Seat(Role.DEPARTMENT, self.region, "region", ZONE)
            actor, place = replace(someone, seats=(seat,)), self.region
        else:
            role = Role.CURATOR if level == "school" else Role.DEPARTMENT
            actor, place = self.town.actor(level, role), self.town.place(level)
        async with acting(self.database, actor, self.clock.now()) as unit:
            yield unit, place


@pytest.fixture
async def tree(database: Database, clock: SettableClock, town: Town) -> Tree:
    admin = Actor(telegram_id=1, is_admin=True)
    async with acting(database, admin, clock.now()) as unit:
        region = await organisations.found_region(unit, name="Область")
        await organisations.put_below(unit, department_id=town.department, region_id=region)
    return Tree(database, clock, town, region)


async def test_rules_of_alerts_come_from_the_nearest(tree: Tree) -> None:
    async def of(name: str) -> Policy:
        async with tree.at("school") as (unit, _place):
            return await policies.policy_of(unit, tree.town.place(name))

    assert await of("school") == DEFAULT
    for days, level in enumerate(LEVELS, start=3):
        async with tree.at(level) as (unit, place):
            settled = replace(DEFAULT, notice_days=days, six_day_week=level == "region")
            await policies.settle(unit, organisation_id=place, policy=settled)
        assert await of("school") == settled
        async with tree.at("school") as (unit, place):
            # The week is a rule like the others.
            assert await planning.has_six_days(unit.session, place) is (level == "region")
    assert (await of("neighbour")).notice_days == 4
    assert await of("stranger_school") == DEFAULT


async def test_holidays_come_from_the_nearest_year_by_year(tree: Tree) -> None:
    texts = {
        "region": "26.10.2026 - 03.11.2026\n25.10.2027 - 01.11.2027\n27.03.2029 - 04.04.2029",
        "department": "27.10.2026 - 04.11.2026\n26.10.2027 - 02.11.2027",
        "school": "28.10.2026 - 05.11.2026",
    }
    for level in LEVELS:
        async with tree.at(level) as (unit, place):
            await holidays.add(unit, organisation_id=place, text=texts[level])
    async with tree.at("school") as (unit, place):
        found = await holidays.present(unit, organisation_id=place)
        others = await holidays.of(unit, [tree.town.neighbour, tree.town.stranger_school])
    assert [(one.starts_on, one.own) for one in found] == [
        (date(2026, 10, 28), True),
        (date(2027, 10, 26), False),
        (date(2029, 3, 27), False),
    ]
    assert [one.starts_on for one in others[tree.town.neighbour].breaks] == [
        date(2026, 10, 27),
        date(2027, 10, 26),
        date(2029, 3, 27),
    ]
    assert others[tree.town.stranger_school].breaks == ()


async def test_a_form_of_mentoring_is_called_as_the_nearest_calls_it(tree: Tree) -> None:
    for level in LEVELS:
        async with tree.at(level) as (unit, place):
            await kinds.change(unit, organisation_id=place, key="teacher-teacher", title=level)
        async with tree.at("school") as (unit, place):
            assert (await kinds.all_of(unit, place))["teacher-teacher"].title == level
