"""Screens are collected during the turn and sent after its commit.

Nothing is shown as saved before it is, and no transaction waits for Telegram. The id of a new
message is known only once it is sent; until then the dialog keeps a placeholder.
"""

import logging
from typing import Any
from zlib import crc32

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from aiogram_dialog import ShowMode
from aiogram_dialog.api.entities import NewMessage, OldMessage
from aiogram_dialog.api.protocols import MessageNotModified
from aiogram_dialog.manager.message_manager import MessageManager

from handlers.kit.turn import CURRENT, Screen, Turn

logger = logging.getLogger(__name__)

# Parts a button's callback data from the tag of the screen it belongs to.
TAG_MARK = "\x1e"
# The tag of a screen with a keyboard in place of the phone's own.
REPLY_KEYS = "keys"


class CollectedScreens(MessageManager):
    """Takes the dialogs' screens into the turn instead of sending them."""

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Every press is answered once, after the commit (see `deliver`)."""

    async def remove_kbd(
        self, bot: Bot, show_mode: ShowMode, old_message: OldMessage | None
    ) -> None:
        if old_message is not None and old_message.message_id > 0:
            CURRENT.get().drop_keyboards.add(old_message.message_id)

    async def show_message(
        self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None
    ) -> OldMessage:
        turn = CURRENT.get()
        if turn.screen is not None:
            # Only the last screen of a turn is seen; it goes where the first was to go.
            old_message = turn.screen.old
        elif new_message.show_mode is not ShowMode.EDIT:
            old_message = None
        if turn.reply_keys or isinstance(new_message.reply_markup, ReplyKeyboardMarkup):
            # Telegram puts such a keyboard under new messages only, and edits none that has it.
            old_message = None
        if old_message is None and turn.living_message_id:
            turn.drop_keyboards.add(turn.living_message_id)
        tag = _tag_buttons(new_message)
        # A press that chose what was chosen already: the phone shows this very screen.
        turn.unchanged = (
            old_message is not None
            and old_message.message_id == turn.living_message_id
            and bool(tag)
            and tag == turn.rows.get("t")
            and not turn.refresh
        )
        turn.rows["t"] = tag
        turn.screen = Screen(new_message, old_message)
        return OldMessage(
            chat=new_message.chat,
            message_id=old_message.message_id if old_message else placeholder(turn),
            media_id=None,
            media_uniq_id=None,
            text=new_message.text,
        )


def placeholder(turn: Turn) -> int:
    """Stands for the id of the message this turn will send; no real id is negative."""
    return -turn.update_id


def _tag_buttons(message: NewMessage) -> str:
    """Mark the buttons with what they stand under, so that a press on what has changed is known."""
    markup = message.reply_markup
    if not isinstance(markup, InlineKeyboardMarkup):
        return REPLY_KEYS if isinstance(markup, ReplyKeyboardMarkup) else ""
    buttons = [button for row in markup.inline_keyboard for button in row]
    content = [
        message.text or "",
        *(f"{button.text}\n{button.callback_data}" for button in buttons),
    ]
    tag = f"{crc32(chr(0).join(content).encode()):08x}"[:6]
    for button in buttons:
        if button.callback_data:
            button.callback_data += TAG_MARK + tag
    return tag


class ScreenSender(MessageManager):
    """Sends a collected screen for real."""

    async def deliver(self, bot: Bot, turn: Turn) -> int | None:
        """Show the turn's screen; returns the id of a new message, None when one was edited."""
        for message_id in turn.drop_keyboards:
            if turn.reply_keys and message_id == turn.living_message_id:
                await self._take_keys(bot, turn, message_id)
            else:
                await self._drop_keyboard(bot, turn.chat_id, message_id)
        if turn.screen is None or turn.unchanged:
            return None
        new, old = turn.screen.new, turn.screen.old
        if old is None:
            return (await self.send_message(bot, new)).message_id
        try:
            shown = await self.edit_message_safe(bot, new, old)
        except MessageNotModified:
            return None
        return shown.message_id if shown.message_id != old.message_id else None

    async def _drop_keyboard(self, bot: Bot, chat_id: int, message_id: int) -> None:
        try:
            await bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id)
        except TelegramBadRequest as error:
            logger.debug("an old keyboard stays: %s", error.message)

    async def _take_keys(self, bot: Bot, turn: Turn, message_id: int) -> None:
        """A keyboard in place of the phone's own goes with its message.

        One of more than 48 hours Telegram does not delete: a word that says the keys are gone takes
        them away, and goes itself.
        """
        try:
            await bot.delete_message(turn.chat_id, message_id)
        except TelegramBadRequest as error:
            logger.debug("an old question stays: %s", error.message)
            said = turn.words.plain("screen-refreshed")
            sent = await bot.send_message(turn.chat_id, said, reply_markup=ReplyKeyboardRemove())
            await bot.delete_message(turn.chat_id, sent.message_id)


async def answer_press(bot: Bot, query_id: str, text: str | None) -> None:
    """Answer a press; one that Telegram no longer waits for is no failure."""
    try:
        await bot.answer_callback_query(query_id, text=(text or "")[:200] or None)
    except TelegramBadRequest as error:
        logger.info("a press was answered too late: %s", error.message)


def described(error: TelegramAPIError) -> dict[str, Any]:
    """For the log: what Telegram said, without the request's text."""
    return {"kind": type(error).__name__, "said": error.message}
