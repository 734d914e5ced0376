"""What the digest says of decisions that wait: what is asked on the next morning, what was handed
in once a week, for it is accepted by itself."""

from datetime import date, timedelta

from db.queries import alerting as queries
from db.queries import audience
from db.types import AnyRow
from mentoring.digest import DIGEST_HOUR, Line, at_hour, digest_source
from mentoring.notices import button
from mentoring.roadmaps.policies import policy_of
from mentoring.roles import GRANTS, Permission, Role
from mentoring.unit import Unit
from mentoring.workdays import Week

_DECIDERS = [role for role in Role if Permission.DECIDE_ROWS in GRANTS[role]]
_DAY = timedelta(days=1)


@digest_source(order=25)
class DecisionAlerts:
    """Petitions and handed-in rows, to whoever issued the plan."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        rows = await self._waiting(unit, [organisation_id], since, until)
        if not rows:
            return set()
        week = (await policy_of(unit, organisation_id)).week
        if not any(_is_told(row, since, until, week) for row in rows):
            return set()
        seats = await audience.seats(unit.session, [organisation_id], _DECIDERS)
        return {seat.person_id for seat in seats}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        places = [seat.organisation_id for seat in unit.actor.seats if seat.role in _DECIDERS]
        lines: list[Line] = []
        for row in await self._waiting(unit, places, since, until) if places else []:
            week = (await policy_of(unit, row.issuer_id)).week
            if _is_told(row, since, until, week):
                args = {"asked": row.asked, "handed": row.handed}
                open_all = button("roadmap-digest-decide", "roadmap-deciding")
                lines.append(Line("roadmap-digest-decisions", args, open_all))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        rows = await self._waiting(unit, [organisation_id], after, after)
        if not rows:
            return None
        week = (await policy_of(unit, organisation_id)).week
        if any(row.asked_new for row in rows):
            return week.on_or_after(after + _DAY)
        day = week.on_or_after(after + _DAY)
        while week.opening(day) != day:
            day = week.on_or_after(day + _DAY)
        return day

    async def _waiting(
        self, unit: Unit, places: list[int], since: date, until: date
    ) -> list[AnyRow]:
        instant = at_hour(since, DIGEST_HOUR, unit.timezone)
        return list(await queries.to_decide(unit.session, places, instant, until))


def _is_told(row: AnyRow, since: date, until: date, week: Week) -> bool:
    return row.asked_new > 0 or since < week.opening(until) <= until
