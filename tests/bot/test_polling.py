"""Taking updates from Telegram: what is refused, comes again as a whole, or cannot be reached."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe
from aiogram.types import Chat, Message, Update
from sqlalchemy.exc import OperationalError

from bot import polling
from bot.polling import _BATCH, _SIDE_BY_SIDE, _handle_batch, insist, poll
from bot.settings import SettingsError
from bot.single import only_one
from handlers.kit.turn import Turn
from tests.bot.conftest import House


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "_PAUSES_SECONDS", (0.01,))


class Failing:
    """A bot whose getUpdates raises these in turn, then hands out nothing for ever."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.asked: list[float] = []
        self.done = asyncio.Event()

    async def get_updates(self, **_arguments: Any) -> list[Update]:
        self.asked.append(asyncio.get_running_loop().time())
        if self.errors:
            raise self.errors.pop(0)
        self.done.set()
        await asyncio.Event().wait()
        return []


async def never(_update: Update) -> None:
    raise AssertionError("there was no update")


async def test_too_many_questions_are_put_off_for_as_long_as_telegram_says() -> None:
    method = GetMe()
    bot: Any = Failing(TelegramRetryAfter(method=method, message="flood", retry_after=1))
    taking = asyncio.create_task(poll(bot, never))
    await asyncio.wait_for(bot.done.wait(), 10)
    taking.cancel()
    assert bot.asked[1] - bot.asked[0] >= 1


async def test_another_poller_is_told_of_and_outlasted(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    await house.administrator()
    other = await house.bot.get_updates(timeout=0)
    assert other == []
    admin = await house.administrator()
    assert "another bot takes the updates of this token" in caplog.text
    assert "Управления образования" in admin.buttons()


async def test_a_batch_of_one_chat_that_fails_at_its_end_is_not_done_twice(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole batch comes again, and all but its last update are committed already."""
    admin = await house.administrator()
    await house.stop()
    for _ in range(_BATCH):
        await admin.send("/menu")
    done: list[int] = []
    feed = house.runner.dispatcher.feed_update

    async def failing(bot: Bot, update: Update, *, turn: Turn, **more: Any) -> Any:
        if not turn.refresh:
            done.append(update.update_id)
            if len(done) == _BATCH:
                raise OperationalError("select", {}, Exception("gone away"))
        return await feed(bot, update, turn=turn, **more)

    monkeypatch.setattr(house.runner.dispatcher, "feed_update", failing)
    house.polling = asyncio.create_task(poll(house.bot, house.runner.handle))
    await house.world.settle(60)
    assert len(done) == _BATCH + 1
    assert len(set(done)) == _BATCH


async def test_telegram_out_of_reach_is_asked_again() -> None:
    method = GetMe()
    errors: list[Exception] = [
        TelegramNetworkError(method=method, message="nobody there"),
        TelegramServerError(method=method, message="Bad Gateway"),
    ]

    async def asking() -> str:
        if errors:
            raise errors.pop(0)
        return "name"

    assert await insist(asking) == "name"


async def test_a_refused_token_is_not_asked_about_again() -> None:
    async def asking() -> str:
        raise TelegramUnauthorizedError(method=GetMe(), message="Unauthorized")

    with pytest.raises(TelegramUnauthorizedError):
        await insist(asking)


async def test_a_late_answer_to_a_press_loses_nothing_and_repeats_nothing(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    admin = await house.administrator()
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    house.world.fail("error", method="answerCallbackQuery", text=late)
    await admin.press("Управления образования")
    await house.settle()
    assert "Добавить управление" in admin.buttons()
    assert "done again" not in caplog.text and "was not answered" not in caplog.text


async def test_a_screen_that_is_the_same_stays_with_its_buttons(house: House) -> None:
    """Not every 400 is alike: taken for another, this one would cost the keyboard."""
    admin = await house.administrator()
    same = (
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )
    before = [one.id for one in admin.visible]
    house.world.fail("error", method="editMessageText", text=same)
    await admin.press("Управления образования")
    await house.settle()
    assert [one.id for one in admin.visible] == before
    assert admin.buttons()


async def test_after_an_outage_only_so_many_chats_are_worked_on_at_once() -> None:
    working = most = 0

    async def handle(_update: Update) -> None:
        nonlocal working, most
        working += 1
        most = max(most, working)
        await asyncio.sleep(0)
        working -= 1

    chats = [Chat(id=number, type="private") for number in range(1, _BATCH + 1)]
    await _handle_batch(
        [
            Update(
                update_id=chat.id,
                message=Message(message_id=1, date=datetime.now(UTC), chat=chat, text="x"),
            )
            for chat in chats
        ],
        handle,
    )
    assert most == _SIDE_BY_SIDE


def test_a_second_bot_on_one_file_is_refused(tmp_path: Path) -> None:
    file = str(tmp_path / "bot.db")
    with only_one(file), pytest.raises(SettingsError, match="another bot"), only_one(file):
        raise AssertionError("both hold it")
    with only_one(file):
        pass
