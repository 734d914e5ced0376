"""The port to a messenger: what the sender and the jobs need of it, and how it may fail.

Scheduler and rules know no Telegram: `bot/messenger.py` is one implementation, the tests' another.
"""

from dataclasses import dataclass
from typing import Protocol

# Telegram lets a bot download no more than this.
DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a message: what it says, and "name:argument" for the handlers."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Content:
    """A message: HTML (at most 4096 characters) and its buttons."""

    text: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Somebody's own message, to be repeated as it is: text, picture, voice, document."""

    source_chat_id: int
    source_message_id: int
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file the bot made: its caption is HTML of at most 1024 characters."""

    name: str
    data: bytes
    caption: str
    picture: bool = False
    buttons: tuple[Button, ...] = ()
    # Of a file that the messenger has: what it calls it; there is no `data` then.
    file_id: str = ""
    # How it has to be sent again, where it is neither a document nor a picture.
    sent_as: str = ""


class Failure(Exception):
    """Not delivered, or nobody knows; the text is the messenger's own, for the log."""


class TooFast(Failure):
    """Refused for now (429): not delivered. `retry_after` in seconds."""

    def __init__(self, reason: str, retry_after: float) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Unreachable(Failure):
    """This person gets nothing from the bot any more: blocked it, deleted the account."""


class Rejected(Failure):
    """The message itself is at fault: repeating it would fail again."""


class TooLarge(Rejected):
    """The file is over DOWNLOAD_LIMIT_BYTES."""


class Uncertain(Failure):
    """No answer came after the request had gone out: it may have been delivered."""


class Offline(Failure):
    """The messenger could not be reached, or knows nobody by our token: surely not delivered."""


class Faulty(Offline):
    """The server answered that it failed (5xx). Taken as not delivered: a repeated message is a
    smaller harm than a lost one; but counted, as the fault may lie with this one message."""


class Messenger(Protocol):
    """Sends and fetches; every call ends within a minute and raises `Failure` only."""

    @property
    def bot_id(self) -> int:
        """Which bot this is: message and file ids mean nothing to another."""
        ...

    async def send(self, chat_id: int, content: Content) -> int:
        """Send a message. Returns its id in that chat."""
        ...

    async def copy(self, chat_id: int, copy: Copy) -> int:
        """Repeat a message in another chat. Returns the new message's id."""
        ...

    async def attach(self, chat_id: int, attachment: Attachment) -> int:
        """Send a file. Returns the message's id in that chat."""
        ...

    async def download(self, file_id: str) -> bytes:
        """The bytes of a file. Raises TooLarge above the limit, Rejected when there is none."""
        ...
