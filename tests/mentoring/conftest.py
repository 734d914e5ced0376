"""What tests of use cases stand on."""

import pytest

from core.clock import SettableClock
from db.engines import Database
from tests.mentoring import seed


@pytest.fixture
async def town(database: Database, clock: SettableClock) -> seed.Town:
    async with database.begin() as session:
        return await seed.build(session, clock.now())
