"""The whole bot on a stage: sandbox, sender, jobs, planner, a calendar to turn.

With REPLAY set in the environment, whatever people do in a test is afterwards tried by all others.
"""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from examples.stage import Stage, opened_stage
from tests.e2e.recording import recording
from tests.e2e.replaying import replay

# A Monday morning in Moscow.
MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)


@pytest.fixture
def operator() -> dict[str, Any]:
    """Settings of the operator's own; a module with a story about them has its own fixture."""
    return {}


@pytest.fixture
async def stage(database_url: str, operator: dict[str, Any]) -> AsyncIterator[Stage]:
    async with opened_stage(database_url, MONDAY, **operator) as opened:
        if "REPLAY" not in os.environ:
            yield opened
            return
        with recording() as deeds:
            yield opened
        assert await replay(opened, deeds.values(), mutations=len(deeds)) == []
