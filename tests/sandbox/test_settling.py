"""Waiting for the bot: settle, wait_for, with a dispatcher that polls."""

import asyncio

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message

from sandbox import Person, Sandbox, SandboxError
from tests.sandbox.conftest import polling


def echo(pause: float = 0.0) -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def repeat(message: Message) -> None:
        await message.answer(f"1 {message.text}")
        await asyncio.sleep(pause)
        await message.answer(f"2 {message.text}")

    return dispatcher


async def test_settle_waits_for_the_whole_answer(world: Sandbox, bot: Bot, anna: Person) -> None:
    async with polling(bot, echo(pause=0.05)):
        for number in range(5):
            await anna.send(str(number))
            await world.settle()
            assert anna.screen == f"2 {number}"
    assert world.updates_pending() == 0
    assert len(world.calls.of("sendMessage")) == 10


async def test_settle_without_a_bot_says_what_is_left(world: Sandbox, anna: Person) -> None:
    await world.settle()
    await anna.send("кто-нибудь?")
    with pytest.raises(SandboxError, match="1 updates unconfirmed, 0 calls in progress"):
        await world.settle(0.02)


async def test_settle_can_ask_for_quiet(world: Sandbox, bot: Bot, anna: Person) -> None:
    dispatcher = echo(pause=0.02)
    task = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False)
    )
    await anna.send("фоном")
    await world.settle(quiet=0.1)
    assert anna.screen == "2 фоном"
    await dispatcher.stop_polling()
    await task


async def test_wait_for_sees_only_what_came_after_the_last_action(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "Сохранено")
    await anna.send("ещё раз")
    with pytest.raises(SandboxError, match="no 'Сохранено' within"):
        await anna.wait_for("Сохранено", 0.02)
    assert (await anna.wait_for("Сохранено", since=0)).id == sent.message_id
    waiting = asyncio.create_task(anna.wait_for(lambda m: m.edited))
    await asyncio.sleep(0)
    await bot.edit_message_text("Готово", chat_id=anna.id, message_id=sent.message_id)
    assert (await waiting).text == "Готово"


async def test_history_can_be_bounded(new_bot) -> None:
    async with Sandbox(keep=5, keep_calls=3) as world:
        bot, vera = new_bot(world), world.person("Вера")
        await vera.start()
        for number in range(20):
            await bot.send_message(vera.id, str(number))
        assert [m.text for m in vera.chat] == ["15", "16", "17", "18", "19"]
        assert len(vera.events) == 5 and len(world.calls) == 3
        assert world.calls.total == 20 and world.calls[-1].params["text"] == "19"
        world.calls.clear()
        assert len(world.calls) == 0
