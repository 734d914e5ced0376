"""Programmes kept without names, shared upward, begun from elsewhere; tasks of meetings."""

from datetime import date

import pytest
from sqlalchemy import update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Person
from mentoring.meetings import meetings
from mentoring.pairs import life, pairs
from mentoring.plans import banking, reading, working
from mentoring.plans.banking import nameless
from mentoring.plans.rules import ItemStatus, Kind, Status
from mentoring.roles import Role
from tests.mentoring.plans.house import House
from tests.mentoring.seed import Town


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мише Орлову читать вслух", "[имя] читать вслух"),
        ("Урок у Анны Сергеевны", "Урок у [имя]"),
        ("Сходить с Петей в музей", "Сходить с [имя] в музей"),
        ("Читать с верой в себя", "Читать с верой в себя"),
        ("План урока 5", "План урока 5"),
    ],
)
def test_names_are_taken_out(text: str, expected: str) -> None:
    known = ["Орлов Михаил Игоревич", "Лебедева Анна Сергеевна"]
    assert nameless(text, known, "[имя]") == expected


async def test_a_programme_is_kept_shared_and_begun_from_elsewhere(
    house: House, database: Database, clock: SettableClock, town: Town
) -> None:
    async with house.database.begin() as session:
        mentee = town.people["school", Role.MENTEE][0]
        await session.execute(
            update(Person).where(Person.id == mentee).values(name="Орлов Михаил Игоревич")
        )
    await house.approved()
    item = await house.item()
    async with house.role(Role.MENTOR) as unit:
        await working.change(unit, item_id=item.id, title="Мише посетить урок")
        await working.finish(unit, item_id=item.id, actual="Миша молодец", mark=10)
    async with house.role(Role.CURATOR) as unit:
        kept = await banking.keep(unit, pair_id=house.pair, title="Первый год Миши")
    async with house.role(Role.DEPARTMENT, 0, "department") as unit:
        assert await banking.listed(unit, organisation_id=town.department) == []
        with pytest.raises(NotAllowed):
            await banking.card(unit, template_id=kept)
    async with house.role(Role.COUNCIL) as unit:
        await banking.share(unit, template_id=kept, shared=True)
    async with house.role(Role.DEPARTMENT, 0, "department") as unit:
        (found,) = await banking.listed(unit, organisation_id=town.department)
        assert "Миш" not in repr(await banking.card(unit, template_id=kept))
        assert "молодец" not in repr(found)
        with pytest.raises(NotAllowed):
            await banking.share(unit, template_id=kept, shared=False)
    assert found.title == "Первый год [имя]"
    assert "[имя] посетить урок" in [line.title for line in found.lines]
    # The school beside begins from it; a school of another department does not see it.
    for place, seen in (("neighbour", 1), ("stranger_school", 0)):
        other = House(database, clock, town)
        other.pair = await _pair_in(other, place)
        async with other.role(Role.MENTOR, 0, place) as unit:
            offers = [one for one in await working.offers(unit, pair_id=other.pair) if one.title]
            assert len(offers) == seen
            if not seen:
                with pytest.raises(NotAllowed):
                    await working.begin(unit, pair_id=other.pair, template=f"own:{kept}")
                continue
            await working.begin(unit, pair_id=other.pair, template=offers[0].key)
            plan = await reading.mine(unit, pair_id=other.pair)
            assert len(plan.items) == len(found.lines)
            assert {one.status for one in plan.items} == {ItemStatus.OPEN}


async def _pair_in(house: House, place: str) -> int:
    async with house.role(Role.CURATOR, 0, place) as unit:
        return await pairs.create(
            unit,
            organisation_id=house.town.place(place),
            mentor_id=house.town.people[place, Role.MENTOR][0],
            mentee_id=house.town.people[place, Role.MENTEE][0],
        )


async def test_an_empty_programme_is_not_kept(house: House) -> None:
    async with house.role(Role.CURATOR) as unit:
        with pytest.raises(Refusal, match="plan-empty"):
            await banking.keep(unit, pair_id=house.pair, title="Пусто")


async def test_tasks_of_a_meeting_land_in_the_programme(house: House) -> None:
    await house.approved()
    said = "Прочитать главу 2 до 12.09; позвонить друг другу"
    async with house.role(Role.MENTOR) as unit:
        made = await meetings.record(
            unit, pair_id=house.pair, held_on=unit.today(), minutes=45, kind="working", agreed=said
        )
    assert made.tasks == 1
    plan = await house.read(Role.MENTEE)
    (task,) = [item for item in plan.items if item.kind == Kind.TASK]
    assert (task.title, task.due_on) == ("Прочитать главу 2", date(2026, 9, 12))
    # What two people agree upon week by week needs no approval.
    assert (plan.status, plan.changed) == (Status.APPROVED, False)
    async with house.role(Role.CURATOR) as unit:
        await life.pause(unit, pair_id=house.pair, until=date(2026, 9, 20))
    async with house.role(Role.MENTEE) as unit:
        made = await meetings.record(
            unit, pair_id=house.pair, held_on=unit.today(), minutes=45, kind="trial", agreed=said
        )
    assert made.tasks == 0
