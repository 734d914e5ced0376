"""SIGKILL in the middle of sending: nobody is left out, and no more than the slots get it twice."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, insert, select

from db.engines import Database
from db.models import Outbox, Person
from mentoring.notices import notice, plan
from mentoring.unit import Actor, Unit
from sandbox import Sandbox
from tests.paths import ROOT

TOKEN = "123456789:" + "A" * 35
PEOPLE = 200
SLOTS = 16
FIRST_CHAT = 200_000
NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)


async def seed(database: Database) -> None:
    """200 people, a message for each."""
    ids = range(1, PEOPLE + 1)
    person = {"locale": "en", "created_at": NOW}
    rows = [{**person, "id": one, "telegram_id": FIRST_CHAT + one, "name": "P"} for one in ids]
    async with database.begin() as session:
        await session.execute(insert(Person), rows)
        unit = Unit(session=session, now=NOW, actor=Actor(telegram_id=0))
        await plan(
            unit,
            [
                notice(unit, unique=f"kill:{one}", message="input-empty", person_id=one)
                for one in ids
            ],
        )


@asynccontextmanager
async def bot(
    world: Sandbox, database_url: str, folder: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot as its operator runs it; killed at the end, if it still lives."""
    settings = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": world.url,
        "DATABASE_URL": database_url,
        "SENDER_SLOTS": str(SLOTS),
        "SENDER_RATE": "300",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "run"),
        env={**os.environ, **settings, "PYTHONPATH": str(ROOT)},
        cwd=folder,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()


async def until_sent(world: Sandbox, number: int, process: asyncio.subprocess.Process) -> None:
    """Wait till so many messages have been taken by the server."""
    async with asyncio.timeout(60):
        while len(received(world)) < number:
            assert process.returncode is None
            await world.state.activity.wait(0.2)


def received(world: Sandbox) -> Counter[int]:
    """How many messages each of them has on the phone."""
    found: Counter[int] = Counter()
    for chat_id, chat in world.bot.chats.items():
        if chat.messages:
            found[chat_id] = len(chat.messages)
    return found


async def unsent(database: Database) -> int:
    async with database.reading() as session:
        query = select(func.count()).select_from(Outbox).where(Outbox.status != "sent")
        return await session.scalar(query) or 0


async def test_a_kill_in_the_middle_of_200_messages(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    await seed(database)
    async with Sandbox(token=TOKEN, latency={"sendMessage": 0.1}) as world:
        for number in range(1, PEOPLE + 1):
            person = world.person("P", user_id=FIRST_CHAT + number)
            world.state.private_chat(world.bot, person.account).started = True

        async with bot(world, database_url, tmp_path) as process:
            await until_sent(world, PEOPLE // 2, process)
        # What the killed process had sent off arrives all the same.
        await world.settle()
        before = received(world)
        left = await unsent(database)
        assert PEOPLE // 2 <= len(before) < PEOPLE - SLOTS
        assert max(before.values()) == 1

        async with bot(world, database_url, tmp_path) as process:
            await until_sent(world, PEOPLE, process)
            async with asyncio.timeout(20):
                while await unsent(database):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)

        after = received(world)
    assert set(after) == set(range(FIRST_CHAT + 1, FIRST_CHAT + PEOPLE + 1))
    assert max(after.values()) <= 2
    twice = sum(count == 2 for count in after.values())
    # Exactly those that had arrived without the bot knowing it.
    assert twice == len(before) + left - PEOPLE
    assert 0 < twice <= SLOTS
