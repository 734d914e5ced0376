"""The whole bot on this machine: a sandbox in Telegram's place, and a calendar that can be turned.

The bot works as it does in earnest, over real HTTP; only the clock is set by hand, so that months
pass in seconds.
"""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from bot import dialogs
from bot.app import App, opened
from bot.settings import Settings
from core.clock import SettableClock
from mentoring.consent import texts
from sandbox import Sandbox

TOKEN = "123456789:" + "A" * 35
ADMIN = 100_001
_LONGEST_SETTLE_SECONDS = 60
# Large work is planned a part at a time.
_MOST_TURNS = 100


@dataclass(slots=True)
class Stage:
    """A running bot, the people around it, and the clock of both."""

    world: Sandbox
    app: App
    clock: SettableClock
    _process: AsyncExitStack = field(default_factory=AsyncExitStack)
    _looked: datetime | None = None

    async def restart(self) -> None:
        """The bot's process is over and a new one begins; the database and the chats stay."""
        # As at the end of their `run`: else the successor waits for their leases to run out.
        await self.app.jobs.leave()
        await self.app.sender.leave()
        await self._process.aclose()
        dialogs.build.cache_clear()
        self.app = await _begin(self._process, self.app.settings, self.clock)
        self._looked = None

    async def settle(self) -> None:
        """Until nothing is under way: updates answered, jobs done, messages sent."""
        # What a test has put into the database itself has called nobody.
        self.app.jobs.wake()
        self.app.sender.wake()
        await self.answered()

    async def answered(self) -> None:
        """As `settle`, where people have done something and nobody else has: much the quicker."""
        while True:
            await self.world.settle(timeout=_LONGEST_SETTLE_SECONDS)
            calls = self.world.calls.total
            passed = self._looked != self.clock.now()
            self._looked = self.clock.now()
            # Where no time has passed, whoever has something to do has been called.
            if passed or self.app.jobs.woken:
                await self.app.jobs.drain()
            if passed or self.app.planner.woken:
                await self.app.planner.run_due()
            if passed or self.app.sender.woken:
                await self.app.sender.drain()
            if self.app.copies is not None:
                await self.app.copies.look()
            await self.world.settle(timeout=_LONGEST_SETTLE_SECONDS)
            if self.world.calls.total == calls:
                return

    async def go_to(self, instant: datetime) -> None:
        """Let time pass until `instant`, stopping wherever something is due.

        Raises RuntimeError where the planner says it is due, and stays so whatever it does.
        """
        turns: Counter[datetime] = Counter()
        while True:
            due = await self.app.planner.next_due()
            if due is None or due > instant:
                break
            turns[due] += 1
            if turns[due] > _MOST_TURNS:
                raise RuntimeError(f"planned again and again at {due}")
            # It may be due since somebody's last press, with no time passed.
            self.app.planner.wake()
            await self._set(due)
        await self._set(instant)

    async def _set(self, instant: datetime) -> None:
        if instant > self.clock.now():
            self.clock.set(instant)
            self.world.clock.set(instant)
        await self.settle()


async def _begin(process: AsyncExitStack, settings: Settings, clock: SettableClock) -> App:
    """A bot at work until `process` is closed."""
    app = await process.enter_async_context(opened(settings, clock))
    taking = asyncio.create_task(app.take_updates())
    process.push_async_callback(_over, taking)
    return app


async def _over(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@asynccontextmanager
async def opened_stage(
    database_url: str, start: datetime, *, rate: float = 1000, **settings: Any
) -> AsyncIterator[Stage]:
    """A stage whose calendar stands at `start`; `rate` is the sender's, messages a second.

    `settings` are more of the operator's.
    """
    clock = SettableClock(start.astimezone(UTC))
    async with Sandbox(token=TOKEN) as world, AsyncExitStack() as process:
        world.clock.set(clock.now())
        chosen = Settings.model_validate(
            {
                "bot_token": TOKEN,
                "bot_api_url": world.url,
                "database_url": database_url,
                "admin_ids": (ADMIN,),
                "sender_rate": rate,
                **settings,
            }
        )
        yield Stage(world, await _begin(process, chosen, clock), clock, process)


def consents_by_button(folder: Path) -> str:
    """The texts of consents in an operator's own folder, where a button counts for minors too."""
    shutil.copytree(texts.DIRECTORY, folder)
    place = folder / "settings.json"
    rows = orjson.loads(place.read_bytes())
    for version in (version for versions in rows.values() for version in versions):
        version["minors"] = version["adults"]
    place.write_bytes(orjson.dumps(rows))
    return str(folder)
