"""Telegram as the scheduler's messenger, and what its refusals mean."""

import asyncio
import io
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    CopyMessage,
    SendAnimation,
    SendAudio,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVideo,
    SendVideoNote,
    SendVoice,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageId,
)
from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponseError,
    ConnectionTimeoutError,
)
from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

from scheduler.messenger import (
    DOWNLOAD_LIMIT_BYTES,
    Attachment,
    Button,
    Content,
    Copy,
    Failure,
    Faulty,
    Offline,
    Rejected,
    TooFast,
    TooLarge,
    Uncertain,
    Unreachable,
)

_SEND_SECONDS = 30
_UPLOAD_SECONDS = 55
_DOWNLOAD_SECONDS = 55
# Buttons stand one below the other, except where the words of several fit side by side on a phone.
_ROW_CHARACTERS = 24
_ROW_BUTTONS = 5
# The request never left: there was nobody to take it.
_NO_CONNECTION = (
    ClientConnectorError,
    ConnectionTimeoutError,
    ProxyConnectionError,
    ProxyError,
    ProxyTimeoutError,
)
# What Telegram has is sent again only as what it was.
_AGAIN: dict[str, Any] = {
    "voice": SendVoice,
    "audio": SendAudio,
    "video": SendVideo,
    "animation": SendAnimation,
}
# All of 403 means that this person gets nothing; these say the same under 400.
_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user_is_blocked",
    "input_user_deactivated",
    "user is deactivated",
)


# Whatever a sending method answers with.
Sent = TypeVar("Sent", Message, MessageId)


class TelegramMessenger:
    """Sends through aiogram's client, one request a call, nothing repeated here."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    @property
    def bot_id(self) -> int:
        return self._bot.id

    async def send(self, chat_id: int, content: Content) -> int:
        request = SendMessage(
            chat_id=chat_id,
            text=content.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(content.buttons),
        )
        return await self._request(request)

    async def copy(self, chat_id: int, copy: Copy) -> int:
        request = CopyMessage(
            chat_id=chat_id,
            from_chat_id=copy.source_chat_id,
            message_id=copy.source_message_id,
            reply_markup=keyboard(copy.buttons),
        )
        return await self._request(request)

    async def attach(self, chat_id: int, attachment: Attachment) -> int:
        file: BufferedInputFile | str = attachment.file_id or BufferedInputFile(
            attachment.data, filename=attachment.name
        )
        common: dict[str, Any] = {
            "chat_id": chat_id,
            "caption": attachment.caption,
            "parse_mode": ParseMode.HTML,
            "reply_markup": keyboard(attachment.buttons),
        }
        again = _AGAIN.get(attachment.sent_as)
        if again is not None and attachment.file_id:
            return await self._request(again(**{attachment.sent_as: file}, **common))
        if attachment.sent_as == "video_note":
            # It can carry no words.
            return await self._request(SendVideoNote(chat_id=chat_id, video_note=file))
        if attachment.picture:
            return await self._request(SendPhoto(photo=file, **common), _UPLOAD_SECONDS)
        document = SendDocument(document=file, disable_content_type_detection=True, **common)
        return await self._request(document, _UPLOAD_SECONDS)

    async def _request(self, request: TelegramMethod[Sent], seconds: int = _SEND_SECONDS) -> int:
        try:
            sent = await self._bot(request, request_timeout=seconds)
        except _FAILURES as error:
            raise classified(error) from error
        return sent.message_id

    async def download(self, file_id: str) -> bytes:
        try:
            async with asyncio.timeout(_DOWNLOAD_SECONDS):
                file = await self._bot.get_file(file_id, request_timeout=_SEND_SECONDS)
                if not file.file_path:
                    raise Rejected("the file has no path")
                if (file.file_size or 0) > DOWNLOAD_LIMIT_BYTES:
                    raise TooLarge(f"{file.file_size} bytes")
                received = _Capped()
                await self._bot.download_file(
                    file.file_path, received, timeout=_DOWNLOAD_SECONDS, seek=False
                )
        except _FAILURES as error:
            # Without its cause: the address of a file holds the token, and this may be logged.
            raise classified(error) from None
        return received.getvalue()


class _Capped(io.BytesIO):
    """Holds no more than a download may be, whatever size was announced."""

    def write(self, data: Any, /) -> int:
        if self.tell() + len(data) > DOWNLOAD_LIMIT_BYTES:
            raise TooLarge("more bytes than announced")
        return super().write(data)


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """Buttons below each other, short ones side by side."""
    rows: list[list[InlineKeyboardButton]] = []
    room = 0
    for button in buttons:
        room -= len(button.label)
        if not rows or room < 0 or len(rows[-1]) == _ROW_BUTTONS:
            rows.append([])
            room = _ROW_CHARACTERS - len(button.label)
        rows[-1].append(InlineKeyboardButton(text=button.label, callback_data=button.action))
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


# Whatever a request may raise; ClientError, OSError and TimeoutError come out of downloads bare.
_FAILURES = (AiogramError, ClientError, OSError, TimeoutError, ProxyError)

_MEANINGS: tuple[tuple[type[AiogramError], type[Failure]], ...] = (
    (TelegramForbiddenError, Unreachable),
    # The bot lives in private chats: a group that moved is nobody of ours.
    (TelegramMigrateToChat, Rejected),
    (TelegramEntityTooLarge, Rejected),
    # 401 and 404 speak of the token or the address, never of one message.
    (TelegramUnauthorizedError, Offline),
    (TelegramNotFound, Offline),
    (TelegramServerError, Faulty),
    # What cannot be decoded is the page of a gateway in front of Telegram.
    (ClientDecodeError, Faulty),
)


def classified(error: Exception) -> Failure:
    """What an exception of the client means for the message that was being sent."""
    said = getattr(error, "message", "") or type(error).__name__
    if isinstance(error, TelegramRetryAfter):
        return TooFast(said, error.retry_after)
    if isinstance(error, TelegramBadRequest):
        return _bad_request(said)
    if isinstance(error, ClientResponseError):
        return Rejected(said) if error.status == HTTPStatus.NOT_FOUND else Faulty(said)
    for kind, failure in _MEANINGS:
        if isinstance(error, kind):
            return failure(said)
    # No answer: whether the request had gone out decides.
    cause = error.__cause__ if isinstance(error, TelegramNetworkError) else error
    return Offline(said) if isinstance(cause, _NO_CONNECTION) else Uncertain(said)


def _bad_request(said: str) -> Failure:
    lowered = said.lower()
    if any(text in lowered for text in _GONE):
        return Unreachable(said)
    return TooLarge(said) if "file is too big" in lowered else Rejected(said)
