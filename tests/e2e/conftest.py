"""The whole bot on a stage: sandbox, sender, jobs, planner, a calendar to turn.

With REPLAY set (`make replay`), whatever people do in a test is afterwards tried by all others.
"""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from examples.stage import Stage, opened_stage
from tests.e2e.recording import recording
from tests.e2e.replaying import replay

# A Monday morning in Moscow.
MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    async with opened_stage(database_url, MONDAY) as opened:
        if "REPLAY" not in os.environ:
            yield opened
            return
        with recording() as deeds:
            yield opened
        assert await replay(opened, deeds.values(), mutations=len(deeds)) == []
