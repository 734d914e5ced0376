"""Notes down what people do in a story, so that others can do it again."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import orjson
from aiogram.types import Update

from bot.runner import Runner, private_chat
from bot.screens import TAG_MARK
from core.errors import NotAllowed
from db.models import Chat
from mentoring import access
from mentoring.roles import Permission
from mentoring.unit import Unit

STACK = "aiogd:stack:"
_INTENT_MARK = "\x1d"
Gist = tuple[int, str, str]
_ASKED: ContextVar[set[Any]] = ContextVar("asked")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a person did: `what` is callback data or a text, empty for other messages."""

    who: int
    what: str
    pressed: bool
    message_id: int
    # The chat's row just before.
    place: str
    # What the use cases behind it asked for.
    permissions: frozenset[Permission] = frozenset()

    @property
    def is_command(self) -> bool:
        return not self.pressed and self.what.startswith("/")

    @property
    def is_notice(self) -> bool:
        """Pressed under a message that the bot sent by itself: its data hold at any time."""
        return self.pressed and TAG_MARK not in self.what

    @property
    def window(self) -> str:
        """The state of the dialog on top, empty when there was none."""
        rows = orjson.loads(self.place)
        intents = rows.get(STACK, {}).get("d", {}).get("intents") or [""]
        context = rows.get(f"aiogd:context:{intents[-1]}", {})
        return str(context.get("d", {}).get("state", ""))

    @property
    def gist(self) -> Gist:
        """The same for deeds that differ in the dialogs' random marks alone."""
        plain = self.what.partition(TAG_MARK)[0].rpartition(_INTENT_MARK)[2]
        return self.who, "" if self.is_notice or self.is_command else self.window, plain

    def __str__(self) -> str:
        return f"{self.gist[2]!r} of {self.who} in {self.window or 'no window'}"


@contextmanager
def recording() -> Iterator[dict[Gist, Deed]]:
    """All that people do meanwhile and may do, each kind of deed once, as it was done first."""
    handle, granted, check_reach = Runner.handle, access._granted, access.check_reach
    refuse = NotAllowed.__init__
    deeds: dict[Gist, Deed] = {}

    async def listening(runner: Runner, update: Update) -> None:
        place = await _place(runner, private_chat(update))
        asked: set[Any] = set()
        token = _ASKED.set(asked)
        try:
            await handle(runner, update)
        finally:
            _ASKED.reset(token)
        deed = _deed(update, place, frozenset(asked))
        if deed is not None and NotAllowed not in asked:
            deeds.setdefault(deed.gist, deed)

    def noting(unit: Unit, permission: Permission) -> bool:
        _ASKED.get(set()).add(permission)
        return granted(unit, permission)

    async def noting_too(unit: Unit, permission: Permission, target: int | None) -> None:
        _ASKED.get(set()).add(permission)
        await check_reach(unit, permission, target)

    def refusing(error: NotAllowed) -> None:
        _ASKED.get(set()).add(NotAllowed)
        refuse(error)

    with (
        patch.object(Runner, "handle", listening),
        patch.object(access, "_granted", noting),
        patch.object(access, "check_reach", noting_too),
        patch.object(NotAllowed, "__init__", refusing),
    ):
        yield deeds


async def _place(runner: Runner, chat_id: int | None) -> str:
    async with runner.database.reading() as session:
        row = await session.get(Chat, chat_id) if chat_id is not None else None
    return row.data if row is not None else "{}"


def _deed(update: Update, place: str, permissions: frozenset[Permission]) -> Deed | None:
    query, chat_id = update.callback_query, private_chat(update)
    on: Any = query.message if query is not None else update.message
    if chat_id is None or on is None:
        return None
    what = query.data if query is not None else on.text
    return Deed(chat_id, what or "", query is not None, on.message_id, place, permissions)
