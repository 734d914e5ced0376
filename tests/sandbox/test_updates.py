"""getUpdates as Telegram answers it, and what the people's actions look like to a bot."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiogram.types import Update

from sandbox import Person, Sandbox, SandboxError
from tests.sandbox.conftest import confirm_all


async def test_updates_stay_until_the_offset_passes_them(
    world: Sandbox, bot: Bot, anna: Person
) -> None:
    for text in ("раз", "два", "три"):
        await anna.send(text)
    first = await bot.get_updates(limit=2, timeout=0)
    assert [u.message.text for u in first if u.message] == ["раз", "два"]
    assert await bot.get_updates(limit=2, timeout=0) == first
    rest = await bot.get_updates(offset=first[-1].update_id + 1, timeout=0)
    assert [u.message.text for u in rest if u.message] == ["три"]
    assert world.updates_pending() == 1
    last = await bot.get_updates(offset=-1, timeout=0)
    assert last == rest


async def test_a_long_poll_wakes_at_once(bot: Bot, anna: Person) -> None:
    poll = asyncio.create_task(bot.get_updates(offset=2, timeout=30))
    await asyncio.sleep(0.05)
    started = time.monotonic()
    await anna.send("привет")
    (update,) = await poll
    assert update.message is not None and update.message.text == "привет"
    assert time.monotonic() - started < 1


async def test_two_pollers_conflict(bot: Bot, anna: Person) -> None:
    first = asyncio.create_task(bot.get_updates(offset=2, timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(bot.get_updates(offset=2, timeout=30))
    with pytest.raises(TelegramConflictError, match="make sure that only one bot instance"):
        await first
    await anna.send("кому?")
    assert len(await second) == 1


async def test_only_allowed_kinds_come(bot: Bot, anna: Person) -> None:
    await bot.get_updates(offset=2, allowed_updates=["callback_query"], timeout=0)
    await anna.send("не услышат")
    assert await bot.get_updates(timeout=0) == []
    await bot.get_updates(allowed_updates=["message"], timeout=0)
    await anna.send("услышат")
    assert len(await bot.get_updates(timeout=0)) == 1


async def test_blocking_is_told(bot: Bot, anna: Person) -> None:
    await anna.block()
    with pytest.raises(SandboxError, match="has blocked the bot"):
        await anna.send("?")
    await anna.start("p1")
    kinds = [
        (u.event_type, u.my_chat_member.new_chat_member.status if u.my_chat_member else None)
        for u in await bot.get_updates(timeout=0)
    ]
    assert kinds == [("my_chat_member", "kicked"), ("my_chat_member", "member"), ("message", None)]


async def test_start_links(bot: Bot, anna: Person) -> None:
    await anna.start("ref_1")
    update = (await bot.get_updates(timeout=0))[-1]
    assert update.message is not None and update.message.text == "/start ref_1"
    entities = update.message.entities or []
    assert [(e.type, e.length) for e in entities] == [("bot_command", 6)]
    for bad in ("x" * 65, "привет", "a b"):
        with pytest.raises(SandboxError, match="payload"):
            await anna.start(bad)


async def test_edits_and_forwards_of_people(bot: Bot, anna: Person) -> None:
    mine = await anna.send("черновик")
    await anna.edit(mine, "чистовик")
    await anna.forward(mine)
    message, edited, forwarded = await bot.get_updates(timeout=0)
    assert message.message is not None and message.message.text == "черновик"
    assert edited.edited_message is not None and edited.edited_message.text == "чистовик"
    assert forwarded.message is not None and forwarded.message.forward_origin is not None
    theirs = await bot.send_message(anna.id, "бот")
    with pytest.raises(SandboxError, match="one's own"):
        await anna.edit(next(m for m in anna.chat if m.id == theirs.message_id), "x")


async def test_redelivered_updates_keep_their_ids(world: Sandbox, bot: Bot, anna: Person) -> None:
    await anna.send("раз")
    ids = await confirm_all(bot)
    assert world.redeliver(1) == 1 and world.updates_pending() == 1
    again: list[Update] = await bot.get_updates(offset=ids[-1] + 1, timeout=0)
    assert [u.update_id for u in again] == ids and world.updates_pending() == 0


async def test_people_can_write_before_the_bot_is_there(new_bot) -> None:
    async with Sandbox() as world:
        vera = world.person("Вера")
        await vera.start()
        bot = new_bot(world, "5000:" + "t" * 35)
        (update,) = await bot.get_updates(timeout=0)
        await bot.send_message(vera.id, "Здравствуйте")
        assert update.message is not None and vera.screen == "Здравствуйте"
        assert world.token == bot.token and world.bot.id == 5000
