"""Commands, names, menu button: kept and given back."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
    MenuButtonDefault,
)

from sandbox import Person


async def test_commands_by_scope_and_language(bot: Bot, anna: Person) -> None:
    await bot.set_my_commands([BotCommand(command="start", description="Начать")])
    scope = BotCommandScopeChat(chat_id=anna.id)
    own = [BotCommand(command="report", description="Report")]
    await bot.set_my_commands(own, scope=scope, language_code="en")
    assert [c.command for c in await bot.get_my_commands()] == ["start"]
    assert await bot.get_my_commands(scope=scope) == []
    found = await bot.get_my_commands(scope=scope, language_code="en")
    assert [c.command for c in found] == ["report"]
    await bot.delete_my_commands(scope=BotCommandScopeDefault())
    assert await bot.get_my_commands() == []


@pytest.mark.parametrize(
    ("command", "description", "told"),
    [
        ("Старт", "x", "BOT_COMMAND_INVALID"),
        ("x" * 33, "x", "BOT_COMMAND_INVALID"),
        ("start", "x" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_bad_commands(bot: Bot, command: str, description: str, told: str) -> None:
    with pytest.raises(TelegramBadRequest, match=told):
        await bot.set_my_commands([BotCommand(command=command, description=description)])


async def test_names_and_descriptions(bot: Bot) -> None:
    await bot.set_my_name("Наставник")
    await bot.set_my_name("Mentor", language_code="en")
    await bot.set_my_description("Что я умею")
    await bot.set_my_short_description("Кратко")
    assert (await bot.get_my_name()).name == "Наставник"
    assert (await bot.get_my_name(language_code="en")).name == "Mentor"
    assert (await bot.get_me()).first_name == "Наставник"
    assert (await bot.get_my_description(language_code="en")).description == "Что я умею"
    assert (await bot.get_my_short_description()).short_description == "Кратко"
    with pytest.raises(TelegramBadRequest, match="short description is too long"):
        await bot.set_my_short_description("x" * 121)


async def test_the_menu_button(bot: Bot, anna: Person) -> None:
    await bot.set_chat_menu_button(chat_id=anna.id, menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button(chat_id=anna.id)).type == "commands"
    await bot.set_chat_menu_button(menu_button=MenuButtonDefault())
    assert (await bot.get_chat_menu_button()).type == "default"
