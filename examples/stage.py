"""The whole bot on this machine: a sandbox in Telegram's place, and a calendar that can be turned.

The bot works as it does in earnest, over real HTTP; only the clock is set by hand, so that months
pass in seconds.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.app import App, opened
from bot.settings import Settings
from core.clock import SettableClock
from sandbox import Sandbox

TOKEN = "123456789:" + "A" * 35
ADMIN = 100_001
_LONGEST_SETTLE_SECONDS = 60


@dataclass(slots=True)
class Stage:
    """A running bot, the people around it, and the clock of both."""

    world: Sandbox
    app: App
    clock: SettableClock

    async def settle(self) -> None:
        """Until nothing is under way: updates answered, jobs done, messages sent."""
        while True:
            await self.world.settle(timeout=_LONGEST_SETTLE_SECONDS)
            calls = self.world.calls.total
            await self.app.jobs.drain()
            await self.app.planner.run_due()
            await self.app.sender.drain()
            if self.app.copies is not None:
                await self.app.copies.look()
            await self.world.settle(timeout=_LONGEST_SETTLE_SECONDS)
            if self.world.calls.total == calls:
                return

    async def go_to(self, instant: datetime) -> None:
        """Let time pass until `instant`, stopping wherever something is due."""
        while True:
            due = await self.app.planner.next_due()
            if due is None or due > instant:
                break
            await self._set(due)
        await self._set(instant)

    async def _set(self, instant: datetime) -> None:
        if instant > self.clock.now():
            self.clock.set(instant)
            self.world.clock.set(instant)
        await self.settle()


@asynccontextmanager
async def opened_stage(
    database_url: str, start: datetime, *, rate: float = 1000
) -> AsyncIterator[Stage]:
    """A stage whose calendar stands at `start`; `rate` is the sender's, messages a second."""
    clock = SettableClock(start.astimezone(UTC))
    async with Sandbox(token=TOKEN) as world:
        world.clock.set(clock.now())
        settings = Settings.model_validate(
            {
                "bot_token": TOKEN,
                "bot_api_url": world.url,
                "database_url": database_url,
                "admin_ids": (ADMIN,),
                "sender_rate": rate,
            }
        )
        async with opened(settings, clock) as app:
            taking = asyncio.create_task(app.take_updates())
            try:
                yield Stage(world, app, clock)
            finally:
                taking.cancel()
                with suppress(asyncio.CancelledError):
                    await taking
