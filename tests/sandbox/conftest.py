"""A sandbox and a real aiogram bot that talks to it over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox import Person, Sandbox

NewBot = Callable[..., Bot]


@pytest.fixture
async def world() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def new_bot() -> AsyncIterator[NewBot]:
    bots: list[Bot] = []

    def make(sandbox: Sandbox, token: str | None = None) -> Bot:
        api = TelegramAPIServer.from_base(sandbox.url)
        bots.append(Bot(token or sandbox.token, session=AiohttpSession(api=api)))
        return bots[-1]

    yield make
    for bot in bots:
        await _close(bot)


async def _close(bot: Bot) -> None:
    session = getattr(bot.session, "_session", None)
    if session is not None:
        await session.close()


@pytest.fixture
def bot(world: Sandbox, new_bot: NewBot) -> Bot:
    return new_bot(world)


@pytest.fixture
async def anna(world: Sandbox, bot: Bot) -> Person:
    """Anna, who has pressed Start; the bot has taken note."""
    person = world.person("Анна", last_name="Петрова", username="anna_p")
    await person.start()
    await confirm_all(bot)
    return person


async def confirm_all(bot: Bot) -> list[int]:
    """Take and confirm what is waiting, as a polling bot does; the update ids."""
    updates = await bot.get_updates(timeout=0)
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, limit=1, timeout=0)
    return [update.update_id for update in updates]


@asynccontextmanager
async def polling(bot: Bot, dispatcher: Dispatcher) -> AsyncIterator[None]:
    """Run a dispatcher that confirms updates only after handling them."""
    task = asyncio.create_task(
        dispatcher.start_polling(
            bot, handle_signals=False, handle_as_tasks=False, close_bot_session=False
        )
    )
    try:
        yield
    finally:
        with suppress(RuntimeError):
            await dispatcher.stop_polling()
        await task
