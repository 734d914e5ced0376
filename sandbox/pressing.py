"""Finding a button and pressing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from sandbox.errors import SandboxError
from sandbox.model import Chat, Json, Message, labels
from sandbox.signals import Signal
from sandbox.state import Query, Toast

_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
Which = str | int


@dataclass(slots=True)
class Press:
    """A pressed button: what the bot answers to it can be read or awaited.

    ``query`` is None for buttons that send a text or open a link; these need no answer.
    """

    label: str
    query: Query | None
    changed: Signal

    @property
    def answered(self) -> bool:
        """Whether the button stopped waiting."""
        return self.query is None or self.query.answered

    @property
    def toast(self) -> Toast | None:
        """What was shown as the answer; None when nothing, or not yet."""
        return self.query.toast if self.query is not None else None

    async def answer(self, timeout: float = 5.0) -> Toast | None:  # noqa: ASYNC109
        """Wait for the answer: the toast, None when it has no text.

        Raises SandboxError when none came within ``timeout`` seconds.
        """
        await self.changed.until(lambda: self.answered or None, timeout)
        if not self.answered:
            raise SandboxError(f"the press of {self.label!r} was not answered within {timeout} s")
        return self.toast


@dataclass(slots=True)
class Target:
    """A button found: ``inline`` or of the reply keyboard."""

    message: Message
    button: Json
    inline: bool


def find(chat: Chat, which: Which, message: Message | None) -> Target:
    """The button meant: its label, its callback data, or its index in the newest keyboard.

    Labels may be given without the emoji around them. The newest message that has the button
    wins, inline and reply keyboards alike. Raises SandboxError naming the visible buttons.
    """
    if message is not None and message.deleted:
        raise SandboxError(f"message {message.id} was deleted: there is nothing to press")
    boards = _boards(chat, message)
    if isinstance(which, int):
        for source, rows, inline in boards:
            buttons = [button for row in rows for button in row]
            if -len(buttons) <= which < len(buttons):
                return Target(source, buttons[which], inline)
            break
    else:
        for same in (_exactly, _by_data, _loosely):
            for source, rows, inline in boards:
                for row in rows:
                    for button in row:
                        if same(button, which):
                            return Target(source, button, inline)
    raise SandboxError(f"no button {which!r}; there are: {_shown(boards)}")


def _boards(chat: Chat, message: Message | None) -> list[tuple[Message, list[list[Json]], bool]]:
    if message is not None:
        return [(message, message.rows, True)]
    boards = [(source, source.rows, True) for source in chat.newest_first() if source.rows]
    holder = chat.reply_keyboard
    if holder is not None and holder.markup is not None:
        at = next((i for i, board in enumerate(boards) if board[0].id < holder.id), len(boards))
        boards.insert(at, (holder, holder.markup.rows, False))
    return boards


def _exactly(button: Json, label: str) -> bool:
    return bool(button["text"] == label)


def _by_data(button: Json, label: str) -> bool:
    return bool(button.get("callback_data") == label)


def _loosely(button: Json, label: str) -> bool:
    bare = _MARKS.sub("", label).casefold()
    return bool(bare) and _MARKS.sub("", button["text"]).casefold() == bare


def _shown(boards: list[tuple[Message, list[list[Json]], bool]]) -> str:
    if not boards:
        return "none at all"
    return "; ".join(
        f"message {source.id}: {[label for row in labels(rows) for label in row]}"
        for source, rows, _ in boards[:5]
    )


def start_payload(url: str, username: str) -> str | None:
    """The payload of a deep link to this bot, None for any other link."""
    parts = urlsplit(url)
    if parts.netloc not in {"t.me", "telegram.me"}:
        return None
    if parts.path.strip("/").lower() != username.lower():
        return None
    return parse_qs(parts.query).get("start", [""])[0]
