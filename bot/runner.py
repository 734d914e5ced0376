"""One update: the chat's lock, a connection, the work, one commit, then the screens."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import Update
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.commands import ChatCommands
from bot.screens import REPLY_KEYS, ScreenSender, answer_press, described, placeholder
from core.clock import Clock
from core.translator import Translator
from db.engines import Database
from db.queries import chats
from handlers.kit.turn import CURRENT, Turn
from mentoring.people import identity
from mentoring.unit import Actor, Unit

logger = logging.getLogger(__name__)

# An update delivered again within this many is not done again: more than a batch of polling, which
# comes again as a whole, and may be of one chat.
REMEMBERED_UPDATES = 128
# Longer than this nobody waits for a screen; the person presses again.
_LONGEST_PAUSE_SECONDS = 5
_STACK = "aiogd:stack:"


class ChatLocks:
    """One turn at a time in a chat, in the order of arrival; taken before any connection is."""

    def __init__(self) -> None:
        self._locks: dict[int, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def hold(self, chat_id: int) -> AsyncIterator[None]:
        lock, users = self._locks.get(chat_id, (asyncio.Lock(), 0))
        self._locks[chat_id] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks.pop(chat_id)
            if users > 1:
                self._locks[chat_id] = (lock, users - 1)


@dataclass(slots=True)
class Runner:
    """Takes updates, in whichever way they come, through the unit of work."""

    bot: Bot
    dispatcher: Dispatcher
    database: Database
    translator: Translator
    clock: Clock
    admin_ids: frozenset[int]
    default_timezone: str
    # The bot's own name, for links; asked for once, because no transaction may wait for Telegram.
    username: str
    # What a calendar's token follows in its address; empty without a web server.
    calendars: str
    wake: Callable[[set[str]], None]
    locks: ChatLocks = field(default_factory=ChatLocks)
    sender: ScreenSender = field(default_factory=ScreenSender)
    commands: ChatCommands = field(default_factory=ChatCommands)

    async def handle(self, update: Update) -> None:
        """Do one update. Raises what an unreachable database raised: it is then to be given again.

        Any other exception that even the error handlers did not master is logged and left behind,
        for giving the same update again would only raise it again.
        """
        chat_id = private_chat(update)
        if chat_id is None:
            return
        async with self.locks.hold(chat_id):
            try:
                turn = await self._work(update, chat_id)
            except (OperationalError, InterfaceError, PoolTimeout, OSError):
                raise
            except Exception:
                logger.exception("update %s could not be handled", update.update_id)
                return
            self.wake(turn.unit.wakes)
            await self._deliver(update, turn)
            if turn.commands_changed:
                await self.commands.set(self.bot, turn)

    async def _work(self, update: Update, chat_id: int) -> Turn:
        async with self.database.session() as session:
            turn = await self._open(
                Unit(
                    session=session,
                    now=self.clock.now(),
                    actor=identity.stranger(chat_id, self.admin_ids),
                    default_timezone=self.default_timezone,
                    calendars=self.calendars,
                ),
                update,
                chat_id,
            )
            token = CURRENT.set(turn)
            try:
                await self.dispatcher.feed_update(
                    self.bot,
                    update,
                    turn=turn,
                    reload=self.reload,
                    reseat=self.reseat,
                    username=self.username,
                )
                _remember(turn)
                # Whoever has blocked the bot has no commands to be set.
                if update.my_chat_member is None:
                    turn.commands_changed = self.commands.changed(turn)
                await chats.save(session, chat_id, _packed(turn.rows))
                await session.commit()
            finally:
                CURRENT.reset(token)
        return turn

    async def _open(self, unit: Unit, update: Update, chat_id: int) -> Turn:
        turn = Turn(
            update_id=update.update_id,
            chat_id=chat_id,
            unit=unit,
            words=self.translator.to(None),
            rows={},
        )
        await self._load(turn, language_of(update))
        turn.refresh = update.update_id in turn.rows.get("u", [])
        return turn

    async def _load(self, turn: Turn, language: str | None) -> None:
        unit = turn.unit
        loaded = await chats.load(unit.session, turn.chat_id)
        if loaded is None:
            await chats.create(unit.session, turn.chat_id)
            loaded = await chats.load(unit.session, turn.chat_id)
        if loaded is None:
            raise LookupError("a chat's row was deleted while it was being read")
        turn.rows = orjson.loads(loaded.data)
        unit.actor = self._actor(turn, loaded)
        turn.words = self.translator.to(unit.actor.locale or language)
        turn.living_message_id = turn.rows.get(_STACK, {}).get("d", {}).get("last_message_id")
        turn.reply_keys = turn.rows.get("t") == REPLY_KEYS

    async def reload(self, turn: Turn, update: Update) -> None:
        """Undo the turn so far and begin it anew from what is committed."""
        await turn.unit.session.rollback()
        turn.forget()
        await self._load(turn, language_of(update))

    async def reseat(self, turn: Turn) -> None:
        """Read the actor again after their seats have changed within the turn.

        A seat just taken is the one the person wants to sit in.
        """
        before = {seat.key for seat in turn.unit.actor.seats}
        loaded = await chats.load(turn.unit.session, turn.chat_id)
        if loaded is None:
            return
        turn.unit.actor = self._actor(turn, loaded)
        taken = next((seat for seat in turn.unit.actor.seats if seat.key not in before), None)
        if taken is not None:
            turn.wear(taken)

    def _actor(self, turn: Turn, loaded: chats.LoadedChat) -> Actor:
        return identity.actor(
            loaded.rows,
            turn.chat_id,
            self.admin_ids,
            now=turn.unit.now,
            hat=turn.rows.get("h", ""),
        )

    async def _deliver(self, update: Update, turn: Turn) -> None:
        query = update.callback_query
        if query is None:
            await self._show(turn)
        else:
            # Side by side: the screen need not wait for Telegram to take the answer.
            same = turn.words.plain("screen-same") if turn.unchanged else None
            await asyncio.gather(self._answer(query.id, turn.remark or same), self._show(turn))

    async def _answer(self, query_id: str, text: str | None) -> None:
        try:
            await self._patiently(answer_press, self.bot, query_id, text)
        except TelegramAPIError as error:
            logger.warning("a press was not answered: %s", described(error))

    async def _show(self, turn: Turn) -> None:
        try:
            sent = await self._patiently(self.sender.deliver, self.bot, turn)
        except TelegramForbiddenError:
            await self._unreachable(turn)
        except TelegramAPIError as error:
            logger.warning("a screen was not shown: %s", described(error))
        else:
            if sent is not None:
                await self._note_message(turn, sent)

    @staticmethod
    async def _patiently(call: Callable[..., Any], *args: Any) -> Any:
        try:
            return await call(*args)
        except TelegramRetryAfter as pause:
            if pause.retry_after > _LONGEST_PAUSE_SECONDS:
                raise
            await asyncio.sleep(pause.retry_after)
            return await call(*args)

    async def _note_message(self, turn: Turn, message_id: int) -> None:
        """Put the new message's id in place of its placeholder: presses and edits refer to it."""
        stack = turn.rows.get(_STACK, {}).get("d", {})
        if stack.get("last_message_id") not in {placeholder(turn), turn.living_message_id}:
            return
        committed = _packed(turn.rows)
        stack["last_message_id"] = message_id
        async with self.database.begin() as session:
            await chats.replace(session, turn.chat_id, committed, _packed(turn.rows))

    async def _unreachable(self, turn: Turn) -> None:
        async with self.database.begin() as session:
            await identity.mark_unreachable(session, turn.chat_id, self.clock.now())


def _packed(rows: dict[str, Any]) -> str:
    return orjson.dumps(rows).decode()


def private_chat(update: Update) -> int | None:
    """The private chat an update came from; None for what the bot does not take part in."""
    event = update.message or update.my_chat_member
    chat = event.chat if event else None
    if update.callback_query:
        message = update.callback_query.message
        chat = message.chat if message else None
    return chat.id if chat is not None and chat.type == "private" else None


def language_of(update: Update) -> str | None:
    event = update.message or update.callback_query or update.my_chat_member
    user = event.from_user if event else None
    return user.language_code if user else None


def _remember(turn: Turn) -> None:
    seen = [number for number in turn.rows.get("u", []) if number != turn.update_id]
    turn.rows["u"] = [*seen, turn.update_id][-REMEMBERED_UPDATES:]
