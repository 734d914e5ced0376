"""A pair's personal programme: who may do what, how it is approved, how its history is kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from mentoring import todo
from mentoring.digest import Line
from mentoring.pairs import life
from mentoring.plans import alerts, approving, reading, working
from mentoring.plans.reading import Item, Plan
from mentoring.plans.rules import ItemStatus, Kind, Status
from mentoring.programmes import board, programmes
from mentoring.roles import Role
from mentoring.unit import Unit
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting

LATER = date(2026, 10, 15)


class House:
    """A school with a pair; `role` acts in a unit of work of its own."""

    def __init__(self, database: Database, clock: SettableClock, town: Town) -> None:
        self.database, self.clock, self.town = database, clock, town
        self.pair = 0

    @asynccontextmanager
    async def role(self, role: Role, number: int = 0, place: str = "school") -> AsyncIterator[Unit]:
        actor = self.town.actor(place, role, number)
        async with acting(self.database, actor, self.clock.now()) as unit:
            yield unit

    async def read(self, role: Role = Role.MENTOR) -> Plan:
        async with self.role(role) as unit:
            return await reading.mine(unit, pair_id=self.pair)

    async def begun(self, level: str = "usual") -> None:
        async with self.role(Role.MENTOR) as unit:
            offers = await working.offers(unit, pair_id=self.pair)
            key = next(offer.key for offer in offers if offer.level == level)
            await working.begin(unit, pair_id=self.pair, template=key)

    async def approved(self) -> None:
        await self.begun()
        async with self.role(Role.MENTOR) as unit:
            await working.send(unit, pair_id=self.pair)
        async with self.role(Role.CURATOR) as unit:
            await approving.approve(unit, pair_id=self.pair)

    async def item(self, kind: Kind = Kind.DIFFICULTY) -> Item:
        plan = await self.read()
        return next(item for item in plan.items if item.kind == kind)


@pytest.fixture
async def house(database: Database, clock: SettableClock, town: Town) -> House:
    made = House(database, clock, town)
    made.pair = await make(database, clock, town)
    return made


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
        await approving.approve(unit, pair_id=house.pair)
        with pytest.raises(Refusal, match="plan-waits-no-more"):
            await approving.approve(unit, pair_id=house.pair)
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


async def test_a_change_of_an_approved_programme_is_kept_and_waits(house: House) -> None:
    await house.begun()
    item = await house.item()
    async with house.role(Role.MENTOR) as unit:
        await working.change(unit, item_id=item.id, title="Пока черновик")
        await working.send(unit, pair_id=house.pair)
    async with house.role(Role.CURATOR) as unit:
        await approving.approve(unit, pair_id=house.pair)
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
        await approving.approve(unit, pair_id=house.pair)
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
        found = await todo.things(
            unit, organisation_id=town.school, kind="plans", offset=0, limit=9
        )
        assert [thing.args["mentors"] for thing in found] == ["school mentor 0", "school mentor 1"]
        left = frozenset({found[1].id})
        done = await todo.approve(
            unit, organisation_id=town.school, kind="plans", upto=found[1].id, excluded=left
        )
        assert done == 1
        assert await todo.refuse(unit, organisation_id=town.school, kind="plans", ids=left) == 1
        # What is a curator's to decide is no business of the council.
        assert await todo.waiting(unit, organisation_id=town.school) == []
        with pytest.raises(NotAllowed):
            await todo.things(unit, organisation_id=town.school, kind="people", limit=9)
    assert (await house.read()).status == Status.APPROVED
    async with house.role(Role.CURATOR) as unit:
        rows = await approving.listed(unit, organisation_id=town.school)
        assert [(row.pair_id, row.status) for row in rows] == [
            (house.pair, Status.APPROVED),
            (other.pair, Status.DRAFT),
        ]


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


async def told(house: House, since: date, until: date) -> dict[tuple[Role, str], Line]:
    """What the digest says to each of the house: (role, message) -> line."""
    found = {}
    for source in (alerts.LateLines(), alerts.ToMark(), alerts.Answers(), alerts.ToApprove()):
        for role in (Role.MENTOR, Role.MENTEE, Role.CURATOR, Role.COUNCIL, Role.HEAD):
            async with house.role(role) as unit:
                lines = await source.lines(unit, unit.me, since, until)
                who = await source.who(unit, house.town.school, since, until)
                assert (unit.me in who) == bool(lines), (role, source, who, lines)
                if lines:
                    # Asked on the day before, the planner wakes for it.
                    day = await source.next_day(unit, house.town.school, until - ONE)
                    assert day == until, (source, day)
                found |= {(role, line.message): line for line in lines}
    return found


ONE = timedelta(days=1)
BOTH = (Role.MENTOR, Role.MENTEE)


async def test_the_morning_after_tells_who_has_to_do_what(house: House) -> None:
    day = house.clock.now().date()
    await house.begun()
    async with house.role(Role.MENTEE) as unit:
        await working.propose(unit, pair_id=house.pair, kind=Kind.GOAL, title="Не опаздывать")
        item = (await reading.mine(unit, pair_id=house.pair)).items[1]
        await working.tell_done(unit, item_id=item.id, done=True)
    async with house.role(Role.MENTOR) as unit:
        await working.send(unit, pair_id=house.pair)
    found = await told(house, day, day + ONE)
    assert set(found) == {
        (Role.MENTOR, "personal-digest-mark"),
        (Role.CURATOR, "personal-digest-waits"),
        (Role.COUNCIL, "personal-digest-waits"),
    }
    said = found[Role.MENTOR, "personal-digest-mark"].args
    assert (said["told"], said["proposed"]) == (1, 1)
    assert await told(house, day + ONE, day + 2 * ONE) == {}
    house.clock.set(house.clock.now() + ONE)
    async with house.role(Role.CURATOR) as unit:
        await approving.give_back(unit, pair_id=house.pair, remark="Добавьте урок")
    found = await told(house, day + ONE, day + 2 * ONE)
    assert set(found) == {(role, "personal-digest-answer") for role in BOTH}
    assert found[Role.MENTEE, "personal-digest-answer"].args["remark"] == "Добавьте урок"


async def test_a_late_line_is_told_the_day_after_and_a_week_later(house: House) -> None:
    async with house.role(Role.MENTOR) as unit:
        due_on = unit.today() + 5 * ONE
        made = await working.propose(
            unit, pair_id=house.pair, kind=Kind.GROWTH, title="Урок", due_on=due_on
        )
    late = {(role, "personal-digest-late") for role in BOTH}
    for days, expected in ((0, set()), (1, late), (2, set()), (7, set()), (8, late), (9, set())):
        day = due_on + days * ONE
        assert set(await told(house, day - ONE, day)) == expected, days
    async with house.role(Role.CURATOR) as unit:
        await life.pause(unit, pair_id=house.pair, until=due_on + 3 * ONE)
    assert await told(house, due_on, due_on + ONE) == {}
    async with house.role(Role.CURATOR) as unit:
        await life.resume(unit, pair_id=house.pair)
    async with house.role(Role.MENTOR) as unit:
        await working.finish(unit, item_id=made)
    assert await told(house, due_on, due_on + ONE) == {}
