"""Delivery of updates to a webhook: in order within a chat, side by side between chats.

An update is sent again until it is answered with 2xx, with a growing pause or the one asked for
in Retry-After. The answer may carry a method to carry out.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from dataclasses import dataclass, field

import aiohttp

from sandbox.errors import ApiError
from sandbox.model import BotAccount, Json
from sandbox.requests import Files, Params, parse_body
from sandbox.state import State
from sandbox.updates import Update

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
ANSWER_SECONDS = 60
LONGEST_PAUSE = 60.0


@dataclass(slots=True)
class _Lane:
    queue: deque[Update] = field(default_factory=deque)
    active: bool = False
    failures: int = 0


class Webhook:
    """One bot's webhook and its open connections."""

    def __init__(
        self, state: State, bot: BotAccount, url: str, secret: str, connections: int
    ) -> None:
        self.url = url
        self.connections = connections
        self.sent = 0
        self.failed = 0
        self._state = state
        self._bot = bot
        self._headers = {"Content-Type": "application/json"}
        if secret:
            self._headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        self._free = connections
        self._lanes: dict[int, _Lane] = {}
        self._ready: deque[int] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._error: tuple[int, str] | None = None
        self._stopped = False

    def start(self) -> None:
        """Take over the bot's updates, those waiting first."""
        queue = self._bot.updates
        queue.webhook_set = True
        queue.stop_poll("terminated by setWebhook request")
        queue.listener = self._enqueue
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self.connections),
            timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS),
        )
        for update in [*queue.again, *queue.pending.values()]:
            self._enqueue(update)

    async def stop(self) -> None:
        """Give the bot's updates back; what is under way counts as not delivered."""
        self._stopped = True
        queue = self._bot.updates
        queue.webhook_set = False
        queue.listener = None
        current = asyncio.current_task()
        tasks = [task for task in self._tasks if task is not current]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None and current not in self._tasks:
            await self._session.close()

    def info(self) -> Json:
        """What getWebhookInfo tells of it."""
        info: Json = {"url": self.url, "max_connections": self.connections}
        if self._error is not None:
            info["last_error_date"], info["last_error_message"] = self._error
        return info

    def _enqueue(self, update: Update) -> None:
        lane = self._lanes.setdefault(update.lane, _Lane())
        lane.queue.append(update)
        if not lane.active:
            self._resume(update.lane)

    def _resume(self, key: int) -> None:
        if self._stopped:
            return
        self._lanes[key].active = True
        self._ready.append(key)
        self._pump()

    def _pump(self) -> None:
        while self._free and self._ready and not self._stopped:
            key = self._ready.popleft()
            self._free -= 1
            task = asyncio.get_running_loop().create_task(self._serve(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, key: int) -> None:
        lane = self._lanes[key]
        pause: float | None = 0.0
        try:
            pause = await self._deliver(lane.queue[0])
        finally:
            self._free += 1
        if pause is not None:
            self.failed += 1
            backoff = min(self._state.retry_seconds * 2**lane.failures, LONGEST_PAUSE)
            lane.failures = min(lane.failures + 1, 16)
            asyncio.get_running_loop().call_later(max(pause, backoff), self._resume, key)
        else:
            lane.failures = 0
            self._bot.updates.confirm(lane.queue.popleft())
            if lane.queue:
                self._resume(key)
            else:
                del self._lanes[key]
        self._pump()

    async def _deliver(self, update: Update) -> float | None:
        """None when it arrived, otherwise the least pause in seconds before the next attempt."""
        queue = self._bot.updates
        dropped = update.id not in queue.pending and update not in queue.again
        return None if dropped else await self._post(update)

    async def _post(self, update: Update) -> float | None:
        if self._session is None:
            return 0.0
        try:
            async with self._session.post(
                self.url, data=update.body, headers=self._headers
            ) as response:
                if not 200 <= response.status < 300:
                    self._note(f"Wrong response from the webhook: {response.status}")
                    wait = response.headers.get("Retry-After", "")
                    return float(wait) if wait.isdigit() else 0.0
                params, files = await _method_in(response)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._note(f"{type(error).__name__}: {error}"[:200])
            return 0.0
        self.sent += 1
        name = params.pop("method", None)
        if name:
            await self._state.execute(self._bot, str(name), params, files)
        return None

    def _note(self, message: str) -> None:
        self._error = (self._state.clock.timestamp(), message)


async def _method_in(response: aiohttp.ClientResponse) -> tuple[Params, Files]:
    """The call in the answer's body; one that cannot be read is no call."""
    try:
        return await parse_body(response)
    except ApiError:
        return {}, {}
