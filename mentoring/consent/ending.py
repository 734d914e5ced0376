"""Consents that will not do any more: announced before, and what follows without a new one.

Terms run out, of the consent to the programme and of the mentor's own. And people come of age: from
1 January on their own consent is needed (only the year of birth is known), which they cannot give
before. Taking part goes on for thirty days then, for no term has run out.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from db.models import Membership, Representation
from db.queries import consents as queries
from db.queries import lacking as lists
from db.types import AnyRow
from mentoring.consent.giving import holding
from mentoring.consent.rules import ADULT_AT, SIGNS_AT, Given, Giver, missing
from mentoring.consent.texts import REQUIRED
from mentoring.consent.withdrawing import After, after_term
from mentoring.daily import daily
from mentoring.digest import Line, digest_source
from mentoring.notices import button
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit

# How many days before the last day of a consent it is told.
TOLD = (30, 7, 1)
# How many days before somebody comes of age it is told.
AGE_TOLD = (30, 7)
# How long taking part goes on without the consent of who has come of age.
GRACE = timedelta(days=30)
_DAY = timedelta(days=1)

# By person and purpose: the consents that nobody has withdrawn.
Held = dict[tuple[int, str], list[Given]]


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that is to be given anew: the person's row, what it is, and its days."""

    row: AnyRow
    what: After
    # The last day of the term; of who comes of age, the first on which their consent is needed.
    day: date
    # The last day on which they take part without it.
    last: date
    told: tuple[date, ...]

    def is_told(self, since: date, until: date) -> bool:
        return any(since < one <= until for one in self.told)


async def _participants(
    unit: Unit, organisation_id: int, only: Collection[int] | None = None
) -> list[AnyRow]:
    """Who has a seat that needs consents: a row a seat."""
    rows = await lists.participants(unit.session, organisation_id, only)
    return [row for row in rows if not row.waits]


async def _given(unit: Unit, organisation_id: int, rows: Iterable[AnyRow]) -> Held:
    found: Held = {}
    people = {row.person_id for row in rows}
    for row in await queries.given(unit.session, organisation_id, people):
        given = holding(row)
        if given is not None:
            found.setdefault((row.person_id, row.purpose), []).append(given)
    return found


def last_day(birth_year: int | None, today: date, given: list[Given]) -> date | None:
    """The last day on which all consents that are needed hold; None when some lack already.

    Of terms alone: that somebody comes of age before is another matter.
    """
    if missing(birth_year, today, given):
        return None
    ends = sorted({one.until for one in given if one.until >= today})
    return next((end for end in ends if _over(birth_year, today, end, given)), None)


def _over(birth_year: int | None, today: date, end: date, given: list[Given]) -> bool:
    still = [one for one in given if one.until > end]
    return bool(missing(birth_year, today, still))


def ran_out(birth_year: int | None, today: date, given: list[Given]) -> bool:
    """Whether a consent that is needed had been given, and its term is over."""
    lacking = missing(birth_year, today, given)
    held = {one.giver for one in given if one.until < today}
    return bool(lacking & (held - {one.giver for one in given if one.until >= today}))


def of_age(birth_year: int | None, today: date) -> tuple[After, date] | None:
    """What somebody comes or has come into about now, and the 1 January from which it holds."""
    if birth_year is None:
        return None
    days = {
        After.SIGNS: date(birth_year + SIGNS_AT, 1, 1),
        After.ADULT: date(birth_year + ADULT_AT + 1, 1, 1),
    }
    near = [
        (what, day)
        for what, day in days.items()
        if day - timedelta(days=max(AGE_TOLD)) - _DAY <= today <= day + GRACE + GRACE
    ]
    return near[0] if near else None


def outgrown(birth_year: int | None, day: date, given: list[Given]) -> bool:
    """Whether of the consents before a day on which somebody comes of age their own is missing."""
    before = [one for one in given if one.on < day]
    return bool(before) and Giver.SELF in missing(birth_year, day, _longer(given, day))


def _longer(given: list[Given], day: date) -> list[Given]:
    """As if no term ran out before a day: that is told as what it is."""
    return [Given(one.giver, one.on, max(one.until, day), one.alone) for one in given]


