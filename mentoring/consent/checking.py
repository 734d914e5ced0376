"""Who has come to speak for children: curators look through them in one list.

Of the first of a day they are told at once (`mentoring.consent.speaking`), of the others with the
next morning's digest: in a school of three hundred a hundred parents may come in an evening.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import ClassVar

from sqlalchemy import update

from core.clock import local_date
from db.models import Representation
from db.queries import representation
from db.queries.pair_orders import holders
from db.types import AnyRow
from mentoring.audit import record
from mentoring.consent import speaking
from mentoring.digest import Line, digest_source
from mentoring.notices import button
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.todo import Thing, kind
from mentoring.unit import Unit


@kind("representatives", order=7)
class Representatives:
    """Approving says that these are parents or guardians; refusing undoes what was a mistake."""

    permission: ClassVar[Permission] = Permission.KEEP_CONSENTS
    refusable: ClassVar[bool] = True

    async def count(self, unit: Unit, organisation_id: int) -> int:
        return len(await representation.unchecked(unit.session, organisation_id))

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        """Whoever was refused and came again is another matter than who was seen."""
        rows = await representation.unchecked(unit.session, organisation_id, held=held)
        return {row.id: row.since.isoformat() for row in rows}

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        rows = await representation.unchecked(unit.session, organisation_id, ids=ids)
        return [
            Thing(row.id, {"adult": row.adult, "name": shown(row, unit.today())}) for row in rows
        ]

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        rows = await representation.unchecked(unit.session, organisation_id, ids=ids)
        await unit.session.execute(
            update(Representation)
            .where(Representation.id.in_([row.id for row in rows]))
            .values(checked_at=unit.now)
        )
        for row in rows:
            record(unit, organisation_id, "representative-checked", subject_id=row.child_id)
        return len(rows)

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        rows = await representation.unchecked(unit.session, organisation_id, ids=ids, held=True)
        for row in rows:
            await speaking.end(unit, await unit.session.get_one(Representation, row.id))
        return len(rows)


@digest_source(order=44)
class Came:
    """To each curator: who has come to speak for children since, and nobody has looked at."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        if not await _came(unit, organisation_id, since, until, unit.timezone):
            return set()
        return {row.id for row in await holders(unit.session, organisation_id, Role.CURATOR)}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        lines = []
        for seat in unit.actor.seats:
            if seat.role != Role.CURATOR:
                continue
            found = await _came(unit, seat.organisation_id, since, until, seat.timezone)
            if found:
                said = {"count": len(found), "place": seat.organisation}
                opens = button(
                    "representatives-open", f"todo:representatives-{seat.organisation_id}"
                )
                lines.append(Line("representatives-digest", said, opens))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        found = await _came(unit, organisation_id, after, date.max, unit.timezone)
        return after + timedelta(days=1) if found else None


async def _came(
    unit: Unit, organisation_id: int, since: date, until: date, zone: str
) -> Sequence[AnyRow]:
    """Who came on one of these days, the last one not among them."""
    rows = await representation.unchecked(unit.session, organisation_id)
    return [row for row in rows if since <= local_date(row.since, zone) < until]
