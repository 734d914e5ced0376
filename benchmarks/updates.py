"""Updates as polling hands them over: parsed, with their bot attached."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.types import Update

_DATE = 1_788_253_200


class Updates:
    """Makes updates of private chats, each with the next number."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._numbers: Iterator[int] = count(1)

    def text(self, chat_id: int, text: str) -> Update:
        return self._parsed({"message": self._message(chat_id, text, chat_id)})

    def press(self, chat_id: int, data: str, message_id: int) -> Update:
        """A press on a button of the bot's message."""
        return self._parsed(
            {
                "callback_query": {
                    "id": str(chat_id),
                    "from": self._user(chat_id),
                    "chat_instance": str(chat_id),
                    "data": data,
                    "message": self._message(chat_id, "-", self._bot.id)
                    | {"message_id": message_id},
                }
            }
        )

    def _parsed(self, content: dict[str, Any]) -> Update:
        number = next(self._numbers)
        return Update.model_validate({"update_id": number} | content, context={"bot": self._bot})

    def _message(self, chat_id: int, text: str, sender: int) -> dict[str, Any]:
        return {
            "message_id": 1,
            "date": _DATE,
            "chat": {"id": chat_id, "type": "private", "first_name": "A"},
            "from": self._user(sender),
            "text": text,
        }

    def _user(self, user_id: int) -> dict[str, Any]:
        return {
            "id": user_id,
            "is_bot": user_id == self._bot.id,
            "first_name": "A",
            "language_code": "ru",
        }
