"""One update, one commit: what holds when things go wrong, twice, or at once."""

import asyncio
import logging
import re
from typing import Any

import pytest
from aiogram.types import Update
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.screens import ScreenSender
from db.models import Chat, Membership, Organisation, Outbox, Person
from db.queries import chats
from mentoring.people import organisations
from tests.bot.conftest import ADMIN, House

REFRESHED = "Экран обновлён"


async def test_an_exception_leaves_state_and_screen_as_they_were(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    admin = await house.administrator()
    await admin.press("Управления образования")
    await house.settle()
    await admin.press("Добавить управление")
    await house.settle()
    before = admin.screen
    founded = organisations.found_department

    async def broken(unit: Any, *, name: str) -> int:
        await founded(unit, name=name)
        raise RuntimeError("planned by the test")

    monkeypatch.setattr(organisations, "found_department", broken)
    with caplog.at_level(logging.ERROR):
        await admin.send("Управление")
        await house.settle()
    assert await house.count(Organisation) == 0
    assert admin.screen.endswith(before)
    code = re.search(r"код ([A-Z0-9]{6})", admin.screen)
    assert code is not None
    assert code[1] in caplog.text
    async with house.database.reading() as session:
        told = (await session.scalars(select(Outbox))).one()
    assert (told.chat_id, told.args["code"]) == (ADMIN, code[1])

    monkeypatch.undo()
    await admin.send("Управление")
    await house.settle()
    assert "Ссылка для сотрудников" in admin.screen
    assert await house.count(Organisation) == 1


async def test_twenty_presses_at_once_do_it_once(house: House) -> None:
    link = await house.department_link()
    guest = house.world.person("Ирина", last_name="Орлова")
    await guest.start(link)
    await house.settle()
    message = guest.keyboard_message()
    presses = await asyncio.gather(*(guest.press("Всё верно", message) for _ in range(20)))
    await house.settle()
    assert await house.count(Membership) == 1
    assert all(press.answered for press in presses)
    toasts = [press.toast.text for press in presses if press.toast]
    assert sum("Ваша роль" in text for text in toasts) == 1
    assert sum(REFRESHED in text for text in toasts) == 19
    assert "Школы" in guest.buttons()
    refused = [call.error for call in house.world.calls.refused()]
    assert all("message is not modified" in error for error in refused), refused


async def test_a_stale_button_gets_a_toast_and_the_fresh_screen(house: House) -> None:
    admin = await house.administrator()
    old = admin.keyboard_message()
    assert old is not None
    data = old.markup.rows[0][0]["callback_data"] if old.markup else ""
    await admin.press("Управления образования")
    await house.settle()
    await admin.start()
    await house.settle()
    press = await admin.press_raw(data, old)
    await house.settle()
    assert press.toast is not None
    assert REFRESHED in press.toast.text
    assert admin.last is not None
    assert admin.last.id > old.id
    assert "Управления образования" in admin.buttons()


async def test_a_press_on_another_screen_of_the_same_dialog_does_nothing(house: House) -> None:
    """A button of the list, pressed when the name is being asked, must not be taken for another."""
    admin = await house.administrator()
    await admin.press("Управления образования")
    await house.settle()
    message = admin.keyboard_message()
    assert message is not None
    assert message.markup is not None
    leave = message.markup.rows[-1][0]["callback_data"]
    await admin.press("Добавить управление")
    await house.settle()
    press = await admin.press_raw(leave, message)
    await house.settle()
    assert press.toast is not None
    assert REFRESHED in press.toast.text
    assert "Напишите полное название" in admin.screen


@pytest.mark.parametrize(
    "data",
    ["x", "\x1d", "\x1e", "nobody\x1dadd\x1eaaaaaa", "feedback:1:99999999999999999999", "a" * 64],
)
async def test_forged_callback_data_is_answered_and_changes_nothing(
    house: House, data: str
) -> None:
    admin = await house.administrator()
    message = admin.keyboard_message()
    assert message is not None
    press = await admin.press_raw(data, message)
    await house.settle()
    assert press.answered
    assert press.toast is not None
    assert "Управления образования" in admin.buttons()
    assert await house.count(Organisation) == 0


async def test_a_kill_between_commit_and_send_shows_the_screen_after_restart(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = await house.administrator()
    await admin.press("Управления образования")
    await house.settle()
    await admin.press("Добавить управление")
    await house.settle()
    killed = asyncio.Event()

    async def die(*_args: Any) -> None:
        killed.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(ScreenSender, "deliver", die)
    await admin.send("Управление")
    await asyncio.wait_for(killed.wait(), 5)
    await house.stop()
    monkeypatch.undo()
    assert await house.count(Organisation) == 1
    assert "Ссылка" not in admin.screen

    house.start()
    await house.settle()
    assert "Ссылка для сотрудников" in admin.screen
    assert await house.count(Organisation) == 1


async def test_an_update_given_twice_is_done_once(house: House) -> None:
    link = await house.department_link()
    guest = house.world.person("Ирина")
    await guest.start(link)
    await house.settle()
    await guest.press("Всё верно")
    await house.settle()
    house.world.redeliver(3)
    await house.settle()
    assert await house.count(Membership) == 1
    assert await house.count(Person) == 1


async def test_a_dialog_goes_on_after_a_restart(house: House) -> None:
    admin = await house.administrator()
    await admin.press("Управления образования")
    await house.settle()
    await admin.press("Добавить управление")
    await house.settle()
    await house.restart()
    await admin.send("Управление")
    await house.settle()
    assert "Ссылка для сотрудников" in admin.screen


async def test_a_failing_database_loses_no_update(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.polling._PAUSES_SECONDS", (0.01,))
    failures = 0
    load = chats.load

    async def failing(*args: Any) -> Any:
        nonlocal failures
        failures += 1
        if failures <= 3:
            raise OperationalError("select", {}, Exception("gone away"))
        return await load(*args)

    monkeypatch.setattr(chats, "load", failing)
    admin = await house.administrator()
    assert failures > 3
    assert "Управления образования" in admin.buttons()


async def test_a_poisonous_update_does_not_stop_the_others(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    admin = await house.administrator()
    feed = house.runner.dispatcher.feed_update

    async def poisoned(bot: Any, update: Update, **more: Any) -> Any:
        if update.message and update.message.text == "poison":
            raise ValueError("even the error handlers fail")
        return await feed(bot, update, **more)

    monkeypatch.setattr(house.runner.dispatcher, "feed_update", poisoned)
    await admin.send("poison")
    await admin.press("Управления образования")
    await house.settle()
    assert "Добавить управление" in admin.buttons()
    assert "could not be handled" in caplog.text


async def test_who_blocked_the_bot_is_marked_and_comes_back(house: House) -> None:
    link = await house.department_link()
    guest = house.world.person("Ирина")
    await guest.start(link)
    await house.settle()
    await guest.press("Всё верно")
    await house.settle()

    async def unreachable() -> bool:
        async with house.database.reading() as session:
            found = (await session.scalars(select(Person.unreachable_since))).one()
        return found is not None

    await guest.block()
    await house.settle()
    assert await unreachable()
    await guest.start()
    await house.settle()
    assert not await unreachable()


async def test_a_flood_limit_on_a_screen_is_waited_for(house: House) -> None:
    admin = await house.administrator()
    house.world.fail("retry_after", method="editMessageText", seconds=1)
    await admin.press("Управления образования")
    await house.settle()
    assert "Добавить управление" in admin.buttons()


async def test_a_deleted_screen_is_sent_anew(house: House) -> None:
    admin = await house.administrator()
    house.world.fail(
        "error", method="editMessageText", text="Bad Request: message to edit not found"
    )
    await admin.press("Управления образования")
    await house.settle()
    assert "Добавить управление" in admin.buttons()
    await admin.press("Добавить управление")
    await house.settle()
    assert "Напишите полное название" in admin.screen


async def test_chats_go_side_by_side_and_each_in_order(house: House) -> None:
    link = await house.department_link()
    guests = [house.world.person(f"Гость {number}") for number in range(8)]
    for guest in guests:
        await guest.start()
    for guest in guests[:3]:
        await guest.start(link)
        await guest.send("Имя Фамилия")
        await guest.send("1")
    await house.settle()
    async with house.database.reading() as session:
        names = (await session.scalars(select(Person.name))).all()
        assert await session.scalar(select(Chat.chat_id).where(Chat.chat_id == guests[7].id))
    assert names == ["Имя Фамилия"] * 3
    assert all("Добавить школу" in guest.buttons() for guest in guests[:3])


async def test_groups_are_left_alone(house: House) -> None:
    guest = house.world.person("Ирина")
    group = house.world.group("Учительская", guest)
    await group.send(guest, "/start")
    await house.settle()
    assert await house.count(Chat) == 0
