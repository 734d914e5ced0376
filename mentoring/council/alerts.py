"""What the morning digest tells the council: what was passed to it on the days before."""

from collections.abc import Sequence
from datetime import date, timedelta

from core.clock import local_date
from db.models import CouncilCase
from db.queries import council as queries
from db.queries.pair_orders import holders
from mentoring.council import answering
from mentoring.council.passing import Kind
from mentoring.digest import Line, at_hour, digest_source
from mentoring.notices import button
from mentoring.roles import Role
from mentoring.unit import Unit

_DAY = timedelta(days=1)


async def _passed(unit: Unit, organisation_id: int, first: date) -> Sequence[CouncilCase]:
    begun = at_hour(first, 0, unit.timezone)
    return await queries.passed_since(unit.session, organisation_id, begun)


@digest_source(order=43)
class ToCouncil:
    """To each of the council: what has come to wait for their words or marks."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        passed = await _passed(unit, organisation_id, since)
        if not any(local_date(one.asked_at, unit.timezone) < until for one in passed):
            return set()
        return {row.id for row in await holders(unit.session, organisation_id, Role.COUNCIL)}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        counts = dict.fromkeys(Kind, 0)
        for place in {one.organisation_id for one in unit.actor.seats if one.role == Role.COUNCIL}:
            for kind in Kind:
                found = await answering.waiting(unit, place, kind)
                days = [local_date(row.CouncilCase.asked_at, unit.timezone) for row in found]
                counts[kind] += sum(since <= day < until for day in days)
        if not any(counts.values()):
            return []
        said = {str(kind): count for kind, count in counts.items()}
        return [Line("council-digest", said, button("council-digest-open", "todo:"))]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        return after + _DAY if await _passed(unit, organisation_id, after) else None
