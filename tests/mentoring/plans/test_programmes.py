"""A pair's personal programme: who may do what in it."""

from datetime import date, timedelta

import pytest

from core.errors import NotAllowed, Refusal
from mentoring.pairs import life
from mentoring.plans import reading, working
from mentoring.plans.rules import ItemStatus, Kind, Status
from mentoring.roles import Role
from tests.mentoring.plans.house import House

LATER = date(2026, 10, 15)


async def test_from_a_template_to_an_approved_programme(house: House) -> None:
    assert (await house.read()).status is None
    await house.begun()
    plan = await house.read(Role.MENTEE)
    assert (plan.status, plan.side) == (Status.DRAFT, Role.MENTEE)
    assert {item.kind for item in plan.items} == {Kind.GOAL, Kind.DIFFICULTY, Kind.GROWTH}
    with pytest.raises(Refusal, match="plan-begun"):
        await house.begun("deep")
    async with house.role(Role.MENTEE) as unit:
        with pytest.raises(NotAllowed):
            await working.send(unit, pair_id=house.pair)
    async with house.role(Role.MENTOR) as unit:
        await working.send(unit, pair_id=house.pair)
        with pytest.raises(Refusal, match="plan-sent-already"):
            await working.send(unit, pair_id=house.pair)
    async with house.role(Role.COUNCIL) as unit:
        await house.approve(unit)
        with pytest.raises(Refusal, match="plan-waits-no-more"):
            await house.approve(unit)
    plan = await house.read()
    assert (plan.status, plan.approved_on) == (Status.APPROVED, house.clock.now().date())


async def test_a_programme_without_a_goal_or_an_activity_is_not_sent(house: House) -> None:
    async with house.role(Role.MENTOR) as unit:
        for kind in (None, Kind.GOAL):
            if kind:
                await working.propose(unit, pair_id=house.pair, kind=kind, title="Уроки по плану")
            with pytest.raises(Refusal, match="plan-empty"):
                await working.send(unit, pair_id=house.pair)
        await working.propose(
            unit, pair_id=house.pair, kind=Kind.GROWTH, title="Открытый урок", due_on=LATER
        )
        await working.send(unit, pair_id=house.pair)


async def test_a_mentee_proposes_and_a_mentor_takes(house: House) -> None:
    async with house.role(Role.MENTEE) as unit:
        first, second, third = [
            await working.propose(unit, pair_id=house.pair, kind=Kind.GOAL, title=title)
            for title in ("Читать быстрее", "Не опаздывать", "Сдать зачёт")
        ]
        await working.change(unit, item_id=first, title="Читать вдумчиво")
        with pytest.raises(NotAllowed):
            await working.decide(unit, item_id=first, take=True)
        await working.drop(unit, item_id=third)
    async with house.role(Role.MENTOR) as unit:
        await working.decide(unit, item_id=first, take=True)
        await working.decide(unit, item_id=second, take=False)
        with pytest.raises(Refusal, match="plan-item-moved"):
            await working.decide(unit, item_id=first, take=True)
        with pytest.raises(Refusal, match="plan-item-gone"):
            await working.decide(unit, item_id=second, take=True)
    async with house.role(Role.MENTEE) as unit:
        with pytest.raises(NotAllowed):
            await working.change(unit, item_id=first, title="Иначе")
    plan = await house.read()
    assert [(item.title, item.status) for item in plan.items] == [
        ("Читать вдумчиво", ItemStatus.OPEN)
    ]


async def test_both_tick_what_is_done(house: House) -> None:
    await house.begun()
    item = await house.item()
    async with house.role(Role.MENTEE) as unit:
        with pytest.raises(NotAllowed):
            await working.finish(unit, item_id=item.id, actual="-")
        await working.tell_done(unit, item_id=item.id, done=True)
    assert (await house.item()).told
    async with house.role(Role.MENTOR) as unit:
        with pytest.raises(NotAllowed):
            await working.tell_done(unit, item_id=item.id, done=True)
        with pytest.raises(NotAllowed):
            await working.finish(unit, item_id=item.id, mark=11)
        await working.finish(unit, item_id=item.id, actual="Список есть", mark=8)
        await working.finish(unit, item_id=item.id, mark=9)
        with pytest.raises(Refusal, match="plan-item-moved"):
            await working.change(unit, item_id=item.id, title="Другое")
    done = await house.item()
    assert (done.status, done.actual, done.mark) == (ItemStatus.DONE, "Список есть", 9)
    async with house.role(Role.MENTEE) as unit:
        with pytest.raises(Refusal, match="plan-item-moved"):
            await working.tell_done(unit, item_id=item.id, done=False)
    async with house.role(Role.MENTOR) as unit:
        await working.reopen(unit, item_id=item.id)
    assert (await house.item()).status == ItemStatus.OPEN


