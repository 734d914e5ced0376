"""What the monkey watches for (tests/e2e/invariants/consents.py) finds what it should."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from core.clock import SettableClock
from db.engines import Database
from db.models import (
    Answer,
    Consent,
    Membership,
    Pair,
    PairMember,
    Person,
    Profile,
    Programme,
    Representation,
    Response,
)
from mentoring.notices import notice, plan
from mentoring.roles import Role
from mentoring.unit import Actor, Unit
from tests.e2e.invariants import broken as all_broken
from tests.e2e.invariants import consents
from tests.mentoring.seed import Town

SEATED = "whoever has a seat has agreed to what it needs"
FOR_MINORS = "for a minor who has a seat somebody has agreed"
WITHDRAWN = "what was withdrawn and not given again holds no seat"
BY_BUTTON = "by a button one agrees for oneself, or for a child one speaks for"
BY_ONESELF = "nobody speaks for themselves"
NUMBERED = "a paper has its number"
ANSWERED = "nobody's answers are kept without their consent"
FOR_A_MINOR = "a minor's answers are kept when somebody has agreed for them"
NO_SEAT = "nothing but a line of a list is kept of who has had no seat"
PAIRED = "who has withdrawn is in no pair that goes on"
REMINDED = "who has withdrawn and left is asked and reminded of nothing"
PHONES = "a phone is kept of those who have agreed"


async def broken(database: Database) -> set[str]:
    return {*(await all_broken(database))} & {*consents.INVARIANTS}


@pytest.fixture
async def agreed(database: Database, clock: SettableClock, town: Town) -> Town:
    """A municipality where everybody who takes part has agreed by the button."""
    async with database.begin() as session:
        query = select(Membership).where(Membership.role.in_((Role.MENTOR, Role.MENTEE)))
        rows = [
            _row(clock, one.organisation_id, one.person_id, purpose=purpose)
            for one in await session.scalars(query)
            for purpose in ("programme", "mentor")
        ]
        await session.execute(insert(Consent), rows)
    return town


def _row(clock: SettableClock, place: int, person: int, **more: Any) -> dict[str, Any]:
    today = clock.now().date()
    return {
        "organisation_id": place,
        "person_id": person,
        "purpose": "programme",
        "version": 1,
        "giver": "self",
        "given_by": person,
        "channel": "button",
        "alone": False,
        "given_on": today,
        "until": today + timedelta(days=700),
        "recorded_at": clock.now(),
        **more,
    }


async def test_seats_need_consents(database: Database, town: Town) -> None:
    assert await broken(database) == {SEATED}


async def test_a_minors_seat_needs_a_representatives(
    database: Database, clock: SettableClock, agreed: Town
) -> None:
    assert await broken(database) == set()
    child = agreed.people["school", Role.MENTEE][0]
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == child).values(birth_year=2010))
    assert await broken(database) == {FOR_MINORS}
    # Somebody who does not speak for the child is no representative.
    more = {"giver": "representative", "given_by": agreed.people["school", Role.CURATOR][0]}
    async with database.begin() as session:
        await session.execute(insert(Consent), [_row(clock, agreed.school, child, **more)])
    assert await broken(database) == {BY_BUTTON}
    oneself = Representation(
        organisation_id=agreed.school, representative_id=child, child_id=child, since=clock.now()
    )
    async with database.begin() as session:
        session.add(oneself)
    assert await broken(database) == {BY_BUTTON, BY_ONESELF}


async def test_a_withdrawn_consent_holds_no_seat(
    database: Database, clock: SettableClock, agreed: Town
) -> None:
    mentor = agreed.people["school", Role.MENTOR][0]
    gone = update(Consent).where(Consent.person_id == mentor, Consent.purpose == "mentor")
    async with database.begin() as session:
        await session.execute(gone.values(withdrawn_at=clock.now()))
    assert await broken(database) == {SEATED, WITHDRAWN}
    paper = {"purpose": "mentor", "channel": "paper", "number": ""}
    async with database.begin() as session:
        await session.execute(insert(Consent), [_row(clock, agreed.school, mentor, **paper)])
    assert await broken(database) == {NUMBERED}


async def test_answers_and_phones_need_consent(
    database: Database, clock: SettableClock, agreed: Town
) -> None:
    curator = agreed.people["school", Role.CURATOR][0]
    mentee = agreed.people["school", Role.MENTEE][0]
    async with database.begin() as session:
        for person in (curator, mentee):
            await _answer(session, clock, agreed, person)
            await session.execute(update(Person).where(Person.id == person).values(phone="+7"))
    assert await broken(database) == {ANSWERED, PHONES}
    async with database.reading() as session:
        found = await all_broken(database)
        late = select(Response.id).where(Response.person_id == curator)
        assert found[PHONES] == [curator]
        assert found[ANSWERED] == list(
            await session.scalars(select(Answer.id).where(Answer.response_id.in_(late)))
        )


async def test_a_minor_is_asked_and_entered_when_somebody_agreed_for_them(
    database: Database, clock: SettableClock, agreed: Town
) -> None:
    child = agreed.people["school", Role.MENTEE][0]
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == child).values(birth_year=2010))
        await _answer(session, clock, agreed, child)
    assert await broken(database) == {FOR_MINORS, FOR_A_MINOR}
    # Without a seat neither the answer nor the bank's row may be there.
    async with database.begin() as session:
        await session.execute(delete(Membership).where(Membership.person_id == child))
        programme = (await session.scalars(select(Programme.id))).one()
        session.add(
            Profile(
                organisation_id=agreed.school,
                programme_id=programme,
                person_id=child,
                side=Role.MENTEE,
                status="new",
                status_since=clock.now(),
                created_at=clock.now(),
            )
        )
    assert await broken(database) == {FOR_A_MINOR, NO_SEAT}


async def test_who_has_withdrawn_is_left_alone(
    database: Database, clock: SettableClock, agreed: Town
) -> None:
    mentor, mentee = (agreed.people["school", role][0] for role in (Role.MENTOR, Role.MENTEE))
    async with database.begin() as session:
        pair = Pair(
            organisation_id=agreed.school,
            started_on=clock.now().date(),
            status="active",
            created_by=agreed.people["school", Role.CURATOR][0],
            members_key=f"{mentor}:{mentee}",
            created_at=clock.now(),
        )
        session.add(pair)
        await session.flush()
        for person, side in ((mentor, "mentor"), (mentee, "mentee")):
            session.add(PairMember(pair_id=pair.id, person_id=person, side=side, is_primary=True))
        for statement in (
            update(Consent).where(Consent.person_id == mentee).values(withdrawn_at=clock.now()),
            update(Membership).where(Membership.person_id == mentee).values(ended_at=clock.now()),
        ):
            await session.execute(statement)
    assert await broken(database) == {PAIRED}
    async with database.begin() as session:
        await session.execute(update(PairMember).values(left_on=clock.now().date()))
    assert await broken(database) == set()
    # What was on its way before is another matter than what is planned afterwards.
    for later, found in ((timedelta(0), set()), (timedelta(days=1), {REMINDED})):
        clock.set(clock.now() + later)
        async with database.begin() as session:
            unit = Unit(session=session, now=clock.now(), actor=Actor(1))
            unique = f"{clock.now()}"
            row = notice(unit, unique=unique, message="consent-reminder", person_id=mentee)
            await plan(unit, [row])
        assert await broken(database) == found


async def _answer(session: Any, clock: SettableClock, town: Town, person: int) -> None:
    now = clock.now()
    programme = Programme(
        organisation_id=town.school,
        form="pupil-pupil",
        title=str(person),
        starts_on=now.date(),
        ends_on=now.date() + timedelta(days=200),
        created_at=now,
    )
    session.add(programme)
    await session.flush()
    response = Response(
        organisation_id=town.school,
        occasion=f"entry:{programme.id}",
        programme_id=programme.id,
        person_id=person,
        role=Role.MENTEE,
        form="entry-1",
        started_at=now,
    )
    session.add(response)
    await session.flush()
    session.add(
        Answer(
            organisation_id=town.school,
            response_id=response.id,
            question="grade",
            number=8,
            answered_at=now,
        )
    )
