"""A sender over a messenger of the test's own."""

from collections.abc import Callable
from typing import Any

import pytest

from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from scheduler.sender import Sender
from tests.scheduler.fakes import FakeMessenger

ADMIN = 77


@pytest.fixture
def messenger() -> FakeMessenger:
    return FakeMessenger()


@pytest.fixture
def make_sender(
    database: Database, clock: SettableClock, translator: Translator, messenger: FakeMessenger
) -> Callable[..., Sender]:
    def make(**more: Any) -> Sender:
        given: dict[str, Any] = {
            "database": database,
            "messenger": messenger,
            "translator": translator,
            "clock": clock,
            "slots": 8,
            "rate": 1000,
            "admin_ids": (ADMIN,),
            **more,
        }
        return Sender(**given)

    return make


@pytest.fixture
def sender(make_sender: Callable[..., Sender]) -> Sender:
    return make_sender()
