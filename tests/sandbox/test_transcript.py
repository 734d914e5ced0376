"""A chat printed as its person saw it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from sandbox import Person, Sandbox, transcript

RUSSIAN = {
    "bot": "Бот",
    "edited": "изменено",
    "deleted": "удалено",
    "pressed": "→ нажато: «{}»",
    "toast": "[всплыло: {}]",
    "document": "документ",
    "KB": "КБ",
    "keyboard": "кнопки:",
}
BOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Готово", callback_data="1"),
            InlineKeyboardButton(text="Отложить", callback_data="2"),
        ],
        [InlineKeyboardButton(text="Назад", callback_data="3")],
    ]
)


async def test_a_day_as_it_was_seen(world: Sandbox, bot: Bot) -> None:
    world.clock.set(datetime(2026, 9, 30, 20, 30, tzinfo=UTC))
    vera = world.person("Вера")
    await vera.start()
    first = await bot.send_message(
        vera.id, "<b>Срок</b> завтра:\nплан пары", parse_mode="HTML", reply_markup=BOARD
    )
    world.clock.set(world.clock.now() + timedelta(hours=1))
    await vera.press("Готово")
    query = (await bot.get_updates(timeout=0))[-1].callback_query
    assert query is not None
    await bot.edit_message_text("Отмечено", chat_id=vera.id, message_id=first.message_id)
    await bot.answer_callback_query(query.id, "Сохранено")
    await bot.send_document(
        vera.id, BufferedInputFile(bytes(12 * 1024), "план.docx"), caption="Ваш план"
    )
    await bot.delete_message(vera.id, first.message_id)
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]])
    await bot.send_message(vera.id, "Дальше", reply_markup=keyboard)
    await vera.block()
    assert transcript(vera, tz=ZoneInfo("Europe/Moscow"), words=RUSSIAN) == (
        "--- 30.09.2026 ---\n"
        "23:30  Вера: /start\n"
        "23:30  Бот: Срок завтра:\n"
        "       план пары\n"
        "       [ Готово ] [ Отложить ]\n"
        "       [ Назад ]\n"
        "--- 01.10.2026 ---\n"
        "00:30  Вера → нажато: «Готово»\n"
        "00:30  Бот (изменено): Отмечено\n"
        "00:30  Бот [всплыло: Сохранено]\n"
        "00:30  Бот: [документ: план.docx, 12 КБ]\n"
        "       Ваш план\n"
        "00:30  Бот: [удалено: Отмечено]\n"
        "00:30  Бот: Дальше\n"
        "       кнопки:\n"
        "       [ Меню ]\n"
        "00:30  Вера → blocked the bot"
    )


async def test_a_part_of_it(world: Sandbox, anna: Person) -> None:
    mark = anna.events[-1].number
    await anna.send("после")
    assert transcript(anna, since=mark).endswith("Анна: после")
    assert "/start" not in transcript(anna, since=mark)
    later = world.clock.now() + timedelta(minutes=1)
    assert transcript(anna, since=later) == ""


async def test_a_group_shows_who_wrote(world: Sandbox, anna: Person) -> None:
    boris = world.person("Борис")
    group = world.group("Кураторы", anna, boris)
    await group.send(anna, "раз")
    await group.member(boris).send_contact("+7900", "Мама", user_id=None)
    text = transcript(group.member(anna))
    assert "Анна: раз" in text and "Борис: [contact: Мама +7900]" in text
