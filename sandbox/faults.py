"""Failures to order: what a network and a server under load do to a bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["http", "html", "hang", "drop_before", "drop_after", "retry_after", "error"]
KINDS: tuple[Kind, ...] = (
    "http", "html", "hang", "drop_before", "drop_after", "retry_after", "error",
)  # fmt: skip


@dataclass(slots=True)
class Fault:
    """One kind of failure for the next ``times`` calls that match.

    ``method`` and ``chat_id`` narrow it down; without a method, getUpdates is spared.

    - ``http``: ``code`` (5xx) with Telegram's JSON and ``text``
    - ``html``: ``code`` with an HTML page, as a proxy in front answers
    - ``hang``: nothing for ``seconds``, then the connection is cut; the call is not carried out
    - ``drop_before``: the connection is cut at once; the call is not carried out
    - ``drop_after``: the call is carried out, the connection is cut before the answer
    - ``retry_after``: 429 with ``seconds``
    - ``error``: ``code`` (400 unless given) with ``text`` as the description
    """

    kind: Kind
    times: int = 1
    method: str = ""
    chat_id: int = 0
    code: int = 0
    text: str = ""
    seconds: float = 1.0

    def fits(self, method: str, chat_id: int) -> bool:
        """Whether it strikes this call."""
        if self.chat_id and self.chat_id != chat_id:
            return False
        if self.method:
            return self.method.lower() == method.lower()
        return method.lower() != "getupdates"


class Faults:
    """The ordered failures, the oldest first."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []
        self.struck = 0

    def __bool__(self) -> bool:
        return bool(self._orders)

    def __len__(self) -> int:
        return sum(fault.times for fault in self._orders)

    def order(self, fault: Fault) -> None:
        """Add one. Raises ValueError for an unknown kind."""
        if fault.kind not in KINDS:
            raise ValueError(f"unknown kind of fault: {fault.kind}")
        if fault.times > 0:
            self._orders.append(fault)

    def clear(self) -> None:
        """Cancel all."""
        self._orders.clear()

    def take(self, method: str, chat_id: int) -> Fault | None:
        """The failure that strikes this call, counted down."""
        for fault in self._orders:
            if fault.fits(method, chat_id):
                fault.times -= 1
                self.struck += 1
                if not fault.times:
                    self._orders.remove(fault)
                return fault
        return None
