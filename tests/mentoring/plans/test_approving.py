"""Programmes are approved, also as changed; their history is kept."""

from datetime import date, timedelta
from typing import Any

import pytest

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from mentoring import todo
from mentoring.plans import approving, counting, reading, working
from mentoring.plans.rules import Kind, Status
from mentoring.programmes import board, programmes
from mentoring.roles import Role
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.plans.house import House
from tests.mentoring.seed import Town

LATER = date(2026, 10, 15)


async def test_a_change_of_an_approved_programme_is_kept_and_waits(house: House) -> None:
    await house.begun()
    item = await house.item()
    async with house.role(Role.MENTOR) as unit:
        await working.change(unit, item_id=item.id, title="Пока черновик")
        await working.send(unit, pair_id=house.pair)
    async with house.role(Role.CURATOR) as unit:
        await house.approve(unit)
        assert await todo.waiting(unit, organisation_id=house.town.school) == []
    async with house.role(Role.MENTOR) as unit:
        await working.change(unit, item_id=item.id, title="Разобрать урок", due_on=LATER)
        await working.change(unit, item_id=item.id, title="Разобрать урок")
    plan = await house.read()
    assert (plan.status, plan.changed) == (Status.APPROVED, True)
    async with house.role(Role.CURATOR) as unit:
        assert await todo.waiting(unit, organisation_id=house.town.school) == [
            todo.Waiting("plans", 1)
        ]
        history = await reading.history(unit, pair_id=house.pair)
        await house.approve(unit)
        assert await todo.waiting(unit, organisation_id=house.town.school) == []
    assert [(line.what, line.was, line.became) for line in history] == [
        ("due", item.due_on, LATER),
        ("title", "Пока черновик", "Разобрать урок"),
        ("approved", "", ""),
        ("sent", "", ""),
    ]
    assert history[0].who == "school mentor 0"


async def test_lists_are_approved_but_for_some_which_are_given_back(
    house: House, database: Database, clock: SettableClock, town: Town
) -> None:
    other = House(database, clock, town)
    other.pair = await make(database, clock, town, 1, 1)
    await house.begun()
    async with house.role(Role.MENTOR) as unit:
        await working.send(unit, pair_id=house.pair)
    async with other.role(Role.MENTOR, 1) as unit:
        offers = await working.offers(unit, pair_id=other.pair)
        await working.begin(unit, pair_id=other.pair, template=offers[0].key)
        await working.send(unit, pair_id=other.pair)
    async with house.role(Role.COUNCIL) as unit:
        seen = await todo.versions(unit, organisation_id=town.school, kind="plans")
        found = await todo.things(unit, organisation_id=town.school, kind="plans", ids=seen)
        assert [thing.args["mentors"] for thing in found] == ["school mentor 0", "school mentor 1"]
        left = frozenset({found[1].id})
        del seen[found[1].id]
        done = await todo.approve(unit, organisation_id=town.school, kind="plans", seen=seen)
        assert done == todo.Approved(1, [])
        assert await todo.refuse(unit, organisation_id=town.school, kind="plans", ids=left) == 1
        # What is a curator's to decide is no business of the council.
        assert await todo.waiting(unit, organisation_id=town.school) == []
        with pytest.raises(NotAllowed):
            await todo.things(unit, organisation_id=town.school, kind="people", ids=[])
    assert (await house.read()).status == Status.APPROVED
    async with house.role(Role.CURATOR) as unit:
        rows = await approving.listed(unit, organisation_id=town.school)
        assert [(row.pair_id, row.status) for row in rows] == [
            (house.pair, Status.APPROVED),
            (other.pair, Status.DRAFT),
        ]


