import pytest

from core.clock import SettableClock
from db.engines import Database
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.plans.house import House
from tests.mentoring.seed import Town


@pytest.fixture
async def house(database: Database, clock: SettableClock, town: Town) -> House:
    made = House(database, clock, town)
    made.pair = await make(database, clock, town)
    return made
