"""What the sandbox remembers: bots, people, chats, messages and what happened in a chat."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sandbox.files import StoredFile
from sandbox.keyboards import Markup
from sandbox.signals import Signal
from sandbox.updates import UpdateQueue

Json = dict[str, Any]
Rows = tuple[tuple[str, ...], ...]

MEDIA = ("document", "photo", "voice", "video", "audio", "sticker", "animation")
_PLAIN = (*MEDIA, "contact", "location", "poll")


@dataclass(slots=True)
class Account:
    """A person known to Telegram."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    phone: str = ""
    deactivated: bool = False

    def user(self) -> Json:
        """The User object."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                user[name] = value
        return user

    @property
    def name(self) -> str:
        """First and last name, as a chat list shows them."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(slots=True)
class Attachment:
    """What is attached to a message: its kind, and for files name and size in bytes."""

    kind: str
    name: str = ""
    size: int = 0


@dataclass(slots=True)
class Event:
    """One thing that happened in a chat, as it was at that moment.

    ``kind``: message, edited, deleted, pressed, opened, toast, alert, blocked, unblocked,
    pinned, reaction, service.
    """

    number: int
    at: datetime
    kind: str
    who: str
    from_bot: bool
    text: str = ""
    attachment: Attachment | None = None
    buttons: Rows = ()
    keyboard: Rows = ()
    message_id: int = 0


@dataclass(slots=True)
class Version:
    """A former state of an edited message."""

    text: str
    buttons: Rows


class Message:
    """A message with its current content; ``data`` is the Bot API object."""

    __slots__ = ("chat", "data", "deleted", "file", "from_bot", "markup", "options", "versions")

    def __init__(self, chat: Chat, data: Json, *, from_bot: bool) -> None:
        self.chat = chat
        self.data = data
        self.from_bot = from_bot
        self.deleted = False
        self.file: StoredFile | None = None
        self.markup: Markup | None = None
        self.options: Json = {}
        self.versions: list[Version] = []

    @property
    def id(self) -> int:
        """Its message_id."""
        number: int = self.data["message_id"]
        return number

    @property
    def date(self) -> datetime:
        """When it was sent, in civil time (UTC)."""
        return datetime.fromtimestamp(self.data["date"], UTC)

    @property
    def text(self) -> str:
        """The text or the caption, without formatting."""
        text: str = self.data.get("text") or self.data.get("caption") or ""
        return text

    @property
    def rows(self) -> list[list[Json]]:
        """The inline buttons, row by row."""
        markup = self.data.get("reply_markup")
        rows: list[list[Json]] = markup["inline_keyboard"] if markup else []
        return rows

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline buttons in reading order."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def edited(self) -> bool:
        """Whether its content or keyboard was ever changed."""
        return bool(self.versions)

    @property
    def attachment(self) -> Attachment | None:
        """What is attached to it."""
        for kind in _PLAIN:
            content = self.data.get(kind)
            if content:
                return self._attachment(kind, content)
        return None

    def _attachment(self, kind: str, content: Any) -> Attachment:
        name = ""
        if kind == "contact":
            name = f"{content['first_name']} {content['phone_number']}"
        elif kind == "location":
            name = f"{content['latitude']:.4f}, {content['longitude']:.4f}"
        elif kind == "poll":
            name = content["question"]
        elif self.file is not None and kind in {"document", "audio", "video"}:
            name = self.file.name
        return Attachment(kind, name, self.file.size if self.file is not None else 0)

    def __repr__(self) -> str:
        return f"<Message {self.id} {self.text[:60]!r} {self.buttons}>"


class Chat:
    """One chat of one bot: private with a person, or a group."""

    def __init__(self, bot: BotAccount, chat_id: int, info: Json, keep: int | None) -> None:
        self.bot = bot
        self.id = chat_id
        self.info = info
        self.account: Account | None = None
        self.members: dict[int, Account] = {}
        self.messages: dict[int, Message] = {}
        self.keep = keep
        self.last_id = 0
        self.started = False
        self.blocked = False
        self.migrated_to = 0
        self.pinned: int | None = None
        self.menu_button: Json = {"type": "default"}
        self.reply_keyboard: Message | None = None
        self.events: deque[Event] = deque(maxlen=keep)
        self.event_count = 0
        self.changed = Signal()

    @property
    def private(self) -> bool:
        """Whether it is a chat with one person."""
        return self.account is not None

    def next_id(self) -> int:
        """The id of the next message."""
        self.last_id += 1
        return self.last_id

    def keep_message(self, message: Message) -> None:
        """Remember a message, forgetting the oldest over the bound."""
        self.messages[message.id] = message
        if self.keep is not None and len(self.messages) > self.keep:
            del self.messages[next(iter(self.messages))]

    def log(self, event: Event) -> None:
        """Add to what happened here and wake those who watch."""
        self.event_count += 1
        event.number = self.event_count
        self.events.append(event)
        self.changed.fire()

    def newest_first(self) -> Iterator[Message]:
        """The messages that still exist, the newest first."""
        return (message for message in reversed(self.messages.values()) if not message.deleted)


@dataclass(slots=True)
class BotAccount:
    """A bot: whoever holds the token."""

    token: str
    username: str
    updates: UpdateQueue
    first_name: str = "Mentoring"
    claimed: bool = True
    revoked: bool = False
    chats: dict[int, Chat] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})

    @property
    def id(self) -> int:
        """The number before the colon of the token."""
        return int(self.token.partition(":")[0])

    def user(self) -> Json:
        """The User object."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.first_name,
            "username": self.username,
        }


def labels(rows: list[list[Json]]) -> Rows:
    """Only the labels of a keyboard."""
    return tuple(tuple(button["text"] for button in row) for row in rows)


def without_reply(data: Json) -> Json:
    """A message as it is shown inside another one: without what it replies to itself."""
    return {key: value for key, value in data.items() if key != "reply_to_message"}
