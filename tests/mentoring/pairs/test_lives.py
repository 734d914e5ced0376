"""Pairs through the use cases: drafts, whose word counts, and whatever is pressed in any order."""

import random
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Outbox, Pair, PairEvent, PairMember, PairOrder, Person, Representation
from mentoring.pairs import (
    alerts,
    applications,
    completing,
    contact,
    deciding,
    drafts,
    groups,
    invitations,
    life,
    orders,
)
from mentoring.pairs.states import DRAFTS, TRANSITIONS, Deed, State
from mentoring.roles import Role
from mentoring.unit import Actor, Unit
from tests.mentoring.seed import Town, acting

Press = Callable[[Unit, int], Awaitable[object]]


async def proposed(database: Database, clock: SettableClock, town: Town) -> int:
    """A draft of the school's first mentor and mentee, who have been asked."""
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        made = await drafts.propose(
            unit,
            organisation_id=town.school,
            mentor_id=town.people["school", Role.MENTOR][0],
            mentee_id=town.people["school", Role.MENTEE][0],
        )
        await drafts.ask(unit, pair_id=made)
    return made


async def agreed(database: Database, clock: SettableClock, town: Town) -> int:
    made = await proposed(database, clock, town)
    for role in (Role.MENTOR, Role.MENTEE):
        async with acting(database, town.actor("school", role), clock.now()) as unit:
            await invitations.agree(unit, pair_id=made)
    return made


async def status(database: Database, pair_id: int) -> str:
    async with database.reading() as session:
        return (await session.get_one(Pair, pair_id)).status


