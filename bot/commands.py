"""The commands beside the input field of each chat: those of the person's menu, in their words.

They are set after the update in which the person's roles, hat or language have changed: the chat's
row remembers (in the same commit) what was meant to be set, so nothing is asked of Telegram while
nothing changes. No transaction waits for it, and a failure harms nobody: the menu has it all.
"""

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.screens import described
from core.translator import Words
from handlers.kit import menu
from handlers.kit.turn import Turn

logger = logging.getLogger(__name__)

_COMMON = ("menu", "help")
_ROW = "c"
_LONGEST_SECONDS = 5


def common(words: Words) -> list[BotCommand]:
    """What everybody may say, known or not."""
    return [
        BotCommand(command=name, description=words.plain(f"command-{name}")) for name in _COMMON
    ]


class ChatCommands:
    """Keeps the commands of each chat like the menu of the person in it."""

    def __init__(self) -> None:
        self._failed: set[int] = set()

    def changed(self, turn: Turn) -> bool:
        """Whether they are to be set anew; notes in the chat's row that they are."""
        names = menu.commands(menu.reader(turn.unit))
        # A stranger has what everybody has.
        wanted = ",".join([turn.words.language, *names]) if names else ""
        before = turn.rows.get(_ROW, "")
        if wanted:
            turn.rows[_ROW] = wanted
        else:
            turn.rows.pop(_ROW, None)
        return wanted != before or turn.chat_id in self._failed

    async def set(self, bot: Bot, turn: Turn) -> None:
        """Set them; outside of any transaction. What fails is tried at the next update."""
        words, scope = turn.words, BotCommandScopeChat(chat_id=turn.chat_id)
        own = [
            BotCommand(command=name, description=words.plain(item.label))
            for name, item in menu.commands(menu.reader(turn.unit)).items()
        ]
        self._failed.discard(turn.chat_id)
        try:
            if own:
                commands = [*own, *common(words)]
                await bot.set_my_commands(commands, scope, request_timeout=_LONGEST_SECONDS)
            else:
                await bot.delete_my_commands(scope, request_timeout=_LONGEST_SECONDS)
        except TelegramAPIError as error:
            self._failed.add(turn.chat_id)
            logger.warning("the commands of a chat were not set: %s", described(error))
