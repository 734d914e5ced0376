"""A list on its way into the bank: nothing before the yes, nobody twice, forgotten in time."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from core.clock import SettableClock
from core.errors import Refusal
from db.engines import Database
from db.models import Person, Profile, Roster
from mentoring.bank import entering, roster, sweeping
from mentoring.bank.status import Side, Status
from mentoring.roles import Role
from tests.mentoring.counting import counted
from tests.mentoring.programmes.test_programmes import begin
from tests.mentoring.seed import Town, acting

LETTERS = "абвгдежзик"


def people(count: int) -> str:
    """A pasted table of so many different people."""
    triples = [
        "".join(LETTERS[n // place % 10] * 3 for place in (100, 10, 1)).title()
        for n in range(count)
    ]
    return "\n".join(
        f"{one} Имя\t{n % 11 + 1}{chr(0x410 + n // 11)}" for n, one in enumerate(triples)
    )


async def load(
    database: Database, clock: SettableClock, town: Town, programme: int, text: str
) -> roster.Preview:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        made = await roster.read_text(unit, programme_id=programme, side=Side.MENTEE, text=text)
        return await roster.preview(unit, roster_id=made)


async def save(
    database: Database, clock: SettableClock, town: Town, found: roster.Preview, *others: int
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await roster.save(unit, roster_id=found.id, others=frozenset(others))


async def listed(database: Database) -> list[tuple[str, str]]:
    async with database.reading() as session:
        rows = await session.execute(
            select(Person.name, Profile.class_name)
            .join(Profile, Profile.person_id == Person.id)
            .where(Profile.status == Status.LISTED)
            .order_by(Person.name)
        )
        return [tuple(row) for row in rows]  # type: ignore[misc]


async def test_nothing_is_saved_before_the_yes_and_a_second_list_changes_classes(
    database: Database, clock: SettableClock, town: Town
) -> None:
    programme = await begin(database, clock, town)
    text = "ФИО\tКласс\tТелефон\nПетрова Анна\t7А\t+7 900 123-45-67\nИванов Пётр\t8Б\t\n12345\t7А\t"
    found = await load(database, clock, town, programme, text)
    assert [one.name for one in found.new] == ["Анна П.", "Пётр И."]
    assert found.errors == [(4, "signs", "12345")]
    assert await listed(database) == []
    await save(database, clock, town, found)
    with pytest.raises(Refusal):
        await save(database, clock, town, found)
    again = await load(
        database, clock, town, programme, "Анна Петрова\t8А\nИванов Петр\t8Б\nИваноф Пётр\t8Б"
    )
    assert (len(again.new), again.updated, len(again.alike)) == (1, 2, 0)
    await save(database, clock, town, again)
    assert await listed(database) == [
        ("Иванов Пётр", "8Б"),
        ("Иваноф Пётр", "8Б"),
        ("Петрова Анна", "8А"),
    ]
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        assert (
            len(await roster.by_phone(unit, organisation_id=town.school, phone="89001234567")) == 1
        )
        assert await roster.by_phone(unit, organisation_id=town.school, phone="123") == []
        kept = (await unit.session.scalars(select(Roster.data))).all()
    assert kept == [{}, {}]


async def test_who_only_looks_like_somebody_known_is_saved_when_the_curator_says_so(
    database: Database, clock: SettableClock, town: Town
) -> None:
    programme = await begin(database, clock, town)
    await save(
        database, clock, town, await load(database, clock, town, programme, "Сидорова Мария\t5А")
    )
    text = "Сидорова Марья\t5А\nСидоровва Мария\t5А"
    found = await load(database, clock, town, programme, text)
    assert [one.entry.row for one in found.alike] == [1, 2]
    await save(database, clock, town, found, 1)
    assert [name for name, _ in await listed(database)] == ["Сидорова Мария", "Сидорова Марья"]


async def test_two_hundred_people_take_as_many_statements_as_thirty(
    database: Database, clock: SettableClock, town: Town
) -> None:
    programme = await begin(database, clock, town)
    counts = []
    for size in (30, 200):
        found = await load(database, clock, town, programme, people(size))
        with counted(database) as made:
            await save(database, clock, town, found)
        counts.append(len(made))
    assert len(await listed(database)) == 200
    assert counts[1] <= counts[0] + 4


async def test_the_listed_are_forgotten_after_a_month_unless_they_have_come(
    database: Database, clock: SettableClock, town: Town
) -> None:
    programme = await begin(database, clock, town)
    text = "Петрова Анна\t7А\nИванов Пётр\t8Б"
    await save(database, clock, town, await load(database, clock, town, programme, text))
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        come = await entering.enter(
            unit,
            organisation_id=town.school,
            person_id=town.people["neighbour", Role.MENTEE][0],
            side="mentee",
            name="Петрова Анна",
            programme_id=programme,
        )
    for days, left in ((29, ["Иванов Пётр"]), (2, [])):
        clock.advance(timedelta(days=days))
        async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
            await sweeping.forget_listed(unit, town.school)
            await sweeping.forget_drafts(unit, town.school)
        assert [name for name, _ in await listed(database)] == left
    async with database.reading() as session:
        names = set(await session.scalars(select(Person.name)))
        assert await session.scalar(select(func.count(Profile.id)).where(Profile.id == come)) == 1
    assert not {"Петрова Анна", "Иванов Пётр"} & names
