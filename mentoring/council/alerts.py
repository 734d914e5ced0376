"""What the morning digest tells the council of what was passed to it, and curators of its marks."""

from collections.abc import Sequence
from datetime import date, timedelta

from core.clock import local_date
from db.models import CouncilCase
from db.queries import council as queries
from db.queries import drafts as pair_queries
from db.queries.pair_orders import holders
from db.types import AnyRow
from mentoring.council import answering
from mentoring.council.passing import Kind
from mentoring.digest import Line, at_hour, digest_source
from mentoring.notices import button
from mentoring.pairs.people import names
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


@digest_source(order=44)
class FromCouncil:
    """To each curator: pairs whose results all of the council have judged by now, or as many as
    did while the council was waited for."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        if not await _judged(unit, organisation_id, since, until):
            return set()
        return {row.id for row in await holders(unit.session, organisation_id, Role.CURATOR)}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        found: list[CouncilCase] = []
        for place in {one.organisation_id for one in unit.actor.seats if one.role == Role.CURATOR}:
            found += await _judged(unit, place, since, until)
        if not found:
            return []
        pairs = [case.pair_id for case in found]
        people = await pair_queries.of_pairs(unit.session, pairs[:1])
        said = {
            "count": len(found),
            "mentors": names(people, Role.MENTOR, unit.today()),
            "mentees": names(people, Role.MENTEE, unit.today()),
        }
        return [
            Line("council-judged-digest", said, button("council-open-pair", f"pair:{pairs[0]}"))
        ]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        """A vote waits for its morning, or the council's time is over on a day ahead."""
        rows = await _votes(unit, organisation_id, after)
        days = [_settled_on(unit, row) for row in rows]
        return min((max(day, after) + _DAY for day in days if day >= after), default=None)


async def _votes(unit: Unit, organisation_id: int, first: date) -> Sequence[AnyRow]:
    begun = at_hour(first, 0, unit.timezone) - answering.WAITS
    return await queries.votes(unit.session, organisation_id, begun - _DAY)


def _settled_on(unit: Unit, row: AnyRow) -> date:
    """The day of the last vote; while one is missing, the last day on which it is waited for."""
    last: date = local_date(row.last, unit.timezone)
    if not row.left:
        return last
    return local_date(row.CouncilCase.asked_at + answering.WAITS, unit.timezone)


async def _judged(unit: Unit, organisation_id: int, since: date, until: date) -> list[CouncilCase]:
    """What was settled on one of these days, the last one not among them."""
    rows = await _votes(unit, organisation_id, since)
    return [row.CouncilCase for row in rows if since <= _settled_on(unit, row) < until]
