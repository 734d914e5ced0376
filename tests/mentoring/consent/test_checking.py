"""Who has come to speak for children: the first of a day at once, the others in the morning, and
all of them in one list."""

from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import func, select, update

from core.clock import SettableClock
from core.errors import NotAllowed
from db.engines import Database
from db.models import Outbox, Person
from mentoring import todo
from mentoring.consent import checking, keeping, speaking
from mentoring.people import joining
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.seed import Town, acting

DAY = timedelta(days=1)
NOTICE = select(func.count()).where(Outbox.message == "representative-joined-notice")


async def parent_comes(
    database: Database, clock: SettableClock, town: Town, child: int, name: str = "Мать"
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        token = await keeping.parents_link(unit, organisation_id=town.school, person_id=child)
    phone = Actor(telegram_id=900_000 + 100 * child + ord(name[0]) % 100)
    async with acting(database, phone, clock.now()) as unit:
        await joining.join(unit, token=token, name=name)


@pytest_asyncio.fixture
async def children(database: Database, town: Town) -> list[int]:
    """Two mentees and a mentor of ten."""
    found = [*town.people["school", Role.MENTEE], town.people["school", Role.MENTOR][0]]
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id.in_(found)).values(birth_year=2016))
    return found


async def test_an_evening_of_parents_is_one_message_and_one_line(
    database: Database, clock: SettableClock, town: Town, children: list[int]
) -> None:
    curators = town.people["school", Role.CURATOR]
    for child in children:
        await parent_comes(database, clock, town, child)
    source, day = checking.Came(), clock.now().date()
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        assert await unit.session.scalar(NOTICE) == len(curators)
        assert await source.who(unit, town.school, day, day) == set()
        assert await source.who(unit, town.school, day, day + DAY) == set(curators)
        assert await source.next_day(unit, town.school, day) == day + DAY
        [line] = await source.lines(unit, unit.me, day, day + DAY)
        assert line.args["count"] == len(children)
        # The day after, nothing new has come.
        assert await source.lines(unit, unit.me, day + DAY, day + 2 * DAY) == []
        assert await source.next_day(unit, town.school, day + DAY) is None
    clock.set(clock.now() + DAY)
    await parent_comes(database, clock, town, children[0], "Отец")
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        # The first of another day is told of at once again.
        assert await unit.session.scalar(NOTICE) == 2 * len(curators)


async def test_all_but_a_stranger_are_confirmed_in_one_list(
    database: Database, clock: SettableClock, town: Town, children: list[int]
) -> None:
    place = {"organisation_id": town.school, "kind": "representatives"}
    for child in children:
        await parent_comes(database, clock, town, child)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        seen = await todo.versions(unit, **place)
        assert len(await todo.things(unit, ids=list(seen), **place)) == len(children)
        stranger, first, second = sorted(seen)
        # One of them is confirmed on the card meanwhile.
        await speaking.check(unit, representation_id=first)
        await speaking.check(unit, representation_id=first)
        done = await todo.approve(unit, seen={first: "", second: seen[second]}, **place)
        assert done == todo.Approved(1, [])
        assert await todo.refuse(unit, ids=frozenset({stranger, second}), **place) == 1
        assert await todo.versions(unit, **place) == {}
        assert (await speaking.card(unit, representation_id=stranger)).over
        assert (await speaking.card(unit, representation_id=second)).checked
    async with acting(database, town.actor("stranger_school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await speaking.check(unit, representation_id=second)


async def test_who_was_refused_and_comes_again_is_looked_at_again(
    database: Database, clock: SettableClock, town: Town, children: list[int]
) -> None:
    place = {"organisation_id": town.school, "kind": "representatives"}
    child = children[0]
    await parent_comes(database, clock, town, child)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        seen = await todo.versions(unit, **place)
        await speaking.undo(unit, representation_id=next(iter(seen)))
    clock.set(clock.now() + timedelta(minutes=5))
    await parent_comes(database, clock, town, child)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        # The yes that was meant for before is none for now.
        done = await todo.approve(unit, seen=seen, **place)
        assert (done.count, len(done.changed)) == (0, 1)
        assert set(await todo.versions(unit, **place)) == set(seen)