def _in_age(row: AnyRow, today: date, given: list[Given]) -> Ending | None:
    found = of_age(row.birth_year, today)
    if found is None or not outgrown(row.birth_year, found[1], given):
        return None
    what, day = found
    if any(one.giver is Giver.SELF and one.on >= day for one in given):
        return None
    last = day + GRACE - _DAY
    before = [day - timedelta(days=days) for days in AGE_TOLD]
    after = [last - timedelta(days=days) for days in TOLD if days < GRACE.days]
    return Ending(row, what, day, last, (*before, day, *after))


async def _endings(
    unit: Unit, organisation_id: int, only: Collection[int] | None = None
) -> list[Ending]:
    """Everything of these people that ends: a term a purpose, coming of age once a person."""
    rows, today = await _participants(unit, organisation_id, only), unit.today()
    given = await _given(unit, organisation_id, rows)
    found: dict[tuple[int, After], Ending] = {}
    for row in rows:
        for purpose in REQUIRED[Role(row.role)]:
            held = given.get((row.person_id, purpose), [])
            last = last_day(row.birth_year, today, held)
            if last is not None:
                told = tuple(last - timedelta(days=days) for days in TOLD)
                one = Ending(row, After(purpose), last, last, told)
                found.setdefault((row.person_id, one.what), one)
            coming = _in_age(row, today, held)
            if coming is not None:
                found.setdefault((row.person_id, coming.what), coming)
    return list(found.values())


@digest_source(order=45)
class Endings:
    """Consents that end soon: to their people, who speaks for them, and the curators."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        endings = await _endings(unit, organisation_id)
        people = [one.row.person_id for one in endings if one.is_told(since, until)]
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
            endings = [
                one for one in await _endings(unit, place, seen) if one.is_told(since, until)
            ]
            lines += _lines(endings, person_id, children, until)
            if Role.CURATOR in roles:
                lines += _for_curator(endings, until)
        return lines

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        endings = await _endings(unit, organisation_id)
        days = (day for one in endings for day in one.told)
        return min((day for day in days if day > after), default=None)


def _lines(endings: list[Ending], me: int, children: set[int], today: date) -> list[Line]:
    lines = []
    for one in endings:
        person_id = one.row.person_id
        if person_id != me and person_id not in children:
            continue
        args = {"what": one.what, "day": one.day, "last_on": one.last, **_ripe(one, today)}
        renew = button("consent-reminder-open", "consents")
        # Before they are of age there is nothing to press.
        under = renew if one.what in {After.PROGRAMME, After.MENTOR} or today >= one.day else None
        if person_id == me:
            lines.append(Line("consent-ends", args, under))
        else:
            child = shown(one.row, today)
            lines.append(Line("consent-ends-child", {"child": child, **args}, under))
    return lines


def _ripe(one: Ending, today: date) -> dict[str, str]:
    return {"ripe": "yes" if today >= one.day else "no"}


def _for_curator(endings: list[Ending], today: date) -> list[Line]:
    """How many; of who comes of age apart, for it is another paper."""
    ends = sum(one.what in {After.PROGRAMME, After.MENTOR} for one in endings)
    open_list = button("consents-ending-open", "consents-lacking")
    lines = [Line("consents-ending", {"count": ends}, open_list)] if ends else []
    aged = [one for one in endings if one.what in {After.ADULT, After.SIGNS}]
    if aged:
        args = {"count": len(aged), "day": aged[0].day, "last_on": aged[0].last}
        ripe = _ripe(aged[0], today)
        under = open_list if ripe["ripe"] == "yes" else None
        lines.append(Line("consents-age", args | ripe, under))
    return lines


@daily
async def end_terms(unit: Unit, organisation_id: int) -> None:
    """End the seats of those whose consent ran out yesterday or earlier and was not renewed, and
    of those who came of age and have not given their own in time.

    Who came of age longer ago than that was never told of a day: they stay on the curator's list.
    """
    rows, today = await _participants(unit, organisation_id), unit.today()
    given = await _given(unit, organisation_id, rows)
    over: dict[int, set[After]] = {}
    for row in rows:
        for purpose in REQUIRED[Role(row.role)]:
            held = given.get((row.person_id, purpose), [])
            if ran_out(row.birth_year, today, held):
                over.setdefault(row.person_id, set()).add(After(purpose))
            aged = _in_age(row, today, held)
            if aged is not None and today > aged.last:
                over.setdefault(row.person_id, set()).add(aged.what)
    for person_id, why in over.items():
        # Without the programme's there is no seat left that the mentor's own could be about.
        what = sorted(why, key=list(After).index)[0]
        await after_term(unit, organisation_id, person_id, what)