async def test_what_changed_since_the_list_was_seen_is_named_and_stays(
    house: House, database: Database, clock: SettableClock, town: Town
) -> None:
    earlier, later = House(database, clock, town), House(database, clock, town)
    earlier.pair = await make(database, clock, town, 1, 1)
    later.pair = await make(database, clock, town, 1, 0)
    for one, number in ((house, 0), (earlier, 1), (later, 1)):
        await one.begun(number=number)
    for one, number in ((house, 0), (later, 1)):
        async with one.role(Role.MENTOR, number) as unit:
            await working.send(unit, pair_id=one.pair)
    place: dict[str, Any] = {"organisation_id": town.school, "kind": "plans"}
    async with house.role(Role.CURATOR) as unit:
        seen = await todo.versions(unit, **place)
    item = await house.item()
    async with house.role(Role.MENTOR) as unit:
        # What is done is no change of what is approved.
        await working.finish(unit, item_id=(await house.item(Kind.GOAL)).id)
    async with later.role(Role.MENTOR, 1) as unit:
        await working.propose(unit, pair_id=later.pair, kind=Kind.GOAL, title="Ещё одна цель")
    async with earlier.role(Role.MENTOR, 1) as unit:
        # Its id lies between the ids of those that were seen.
        await working.send(unit, pair_id=earlier.pair)
    async with house.role(Role.CURATOR) as unit:
        done = await todo.approve(unit, seen=seen, **place)
        assert (done.count, [one.args["mentors"] for one in done.changed]) == (
            1,
            ["school mentor 1"],
        )
        assert len(await todo.versions(unit, **place)) == 2
    assert (await house.read()).status == Status.APPROVED
    # A change of one in force is told from the change that was read, too.
    async with house.role(Role.MENTOR) as unit:
        await working.change(unit, item_id=item.id, title="Урок")
    async with house.role(Role.CURATOR) as unit:
        read = await reading.of_pair(unit, pair_id=house.pair)
    async with house.role(Role.MENTOR) as unit:
        await working.change(unit, item_id=item.id, title="Открытый урок")
    async with house.role(Role.CURATOR) as unit:
        with pytest.raises(Refusal, match="plan-changed-meanwhile"):
            await approving.approve(unit, pair_id=house.pair, version=read.version)
        await house.approve(unit)


async def test_given_back_with_a_remark_it_is_sent_again(house: House) -> None:
    await house.begun()
    async with house.role(Role.MENTOR) as unit:
        await working.send(unit, pair_id=house.pair)
    async with house.role(Role.CURATOR) as unit:
        await approving.give_back(unit, pair_id=house.pair, remark="Мало времени на уроки")
    plan = await house.read()
    assert (plan.status, plan.remark) == (Status.DRAFT, "Мало времени на уроки")
    async with house.role(Role.MENTOR) as unit:
        await working.send(unit, pair_id=house.pair)
    assert (await house.read()).remark == ""


async def test_the_board_counts_pairs_without_a_programme(
    database: Database, clock: SettableClock, town: Town
) -> None:
    house = House(database, clock, town)
    async with house.role(Role.CURATOR) as unit:
        season = await programmes.create(
            unit,
            organisation_id=town.school,
            form="teacher-teacher",
            title="Педагоги",
            starts_on=date(2026, 9, 1),
            ends_on=date(2026, 10, 30),
        )
    house.pair = await make(database, clock, town)
    names = ["school mentor 0 \u2013 school mentee 0"]
    async with house.role(Role.CURATOR) as unit:
        assert await board.behind(unit, programme_id=season, check="no-plan") == names
    await house.begun()
    plan = await house.read()
    # The season is shorter than the template: the terms move together, and a sentence says so.
    assert max(item.due_on for item in plan.items if item.due_on) <= date(2026, 10, 30)
    assert plan.term == "short"
    async with house.role(Role.MENTOR) as unit:
        await working.send(unit, pair_id=house.pair)
    async with house.role(Role.CURATOR) as unit:
        assert await board.behind(unit, programme_id=season, check="no-plan") == []


async def test_a_department_sees_how_programmes_stand_in_numbers(
    house: House, database: Database, clock: SettableClock, town: Town
) -> None:
    other = House(database, clock, town)
    other.pair = await make(database, clock, town, 1, 1)
    await house.approved()
    item = await house.item()
    await other.begun(number=1)
    clock.set(clock.now() + timedelta(days=150))
    async with house.role(Role.MENTOR) as unit:
        await working.change(unit, item_id=item.id, title="Разобрать урок")
    async with house.role(Role.DEPARTMENT, place="department") as unit:
        found = await counting.by_school(unit, organisation_id=town.department)
    assert [(one.id, one.pairs, one.approved, one.without) for one in found] == [
        (town.school, 2, 1, 1),
        (town.neighbour, 0, 0, 0),
    ]
    assert (found[0].waiting, found[0].drafts, found[0].late) == (1, 1, 2)
