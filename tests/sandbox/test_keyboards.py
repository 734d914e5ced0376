"""Keyboards Telegram would not take."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import Person


def board(*rows: list[dict[str, Any]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(**button) for button in row] for row in rows]
    )


def key(text: str = "x", **action: Any) -> dict[str, Any]:
    return {"text": text, **(action or {"callback_data": "x"})}


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (board([key(callback_data="x" * 65)]), "BUTTON_DATA_INVALID"),
        (board([key(callback_data="я" * 33)]), "BUTTON_DATA_INVALID"),
        (board([key(callback_data="")]), "BUTTON_DATA_INVALID"),
        (board([key("")]), "inline keyboard button text must be non-empty"),
        (board([{"text": "x"}]), "Text buttons are unallowed in the inline keyboard"),
        (board([key(url="не ссылка")]), "URL 'не ссылка' is invalid: Wrong HTTP URL"),
        (board([key(url="ftp://a.ru")]), "Wrong HTTP URL"),
        (board([key()] * 9), "reply markup is too long"),
        (board(*[[key()] * 8] * 13), "reply markup is too long"),
        (board(*[[key("x" * 120)]] * 90), "reply markup is too long"),
    ],
)
async def test_refused(bot: Bot, anna: Person, markup: InlineKeyboardMarkup, told: str) -> None:
    with pytest.raises(TelegramBadRequest) as refused:
        await bot.send_message(anna.id, "x", reply_markup=markup)
    assert told in refused.value.message
    assert anna.last is None


async def test_the_largest_that_pass(bot: Bot, anna: Person) -> None:
    rows = [[key(callback_data="я" * 32)] * 8] * 12
    await bot.send_message(anna.id, "x", reply_markup=board(*rows[:6]))
    await bot.send_message(
        anna.id, "x", reply_markup=board([key(url="https://t.me/x?start=1"), key(url="a.ru")])
    )
    assert anna.buttons() == ["x", "x"]


async def test_an_empty_keyboard_is_none(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "x", reply_markup=board([]))
    assert sent.reply_markup is None and anna.buttons() == []
