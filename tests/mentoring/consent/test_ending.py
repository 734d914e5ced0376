"""Consents that end: told before, and what follows after their last day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from db.engines import Database
from db.models import Consent, Erasure, Membership, Outbox, Person
from mentoring import areas
from mentoring.consent import ending, keeping, own, texts
from mentoring.consent.ending import last_day, ran_out
from mentoring.consent.giving import add
from mentoring.consent.rules import Channel, Given, Giver
from mentoring.consent.texts import Purpose
from mentoring.people.admission import settle
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.seed import Town, acting

areas.load()
DAY = timedelta(days=1)
TODAY = date(2026, 9, 1)
SELF, PARENT = Giver.SELF, Giver.REPRESENTATIVE


def given(giver: Giver, days: int, *, alone: bool = False) -> Given:
    return Given(giver, TODAY - 300 * DAY, TODAY + days * DAY, alone)


@pytest.mark.parametrize(
    ("year", "consents", "last", "over"),
    [
        (1990, [(SELF, 10)], 10, False),
        (1990, [(SELF, -1), (SELF, 10)], 10, False),
        (1990, [(SELF, -1)], None, True),
        (1990, [], None, False),
        # The earlier of a pupil's two ends it; a small child's own is not needed.
        (2011, [(SELF, 10), (PARENT, 40)], 10, False),
        (2011, [(SELF, 10), (PARENT, -1)], None, True),
        (2017, [(SELF, 10), (PARENT, 40)], 40, False),
        # An adult's parents' consent is nobody's business any more.
        (1990, [(SELF, 10), (PARENT, -1)], 10, False),
    ],
)
def test_the_last_day(
    year: int, consents: list[tuple[Giver, int]], last: int | None, over: bool
) -> None:
    held = [given(*one) for one in consents]
    expected = None if last is None else TODAY + last * DAY
    assert last_day(year, TODAY, held) == expected
    assert ran_out(year, TODAY, held) is over


async def test_a_consent_is_announced_ends_and_comes_back(
    database: Database, clock: SettableClock, town: Town
) -> None:
    curator, mentee = town.actor("school", Role.CURATOR), town.actor("school", Role.MENTEE)
    assert mentee.person_id is not None
    place: dict[str, Any] = {"organisation_id": town.school, "person_id": mentee.person_id}
    consent: dict[str, Any] = {
        **place,
        "version": texts.newest(Purpose.PROGRAMME),
        "giver": SELF,
        "given_by": mentee.person_id,
        "channel": Channel.BUTTON,
    }
    source = ending.Endings()
    async with acting(database, mentee, clock.now()) as unit:
        today = unit.today()
        add(unit, given_on=today - 100 * DAY, **consent)
        await unit.session.flush()
        await unit.session.execute(update(Consent).values(until=today + 30 * DAY))
    for actor in (curator, mentee):
        async with acting(database, actor, clock.now()) as unit:
            told = await source.who(unit, town.school, today - DAY, today)
            assert {curator.person_id, mentee.person_id} <= told
            assert await source.who(unit, town.school, today, today + DAY) == set()
            assert actor.person_id is not None
            lines = await source.lines(unit, actor.person_id, today - DAY, today)
            message = "consents-ending" if actor is curator else "consent-ends"
            assert [line.message for line in lines] == [message]
            assert await source.next_day(unit, town.school, today) == today + 23 * DAY
    for days, seats in ((30, 1), (31, 0), (32, 0)):
        clock.set(clock.now() + (today + days * DAY - clock.now().date()))
        async with acting(database, curator, clock.now()) as unit:
            await ending.end_terms(unit, town.school)
            query = select(Membership.id).where(
                Membership.person_id == mentee.person_id, Membership.ended_at.is_(None)
            )
            assert len((await unit.session.scalars(query)).all()) == seats
    async with acting(database, mentee, clock.now()) as unit:
        kinds = set(await unit.session.scalars(select(Outbox.message)))
        assert {"consent-over", "consent-over-notice"} <= kinds
        [planned] = (await unit.session.scalars(select(Erasure))).all()
        assert (planned.reason, planned.cancelled_at) == ("expired", None)
        add(unit, given_on=unit.today(), **consent)
        assert await settle(unit, town.school, mentee.person_id)
    async with acting(database, mentee, clock.now()) as unit:
        assert (await unit.session.scalars(query)).all()
        assert (await unit.session.scalars(select(Erasure.cancelled_at))).one() is not None
        assert (
            await unit.session.scalar(select(Person.id).where(Person.erased_at.is_not(None)))
            is None
        )


async def signed(
    database: Database, town: Town, clock: SettableClock, person_id: int, **row: Any
) -> None:
    async with database.begin() as session:
        session.add(
            Consent(
                organisation_id=town.school,
                person_id=person_id,
                version=1,
                channel="paper",
                alone=False,
                recorded_at=clock.now(),
                **row,
            )
        )


async def told(
    database: Database, clock: SettableClock, actor: Actor, since: date, until: date
) -> list[tuple[str, Any]]:
    async with acting(database, actor, clock.now()) as unit:
        lines = await ending.Endings().lines(unit, unit.me, since, until)
        return [(line.message, line.args.get("what", line.args.get("count"))) for line in lines]


async def seated(database: Database, person_id: int) -> bool:
    async with database.reading() as session:
        query = select(Membership.id).where(
            Membership.person_id == person_id, Membership.ended_at.is_(None)
        )
        return await session.scalar(query) is not None


async def test_the_mentors_own_consent_has_a_term_too(
    database: Database, clock: SettableClock, town: Town
) -> None:
    mentor, curator = town.actor("school", Role.MENTOR), town.actor("school", Role.CURATOR)
    me, today = mentor.person_id or 0, clock.now().date()
    for purpose, days in (("programme", 300), ("mentor", 7)):
        term = {"given_on": today - 100 * DAY, "until": today + days * DAY}
        await signed(database, town, clock, me, purpose=purpose, giver=SELF, **term)
    assert await told(database, clock, mentor, today - DAY, today) == [("consent-ends", "mentor")]
    assert await told(database, clock, curator, today - DAY, today) == [("consents-ending", 1)]
    async with acting(database, curator, clock.now()) as unit:
        listed = await keeping.lacking(unit, organisation_id=town.school)
        ends = [one for one in listed if one.reason is keeping.Reason.ENDS]
        assert [(one.person_id, one.ending) for one in ends] == [(me, {Purpose.MENTOR})]
    clock.set(clock.now() + 8 * DAY)
    async with acting(database, curator, clock.now()) as unit:
        await ending.end_terms(unit, town.school)
    assert not await seated(database, me)
    async with database.reading() as session:
        assert await session.scalar(select(Erasure.id)) is None
    async with acting(database, mentor, clock.now()) as unit:
        item = next(one for one in await own.listed(unit) if one.purpose is Purpose.MENTOR)
        assert item.waits and await own.agree(unit, key=item.key)
    assert await seated(database, me)


@pytest.mark.parametrize(
    ("born", "givers", "what"),
    [(2008, (SELF, PARENT), "adult"), (2013, (PARENT,), "signs")],
)
async def test_who_comes_of_age_is_asked_anew(  # noqa: PLR0917
    database: Database,
    clock: SettableClock,
    town: Town,
    born: int,
    givers: tuple[Giver, ...],
    what: str,
) -> None:
    mentee, curator = town.actor("school", Role.MENTEE), town.actor("school", Role.CURATOR)
    me = mentee.person_id or 0
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == me).values(birth_year=born))
    term = {"given_on": date(2026, 9, 1), "until": date(2028, 9, 1)}
    for giver in givers:
        await signed(database, town, clock, me, purpose="programme", giver=giver, **term)
    first = date(2027, 1, 1)
    days = {
        date(2026, 12, 1): False,
        date(2026, 12, 2): True,
        date(2026, 12, 25): True,
        first: True,
        date(2027, 1, 23): True,
        date(2027, 1, 29): True,
        date(2027, 1, 30): False,
    }
    for when, said in days.items():
        clock.set(datetime(when.year, when.month, when.day, 9, tzinfo=UTC))
        lines = [("consent-ends", what)] if said else []
        assert await told(database, clock, mentee, when - DAY, when) == lines, when
        lines = [("consents-age", 1)] if said else []
        assert await told(database, clock, curator, when - DAY, when) == lines, when
        async with acting(database, curator, clock.now()) as unit:
            await ending.end_terms(unit, town.school)
        assert await seated(database, me)
    clock.set(datetime(2027, 1, 31, 9, tzinfo=UTC))
    async with acting(database, curator, clock.now()) as unit:
        await ending.end_terms(unit, town.school)
    assert not await seated(database, me)
    async with database.reading() as session:
        over = await session.scalar(select(Outbox.args).where(Outbox.message == "consent-over"))
        assert over is not None and over["what"] == what
    # Their own word brings everything back.
    term["given_on"] = date(2027, 1, 31)
    await signed(database, town, clock, me, purpose="programme", giver=SELF, **term)
    async with acting(database, curator, clock.now()) as unit:
        assert await settle(unit, town.school, me)
        await ending.end_terms(unit, town.school)
    assert await seated(database, me)
