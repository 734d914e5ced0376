"""A person's own terms at a secret address, as a calendar program reads them."""

from datetime import date, timedelta

from icalendar import Calendar
from sqlalchemy import update

from bot.calendars import read
from core.clock import SettableClock
from db.engines import Database
from db.models import Assignment, Membership, Person
from mentoring.meetings import planning, plans
from mentoring.roadmaps import board, closing, naming, subscribing
from mentoring.roadmaps.executing import Choice, Holder
from mentoring.roadmaps.status import Part
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.roadmaps.plans import confirmed, curator, item
from tests.mentoring.seed import Town, acting


def titles(data: bytes | None) -> list[str]:
    assert data is not None
    return [str(event["summary"]) for event in Calendar.from_ical(data).walk("VEVENT")]


async def address(database: Database, clock: SettableClock, actor: Actor) -> str:
    async with acting(database, actor, clock.now()) as unit:
        return await subscribing.renew(unit)


async def test_each_reads_their_own_till_it_is_stopped(
    database: Database, clock: SettableClock, town: Town
) -> None:
    maker, helper = curator(town), town.actor("school", Role.EXECUTOR)
    await confirmed(
        database,
        clock,
        maker,
        item("1", end=date(2026, 9, 30)),
        item("2", end=date(2026, 10, 1), responsible=("психолог",)),
        item("3"),
    )
    async with acting(database, maker, clock.now()) as unit:
        words = await naming.listed(unit, organisation_id=town.school)
        executor = next(one.id for one in words if one.words == "психолог")
        choice = Choice(Holder.PERSON, person_id=helper.person_id)
        await naming.decide(unit, executor_id=executor, choice=choice)
    mine, theirs = (
        await address(database, clock, maker),
        await address(database, clock, helper),
    )
    first = await read(database, clock, mine)
    assert titles(first) == ["1 Мероприятие 1", "2 Мероприятие 2"]
    assert titles(await read(database, clock, theirs)) == ["2 Мероприятие 2"]
    assert await read(database, clock, mine) == first
    async with acting(database, maker, clock.now()) as unit:
        tasks = await board.tasks(
            unit, organisation_id=town.school, part=Part.ALL, offset=0, limit=1
        )
        await closing.close(unit, assignment_id=tasks[0].id)
    assert titles(await read(database, clock, mine)) == ["2 Мероприятие 2"]

    anew = await address(database, clock, maker)
    assert await read(database, clock, mine) is None
    assert titles(await read(database, clock, anew)) == ["2 Мероприятие 2"]
    async with acting(database, maker, clock.now()) as unit:
        assert await subscribing.present(unit) == anew
        await subscribing.stop(unit)
        assert await subscribing.present(unit) == ""
    for unknown in (anew, "", "x" * 22, "../etc", "x" * 100):
        assert await read(database, clock, unknown) is None
    async with database.begin() as session:
        gone = update(Membership).where(Membership.person_id == helper.person_id)
        await session.execute(gone.values(ended_at=clock.now()))
    assert await read(database, clock, theirs) is None


async def test_a_moved_term_is_told_by_a_later_stamp(
    database: Database, clock: SettableClock, town: Town
) -> None:
    maker = curator(town)
    await confirmed(database, clock, maker, item("1", end=date(2026, 9, 30)))
    mine = await address(database, clock, maker)
    clock.advance(timedelta(hours=2))
    first = await read(database, clock, mine)
    clock.advance(timedelta(hours=2))
    async with database.begin() as session:
        await session.execute(update(Assignment).values(due_on=date(2026, 10, 12)))
    second = await read(database, clock, mine)
    before, after = (Calendar.from_ical(data or b"").walk("VEVENT")[0] for data in (first, second))
    assert before["uid"] == after["uid"]
    assert (before["dtstart"].dt, after["dtstart"].dt) == (date(2026, 9, 30), date(2026, 10, 12))
    assert before["dtstamp"].dt < after["dtstamp"].dt
    assert b"X-PUBLISHED-TTL:PT6H" in (second or b"")


async def test_meetings_stand_beside_the_terms_and_only_ones_own(
    database: Database, clock: SettableClock, town: Town
) -> None:
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    pair_id = await make(database, clock, town)
    async with database.begin() as session:
        child = update(Person).where(Person.id == mentee.person_id)
        await session.execute(
            child.values(name="Смирнова Мария Олеговна", given="Мария", birth_year=2014)
        )
    starts = [clock.now() + timedelta(days=number) for number in (3, 4, 5)]
    async with acting(database, mentor, clock.now()) as unit:
        for starts_at in starts:
            await planning.propose(unit, pair_id=pair_id, starts_at=starts_at, place="каб. 12")
    async with acting(database, mentee, clock.now()) as unit:
        found = await plans.mine(unit)
        for plan in found[:2]:
            await planning.accept(unit, meeting_id=plan.id)
        await planning.call_off(unit, meeting_id=found[1].id, reason="absent")
    others = [town.actor("school", Role.MENTOR, 1), curator(town)]
    theirs = [await address(database, clock, one) for one in others]
    book = await read(database, clock, await address(database, clock, mentor))
    # Proposed or called off is not agreed.
    assert titles(book) == ["Встреча: Мария С."]
    assert b"LOCATION:" in (book or b"")
    assert "Смирнова" not in (book or b"").decode()
    assert titles(await read(database, clock, await address(database, clock, mentee))) == [
        "Встреча: school mentor 0"
    ]
    assert [titles(await read(database, clock, one)) for one in theirs] == [[], []]


async def test_a_curator_who_is_a_mentor_too_has_both(
    database: Database, clock: SettableClock, town: Town
) -> None:
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    pair_id = await make(database, clock, town)
    async with database.begin() as session:
        session.add(
            Membership(
                organisation_id=town.school,
                person_id=mentor.person_id or 0,
                role=Role.CURATOR,
                since=clock.now(),
            )
        )
    await confirmed(database, clock, curator(town), item("1", end=date(2026, 9, 30)))
    async with acting(database, mentor, clock.now()) as unit:
        await planning.propose(unit, pair_id=pair_id, starts_at=clock.now() + timedelta(days=3))
    async with acting(database, mentee, clock.now()) as unit:
        (plan,) = await plans.mine(unit)
        await planning.accept(unit, meeting_id=plan.id)
    mine = await address(database, clock, mentor)
    found = titles(await read(database, clock, mine))
    assert found == ["1 Мероприятие 1", "Встреча: school mentee 0"]
    assert await read(database, clock, mine) == await read(database, clock, mine)
