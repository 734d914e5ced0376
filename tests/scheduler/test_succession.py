"""One sender after another: leases, what a dead one left behind, and the two clocks."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import update

from core.clock import SettableClock, SystemClock
from db.engines import Database
from db.models import Lease, Outbox
from mentoring.notices import Status
from scheduler.sender import Sender
from tests.scheduler.fakes import FakeMessenger, add_people, outbox, queue, until


async def test_one_sender_at_a_time_and_its_successor_sends_again_what_was_on_its_way(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
    messenger: FakeMessenger,
) -> None:
    await add_people(database, clock, 3)
    await queue(database, clock, *({"person_id": one} for one in (1, 2, 3)))
    async with database.begin() as session:
        until = SystemClock().now() + timedelta(seconds=60)
        session.add(Lease(name="sender", holder="somebody", until=until))
        await session.execute(
            update(Outbox).where(Outbox.id == 1).values(status="sending", holder="somebody")
        )

    assert await make_sender().drain() == {}

    async with database.begin() as session:
        await session.execute(update(Lease).values(until=SystemClock().now()))
    assert await make_sender().drain() == {Status.SENT: 3}
    assert sorted(messenger.chats) == [1001, 1002, 1003]


async def test_where_a_file_lock_keeps_others_out_a_dead_ones_lease_is_free_at_once(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
) -> None:
    await add_people(database, clock, 1)
    await queue(database, clock, {"person_id": 1})
    async with database.begin() as session:
        until = SystemClock().now() + timedelta(seconds=60)
        session.add(Lease(name="sender", holder="dead", until=until))
        await session.execute(update(Outbox).values(status="sending", holder="dead"))
    assert await make_sender(exclusive=True).drain() == {Status.SENT: 1}


async def test_what_another_sender_took_over_is_not_recorded_over(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
    messenger: FakeMessenger,
) -> None:
    messenger.seconds = 0.2
    await add_people(database, clock, 1)
    await queue(database, clock, {"person_id": 1})
    stalled = make_sender()
    running = asyncio.create_task(stalled.drain())
    await until(lambda: bool(messenger.attempts))
    async with database.begin() as session:
        await session.execute(update(Outbox).values(status="sending", holder="successor"))
    await running
    [row] = await outbox(database)
    assert (row.status, row.holder) == ("sending", "successor")


async def test_a_jump_of_the_calendar_neither_frees_a_lease_nor_a_pause(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
    messenger: FakeMessenger,
) -> None:
    await add_people(database, clock, 1)
    first = make_sender()
    assert await first.drain() == {}
    await queue(database, clock, {"person_id": 1})
    async with database.begin() as session:
        put_off = SystemClock().now() + timedelta(seconds=60)
        await session.execute(update(Outbox).values(not_before=put_off))
    clock.advance(timedelta(days=365))
    assert await first.drain() == {}
    assert await make_sender().drain() == {}
    assert messenger.sent == []
