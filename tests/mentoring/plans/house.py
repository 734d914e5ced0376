"""A school with a pair, to work on its programme."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.clock import SettableClock
from db.engines import Database
from mentoring.plans import approving, reading, working
from mentoring.plans.reading import Item, Plan
from mentoring.plans.rules import Kind
from mentoring.roles import Role
from mentoring.unit import Unit
from tests.mentoring.seed import Town, acting


class House:
    """A school with a pair; `role` acts in a unit of work of its own."""

    def __init__(self, database: Database, clock: SettableClock, town: Town) -> None:
        self.database, self.clock, self.town = database, clock, town
        self.pair = 0

    @asynccontextmanager
    async def role(self, role: Role, number: int = 0, place: str = "school") -> AsyncIterator[Unit]:
        actor = self.town.actor(place, role, number)
        async with acting(self.database, actor, self.clock.now()) as unit:
            yield unit

    async def read(self, role: Role = Role.MENTOR) -> Plan:
        async with self.role(role) as unit:
            return await reading.mine(unit, pair_id=self.pair)

    async def begun(self, level: str = "usual", number: int = 0) -> None:
        async with self.role(Role.MENTOR, number) as unit:
            offers = await working.offers(unit, pair_id=self.pair)
            key = next(offer.key for offer in offers if offer.level == level)
            await working.begin(unit, pair_id=self.pair, template=key)

    async def approved(self) -> None:
        await self.begun()
        async with self.role(Role.MENTOR) as unit:
            await working.send(unit, pair_id=self.pair)
        async with self.role(Role.CURATOR) as unit:
            await self.approve(unit)

    async def approve(self, unit: Unit) -> None:
        """Read and approve."""
        plan = await reading.of_pair(unit, pair_id=self.pair)
        await approving.approve(unit, pair_id=self.pair, version=plan.version)

    async def item(self, kind: Kind = Kind.DIFFICULTY) -> Item:
        plan = await self.read()
        return next(item for item in plan.items if item.kind == kind)
