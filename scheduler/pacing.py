"""How fast: overall, in one chat, and not at all for as long as Telegram said. Real time only."""

import asyncio
import random
from time import monotonic

from mentoring.notices import Lane

# Telegram lets through one message a second in a chat, more in a short burst.
_CHAT_SECONDS = 1.0
# A message put off for its chat has a second of its own; it may be this much early or late.
_CHAT_TOLERANCE = 0.5
_REMEMBERED_CHATS = 256
_LONGEST_BACKOFF_SECONDS = 60.0
# Seen in the wild: 10,072 s. More than a day is no limit of Telegram's but nonsense.
_LONGEST_PAUSE_SECONDS = 86_400.0

_chance = random.SystemRandom()


class Pace:
    """So many turns a second, evenly: no burst, so that no window of a second is overfull."""

    def __init__(self, rate: float) -> None:
        self._gap = 1 / rate
        self._next = 0.0

    async def turn(self) -> None:
        """Wait for the next turn."""
        now = monotonic()
        start = max(self._next, now)
        self._next = start + self._gap
        if start > now:
            await asyncio.sleep(start - now)


class ChatPace:
    """One message a second to a chat; the others are given places in line."""

    def __init__(self) -> None:
        # Chat -> when something was last sent, and the last place given out.
        self._chats: dict[int, tuple[float, float]] = {}
        self._full = _REMEMBERED_CHATS

    def take(self, chat_id: int, *, waited: bool) -> float:
        """0 when a message may go now (and counts as sent), else in how many seconds to come again.

        `waited` says that the message has come from such a place in line.
        """
        now = monotonic()
        self._forget(now)
        sent, place = self._chats.get(chat_id, (-_CHAT_SECONDS, -_CHAT_SECONDS))
        gap = _CHAT_SECONDS - _CHAT_TOLERANCE if waited else _CHAT_SECONDS
        if now - sent >= gap:
            self._chats[chat_id] = (now, max(place, now))
            return 0.0
        place = max(place, sent) + _CHAT_SECONDS
        self._chats[chat_id] = (sent, place)
        return max(place - now, 0.0)

    def _forget(self, now: float) -> None:
        if len(self._chats) < self._full:
            return
        self._chats = {
            chat: times for chat, times in self._chats.items() if max(times) + _CHAT_SECONDS > now
        }
        # Looked through again only when it has doubled: little work, however many there are.
        self._full = max(_REMEMBERED_CHATS, 2 * len(self._chats))


class Pauses:
    """Until when a lane sends nothing. Each deadline only ever moves later."""

    def __init__(self) -> None:
        self._until = dict.fromkeys(Lane, 0.0)
        self._offline_until = 0.0
        self._failures = 0

    def too_fast(self, lane: Lane, seconds: float) -> float:
        """A message of `lane` was refused: it pauses, and all that nobody waits for.

        Returns for how many seconds.
        """
        seconds = min(max(seconds, 1.0), _LONGEST_PAUSE_SECONDS)
        until = monotonic() + seconds
        for paused in {lane, Lane.DIGEST, Lane.BULK}:
            self._until[paused] = max(self._until[paused], until)
        return seconds

    def offline(self) -> None:
        """Telegram did not take it: everything pauses, longer each time, with jitter."""
        now = monotonic()
        if now < self._offline_until:
            # Sent before the pause began: the same failure, not another one.
            return
        longest = min(2.0**self._failures, _LONGEST_BACKOFF_SECONDS)
        self._failures += 1
        self._offline_until = now + longest * _chance.uniform(0.5, 1.0)

    def online(self) -> None:
        self._failures = 0
        self._offline_until = 0.0

    @property
    def on_trial(self) -> bool:
        """Nobody answered last time: one message at a time finds out whether they do now."""
        return self._failures > 0

    def wait(self, lane: Lane) -> float:
        """For how many seconds more this lane pauses; 0 when it does not."""
        return max(0.0, max(self._until[lane], self._offline_until) - monotonic())

    def last_lane(self) -> Lane | None:
        """The least urgent lane that may be sent now; None while even answers have to wait."""
        if self.wait(Lane.PERSONAL):
            return None
        return Lane.PERSONAL if self.wait(Lane.BULK) else Lane.BULK
