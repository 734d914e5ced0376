"""The queue of updates of one bot, and getUpdates.

A confirmed update is one below the offset of a later getUpdates, or one that the webhook has
answered with 2xx. Bodies are encoded when the update happens: a later edit does not change them.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson

from sandbox.errors import conflict

# Not sent unless allowed_updates names them.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(slots=True)
class Update:
    """One update: ``lane`` is the chat or the person whose order is kept."""

    id: int
    kind: str
    lane: int
    body: bytes


class UpdateQueue:
    """What one bot has not confirmed yet."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.pending: dict[int, Update] = {}
        self.again: deque[Update] = deque()
        self.confirmed: deque[Update] = deque(maxlen=256)
        self.allowed: frozenset[str] | None = None
        self.pushed = 0
        self.listener: Callable[[Update], None] | None = None
        self.webhook_set = False
        self._changed = changed
        self._poll: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self.pending) + len(self.again)

    def push(self, kind: str, payload: Any, lane: int) -> int | None:
        """Queue an update; its id, or None when the bot does not want this kind."""
        unwanted = kind in ON_REQUEST if self.allowed is None else kind not in self.allowed
        if unwanted:
            return None
        self.pushed += 1
        body = orjson.dumps({"update_id": self.pushed, kind: payload})
        update = Update(self.pushed, kind, lane, body)
        self.pending[update.id] = update
        self._deliver(update)
        return update.id

    def redeliver(self, count: int) -> int:
        """Give the last ``count`` confirmed updates once more, with their old ids."""
        chosen = list(self.confirmed)[-count:] if count > 0 else []
        for update in chosen:
            self.again.append(update)
            self._deliver(update)
        return len(chosen)

    def _deliver(self, update: Update) -> None:
        if self.listener is not None:
            self.listener(update)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def confirm(self, update: Update) -> None:
        """It has been handled."""
        if self.again and update in self.again:
            self.again.remove(update)
        elif self.pending.pop(update.id, None) is not None:
            self.confirmed.append(update)
        self._changed()

    def drop_all(self) -> None:
        """Forget what is waiting (drop_pending_updates)."""
        self.pending.clear()
        self.again.clear()
        self._changed()

    def set_allowed(self, kinds: Iterable[str] | None) -> None:
        """The kinds of later updates; an empty list means all but those on request."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def stop_poll(self, why: str) -> None:
        """End the getUpdates that is waiting, with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(why))
        self._poll = None

    async def get(self, offset: int, limit: int, wait: float) -> bytes:
        """The JSON array for one getUpdates call; waits up to ``wait`` seconds for the first."""
        if self.webhook_set:
            raise conflict(
                "can't use getUpdates method while webhook is active;"
                " use deleteWebhook to delete the webhook first"
            )
        self.stop_poll(_TERMINATED)
        self._move_to(offset)
        if not len(self) and wait > 0:
            poll = self._poll = asyncio.get_running_loop().create_future()
            try:
                await asyncio.wait_for(poll, wait)
            except TimeoutError:
                pass
            finally:
                if self._poll is poll:
                    self._poll = None
        repeated = [self.again.popleft().body for _ in range(min(limit, len(self.again)))]
        fresh = [update.body for update in islice(self.pending.values(), limit - len(repeated))]
        return b"[" + b",".join(repeated + fresh) + b"]"

    def _move_to(self, offset: int) -> None:
        if offset < 0:
            offset = max(0, self.pushed + 1 + offset)
        done = []
        for update_id, update in self.pending.items():
            if update_id >= offset:
                break
            done.append(update)
        for update in done:
            del self.pending[update.id]
        if done:
            self.confirmed.extend(done)
            self._changed()
