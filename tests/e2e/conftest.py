"""The whole bot on a stage: sandbox, sender, jobs, planner, a calendar to turn."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from examples.stage import Stage, opened_stage

# A Monday morning in Moscow.
MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    async with opened_stage(database_url, MONDAY) as opened:
        yield opened
