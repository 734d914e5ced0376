"""The results of completed pairs go to the council in one list: all but these."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import ClassVar

from db.models import CouncilCase, Pair
from db.queries import council as queries
from db.queries import drafts as pair_queries
from mentoring.council.passing import Kind, put
from mentoring.pairs.people import names
from mentoring.roles import Permission, Role
from mentoring.todo import Thing, kind
from mentoring.unit import Unit

# So long after their completion pairs are offered; from their own cards they are passed whenever.
_OFFERED = timedelta(days=60)


@kind("verdicts", order=38)
class Verdicts:
    """Completed pairs whose results the council has not been given, in a school that has one."""

    permission: ClassVar[Permission] = Permission.KEEP_PAIRS
    refusable: ClassVar[bool] = True

    async def _pairs(
        self,
        unit: Unit,
        organisation_id: int,
        ids: Collection[int] | None = None,
        *,
        held: bool = False,
    ) -> Sequence[Pair]:
        first = unit.today() - _OFFERED
        return await queries.judgeable(unit.session, organisation_id, first, ids, held=held)

    async def count(self, unit: Unit, organisation_id: int) -> int:
        return len(await self._pairs(unit, organisation_id))

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        return {pair.id: "" for pair in await self._pairs(unit, organisation_id, held=held)}

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        found = [pair.id for pair in await self._pairs(unit, organisation_id, ids)]
        people = await pair_queries.of_pairs(unit.session, found)
        return [
            Thing(
                pair_id,
                {
                    "mentors": names(rows, Role.MENTOR, unit.today()),
                    "mentees": names(rows, Role.MENTEE, unit.today()),
                },
            )
            for pair_id in found
            for rows in [[row for row in people if row.Pair.id == pair_id]]
        ]

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        found = await self._pairs(unit, organisation_id, ids)
        for pair in found:
            put(unit, pair, Kind.RESULTS)
        await unit.session.flush()
        return len(found)

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        """Nobody is reminded of them again: kept as what was passed and taken back at once."""
        found = await self._pairs(unit, organisation_id, ids, held=True)
        for pair in found:
            unit.session.add(
                CouncilCase(
                    organisation_id=organisation_id,
                    pair_id=pair.id,
                    kind=Kind.RESULTS,
                    question="",
                    asked_by=unit.me,
                    asked_at=unit.now,
                    withdrawn_at=unit.now,
                )
            )
        await unit.session.flush()
        return len(found)
