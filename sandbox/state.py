"""The world's memory and the few changes everything else is made of."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from sandbox.calls import CallLog
from sandbox.clock import CivilClock
from sandbox.errors import ApiError
from sandbox.faults import Faults
from sandbox.files import FileStore, Upload
from sandbox.keyboards import Markup
from sandbox.limits import Limits, Pacer
from sandbox.model import Account, Attachment, BotAccount, Chat, Event, Json, Message, labels
from sandbox.signals import Signal
from sandbox.updates import UpdateQueue

if TYPE_CHECKING:
    from sandbox.webhook import Webhook

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
DEFAULT_TOKEN = "4200000001:sandbox-token-of-no-use-elsewhere"  # noqa: S105
QUERIES_KEPT = 20_000
Execute = Callable[[BotAccount, str, dict[str, Any], dict[str, Upload]], Awaitable[Any]]


@dataclass(slots=True)
class Toast:
    """What a person saw after pressing a button: a passing line, or a window (``alert``)."""

    text: str
    alert: bool = False
    url: str = ""


@dataclass(slots=True)
class Query:
    """A button press as the bot may answer it; ``made`` is monotonic time."""

    id: str
    chat: Chat
    account: Account
    made: float
    answered: bool = False
    toast: Toast | None = None


class State:
    """All bots, people and chats of one sandbox."""

    def __init__(
        self,
        *,
        token: str | None = None,
        username: str = "mentoring_test_bot",
        limits: Limits | None = None,
        keep: int | None = None,
        keep_calls: int | None = None,
    ) -> None:
        self.clock = CivilClock()
        self.activity = Signal()
        self.files = FileStore()
        self.faults = Faults()
        self.pacer = Pacer(limits)
        self.calls = CallLog(keep_calls, self.activity.fire)
        self.accounts: dict[int, Account] = {}
        self.queries: dict[str, Query] = {}
        self.webhooks: dict[int, Webhook] = {}
        self.keep = keep
        # How long a button press can be answered, in real seconds.
        self.query_seconds = 30.0
        self.username = username
        self.retry_seconds = 1.0
        self.latency: dict[str, float] = {}
        self.execute: Execute
        self._numbers = count(1)
        self._bots: dict[str, BotAccount] = {}
        self.main_bot = self.add_bot(token or DEFAULT_TOKEN)
        self.main_bot.claimed = token is not None

    @property
    def bots(self) -> list[BotAccount]:
        """All bots, the main one first."""
        return list(self._bots.values())

    def number(self) -> int:
        """A fresh number for ids that only have to differ."""
        return next(self._numbers)

    def add_bot(self, token: str) -> BotAccount:
        """The bot of a token, made when it is new. Raises ValueError for a malformed token."""
        if not TOKEN.fullmatch(token):
            raise ValueError("a token is <digits>:<at least 30 letters, digits, _ or ->")
        if token not in self._bots:
            bot = BotAccount(token, self.username, UpdateQueue(self.activity.fire))
            self._bots[token] = bot
        return self._bots[token]

    def bot_for(self, token: str) -> BotAccount:
        """The bot that calls with this token.

        The first token ever used takes over the main bot when none was named, so people may
        write before the bot process is there. Raises ApiError as Telegram does.
        """
        bot = self._bots.get(token)
        if bot is None:
            if not TOKEN.fullmatch(token):
                raise ApiError(404, "Not Found")
            bot = self.add_bot(token) if self.main_bot.claimed else self._take_over(token)
        if bot.revoked:
            raise ApiError(401, "Unauthorized")
        bot.claimed = True
        return bot

    def _take_over(self, token: str) -> BotAccount:
        bot = self.main_bot
        del self._bots[bot.token]
        bot.token = token
        self._bots[token] = bot
        return bot

    def private_chat(self, bot: BotAccount, account: Account) -> Chat:
        """The chat of a person with a bot; it exists before the first message."""
        chat = bot.chats.get(account.id)
        if chat is None:
            info = {key: value for key, value in account.user().items() if key != "is_bot"}
            info.pop("language_code", None)
            chat = Chat(bot, account.id, {**info, "type": "private"}, self.keep)
            chat.account = account
            bot.chats[account.id] = chat
        return chat

    def post(
        self,
        chat: Chat,
        sender: Json,
        content: Json,
        *,
        from_bot: bool = False,
        markup: Markup | None = None,
    ) -> Message:
        """Put a message into a chat; no update yet (people's messages: ``announce``)."""
        data: Json = {
            "message_id": chat.next_id(),
            "from": sender,
            "chat": chat.info,
            "date": self.clock.timestamp(),
            **content,
        }
        message = Message(chat, data, from_bot=from_bot)
        self.set_markup(message, markup)
        if markup is not None and markup.kind == "keyboard":
            chat.reply_keyboard = message
        elif markup is not None and markup.kind == "remove":
            chat.reply_keyboard = None
        chat.keep_message(message)
        return message

    def set_markup(self, message: Message, markup: Markup | None) -> None:
        """Give a message its keyboard; only inline ones are visible in the data."""
        message.markup = markup
        if markup is not None and markup.kind == "inline":
            message.data["reply_markup"] = {"inline_keyboard": markup.rows}
        else:
            message.data.pop("reply_markup", None)

    def announce(self, message: Message, kind: str = "message") -> int | None:
        """Tell the bot about a message of a person."""
        return message.chat.bot.updates.push(kind, message.data, message.chat.id)

    def log_message(self, message: Message, kind: str = "message") -> None:
        """Write a message, or what it has become, into the history of the chat."""
        keyboard = message.markup
        self.log(
            message.chat,
            kind,
            who=message.data["from"]["first_name"],
            from_bot=message.from_bot,
            text=message.text,
            attachment=message.attachment,
            message_id=message.id,
            buttons=message.rows,
            keyboard=keyboard.rows if keyboard and keyboard.kind == "keyboard" else None,
        )

    def log(
        self,
        chat: Chat,
        kind: str,
        *,
        who: str,
        from_bot: bool = False,
        text: str = "",
        attachment: Attachment | None = None,
        message_id: int = 0,
        buttons: list[list[Json]] | None = None,
        keyboard: list[list[Json]] | None = None,
    ) -> None:
        """Write into the history of a chat."""
        event = Event(0, self.clock.now(), kind, who, from_bot, text, attachment)
        event.message_id = message_id
        event.buttons = labels(buttons or [])
        event.keyboard = labels(keyboard or [])
        chat.log(event)

    def open_query(self, chat: Chat, account: Account) -> Query:
        """A button press waiting for its answer."""
        query = Query(str(10**17 + self.number()), chat, account, time.monotonic())
        self.queries[query.id] = query
        if len(self.queries) > QUERIES_KEPT:
            del self.queries[next(iter(self.queries))]
        return query

    def quiet(self) -> bool:
        """Whether every update is confirmed and no call is being answered."""
        return not self.calls.in_progress and not any(len(bot.updates) for bot in self.bots)
