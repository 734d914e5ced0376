"""The sender against a server with Telegram's limits, and against one that fails in every way."""

from collections.abc import AsyncIterator, Callable

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.messenger import TelegramMessenger
from core.clock import SettableClock
from db.engines import Database
from mentoring.notices import Lane, Status
from sandbox import Limits, Sandbox
from scheduler.sender import Sender
from tests.scheduler.fakes import add_people, outbox, queue

TOKEN = "123456789:" + "A" * 35


@pytest.fixture
async def world() -> AsyncIterator[Sandbox]:
    async with Sandbox(token=TOKEN, limits=Limits()) as opened:
        for number in range(1, 61):
            account = opened.person("P", user_id=1000 + number).account
            opened.state.private_chat(opened.bot, account).started = True
        yield opened


@pytest.fixture
async def over_http(
    world: Sandbox, make_sender: Callable[..., Sender]
) -> AsyncIterator[Callable[..., Sender]]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(world.url))
    async with Bot(TOKEN, session=session).context() as bot:
        yield lambda **more: make_sender(messenger=TelegramMessenger(bot), **more)


def on_phones(world: Sandbox) -> dict[int, int]:
    return {person.id: len(person.chat) for person in world.people}


async def test_at_the_default_rate_nothing_is_refused(
    *,
    database: Database,
    clock: SettableClock,
    world: Sandbox,
    over_http: Callable[..., Sender],
) -> None:
    await add_people(database, clock, 60)
    await queue(database, clock, *({"person_id": one, "lane": Lane.BULK} for one in range(1, 61)))
    # Three more for one of them, whose chat takes one a second.
    await queue(database, clock, *({"person_id": 1, "unique": f"{one}"} for one in range(3)))
    assert (await over_http(rate=25).drain())[Status.SENT] == 63
    assert world.pacer.refused == 0
    assert world.pacer.peak_overall <= 30
    assert on_phones(world) == {1001: 4, **dict.fromkeys(range(1002, 1061), 1)}


async def test_all_arrive_through_every_kind_of_trouble(
    *,
    database: Database,
    clock: SettableClock,
    world: Sandbox,
    over_http: Callable[..., Sender],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scheduler.pacing._LONGEST_BACKOFF_SECONDS", 0.1)
    monkeypatch.setattr("bot.messenger._SEND_SECONDS", 0.3)
    world.fail("http", code=502, text="Bad Gateway", times=2)
    world.fail("html", code=503, times=2)
    world.fail("drop_before", times=2)
    world.fail("hang", seconds=2)
    world.fail("retry_after", seconds=1, times=2)
    world.fail("drop_after", times=2)
    blocked = world.people[-1]
    await blocked.block()
    await add_people(database, clock, 60)
    await queue(database, clock, *({"person_id": one, "lane": Lane.BULK} for one in range(1, 61)))
    await over_http(rate=25, slots=16).drain()

    rows = await outbox(database)
    assert [row.status for row in rows] == ["sent"] * 59 + ["unreachable"]
    phones = on_phones(world)
    assert phones.pop(blocked.id) == 0
    # Twice came only what had arrived while its answer was lost.
    assert sorted(phones.values()) == [1] * 57 + [2] * 2