async def test_what_is_late_is_seen_until_somebody_says_it_is_done(house: House) -> None:
    await house.begun()
    item = await house.item()
    assert item.due_on is not None
    assert not item.late
    house.clock.set(house.clock.now() + timedelta(days=30))
    assert (await house.item()).late
    async with house.role(Role.MENTEE) as unit:
        await working.tell_done(unit, item_id=item.id, done=True)
    assert not (await house.item()).late


async def test_while_the_pair_rests_and_when_it_is_over_it_is_read_only(house: House) -> None:
    await house.approved()
    item = await house.item()
    async with house.role(Role.CURATOR) as unit:
        await life.pause(unit, pair_id=house.pair, until=date(2026, 9, 20))
    await _reads_only(house, item.id)
    async with house.role(Role.CURATOR) as unit:
        await life.end(unit, pair_id=house.pair, ground="mutual")
    await _reads_only(house, item.id)


async def _reads_only(house: House, item_id: int) -> None:
    plan = await house.read(Role.MENTEE)
    assert plan.items
    assert not plan.working
    async with house.role(Role.MENTOR) as unit:
        for attempt in (
            working.change(unit, item_id=item_id, title="-"),
            working.finish(unit, item_id=item_id),
            working.propose(unit, pair_id=house.pair, kind=Kind.GOAL, title="-"),
            working.send(unit, pair_id=house.pair),
        ):
            with pytest.raises(Refusal, match="plan-readonly"):
                await attempt


async def test_nobody_else_sees_it(house: House) -> None:
    await house.begun()
    item = await house.item()
    for place, role, number in (
        ("school", Role.MENTOR, 1),
        ("school", Role.MENTEE, 1),
        ("neighbour", Role.MENTOR, 0),
    ):
        async with house.role(role, number, place) as unit:
            for attempt in (
                reading.mine(unit, pair_id=house.pair),
                reading.my_history(unit, pair_id=house.pair),
                working.change(unit, item_id=item.id, title="-"),
                working.tell_done(unit, item_id=item.id, done=True),
            ):
                with pytest.raises(NotAllowed):
                    await attempt
    for role in (Role.HEAD, Role.EXECUTOR, Role.REPRESENTATIVE):
        async with house.role(role) as unit:
            with pytest.raises(NotAllowed):
                await reading.of_pair(unit, pair_id=house.pair)
    async with house.role(Role.DEPARTMENT, 0, "department") as unit:
        with pytest.raises(NotAllowed):
            await reading.of_pair(unit, pair_id=house.pair)


async def test_bad_input_is_one_refusal(house: House) -> None:
    async with house.role(Role.MENTOR) as unit:
        for title, due_on, refusal in (
            ("x" * 301, None, "input-too-long"),
            ("   ", None, "input-empty"),
            ("Урок", date(2030, 1, 1), "plan-day-bounds"),
            ("Урок", date(2020, 1, 1), "plan-day-bounds"),
        ):
            with pytest.raises(Refusal, match=refusal):
                await working.propose(
                    unit, pair_id=house.pair, kind=Kind.GOAL, title=title, due_on=due_on
                )
        with pytest.raises(NotAllowed):
            await working.begin(unit, pair_id=house.pair, template="pupils-1:hardest")
        for _ in range(60):
            await working.propose(unit, pair_id=house.pair, kind=Kind.GOAL, title="Цель")
        with pytest.raises(Refusal, match="plan-full"):
            await working.propose(unit, pair_id=house.pair, kind=Kind.GOAL, title="Ещё")
