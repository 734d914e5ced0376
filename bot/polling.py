"""Long polling that confirms a batch only after it is committed.

aiogram's own polling moves the offset before the handlers are done, so a crash loses updates
Telegram will not send again. Here chats go side by side, the updates of one chat in order, and the
next getUpdates (which confirms) follows only when all of them are done.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import groupby
from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import Update

from bot.dialogs import ALLOWED_UPDATES
from bot.runner import private_chat

logger = logging.getLogger(__name__)

_WAIT_SECONDS = 20
_BATCH = 100
_PAUSES_SECONDS = (1, 2, 5, 10, 20, 30)
_SIDE_BY_SIDE = 32
# What passes by itself; a token, an address or a request that is refused stays refused.
_PASSING = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, ClientDecodeError)

Answer = TypeVar("Answer")


async def insist(call: Callable[[], Awaitable[Answer]]) -> Answer:
    """What Telegram answers, asked again for as long as it is out of reach.

    Raises what it raised when asking again cannot help.
    """
    failures = 0
    while True:
        try:
            return await call()
        except _PASSING as error:
            pause = _pause(error, failures)
            failures += 1
            logger.warning("Telegram is asked again in %s s: %s", pause, type(error).__name__)
            await asyncio.sleep(pause)


async def poll(bot: Bot, handle: Callable[[Update], Awaitable[None]]) -> None:
    """Take updates for ever. Raises TelegramUnauthorizedError when the token is refused."""
    offset: int | None = None
    failures = 0
    while True:
        try:
            updates = await bot.get_updates(
                offset=offset,
                limit=_BATCH,
                timeout=_WAIT_SECONDS,
                allowed_updates=ALLOWED_UPDATES,
                request_timeout=_WAIT_SECONDS + 10,
            )
            await _handle_batch(updates, handle)
        except TelegramUnauthorizedError:
            raise
        except Exception as error:
            pause = _pause(error, failures)
            failures += 1
            logger.warning("polling pauses for %s s: %s", pause, type(error).__name__)
            if isinstance(error, TelegramConflictError):
                logger.error("another bot takes the updates of this token")
            await asyncio.sleep(pause)
            continue
        failures = 0
        if updates:
            offset = updates[-1].update_id + 1


def _pause(error: Exception, failures: int) -> float:
    if isinstance(error, TelegramRetryAfter):
        return error.retry_after
    if not isinstance(error, TelegramAPIError | ClientDecodeError):
        logger.error("a batch of updates will be done again", exc_info=error)
    return _PAUSES_SECONDS[min(failures, len(_PAUSES_SECONDS) - 1)]


async def _handle_batch(updates: list[Update], handle: Callable[[Update], Awaitable[None]]) -> None:
    """All updates, each chat's in order. Raises the first failure after all chats are done."""
    limit = asyncio.Semaphore(_SIDE_BY_SIDE)

    async def one_chat(batch: list[Update]) -> None:
        async with limit:
            for update in batch:
                await handle(update)

    by_chat = groupby(sorted(updates, key=_chat), key=_chat)
    results = await asyncio.gather(
        *(one_chat(list(batch)) for _chat_id, batch in by_chat), return_exceptions=True
    )
    for result in results:
        if isinstance(result, BaseException):
            raise result


def _chat(update: Update) -> int:
    return private_chat(update) or 0
