"""Waking those who wait for a change, without polling."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Signal:
    """Fires for everyone who waits now; costs nothing when nobody does."""

    __slots__ = ("_waiters",)

    def __init__(self) -> None:
        self._waiters: list[asyncio.Future[None]] = []

    def fire(self) -> None:
        """Wake all waiters."""
        if self._waiters:
            waiters, self._waiters = self._waiters, []
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(None)

    async def wait(self, timeout: float | None = None) -> bool:  # noqa: ASYNC109
        """Whether it fired within ``timeout`` seconds (None: for ever)."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await asyncio.wait_for(waiter, timeout)
        except TimeoutError:
            return False
        finally:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
        return True

    async def until(self, found: Callable[[], T | None], timeout: float) -> T | None:  # noqa: ASYNC109
        """Ask ``found`` now and after each firing; None after ``timeout`` seconds."""
        deadline = time.monotonic() + timeout
        while (value := found()) is None:
            left = deadline - time.monotonic()
            if left <= 0 or not await self.wait(left):
                return found()
        return value
