"""What the sender and the job runner have in common: one at a time, woken or polling, never ended
by a failure, and able to do all there is and come back."""

import asyncio
import contextlib
import logging
from abc import ABC, abstractmethod
from collections import Counter

from sqlalchemy.ext.asyncio import AsyncSession

from core.clock import SystemClock
from db.engines import Database
from scheduler.lease import Tenure

logger = logging.getLogger(__name__)

# What other processes (the command line) have put into the database waits at most this long.
_POLL_SECONDS = 1.0
_SHORTEST_WAIT_SECONDS = 0.01
_FAREWELL_SECONDS = 10.0
REAL = SystemClock()


class Worker(ABC):
    """Takes rows of a table and works on them, holding the lease of its name."""

    name: str

    def __init__(self, database: Database, *, exclusive: bool) -> None:
        self._database = database
        self._lease = Tenure(database, self.name, self._take_over, exclusive=exclusive)
        self._claiming = asyncio.Lock()
        self._woken = asyncio.Event()
        self._stopping = False
        # Claimed, and what became of it not yet committed.
        self.in_flight = 0
        # What became of all rows so far, by status.
        self.counts: Counter[str] = Counter()

    @abstractmethod
    async def _begin_some(self) -> bool:
        """Claim rows and start on them. False when there are none, or no room."""

    @abstractmethod
    async def _take_over(self, session: AsyncSession) -> None:
        """Continue where another process left off."""

    @abstractmethod
    async def _wait_for_next(self) -> float | None:
        """Seconds till a row may be claimed; None when none waits."""

    def wake(self) -> None:
        """There may be work: look now."""
        self._woken.set()

    @property
    def woken(self) -> bool:
        """Whether there may be work that nobody has looked for yet."""
        return self._woken.is_set()

    def stop(self) -> None:
        """Claim nothing more; `run` ends when what is under way has been recorded."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Work for ever, until `stop` or cancelled; nothing that fails ends it."""
        # A task of its own, as a round must not be cut in two: between a claim and its start.
        working = asyncio.create_task(self._work())
        try:
            await asyncio.shield(working)
        finally:
            self.stop()
            await asyncio.wait({working}, timeout=_FAREWELL_SECONDS)
            working.cancel()
            await self.leave()

    async def _work(self) -> None:
        while not self._stopping:
            try:
                if not await self._round():
                    await self._rest()
            except Exception:
                logger.exception("%s stumbled", self.name)
                await asyncio.sleep(_POLL_SECONDS)

    async def drain(self, patience: float = 5.0) -> Counter[str]:
        """Do all there is, waiting for what is put off if that takes at most `patience` seconds.

        Returns what became of the rows meanwhile, by status; those put off count as queued.
        """
        self._woken.clear()
        before = self.counts.copy()
        while not self._stopping:
            if await self._round():
                continue
            if self.in_flight:
                await self._rest()
                continue
            wait = await self._wait_for_next()
            if wait is None or wait > patience or not await self._lease.hold():
                break
            await asyncio.sleep(max(wait, _SHORTEST_WAIT_SECONDS))
        return self.counts - before

    async def _round(self) -> bool:
        async with self._claiming:
            return await self._lease.hold() and await self._begin_some()

    async def _rest(self) -> None:
        """Until woken, or something has been recorded, or it is time to look again."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), _POLL_SECONDS)
        self._woken.clear()

    async def leave(self) -> None:
        """Let what is under way come to its end and be recorded, then free the lease."""
        try:
            async with asyncio.timeout(_FAREWELL_SECONDS):
                while self.in_flight:
                    await self._rest()
            await self._lease.drop()
        except TimeoutError:
            logger.warning("%s left %d rows to its successor", self.name, self.in_flight)
        except Exception:
            logger.exception("%s could not free its lease", self.name)
