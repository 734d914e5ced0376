"""Buttons: which one is meant, what the bot gets, what the person is shown."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import Person, Sandbox, SandboxError


def board(*labels: str, prefix: str = "") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=prefix + label) for label in labels]
        ]
    )


async def newest_query(bot: Bot) -> CallbackQuery:
    query = (await bot.get_updates(timeout=0))[-1].callback_query
    assert query is not None
    return query


async def test_a_press_and_its_toast(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "Готово?", reply_markup=board("✅ Готово", "Отложить"))
    press = await anna.press("Готово")
    query = await newest_query(bot)
    assert (query.data, query.from_user.id) == ("✅ Готово", anna.id)
    assert not press.answered
    await bot.answer_callback_query(query.id, "Отмечено")
    toast = await press.answer()
    assert toast is not None and (toast.text, toast.alert) == ("Отмечено", False)
    assert anna.toasts == [toast]


async def test_a_press_may_be_answered_with_nothing_or_a_window(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "?", reply_markup=board("a", "b"))
    silent = await anna.press(0)
    await bot.answer_callback_query((await newest_query(bot)).id)
    assert await silent.answer() is None and silent.answered
    window = await anna.press(1)
    await bot.answer_callback_query((await newest_query(bot)).id, "Внимание", show_alert=True)
    shown = await window.answer()
    assert shown is not None and shown.alert


async def test_an_unanswered_press_is_told(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "?", reply_markup=board("a"))
    press = await anna.press("a")
    with pytest.raises(SandboxError, match="was not answered within"):
        await press.answer(timeout=0.01)


async def test_a_late_or_wrong_answer_is_refused(new_bot) -> None:
    async with Sandbox() as world:
        bot, boris = new_bot(world), world.person("Борис")
        await boris.start()
        await bot.send_message(boris.id, "?", reply_markup=board("a"))
        await boris.press("a")
        query = await newest_query(bot)
        await bot.answer_callback_query(query.id)
        await bot.answer_callback_query(query.id, "второй раз можно, но поздно для показа")
        with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
            await bot.answer_callback_query(query.id, "я" * 201)
        world.state.query_seconds = 0.0
        for query_id in (query.id, "12345"):
            with pytest.raises(TelegramBadRequest, match="query is too old and response timeout"):
                await bot.answer_callback_query(query_id)
        assert boris.toasts == []


async def test_the_newest_message_with_the_button_wins(bot: Bot, anna: Person) -> None:
    old = await bot.send_message(anna.id, "1", reply_markup=board("Да", "Только тут", prefix="o:"))
    await bot.send_message(anna.id, "2", reply_markup=board("Да", prefix="n:"))
    await anna.press("Да")
    assert (await newest_query(bot)).data == "n:Да"
    await anna.press("Только тут")
    assert (await newest_query(bot)).data == "o:Только тут"
    await anna.press("o:Да")
    assert (await newest_query(bot)).data == "o:Да"
    first = next(m for m in anna.chat if m.id == old.message_id)
    await anna.press("Да", first)
    query = await newest_query(bot)
    assert query.data == "o:Да" and query.message is not None
    assert query.message.message_id == old.message_id


async def test_a_missing_button_is_told_with_those_that_are_there(bot: Bot, anna: Person) -> None:
    with pytest.raises(SandboxError, match="none at all"):
        await anna.press("Готово")
    await bot.send_message(anna.id, "?", reply_markup=board("Да", "Нет"))
    with pytest.raises(SandboxError, match=r"no button 'Готово'.*'Да', 'Нет'"):
        await anna.press("Готово")
    with pytest.raises(SandboxError, match="no button 2"):
        await anna.press(2)


async def test_forged_and_outdated_presses(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "?", reply_markup=board("Да"))
    message = next(m for m in anna.chat if m.id == sent.message_id)
    await anna.press_raw("delete:everything", message)
    assert (await newest_query(bot)).data == "delete:everything"
    await bot.delete_message(anna.id, sent.message_id)
    with pytest.raises(SandboxError, match="was deleted"):
        await anna.press("Да", message)
    await anna.press_raw("Да", message)
    assert isinstance((await newest_query(bot)).message, InaccessibleMessage)


async def test_the_reply_keyboard_sends_texts(bot: Bot, anna: Person) -> None:
    keyboard = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text="Меню"), KeyboardButton(text="Телефон", request_contact=True)]
        ]
    )
    await bot.send_message(anna.id, "Выберите", reply_markup=keyboard)
    assert anna.reply_buttons() == ["Меню", "Телефон"]
    await bot.send_message(anna.id, "другое", reply_markup=board("Инлайн"))
    assert (await anna.press("Меню")).answered
    await anna.press("Телефон")
    await anna.press("Инлайн")
    texts = [u.message for u in await bot.get_updates(timeout=0) if u.message]
    assert texts[0].text == "Меню"
    assert texts[1].contact is not None and texts[1].contact.user_id == anna.id
    await bot.send_message(anna.id, "убрано", reply_markup=ReplyKeyboardRemove())
    assert anna.reply_buttons() == []
    with pytest.raises(SandboxError, match="no button 'Меню'"):
        await anna.press("Меню")


async def test_a_one_time_keyboard_goes_after_a_press(bot: Bot, anna: Person) -> None:
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="Где я", request_location=True)]], one_time_keyboard=True
    )
    await bot.send_message(anna.id, "?", reply_markup=keyboard)
    await anna.press("Где я")
    assert anna.reply_buttons() == []
    message = (await bot.get_updates(timeout=0))[-1].message
    assert message is not None and message.location is not None


async def test_links_on_buttons(bot: Bot, anna: Person) -> None:
    rows = [
        [InlineKeyboardButton(text="Анкета", url="https://t.me/mentoring_test_bot?start=q7")],
        [InlineKeyboardButton(text="Сайт", url="https://example.org/")],
    ]
    await bot.send_message(anna.id, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    await anna.press("Анкета")
    await anna.press("Сайт")
    (update,) = await bot.get_updates(timeout=0)
    assert update.message is not None and update.message.text == "/start q7"
    assert anna.events[-1].kind == "opened" and anna.events[-1].text == "https://example.org/"
