"""The arguments of a call, and the log of all calls."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson

from sandbox.errors import bad_request
from sandbox.files import Upload
from sandbox.model import BotAccount

if TYPE_CHECKING:
    from sandbox.state import State

_TRUE = {"true", "1", "yes", "t", "y"}


@dataclass(slots=True)
class Call:
    """One call of a bot while it is being answered."""

    state: State
    bot: BotAccount
    method: str
    params: dict[str, Any]
    files: dict[str, Upload]

    def text(self, name: str) -> str:
        """A string argument, empty when absent."""
        value = self.params.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str) -> int | None:
        """A whole number, None when absent or not one."""
        value = self.params.get(name)
        try:
            return None if value is None or value == "" else int(value)
        except (TypeError, ValueError, OverflowError):
            return None

    def flag(self, name: str) -> bool:
        """A Boolean argument, False when absent."""
        value = self.params.get(name)
        return value if isinstance(value, bool) else str(value).lower() in _TRUE

    def json(self, name: str) -> Any:
        """A structured argument, None when absent. Raises ApiError when it is not JSON."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError as error:
            what = name.replace("_", " ")
            raise bad_request(f"can't parse {what} JSON object") from error


@dataclass(slots=True)
class CallRecord:
    """One answered call: ``took`` in seconds, ``chat_id`` 0 when it has none."""

    number: int
    method: str
    chat_id: int
    params: dict[str, Any]
    at: datetime
    ok: bool = False
    code: int = 0
    error: str = ""
    result: Any = None
    took: float = 0.0


class CallLog:
    """The calls of all bots, the oldest first; getUpdates is in it only when it was refused."""

    def __init__(self, keep: int | None, changed: Callable[[], None]) -> None:
        self._records: deque[CallRecord] = deque(maxlen=keep)
        self._changed = changed
        self.total = 0
        self.in_progress = 0

    def enter(self) -> None:
        """A call has begun to arrive."""
        self.in_progress += 1

    def leave(self) -> None:
        """It has been answered."""
        self.in_progress -= 1
        self._changed()

    def add(self, record: CallRecord) -> None:
        """Remember an answered call."""
        self.total += 1
        record.number = self.total
        self._records.append(record)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[CallRecord]:
        return iter(self._records)

    def __getitem__(self, index: int) -> CallRecord:
        return self._records[index]

    def of(self, *methods: str) -> list[CallRecord]:
        """The calls of these methods."""
        wanted = {method.lower() for method in methods}
        return [record for record in self._records if record.method.lower() in wanted]

    def refused(self, code: int | None = None) -> list[CallRecord]:
        """The calls that were refused, or those with this error code."""
        return [r for r in self._records if not r.ok and (code is None or r.code == code)]

    def clear(self) -> None:
        """Forget all calls."""
        self._records.clear()
