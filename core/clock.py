"""Civil time: the one place the program asks what day it is.

Rules and texts use this clock, so that a test or the demo can move it. Pacing, leases and time-outs
use real time (`time.monotonic`), so that moving the calendar never frees a lease or floods anyone.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the present instant, aware and in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SettableClock:
    """A clock that stands until it is moved; the demo and the tests live by it."""

    def __init__(self, start: datetime) -> None:
        self.set(start)

    def now(self) -> datetime:
        return self._now

    def set(self, instant: datetime) -> None:
        """Move to `instant`. Raises ValueError for a naive one."""
        if instant.tzinfo is None:
            raise ValueError("a clock needs an aware instant")
        self._now = instant.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        self._now += step


def local_date(instant: datetime, zone: str) -> date:
    """The calendar day of `instant` in the IANA `zone`."""
    return instant.astimezone(ZoneInfo(zone)).date()