async def test_a_minors_representative_is_told_and_may_object(
    database: Database, clock: SettableClock, town: Town
) -> None:
    parent = town.people["school", Role.REPRESENTATIVE][0]
    async with database.begin() as session:
        child = town.people["school", Role.MENTEE][0]
        await session.execute(update(Person).where(Person.id == child).values(birth_year=2014))
        row = {"organisation_id": town.school, "representative_id": parent, "child_id": child}
        session.add(Representation(**row, since=clock.now()))
    made = await proposed(database, clock, town)
    async with database.reading() as session:
        query = select(Outbox.person_id).where(Outbox.message == "pair-invite-parent")
        assert list(await session.scalars(query)) == [parent]
    actor = town.actor("school", Role.REPRESENTATIVE)
    async with acting(database, actor, clock.now()) as unit:
        await invitations.object_to(unit, pair_id=made, text="Мы знакомы и не дружим")
    stranger = town.actor("school", Role.REPRESENTATIVE, 1)
    async with acting(database, stranger, clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await invitations.object_to(unit, pair_id=made, text="-")


async def test_an_order_that_is_taken_back_or_ahead_of_its_day_changes_nothing(
    database: Database, clock: SettableClock, town: Town
) -> None:
    made = await agreed(database, clock, town)
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await orders.enter(unit, pair_id=made, number="1", day=unit.today() + timedelta(days=1))
        assert caught.value.key == "sign-day-ahead"
        assert await orders.put_up(unit, organisation_id=town.school) == 1
        with pytest.raises(Refusal, match="order-nothing"):
            await orders.put_up(unit, organisation_id=town.school)
        assert await orders.recall(unit, pair_id=made) == 1
        with pytest.raises(Refusal, match="order-gone"):
            await orders.recall(unit, pair_id=made)
    assert await status(database, made) == State.AGREED
    async with acting(database, curator, clock.now()) as unit:
        await orders.enter(unit, pair_id=made, number="5", day=unit.today())
        kept = await unit.session.execute(
            select(PairOrder.status, PairOrder.number).order_by(PairOrder.id)
        )
        assert [tuple(row) for row in kept] == [("withdrawn", None), ("signed", "5")]
    assert await status(database, made) == State.ACTIVE


async def test_silence_ends_a_draft_once(
    database: Database, clock: SettableClock, town: Town
) -> None:
    made = await proposed(database, clock, town)
    later = clock.now() + timedelta(days=alerts.EXPIRES)
    for _twice in range(2):
        async with database.begin() as session:
            await alerts.expire(Unit(session, later, Actor(0)), town.school)
    assert await status(database, made) == State.CANCELLED
    async with database.reading() as session:
        ground = select(PairEvent.ground).where(PairEvent.what == Deed.CANCEL)
        assert list(await session.scalars(ground)) == ["silence"]


async def test_a_former_member_of_a_group_has_no_say_in_it(
    database: Database, clock: SettableClock, town: Town
) -> None:
    made = await agreed(database, clock, town)
    leaving = town.people["school", Role.MENTEE][0]
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await orders.enter(unit, pair_id=made, number="5", day=unit.today())
        other = town.people["school", Role.MENTEE][1]
        await groups.join(unit, pair_id=made, person_id=other, side=Role.MENTEE)
        with pytest.raises(Refusal, match="group-last"):
            mentor = town.people["school", Role.MENTOR][0]
            await groups.leave(unit, pair_id=made, person_id=mentor)
        await groups.leave(unit, pair_id=made, person_id=leaving)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        for attempt in (
            contact.card(unit, pair_id=made),
            contact.reach(unit, pair_id=made),
            contact.share(unit, pair_id=made, agrees=True),
            contact.put(unit, pair_id=made, text="https://example.org"),
            applications.ask_replacement(unit, pair_id=made, reason="-"),
            applications.ask_extension(unit, pair_id=made, until=date(2027, 5, 31)),
            applications.propose_award(unit, pair_id=made, reason="-"),
        ):
            with pytest.raises(NotAllowed):
                await attempt
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        # Back again: the same row of the table, a new line of history.
        await groups.join(unit, pair_id=made, person_id=leaving, side=Role.MENTEE)
        rows = select(func.count()).select_from(PairMember).where(PairMember.pair_id == made)
        assert await unit.session.scalar(rows) == 3


async def test_a_relieved_mentor_is_in_no_draft_either(
    database: Database, clock: SettableClock, town: Town
) -> None:
    working = await agreed(database, clock, town)
    mentor = town.people["school", Role.MENTOR][0]
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await orders.enter(unit, pair_id=working, number="5", day=unit.today())
        draft = await drafts.propose(
            unit,
            organisation_id=town.school,
            mentor_id=mentor,
            mentee_id=town.people["school", Role.MENTEE][1],
        )
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        await applications.ask_relief(unit, pair_id=working, reason="-")
        with pytest.raises(Refusal, match="application-open"):
            await applications.ask_relief(unit, pair_id=working, reason="-")
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await applications.ask_replacement(unit, pair_id=working, reason="-")
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        waiting = await deciding.listed(unit, organisation_id=town.school)
        assert [one.kind for one in waiting] == ["relief", "replacement"]
        await deciding.grant(unit, application_id=waiting[0].id)
        # The pair is over: nobody has to be replaced in it any more.
        assert await deciding.listed(unit, organisation_id=town.school) == []
    assert await status(database, working) == State.ENDED_EARLY
    assert await status(database, draft) == State.CANCELLED


PRESSES: dict[str, Press] = {
    "ask": lambda unit, pair: drafts.ask(unit, pair_id=pair),
    "cancel": lambda unit, pair: drafts.cancel(unit, pair_id=pair),
    "put up": lambda unit, _pair: orders.put_up(unit, organisation_id=_place(unit)),
    "recall": lambda unit, pair: orders.recall(unit, pair_id=pair),
    "enter": lambda unit, pair: orders.enter(unit, pair_id=pair, number="1", day=unit.today()),
    "pause": lambda unit, pair: life.pause(
        unit, pair_id=pair, until=unit.today() + timedelta(days=3)
    ),
    "resume": lambda unit, pair: life.resume(unit, pair_id=pair),
    "end": lambda unit, pair: life.end(unit, pair_id=pair, ground="mutual"),
    "complete": lambda unit, pair: completing.complete(unit, pair_id=pair),
    "undo": lambda unit, pair: life.undo_end(unit, pair_id=pair),
}


def _place(unit: Unit) -> int:
    return unit.actor.seats[0].organisation_id


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_is_pressed_the_history_is_whole(
    database: Database, clock: SettableClock, town: Town, seed: int
) -> None:
    choose = random.Random(seed)
    made = await proposed(database, clock, town)
    mentor, mentee = (town.people["school", role][0] for role in (Role.MENTOR, Role.MENTEE))
    now = clock.now()
    for _step in range(30):
        now += timedelta(hours=choose.choice((0, 1, 20)))
        name = choose.choice([*PRESSES, "yes"])
        try:
            async with acting(database, town.actor("school", Role.CURATOR), now) as unit:
                if name == "yes":
                    who = choose.choice((mentor, mentee))
                    await drafts.note_yes(unit, pair_id=made, person_id=who)
                else:
                    await PRESSES[name](unit, made)
        except Refusal:
            continue
    async with database.reading() as session:
        pair = await session.get_one(Pair, made)
        query = select(PairEvent).where(PairEvent.pair_id == made).order_by(PairEvent.id)
        states: list[str | None] = [None]
        for event in await session.scalars(query):
            assert event.before == states[-1]
            if event.what in set(Deed):
                before = State(event.before) if event.before else None
                assert TRANSITIONS[before][Deed(event.what)] == event.after
            else:
                assert event.before == event.after
            states.append(event.after)
        assert states[-1] == pair.status
        assert (pair.members_key is None) == (pair.ended_on is not None)
        assert pair.paused_until is None or pair.status not in {State.ACTIVE, *DRAFTS}
