"""Which function answers which method, and what the limits count it as."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from sandbox.calls import Call

Handler = Callable[[Call], Any | Awaitable[Any]]
AnyHandler = TypeVar("AnyHandler", bound=Handler)
Cost = Literal["free", "send", "edit"]


@dataclass(frozen=True, slots=True)
class Method:
    """``amount`` tells how many messages a call sends."""

    name: str
    handler: Handler
    cost: Cost
    amount: Callable[[Call], int] | None


METHODS: dict[str, Method] = {}


def method(
    *names: str, cost: Cost = "free", amount: Callable[[Call], int] | None = None
) -> Callable[[AnyHandler], AnyHandler]:
    """Register a function as the answer to methods of these names."""

    def register(handler: AnyHandler) -> AnyHandler:
        for name in names:
            METHODS[name.lower()] = Method(name, handler, cost, amount)
        return handler

    return register
