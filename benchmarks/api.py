"""A Bot API without a network: every call succeeds, at once or after a while."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import Chat, InlineKeyboardMarkup, Message


class InstantApi(BaseSession):
    """Answers calls after `seconds` and remembers what each chat shows."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0
        self.keyboards: dict[int, InlineKeyboardMarkup] = {}
        self.message_ids: dict[int, int] = {}

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> Any:
        if self.seconds:
            await asyncio.sleep(self.seconds)
        if not isinstance(method, SendMessage | EditMessageText):
            return True
        chat_id = int(method.chat_id or 0)
        if isinstance(method, SendMessage):
            self.message_ids[chat_id] = self.message_ids.get(chat_id, 0) + 1
        if isinstance(method.reply_markup, InlineKeyboardMarkup):
            self.keyboards[chat_id] = method.reply_markup
        # About what it costs to read an answer of Telegram's.
        return Message.model_construct(
            message_id=self.message_ids[chat_id],
            chat=Chat.model_construct(id=chat_id, type="private"),
            text=method.text,
        )

    def data(self, chat_id: int, label: str) -> str:
        """The callback data of the button that reads `label`. Raises LookupError."""
        rows = self.keyboards[chat_id].inline_keyboard
        for button in (button for row in rows for button in row):
            if button.text == label and button.callback_data:
                return button.callback_data
        raise LookupError(f"no button {label!r} in chat {chat_id}")

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        """No files here."""
        yield b""
