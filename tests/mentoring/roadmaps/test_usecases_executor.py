"""Rows of somebody who is neither curator nor head: asked for, given back, taken up again."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import NotAllowed
from db.engines import Database
from db.models import Membership, Outbox, Person
from mentoring.roadmaps import accepting, answering, asking, board, closing, naming
from mentoring.roadmaps.alerts import LateAlerts, MovedTerms, RowAlerts
from mentoring.roadmaps.executing import Choice, Holder
from mentoring.roadmaps.status import AssignmentStatus, Plea
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.roadmaps.plans import confirmed, curator, item
from tests.mentoring.seed import Town, acting

# A Tuesday.
TODAY = date(2026, 9, 1)
DAY = timedelta(days=1)
PLAN = (item("1", end=TODAY + 17 * DAY), item("2", end=TODAY + 30 * DAY))


@pytest.fixture
def executor(town: Town) -> Actor:
    return town.actor("school", Role.EXECUTOR)


@pytest.fixture
async def mine(database: Database, clock: SettableClock, town: Town, executor: Actor) -> list[int]:
    """The executor's rows of the school's own plan, the nearest first."""
    await confirmed(database, clock, curator(town), *PLAN)
    await named(database, clock, town, Choice(Holder.PERSON, person_id=executor.person_id))
    async with acting(database, executor, clock.now()) as unit:
        return [row.id for row in await board.mine(unit, offset=0, limit=9)]


async def named(database: Database, clock: SettableClock, town: Town, choice: Choice) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        (words,) = await naming.listed(unit, organisation_id=town.school)
        await naming.decide(unit, executor_id=words.id, choice=choice)


async def told(database: Database, message: str) -> set[int]:
    async with database.reading() as session:
        query = select(Outbox.person_id).where(Outbox.message == message)
        return set(await session.scalars(query))


async def test_the_head_is_asked_for_another_term(
    database: Database, clock: SettableClock, town: Town, executor: Actor, mine: list[int]
) -> None:
    new, tomorrow = TODAY + 40 * DAY, TODAY + DAY
    me, head = executor.person_id or 0, town.actor("school", Role.HEAD)
    async with acting(database, executor, clock.now()) as unit:
        assert not await asking.another_term(
            unit, assignment_id=mine[0], until=new, reason="карантин"
        )
        card = await board.card(unit, assignment_id=mine[0])
        assert (card.asked, card.task.due_on) == (Plea.TERM, TODAY + 17 * DAY)
    async with acting(database, head, clock.now()) as unit:
        (petition,) = await answering.asked(unit, organisation_id=town.school)
        assert petition.by == executor.name
        await answering.decide(unit, petition_id=petition.id, agreed=True)
    # Whoever asked has the answer; the digest is for those who keep the plan.
    assert await told(database, "roadmap-answer-term") == {me}
    async with acting(database, executor, clock.now()) as unit:
        assert (await board.card(unit, assignment_id=mine[0])).task.due_on == new
        curators = set(town.people["school", Role.CURATOR])
        assert await MovedTerms().who(unit, town.school, TODAY, tomorrow) == curators
        assert await MovedTerms().lines(unit, me, TODAY, tomorrow) == []


async def test_a_row_that_is_not_needed_waits_for_the_head(
    database: Database, clock: SettableClock, town: Town, executor: Actor, mine: list[int]
) -> None:
    async with acting(database, executor, clock.now()) as unit:
        assert not await asking.not_needed(unit, assignment_id=mine[0], reason="нет классов")
    async with acting(database, town.actor("school", Role.HEAD), clock.now()) as unit:
        (petition,) = await answering.asked(unit, organisation_id=town.school)
        await answering.decide(unit, petition_id=petition.id, agreed=False)
    async with acting(database, executor, clock.now()) as unit:
        card = await board.card(unit, assignment_id=mine[0])
        assert card.task.status is AssignmentStatus.OPEN
    curators = set(town.people["school", Role.CURATOR])
    assert await told(database, "roadmap-answer-not_needed") == {executor.person_id, *curators}


async def test_where_there_is_no_head_nobody_is_asked(
    database: Database, clock: SettableClock, town: Town, executor: Actor, mine: list[int]
) -> None:
    async with database.begin() as session:
        ended = update(Membership).where(Membership.role == Role.HEAD)
        await session.execute(ended.values(ended_at=clock.now()))
    async with acting(database, executor, clock.now()) as unit:
        assert await asking.another_term(
            unit, assignment_id=mine[0], until=TODAY + 40 * DAY, reason="карантин"
        )
        # They moved it themselves: it is news to the others only.
        found = await MovedTerms().who(unit, town.school, TODAY, TODAY + DAY)
    assert found == set(town.people["school", Role.CURATOR])


async def test_what_is_given_back_is_told_to_whoever_handed_it_in(
    database: Database, clock: SettableClock, town: Town, executor: Actor, mine: list[int]
) -> None:
    async with acting(database, executor, clock.now()) as unit:
        await closing.attach_note(unit, assignment_id=mine[0], note="справка")
    async with acting(database, town.actor("school", Role.HEAD), clock.now()) as unit:
        await accepting.give_back(unit, assignment_id=mine[0], note="нет подписи")
    curators = set(town.people["school", Role.CURATOR])
    assert await told(database, "roadmap-given-back") == {executor.person_id, *curators}


async def test_what_was_closed_is_in_reach_for_a_day(
    database: Database, clock: SettableClock, executor: Actor, mine: list[int]
) -> None:
    async with acting(database, executor, clock.now()) as unit:
        await closing.close(unit, assignment_id=mine[0])
        assert [one.id for one in await board.mine(unit, offset=0, limit=9)] == mine[1:]
        recent = await board.mine(unit, offset=0, limit=9, recent=True)
        assert {one.id: one.status for one in recent} == {
            mine[1]: AssignmentStatus.OPEN,
            mine[0]: AssignmentStatus.DONE,
        }
        await closing.reopen(unit, assignment_id=mine[0])
        await closing.close(unit, assignment_id=mine[0])
    clock.advance(timedelta(hours=25))
    async with acting(database, executor, clock.now()) as unit:
        recent = await board.mine(unit, offset=0, limit=9, recent=True)
        assert [one.id for one in recent] == mine[1:]
        with pytest.raises(NotAllowed):
            await board.card(unit, assignment_id=mine[0] + 10**9)


async def test_rows_of_who_has_stopped_the_bot_are_the_keepers_again(
    database: Database, clock: SettableClock, town: Town, executor: Actor, mine: list[int]
) -> None:
    last = TODAY + 17 * DAY
    async with database.begin() as session:
        stopped = update(Person).where(Person.id == executor.person_id)
        await session.execute(stopped.values(unreachable_since=clock.now()))
    async with acting(database, curator(town), clock.now()) as unit:
        curators = set(town.people["school", Role.CURATOR])
        assert await RowAlerts().who(unit, town.school, last - DAY, last) == curators
        (words,) = await naming.listed(unit, organisation_id=town.school)
        assert words.gone
    async with database.begin() as session:
        back = update(Person).where(Person.id == executor.person_id)
        await session.execute(back.values(unreachable_since=None))
    async with acting(database, executor, clock.now()) as unit:
        found = await RowAlerts().who(unit, town.school, last - DAY, last)
        assert found == {executor.person_id}


async def test_a_head_is_not_told_twice_of_their_own_row(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    await named(database, clock, town, Choice(Holder.ROLE, role=Role.HEAD))
    # The first row was due on Friday the 18th; five working days later it would go up.
    since, until = date(2026, 9, 24), date(2026, 9, 28)
    async with acting(database, town.actor("school", Role.HEAD), clock.now()) as unit:
        own = await RowAlerts().lines(unit, unit.me, since, until)
        (opening,) = [line.button for line in own if line.button]
        assert (opening["label"], opening["action"]) == ("roadmap-new-rows-open", "roadmap-mine")
        assert await LateAlerts().lines(unit, unit.me, since, until) == []
