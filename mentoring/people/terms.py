"""Somebody stands in for another from one day to another, both local and both included.

The seat is a seat like any other, with an end: whoever asks for rights sees it no longer from the
midnight after the last day, whether or not a tick has come by then to clear it away.
"""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from db.models import Deputy, Membership, Person
from db.queries import seats as queries
from db.upsert import upserting
from mentoring.audit import record
from mentoring.digest import Line, at_hour, digest_source
from mentoring.roles import Role
from mentoring.unit import Unit


async def dismiss_all(unit: Unit, organisation_id: int, role: Role, *, absent_id: int) -> None:
    """Nobody stands in any longer for somebody who has no seat."""
    terms = select(Deputy).where(
        Deputy.organisation_id == organisation_id,
        Deputy.role == role,
        Deputy.absent_id == absent_id,
        Deputy.over_at.is_(None),
    )
    for term in await unit.session.scalars(terms):
        await end(unit, term)


async def end(unit: Unit, term: Deputy) -> None:
    if term.over_at is None:
        term.over_at = unit.now
        if term.began_at is not None:
            await queries.close_term(unit.session, term, unit.now)
        record(unit, term.organisation_id, "deputy-over", subject_id=term.person_id, role=term.role)


def _bounds(term: Deputy, zone: str) -> tuple[datetime, datetime]:
    """From the first midnight to the one behind the last day."""
    return (
        at_hour(term.starts_on, 0, zone),
        at_hour(term.ends_on + timedelta(days=1), 0, zone),
    )


async def turn(unit: Unit, term: Deputy, zone: str) -> None:
    """Give the seat when its time has come, take it back when it is over."""
    begins, ends = _bounds(term, zone)
    if term.began_at is None and begins <= unit.now < ends:
        term.began_at = unit.now
        statement = upserting(unit.session, Membership).values(
            organisation_id=term.organisation_id,
            person_id=term.person_id,
            role=term.role,
            since=unit.now,
            until=ends,
        )
        await unit.session.execute(
            statement.on_conflict_do_update(
                index_elements=["organisation_id", "role", "person_id"],
                set_={"since": statement.excluded.since, "until": ends, "ended_at": None},
                # Who has the seat for good by now keeps it so.
                where=Membership.ended_at.is_not(None),
            )
        )
    elif unit.now >= ends:
        await end(unit, term)


async def turn_due(unit: Unit) -> None:
    """Every term that begins or ends by now. For the planner, in a transaction that may write."""
    for term, zone in await queries.pending(unit.session):
        await turn(unit, term, zone)


async def next_turn(unit: Unit) -> datetime | None:
    """When the next term begins or ends; now, where one is late."""
    instants = [
        max(unit.now, ends if term.began_at else begins)
        for term, zone in await queries.pending(unit.session)
        for begins, ends in [_bounds(term, zone)]
    ]
    return min(instants, default=None)


@digest_source(order=5)
class Beginnings:
    """On its first day, whoever stands in is reminded that the term has begun."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        query = select(Deputy.person_id).where(
            Deputy.organisation_id == organisation_id, *_begins(since, until)
        )
        return set(await unit.session.scalars(query))

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        query = (
            select(Deputy.role, Deputy.ends_on, Person.name)
            .join(Person, Person.id == Deputy.absent_id)
            .where(Deputy.person_id == person_id, *_begins(since, until))
            .order_by(Deputy.id)
        )
        return [
            Line("deputy-begins", {"role": row.role, "name": row.name, "to": row.ends_on})
            for row in await unit.session.execute(query)
        ]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        query = (
            select(Deputy.starts_on)
            .where(
                Deputy.organisation_id == organisation_id,
                Deputy.over_at.is_(None),
                Deputy.starts_on > after,
            )
            .order_by(Deputy.starts_on)
            .limit(1)
        )
        found: date | None = await unit.session.scalar(query)
        return found


def _begins(since: date, until: date) -> tuple[Any, ...]:
    return (Deputy.over_at.is_(None), Deputy.starts_on > since, Deputy.starts_on <= until)
