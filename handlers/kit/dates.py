"""Days as people type them."""

from collections.abc import Awaitable, Callable
from datetime import date

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from core.days import parse_day
from handlers.kit.screens import typed
from handlers.kit.turn import remark, unit_of, words_of

__all__ = ["parse_day", "typed_day"]

# The longest way to write a day.
_LIMIT = 40


def typed_day(
    on_day: Callable[[DialogManager, date], Awaitable[None]], unread: str
) -> MessageInput:
    """A typed day; for what is none, the message `unread` says how to write one."""

    async def receive(manager: DialogManager, text: str) -> None:
        today, language = unit_of(manager).today(), words_of(manager).language
        day = parse_day(text, today=today, language=language)
        if day is None:
            remark(manager, unread)
        else:
            await on_day(manager, day)

    return typed(receive, limit=_LIMIT)
