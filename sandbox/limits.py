"""Telegram's flood limits, in real (monotonic) time.

Source: the bots FAQ, «My bot is hitting limits»: about 30 messages a second overall, one a second
in a chat with short bursts, 20 a minute in a group. Our choice where it says nothing: an edit
takes ``edit_weight`` of a message from the chat's burst and nothing overall; answers to button
presses are free.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages a second overall and per chat, a minute per group; None switches one off."""

    overall: int | None = 30
    per_chat: float | None = 1.0
    chat_burst: int = 5
    group_per_minute: int | None = 20
    edit_weight: float = 0.25


NO_LIMITS = Limits(overall=None, per_chat=None, group_per_minute=None)


class _Window:
    """What happened within the last ``span`` seconds."""

    __slots__ = ("peak", "span", "times")

    def __init__(self, span: float) -> None:
        self.span = span
        self.times: deque[float] = deque()
        self.peak = 0

    def count(self, now: float) -> int:
        edge = now - self.span
        while self.times and self.times[0] <= edge:
            self.times.popleft()
        return len(self.times)

    def add(self, now: float, amount: int) -> None:
        self.times.extend([now] * amount)
        self.peak = max(self.peak, self.count(now))

    def wait(self, now: float, amount: int, most: int) -> float:
        """Seconds until ``amount`` more fit under ``most``."""
        over = self.count(now) + amount - most
        if over <= 0:
            return 0.0
        return self.times[min(over, len(self.times)) - 1] + self.span - now if self.times else 0.0


@dataclass(slots=True)
class _Bucket:
    level: float = 0.0
    at: float = 0.0


class Pacer:
    """Decides about each sending call and keeps the figures of it."""

    def __init__(self, limits: Limits | None, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits or NO_LIMITS
        self.refused = 0
        self._clock = clock
        self._overall = _Window(1.0)
        self._groups: dict[int, _Window] = {}
        self._chats: dict[int, _Window] = {}
        self._buckets: dict[int, _Bucket] = {}

    @property
    def peak_overall(self) -> int:
        """Most messages accepted within any one second."""
        return self._overall.peak

    @property
    def peak_chat(self) -> int:
        """Most messages accepted in one chat within any one second."""
        return max((window.peak for window in self._chats.values()), default=0)

    @property
    def peak_group_minute(self) -> int:
        """Most messages accepted in one group within any one minute."""
        return max((window.peak for window in self._groups.values()), default=0)

    def admit(self, chat_id: int, *, amount: int = 1, edit: bool = False) -> int:
        """0 when the call may pass, otherwise the pause in whole seconds."""
        now, limits = self._clock(), self.limits
        weight = limits.edit_weight * amount if edit else float(amount)
        wait = self._bucket_wait(chat_id, now, weight)
        group = chat_id < 0 and not edit
        if not edit and limits.overall is not None:
            wait = max(wait, self._overall.wait(now, amount, limits.overall))
        if group and limits.group_per_minute is not None:
            window = self._groups.setdefault(chat_id, _Window(60.0))
            wait = max(wait, window.wait(now, amount, limits.group_per_minute))
        if wait > 0:
            self.refused += 1
            return max(1, math.ceil(wait))
        self._take(chat_id, now, weight)
        if not edit:
            self._overall.add(now, amount)
            self._chats.setdefault(chat_id, _Window(1.0)).add(now, amount)
            if group:
                self._groups.setdefault(chat_id, _Window(60.0)).add(now, amount)
        return 0

    def _bucket_wait(self, chat_id: int, now: float, weight: float) -> float:
        rate = self.limits.per_chat
        bucket = self._buckets.get(chat_id)
        if rate is None or bucket is None:
            return 0.0
        bucket.level = max(0.0, bucket.level - (now - bucket.at) * rate)
        bucket.at = now
        return (bucket.level + weight - self.limits.chat_burst) / rate

    def _take(self, chat_id: int, now: float, weight: float) -> None:
        if self.limits.per_chat is not None:
            bucket = self._buckets.setdefault(chat_id, _Bucket(at=now))
            bucket.level += weight
