"""A person's own terms at a secret address, as a calendar program reads them."""

from datetime import date

from icalendar import Calendar
from sqlalchemy import update

from bot.calendars import read
from core.clock import SettableClock
from db.engines import Database
from db.models import Membership
from mentoring.roadmaps import board, closing, naming, subscribing
from mentoring.roadmaps.executing import Choice, Holder
from mentoring.roadmaps.status import Part
from mentoring.roles import Role
from mentoring.unit import Actor
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
