"""What each kind of refusal leads to, and that it concerns nobody it need not."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock, SystemClock
from db.engines import Database
from db.models import Outbox, Person
from mentoring.files import Made
from mentoring.letters import Line
from mentoring.notices import Kind, Lane, Status
from scheduler.messenger import Faulty, Offline, Rejected, TooFast, Uncertain, Unreachable
from scheduler.outcomes import UNANSWERED_ATTEMPTS
from scheduler.pacing import ChatPace, Pauses
from scheduler.sender import Sender
from tests.scheduler.fakes import FakeMessenger, add_people, outbox, queue

LONG = 1000.0


async def test_429_pauses_announcements_and_digests_but_not_answers(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
    messenger: FakeMessenger,
) -> None:
    await add_people(database, clock, 30)
    messenger.faults[1001] = [TooFast("Too Many Requests", LONG)]
    await queue(database, clock, *({"person_id": one, "lane": Lane.BULK} for one in range(1, 21)))
    sender = make_sender(slots=4)
    await sender.drain()
    before = len(messenger.sent)
    # No more than had been on their way.
    assert before < 4

    await queue(
        database,
        clock,
        {"person_id": 21, "lane": Lane.DIGEST, "unique": "digest"},
        {"person_id": 22, "lane": Lane.PERSONAL, "unique": "answer"},
    )
    assert await sender.drain() == {Status.SENT: 1}
    assert messenger.chats[-1] == 1022

    refused = (await outbox(database))[0]
    assert refused.status == "queued"
    assert refused.not_before is not None
    left = (refused.not_before - SystemClock().now()).total_seconds()
    assert LONG - 10 < left <= LONG
    # It is known to the next process too.
    await sender.leave()
    assert await make_sender().drain() == {}
    assert len(messenger.sent) == before + 1


async def test_a_short_429_is_waited_for_and_all_is_delivered_once(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 20)
    for chat in (1003, 1007):
        messenger.faults[chat] = [TooFast("Too Many Requests", 1)]
    await queue(database, clock, *({"person_id": one, "lane": Lane.BULK} for one in range(1, 21)))
    start = monotonic()
    assert (await sender.drain())[Status.SENT] == 20
    assert monotonic() - start >= 1
    assert sorted(messenger.chats) == list(range(1001, 1021))


async def test_an_answers_own_429_pauses_the_answers_too(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 2)
    messenger.faults[1001] = [TooFast("Too Many Requests", LONG)]
    await queue(database, clock, {"person_id": 1})
    await sender.drain()
    await queue(database, clock, {"person_id": 2, "unique": "later"})
    assert await sender.drain() == {}


async def test_blocked_people_are_marked_and_skipped(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 2)
    messenger.faults[1001] = [Unreachable("Forbidden: bot was blocked by the user")]
    await queue(database, clock, {"person_id": 1}, {"person_id": 2})
    assert await sender.drain() == {Status.UNREACHABLE: 1, Status.SENT: 1}
    async with database.reading() as session:
        since = dict((await session.execute(select(Person.id, Person.unreachable_since))).all())
    assert since == {1: clock.now(), 2: None}

    await queue(database, clock, {"person_id": 1, "lane": Lane.BULK, "unique": "more"})
    assert await sender.drain() == {Status.UNREACHABLE: 1}
    assert messenger.attempts[1001] == 1


async def test_a_rejected_message_is_dead_and_administrators_hear_of_it_once_a_day(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 3)
    for chat in (1001, 1002):
        messenger.faults[chat] = [Rejected("Bad Request: can't parse entities: <secret>\x00")]
    await queue(database, clock, *({"person_id": one} for one in (1, 2, 3)))
    assert await sender.drain() == {Status.DEAD: 2, Status.SENT: 2}

    assert sorted(messenger.chats) == [77, 1003]
    [report] = [text for text in messenger.texts if "input-empty" in text]
    assert "secret" not in report
    dead = (await outbox(database))[0]
    assert dead.error == "Rejected: Bad Request: can't parse entities: <secret>"

    # The next day's fault is told again; a report that is itself refused is not.
    clock.advance(timedelta(days=1))
    messenger.faults[1003] = [Rejected("Bad Request")]
    messenger.faults[77] = [Rejected("Bad Request")]
    await queue(database, clock, {"person_id": 3, "unique": "tomorrow"})
    assert (await sender.drain())[Status.DEAD] == 2


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.COPY])
async def test_a_message_without_an_answer_is_sent_again(
    database: Database,
    clock: SettableClock,
    sender: Sender,
    messenger: FakeMessenger,
    kind: Kind,
) -> None:
    await add_people(database, clock, 1)
    messenger.faults[1001] = [Uncertain("timeout")]
    await queue(database, clock, {"person_id": 1, "kind": kind, "args": {"chat": 1, "message": 2}})
    assert await sender.drain() == {Status.QUEUED: 1, Status.SENT: 1}
    assert messenger.attempts[1001] == 2


@pytest.mark.parametrize("kind", list(Kind))
async def test_how_often_is_decided_by_its_kind(
    *,
    database: Database,
    clock: SettableClock,
    sender: Sender,
    messenger: FakeMessenger,
    kind: Kind,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def build(*_args: object) -> object:
        return [[Line("input-empty")]]

    async def make(*_args: object) -> Made:
        return Made("a.txt", b"x", "input-empty")

    monkeypatch.setattr("scheduler.rendering.BUILDERS", {"input-empty": build})
    monkeypatch.setattr("scheduler.rendering.MAKERS", {"input-empty": make})
    await add_people(database, clock, 1)
    most = UNANSWERED_ATTEMPTS[kind]
    messenger.faults[1001] = [Uncertain("timeout")] * (most + 1)
    await queue(database, clock, {"person_id": 1, "kind": kind, "args": {"chat": 1, "message": 2}})
    async with database.begin() as session:
        await session.execute(update(Outbox).values(attempts=most - 1))
    assert await sender.drain(patience=0) == {Status.UNCERTAIN: 1}
    assert most > 1
    assert messenger.attempts[1001] == 1


async def test_offline_everything_waits_and_nothing_is_lost(
    database: Database,
    clock: SettableClock,
    sender: Sender,
    messenger: FakeMessenger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scheduler.pacing._LONGEST_BACKOFF_SECONDS", 0.05)
    await add_people(database, clock, 12)
    for chat in range(1001, 1013):
        messenger.faults[chat] = [Offline("connection refused")]
    # All that are on their way when it begins fail; then one at a time finds out.
    for chat in range(1010, 1013):
        messenger.faults[chat] = []
    await queue(database, clock, *({"person_id": one} for one in range(1, 13)))
    counts = await sender.drain(patience=10)
    assert counts[Status.SENT] == 12
    assert sorted(messenger.chats) == list(range(1001, 1013))
    assert {row.attempts for row in await outbox(database)} == {0}


async def test_a_message_the_server_fails_on_does_not_hold_up_the_others(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 4)
    messenger.faults[1001] = [Faulty("Internal Server Error")] * 50
    await queue(database, clock, *({"person_id": one} for one in range(1, 5)))
    await sender.drain(patience=1.5)
    assert sorted(messenger.chats) == [1002, 1003, 1004]
    first = (await outbox(database))[0]
    assert first.status == "queued"
    assert first.attempts >= 1


async def test_an_unknown_exception_is_our_fault_and_ends_nothing(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 2)
    messenger.faults[1001] = [KeyError("what")]
    await queue(database, clock, {"person_id": 1}, {"person_id": 2})
    assert (await sender.drain(patience=0.5))[Status.SENT] == 1
    assert (await outbox(database))[0].error == "KeyError: 'what'"


def test_a_pause_only_ever_grows() -> None:
    pauses = Pauses()
    assert pauses.last_lane() is Lane.BULK
    pauses.too_fast(Lane.BULK, 100)
    pauses.too_fast(Lane.DIGEST, 5)
    assert 99 < pauses.wait(Lane.BULK) <= 100
    assert pauses.last_lane() is Lane.PERSONAL
    assert pauses.too_fast(Lane.BULK, 1e12) == 86_400


def test_back_off_doubles_and_one_outage_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("scheduler.pacing.monotonic", lambda: now)
    pauses = Pauses()
    longest = []
    for _time in range(10):
        for _message in range(64):
            pauses.offline()
        longest.append(pauses.wait(Lane.PERSONAL))
        now += longest[-1]
        assert pauses.on_trial
    expected = [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert all(most / 2 <= wait <= most for wait, most in zip(longest, expected, strict=True))
    pauses.online()
    assert pauses.last_lane() is Lane.BULK


def test_places_in_line_for_one_chat(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("scheduler.pacing.monotonic", lambda: now)
    chats = ChatPace()
    assert chats.take(1, waited=False) == 0
    assert [chats.take(1, waited=False) for _ in range(3)] == [1, 2, 3]
    assert chats.take(2, waited=False) == 0
    # The first of those waiting comes late; the second is on time and need not wait again.
    now = 1001.4
    assert chats.take(1, waited=True) == 0
    now = 1002.0
    assert chats.take(1, waited=True) == 0
    # What was never in line goes behind those that are.
    assert chats.take(1, waited=False) == pytest.approx(2.0)
    # Chats long past are forgotten.
    for chat in range(2000):
        now += 2
        chats.take(chat, waited=False)
    assert len(chats._chats) <= 257
