"""A demand to erase a minor's data that nobody looks at: it is carried out, but not unseen.

The curators are told when it comes (`asking`), reminded in the morning digest, and on the last day
by a message of its own, a day off too.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.clock import local_date
from db.models import Erasure, Organisation, Person
from db.queries import erasures
from db.queries.pair_orders import holders
from db.queries.telling import HOLDERS, plan_for
from mentoring.digest import Line, digest_source
from mentoring.letters import day
from mentoring.notices import button, notice
from mentoring.people.naming import shown
from mentoring.privacy.asking import DECIDED_WITHIN
from mentoring.roles import Role
from mentoring.unit import Unit

# Days behind the demand on which the digest reminds of it.
_REMINDED = (3, 5)
_LAST = timedelta(days=1)
_DAY = timedelta(days=1)


def _days(due_at: datetime, zone: str) -> list[date]:
    asked_on = local_date(due_at - DECIDED_WITHIN, zone)
    return [asked_on + days * _DAY for days in _REMINDED]


@digest_source(order=3)
class Demands:
    """To curators: demands that still wait for their decision."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        due = await erasures.waiting(unit.session, [organisation_id])
        if not any(since < one <= until for row in due for one in _days(row.due_at, unit.timezone)):
            return set()
        return {row.id for row in await holders(unit.session, organisation_id, Role.CURATOR)}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        places = {one.organisation_id for one in unit.actor.seats if one.role == Role.CURATOR}
        lines = []
        for place in sorted(places):
            due = await erasures.waiting(unit.session, [place])
            days = [one for row in due for one in _days(row.due_at, unit.timezone)]
            if any(since < one <= until for one in days):
                first_on = local_date(min(row.due_at for row in due), unit.timezone)
                said = {"count": len(due), "first_on": first_on}
                open_list = button("erasure-asked-open", f"todo:erasures-{place}")
                lines.append(Line("erasure-digest", said, open_list))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        due = await erasures.waiting(unit.session, [organisation_id])
        days = (one for row in due for one in _days(row.due_at, unit.timezone))
        return min((one for one in days if one > after), default=None)


async def next_due(unit: Unit) -> datetime | None:
    """When the last day of a demand begins, over all places; those reminded of aside."""
    rows = await erasures.waiting(unit.session)
    return min((row.due_at - _LAST for row in rows if row.reminded_at is None), default=None)


async def due(unit: Unit) -> list[int]:
    """Demands whose last day has begun."""
    rows = await erasures.waiting(unit.session)
    return [row.id for row in rows if row.reminded_at is None and row.due_at - _LAST <= unit.now]


async def remind(unit: Unit, erasure_id: int) -> None:
    """Tell the curators that a demand is about to be carried out without them. For the planner."""
    demand = await unit.session.get_one(Erasure, erasure_id, with_for_update=True)
    if not await erasures.still_waits(unit.session, erasure_id) or demand.reminded_at is not None:
        return
    demand.reminded_at = unit.now
    await unit.session.flush()
    place = await unit.session.get_one(Organisation, demand.organisation_id)
    person = await unit.session.get_one(Person, demand.person_id)
    ends = demand.due_at.astimezone(ZoneInfo(place.timezone))
    row = notice(
        unit,
        unique=f"erasure-last-day:{erasure_id}",
        message="erasure-last-day",
        args={
            "name": shown(person, unit.today(place.timezone)),
            "until": day(ends.date()),
            "time": f"{ends:%H:%M}",
        },
        buttons=[button("erasure-asked-open", f"todo:erasures-{place.id}")],
    )
    await plan_for(unit.session, row, HOLDERS, organisation=place.id, roles=[str(Role.CURATOR)])
    unit.wakes.add("sender")
