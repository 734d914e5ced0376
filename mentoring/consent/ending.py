"""Consents whose term runs out: announced before, and what follows when nobody has renewed them.

Whoever comes of age is asked anew too (`rules.counts`) but keeps the seat: no term has run out.
The curator's list of people without a consent has them.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from sqlalchemy import select

from db.models import Membership, Representation
from db.queries import consents as queries
from db.queries import lacking as lists
from db.types import AnyRow
from mentoring.consent.giving import holding
from mentoring.consent.rules import Given, missing
from mentoring.consent.texts import REQUIRED, Purpose
from mentoring.consent.withdrawing import after_term
from mentoring.daily import daily
from mentoring.digest import Line, digest_source
from mentoring.notices import button
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit

# How many days before the last day of a consent it is told.
TOLD = (30, 7, 1)
_DAY = timedelta(days=1)


async def _participants(
    unit: Unit, organisation_id: int, only: Collection[int] | None = None
) -> dict[int, AnyRow]:
    """Who has a seat that needs consents, by id."""
    rows = await lists.participants(unit.session, organisation_id, only)
    return {row.person_id: row for row in rows if not row.waits}


async def _given(unit: Unit, organisation_id: int, people: Iterable[int]) -> dict[int, list[Given]]:
    """The consents to the programme of these people that nobody has withdrawn."""
    found: dict[int, list[Given]] = {}
    for row in await queries.given(unit.session, organisation_id, list(people)):
        given = holding(row)
        if given is not None and row.purpose == Purpose.PROGRAMME:
            found.setdefault(row.person_id, []).append(given)
    return found


def last_day(birth_year: int | None, today: date, given: list[Given]) -> date | None:
    """The last day on which all consents that are needed hold; None when some lack already."""
    if missing(birth_year, today, given):
        return None
    ends = sorted({one.until for one in given if one.until >= today})
    return next((end for end in ends if missing(birth_year, end + _DAY, given)), None)


def ran_out(birth_year: int | None, today: date, given: list[Given]) -> bool:
    """Whether a consent that is needed had been given, and its term is over."""
    lacking = missing(birth_year, today, given)
    held = {one.giver for one in given if one.until < today}
    return bool(lacking & (held - {one.giver for one in given if one.until >= today}))


async def _ending(
    unit: Unit, organisation_id: int, only: Collection[int] | None = None
) -> dict[int, tuple[AnyRow, date]]:
    people = await _participants(unit, organisation_id, only)
    given = await _given(unit, organisation_id, people)
    found = {}
    for person_id, row in people.items():
        last = last_day(row.birth_year, unit.today(), given.get(person_id, []))
        if last is not None:
            found[person_id] = (row, last)
    return found


def _told(last: date, since: date, until: date) -> bool:
    return any(since < last - timedelta(days=days) <= until for days in TOLD)


@digest_source(order=45)
class Ending:
    """Consents that end soon: to their people, who speaks for them, and the curators."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        ending = await _ending(unit, organisation_id)
        people = [one for one, (_, last) in ending.items() if _told(last, since, until)]
        if not people:
            return set()
        curators = select(Membership.person_id).where(
            Membership.organisation_id == organisation_id,
            Membership.role == Role.CURATOR,
            Membership.ended_at.is_(None),
        )
        told = await lists.reminded(unit.session, people)
        return {*told, *await unit.session.scalars(curators)}

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        query = select(Representation.child_id).where(
            Representation.representative_id == person_id, Representation.ended_at.is_(None)
        )
        children = set(await unit.session.scalars(query))
        lines = []
        for place in sorted({seat.organisation_id for seat in unit.actor.seats}):
            roles = {seat.role for seat in unit.actor.seats if seat.organisation_id == place}
            if not roles & {Role.CURATOR, Role.REPRESENTATIVE, *REQUIRED}:
                continue
            # A school's whole list for its curators only: everybody gets a digest.
            seen = None if Role.CURATOR in roles else {person_id, *children}
            ending = {
                one: (row, last)
                for one, (row, last) in (await _ending(unit, place, seen)).items()
                if _told(last, since, until)
            }
            lines += _lines(ending, person_id, children, until)
            if ending and Role.CURATOR in roles:
                open_list = button("consents-ending-open", "consents-lacking")
                lines.append(Line("consents-ending", {"count": len(ending)}, open_list))
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        ending = await _ending(unit, organisation_id)
        days = (last - timedelta(days=days) for _, last in ending.values() for days in TOLD)
        return min((day for day in days if day > after), default=None)


def _lines(
    ending: dict[int, tuple[AnyRow, date]], me: int, children: set[int], today: date
) -> list[Line]:
    renew = button("consent-reminder-open", "consents")
    lines = [Line("consent-ends", {"day": ending[me][1]}, renew)] if me in ending else []
    for child in sorted(children & ending.keys()):
        row, last = ending[child]
        lines.append(Line("consent-ends-child", {"child": shown(row, today), "day": last}, renew))
    return lines


@daily
async def end_terms(unit: Unit, organisation_id: int) -> None:
    """End the seats of those whose consent ran out yesterday or earlier and was not renewed."""
    people = await _participants(unit, organisation_id)
    given = await _given(unit, organisation_id, people)
    for person_id, row in people.items():
        if ran_out(row.birth_year, unit.today(), given.get(person_id, [])):
            await after_term(unit, organisation_id, person_id)
