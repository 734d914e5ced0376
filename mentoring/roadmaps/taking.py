"""Executors are told once that a plan with rows of theirs is in force."""

from datetime import date, timedelta

from core.clock import local_date
from db.models import Organisation
from db.queries import audience
from db.queries import taking as queries
from mentoring.digest import Line, at_hour, digest_source
from mentoring.notices import button
from mentoring.roadmaps.audience import KEEPERS
from mentoring.roles import Role
from mentoring.unit import Unit

_STAFF = (Role.METHODOLOGIST, Role.HEAD, Role.COUNCIL, Role.EXECUTOR)
_DAY = timedelta(days=1)


@digest_source(order=8)
class NewRows:
    """How many rows are theirs, and the first term; those who keep the plan know it already.

    A day counts once it is over: executors are named after the digest of the day has gone.
    """

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        return set(await self._shares(unit, organisation_id, since, until))

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        lines: list[Line] = []
        places = {one.organisation_id: one.organisation for one in unit.actor.seats}
        for place, name in places.items():
            share = (await self._shares(unit, place, since, until)).get(person_id)
            if share is None:
                continue
            count, due = share
            arguments = {"count": count, "has_due": "yes" if due else "no", "due": due or until}
            lines += [
                Line(
                    "roadmap-new-rows",
                    {"organisation": name},
                    button("roadmap-new-rows-open", "roadmap-mine"),
                ),
                Line("roadmap-new-rows-mine", arguments),
            ]
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        place = await unit.session.get_one(Organisation, organisation_id)
        since = at_hour(after - _DAY, 0, place.timezone)
        found = await queries.instants(unit.session, organisation_id, since)
        days = (local_date(one, place.timezone) + _DAY for one in found)
        return min((day for day in days if day > after), default=None)

    async def _shares(
        self, unit: Unit, place: int, since: date, until: date
    ) -> dict[int, tuple[int, date | None]]:
        """Person -> how many rows became theirs in these days, and the nearest term."""
        zone = (await unit.session.get_one(Organisation, place)).timezone
        first, last = at_hour(since, 0, zone), at_hour(until, 0, zone)
        rows = await queries.taken(unit.session, place, first, last)
        if not rows:
            return {}
        seats = await audience.seats(unit.session, [place], (*_STAFF, *KEEPERS))
        keepers = {one.person_id for one in seats if one.role in KEEPERS}
        people = {one.person_id for one in seats}
        found: dict[int, tuple[int, date | None]] = {}
        for row in rows:
            holders = (
                {row.person_id} & people
                if row.person_id is not None
                else {one.person_id for one in seats if one.role == row.role}
            )
            for person in holders - keepers:
                count, due = found.get(person, (0, None))
                nearest = min((day for day in (due, row.due_on) if day), default=None)
                found[person] = (count + row.activities, nearest)
        return found
