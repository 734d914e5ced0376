"""Ordered failures, as aiogram meets them."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox import Fault, Person, Sandbox


async def test_server_errors(world: Sandbox, bot: Bot, anna: Person) -> None:
    world.fail("http", code=502, times=2)
    for _ in range(2):
        with pytest.raises(TelegramServerError, match="Bad Gateway"):
            await bot.send_message(anna.id, "x")
    world.fail("html", code=502)
    with pytest.raises(ClientDecodeError):
        await bot.send_message(anna.id, "x")
    await bot.send_message(anna.id, "дошло")
    assert [m.text for m in anna.chat if m.from_bot] == ["дошло"]
    assert [r.error for r in world.calls.refused()][-1] == "fault: html"


async def test_a_drop_before_and_after(world: Sandbox, bot: Bot, anna: Person) -> None:
    world.fail("drop_before")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "не дошло")
    world.fail("drop_after")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "дошло, но бот не знает")
    assert [m.text for m in anna.chat if m.from_bot] == ["дошло, но бот не знает"]


async def test_a_hang(world: Sandbox, bot: Bot, anna: Person) -> None:
    world.fail("hang", seconds=5)
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot.send_message(anna.id, "x", request_timeout=1)
    world.fail("hang", seconds=0.01)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(anna.id, "x")


async def test_faults_are_aimed(world: Sandbox, bot: Bot, anna: Person) -> None:
    boris = world.person("Борис")
    await boris.start()
    world.fail("retry_after", seconds=17, chat=boris)
    world.fail("error", method="editMessageText", text="Bad Request: MESSAGE_ID_INVALID")
    sent = await bot.send_message(anna.id, "мимо")
    with pytest.raises(TelegramBadRequest, match="MESSAGE_ID_INVALID"):
        await bot.edit_message_text("x", chat_id=anna.id, message_id=sent.message_id)
    with pytest.raises(TelegramRetryAfter) as told:
        await bot.send_message(boris.id, "x")
    assert told.value.retry_after == 17 and not world.faults
    assert world.faults.struck == 2


async def test_get_updates_is_spared_unless_named(world: Sandbox, bot: Bot, anna: Person) -> None:
    world.fail("http", code=500)
    assert await bot.get_updates(offset=2, timeout=0) == []
    world.faults.clear()
    world.fail("http", code=500, method="getUpdates")
    with pytest.raises(TelegramServerError):
        await bot.get_updates(offset=2, timeout=0)
    with pytest.raises(ValueError, match="unknown kind"):
        world.faults.order(Fault("explode"))  # type: ignore[arg-type]


async def test_latency(world: Sandbox, bot: Bot, anna: Person) -> None:
    world.set_latency({"sendMessage": 0.06, "*": 0.0})
    started = time.monotonic()
    await asyncio.gather(*(bot.send_message(anna.id, str(n)) for n in range(5)))
    assert 0.06 <= time.monotonic() - started < 0.3
    world.set_latency(0)
    assert world.state.latency == {}


async def test_a_group_becomes_a_supergroup(world: Sandbox, bot: Bot, anna: Person) -> None:
    group = world.group("Кураторы", anna)
    await group.send(anna, "/report@mentoring_test_bot")
    old_id = group.id
    sent = await bot.send_message(old_id, "Отчёт")
    assert sent.chat.title == "Кураторы" and sent.chat.type == "group"
    new_id = await group.upgrade()
    with pytest.raises(TelegramMigrateToChat) as told:
        await bot.send_message(old_id, "x")
    assert told.value.migrate_to_chat_id == new_id
    await bot.send_message(new_id, "снова тут")
    assert group.chat[-1].text == "снова тут"
    services = [u.message for u in await bot.get_updates(timeout=0)][-2:]
    assert services[0] is not None and services[0].migrate_to_chat_id == new_id
    assert services[1] is not None and services[1].migrate_from_chat_id == old_id


async def test_a_group_without_the_bot(world: Sandbox, bot: Bot, anna: Person) -> None:
    group = world.group("Штаб", anna, supergroup=True)
    assert (await bot.get_chat_member(group.id, anna.id)).status == "member"
    assert await bot.get_chat_member_count(group.id) == 2
    await group.remove_bot(anna)
    with pytest.raises(Exception, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "x")
