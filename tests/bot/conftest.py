"""The bot's unit of work over real HTTP: a sandbox, polling, the real dialogs; no sender."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from sqlalchemy import func, select

from bot import dialogs, polling
from bot.runner import Runner
from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from handlers.kit.turn import CURRENT
from sandbox import Sandbox
from sandbox.people import Person

TOKEN = "123456789:" + "A" * 35
ADMIN = 100_001


@dataclass
class House:
    """A running bot that can be stopped and started again over the same database."""

    world: Sandbox
    database: Database
    clock: SettableClock
    translator: Translator
    bot: Bot
    runner: Runner = field(init=False)
    polling: "asyncio.Task[None] | None" = None
    open_during_calls: list[str] = field(default_factory=list)

    def start(self) -> None:
        admins = frozenset({ADMIN})
        self.runner = Runner(
            bot=self.bot,
            dispatcher=dialogs.build(admins),
            database=self.database,
            translator=self.translator,
            clock=self.clock,
            admin_ids=admins,
            default_timezone="Europe/Moscow",
            username="mentoring_test_bot",
            calendars="",
            wake=lambda _names: None,
        )
        self.polling = asyncio.create_task(polling.poll(self.bot, self.runner.handle))

    async def stop(self) -> None:
        if self.polling is not None:
            self.polling.cancel()
            with suppress(asyncio.CancelledError):
                await self.polling
            self.polling = None

    async def restart(self) -> None:
        await self.stop()
        self.start()

    async def settle(self) -> None:
        await self.world.settle()

    async def count(self, table: Any) -> int:
        async with self.database.reading() as session:
            return int(await session.scalar(select(func.count()).select_from(table)) or 0)

    async def administrator(self) -> Person:
        person = self.world.find_person(ADMIN) or self.world.person("Ольга", user_id=ADMIN)
        await person.start()
        await self.settle()
        return person

    async def department_link(self) -> str:
        admin = await self.administrator()
        await admin.press("Управления образования")
        await self.settle()
        await admin.press("Добавить управление")
        await self.settle()
        await admin.send("Управление образования")
        await self.settle()
        return admin.screen.rsplit("start=", 1)[1].split()[0]


@pytest.fixture
async def house(
    database: Database, clock: SettableClock, translator: Translator
) -> AsyncIterator[House]:
    async with Sandbox(token=TOKEN) as world:
        session = AiohttpSession(api=TelegramAPIServer.from_base(world.url))
        bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
        built = House(world, database, clock, translator, bot)

        async def watch(make_request: Any, bot: Bot, method: Any) -> Any:
            # While a turn's transaction is open, Telegram must not be waited for.
            if CURRENT.get(None) is not None:
                built.open_during_calls.append(type(method).__name__)
            return await make_request(bot, method)

        session.middleware(watch)
        built.start()
        yield built
        await built.stop()
        await bot.session.close()
        assert built.open_during_calls == []
