"""Sending: order, pace, what is kept of a delivery, and what one bad row may do."""

import asyncio
from collections.abc import Callable
from time import monotonic

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from db.engines import Database
from db.models import Lease, Person
from mentoring.notices import Kind, Lane, Status, button
from scheduler.messenger import Button, Content, Copy
from scheduler.outcomes import Outcome
from scheduler.sender import Sender
from tests.scheduler.fakes import FakeMessenger, add_people, outbox, queue, until


async def test_a_notice_is_sent_in_the_readers_language_and_kept_as_a_delivery(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 1, locale="en")
    await queue(
        database,
        clock,
        {
            "person_id": 1,
            "message": "invite-over",
            "args": {"organisation": "School <5>"},
            "buttons": [button("button-home", "home:1")],
        },
    )

    assert await sender.drain() == {Status.SENT: 1}

    [(chat, content)] = messenger.sent
    assert chat == 1001
    assert content == Content(
        "This link no longer works. Ask for a new one where it came from: School &lt;5&gt;.",
        (Button("Main menu", "home:1"),),
    )
    [row] = await outbox(database)
    assert (row.status, row.bot_id, row.message_id, row.locale) == ("sent", 4242, 1, "en")
    assert row.sent_at == clock.now()
    assert row.holder is None


async def test_answers_go_before_digests_and_announcements(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 6)
    lanes = [Lane.BULK, Lane.DIGEST, Lane.PERSONAL, Lane.BULK, Lane.DIGEST, Lane.PERSONAL]
    await queue(
        database,
        clock,
        *({"person_id": one, "lane": lane} for one, lane in enumerate(lanes, start=1)),
    )
    await sender.drain()
    assert messenger.chats == [1003, 1006, 1002, 1005, 1001, 1004]


async def test_an_announcement_is_a_copy_of_the_authors_message(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 1)
    await queue(
        database,
        clock,
        {
            "person_id": 1,
            "message": "announcement",
            "kind": Kind.COPY,
            "args": {"chat": 5, "message": 6},
        },
    )
    await sender.drain()
    assert messenger.sent == [(1001, Copy(5, 6))]


async def test_nobody_to_send_to(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 2, unreachable_since=clock.now())
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == 1).values(telegram_id=None))
    await queue(
        database,
        clock,
        {"person_id": 1},
        {"person_id": 2, "lane": Lane.BULK},
        # An answer to somebody who was unreachable is tried all the same.
        {"person_id": 2, "lane": Lane.PERSONAL},
    )
    assert await sender.drain() == {Status.UNREACHABLE: 2, Status.SENT: 1}
    assert messenger.chats == [1002]


async def test_the_overall_pace_is_kept(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
    messenger: FakeMessenger,
) -> None:
    times: list[float] = []
    messenger.on_send = lambda _chat: times.append(monotonic())
    await add_people(database, clock, 20)
    await queue(database, clock, *({"person_id": one} for one in range(1, 21)))
    await make_sender(rate=40).drain()
    assert len(times) == 20
    # However unevenly the loop was woken, never more than the rate in any stretch.
    for first in range(len(times)):
        for last in range(first + 8, len(times)):
            assert times[last] - times[first] >= (last - first) / 40 - 0.1


async def test_one_message_a_second_in_a_chat_and_the_others_do_not_wait(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    times: dict[int, list[float]] = {}
    messenger.on_send = lambda chat: times.setdefault(chat, []).append(monotonic())
    await add_people(database, clock, 4)
    await queue(
        database,
        clock,
        *({"person_id": 1, "unique": f"one {number}"} for number in range(3)),
        *({"person_id": one} for one in (2, 3, 4)),
    )
    start = monotonic()
    assert (await sender.drain())[Status.SENT] == 6
    first, second, third = times[1001]
    assert max(times[chat][0] for chat in (1002, 1003, 1004)) - start < 0.9
    assert second - first >= 0.9
    assert third - first >= 1.8


async def test_never_more_unacknowledged_than_slots_and_acknowledged_in_groups(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
    messenger: FakeMessenger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    messenger.seconds = 0.005
    groups: list[int] = []
    sender = make_sender(slots=8)
    recorded = sender._acknowledger._on_recorded

    def note(group: list[Outcome]) -> None:
        groups.append(len(group))
        recorded(group)

    monkeypatch.setattr(sender._acknowledger, "_on_recorded", note)
    most = 0

    def look(_chat: int) -> None:
        nonlocal most
        most = max(most, sender.in_flight)

    messenger.on_send = look
    await add_people(database, clock, 60)
    await queue(database, clock, *({"person_id": one, "lane": Lane.BULK} for one in range(1, 61)))
    await sender.drain()
    assert len(messenger.sent) == 60
    assert 1 < most <= 8
    assert sum(groups) == 60
    assert len(groups) < 60


async def test_a_slot_is_kept_for_answers_while_announcements_hang(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
    messenger: FakeMessenger,
) -> None:
    messenger.seconds = 0.6
    sender = make_sender(slots=8)
    await add_people(database, clock, 20)
    await queue(database, clock, *({"person_id": one, "lane": Lane.BULK} for one in range(1, 20)))
    running = asyncio.create_task(sender.run())
    await until(lambda: sender.in_flight == 7)
    await queue(database, clock, {"person_id": 20, "unique": "an answer"})
    sender.wake()
    await asyncio.sleep(0.3)
    assert messenger.attempts[1020] == 1
    sender.stop()
    await running


async def test_run_sends_what_it_is_woken_for_and_leaves_nothing_behind(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 30)
    running = asyncio.create_task(sender.run())
    await asyncio.sleep(0.05)
    messenger.seconds = 0.02
    await queue(database, clock, *({"person_id": one} for one in range(1, 31)))
    sender.wake()
    await until(lambda: bool(messenger.sent))
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running

    # What had been claimed is sent and recorded, or back in the queue; the lease is free.
    rows = await outbox(database)
    assert {row.status for row in rows} <= {"sent", "queued"}
    assert sum(row.status == "sent" for row in rows) == len(messenger.sent)
    async with database.reading() as session:
        assert (await session.scalars(select(Lease))).all() == []
