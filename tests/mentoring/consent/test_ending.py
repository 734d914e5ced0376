"""Consents that end: told before, and what follows after their last day."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from db.engines import Database
from db.models import Consent, Erasure, Membership, Outbox, Person
from mentoring import areas
from mentoring.consent import ending, texts
from mentoring.consent.ending import last_day, ran_out
from mentoring.consent.giving import add
from mentoring.consent.rules import Channel, Given, Giver
from mentoring.consent.texts import Purpose
from mentoring.people.admission import settle
from mentoring.roles import Role
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
    source = ending.Ending()
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
