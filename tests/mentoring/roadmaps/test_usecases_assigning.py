"""A department's plan: whom its executors mean, and what falls on the schools because of it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from core.clock import SettableClock
from core.errors import NotAllowed
from db.engines import Database
from db.models import Activity, Assignment, Job, Outbox
from mentoring.people import organisations
from mentoring.roadmaps import board, closing, matrix, naming, nudging, spreading
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.executing import KEEPERS, SCHOOLS, Choice, Holder
from mentoring.roadmaps.nudging import Nudged
from mentoring.roadmaps.status import Part
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.roadmaps.plans import confirmed, curator, item
from tests.mentoring.seed import Town, acting

TODAY = date(2026, 9, 1)
PLAN = (
    item("1", end=TODAY + timedelta(days=20), responsible=("Управление образования",)),
    item("2", end=TODAY + timedelta(days=30), responsible=("Руководители ОО",)),
    item("3", responsible=("Руководители ОО", "Управление образования")),
    item("4", end=TODAY - timedelta(days=5), responsible=("Руководители ОО",)),
)


@pytest.fixture
def staff(town: Town) -> Actor:
    return town.actor("department", Role.DEPARTMENT)


async def rows(database: Database, place: int) -> list[str]:
    """Numbers of the activities that fall on one place."""
    async with database.reading() as session:
        found = await session.execute(
            select(Activity.number)
            .join(Assignment, Assignment.activity_id == Activity.id)
            .where(Assignment.organisation_id == place)
            .order_by(Activity.position)
        )
        return list(found.scalars())


async def spread(database: Database, clock: SettableClock, staff: Actor, town: Town) -> list[int]:
    """What the job does. Returns how many assignments each school got."""
    async with acting(database, staff, clock.now()) as unit:
        schools = await spreading.take_own(unit, organisation_id=town.department)
    added = []
    for school in schools:
        async with acting(database, staff, clock.now()) as unit:
            added.append(
                await spreading.hand_out(unit, organisation_id=town.department, school_id=school)
            )
    return added


async def decided(
    database: Database, clock: SettableClock, staff: Actor, words: str, choice: Choice
) -> None:
    place = staff.seats[0].organisation_id
    async with acting(database, staff, clock.now()) as unit:
        found = await naming.listed(unit, organisation_id=place)
        one = next(one for one in found if one.words == words)
        await naming.decide(unit, executor_id=one.id, choice=choice)


async def test_a_department_hands_its_plan_out(
    database: Database, clock: SettableClock, town: Town, staff: Actor
) -> None:
    await confirmed(database, clock, staff, *PLAN, past=Past.OPEN)
    assert await rows(database, town.department) == ["1", "2", "3", "4"]
    async with acting(database, staff, clock.now()) as unit:
        found = await naming.listed(unit, organisation_id=town.department)
        assert [(one.words, one.activities, one.choice) for one in found] == [
            ("Руководители ОО", 3, SCHOOLS),
            ("Управление образования", 2, KEEPERS),
        ]
        assert await naming.waiting(unit, organisation_id=town.department) == 2
        assert await naming.accept_all(unit, organisation_id=town.department) == 2
        assert await naming.accept_all(unit, organisation_id=town.department) == 0
    # Each change asks for one job; what it does can be repeated.
    async with database.reading() as session:
        jobs = select(func.count()).select_from(Job).where(Job.kind == "roadmap.spread")
        assert await session.scalar(jobs) == 1
    assert await spread(database, clock, staff, town) == [2, 2]
    assert await spread(database, clock, staff, town) == [0, 0]
    assert await rows(database, town.school) == ["2", "3"]
    # What was past stays the department's own question.
    assert await rows(database, town.department) == ["1", "3", "4"]
    assert await rows(database, town.stranger_school) == []


async def test_a_school_connected_later_gets_what_is_open(
    database: Database, clock: SettableClock, town: Town, staff: Actor
) -> None:
    await confirmed(database, clock, staff, *PLAN[:3])
    await decided(database, clock, staff, "Руководители ОО", SCHOOLS)
    clock.advance(timedelta(days=40))
    async with acting(database, staff, clock.now()) as unit:
        late = await organisations.connect_school(unit, department_id=town.department, name="Новая")
    assert await rows(database, late) == ["3"]


async def test_another_answer_takes_back_what_nobody_has_begun(
    database: Database, clock: SettableClock, town: Town, staff: Actor
) -> None:
    await confirmed(database, clock, staff, *PLAN[:3])
    await decided(database, clock, staff, "Руководители ОО", SCHOOLS)
    await spread(database, clock, staff, town)
    async with acting(database, curator(town), clock.now()) as unit:
        tasks = await board.tasks(
            unit, organisation_id=town.school, part=Part.ALL, offset=0, limit=9
        )
        await closing.close(unit, assignment_id=tasks[0].id)
    await decided(database, clock, staff, "Руководители ОО", KEEPERS)
    await spread(database, clock, staff, town)
    assert await rows(database, town.school) == ["2"]
    assert await rows(database, town.neighbour) == []
    assert await rows(database, town.department) == ["1", "2", "3"]


async def test_answers_are_remembered_for_the_next_plan(
    database: Database, clock: SettableClock, town: Town, staff: Actor
) -> None:
    await confirmed(database, clock, staff, *PLAN[:3])
    person = town.people["department", Role.METHODOLOGIST][0]
    await decided(
        database, clock, staff, "Управление образования", Choice(Holder.PERSON, None, person)
    )
    await confirmed(
        database, clock, staff, item("1", responsible=("управления образования",)), PLAN[0]
    )
    async with acting(database, staff, clock.now()) as unit:
        found = {
            one.words: one for one in await naming.listed(unit, organisation_id=town.department)
        }
    assert found["Управление образования"].decided
    assert found["управления образования"].choice.person_id == person
    assert not found["управления образования"].decided


async def test_forged_answers_are_refused(
    database: Database, clock: SettableClock, town: Town, staff: Actor
) -> None:
    await confirmed(database, clock, curator(town), item("1"))
    async with acting(database, curator(town), clock.now()) as unit:
        (one,) = await naming.listed(unit, organisation_id=town.school)
        forged = [
            SCHOOLS,
            Choice(Holder.PERSON, person_id=town.people["neighbour", Role.CURATOR][0]),
            Choice(Holder.PERSON, person_id=town.people["school", Role.MENTEE][0]),
            Choice(Holder.ROLE, role=Role.MENTEE),
        ]
        for choice in forged:
            with pytest.raises(NotAllowed):
                await naming.decide(unit, executor_id=one.id, choice=choice)


async def test_a_department_does_not_keep_a_schools_own_plan(
    database: Database, clock: SettableClock, town: Town, staff: Actor
) -> None:
    await confirmed(database, clock, curator(town), item("1"))
    async with acting(database, staff, clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await naming.listed(unit, organisation_id=town.school)
        with pytest.raises(NotAllowed):
            await board.tasks(unit, organisation_id=town.school, part=Part.ALL, offset=0, limit=1)


async def test_the_matrix_counts_and_reminds_once_a_day(
    database: Database, clock: SettableClock, town: Town, staff: Actor
) -> None:
    await confirmed(database, clock, staff, *PLAN[:3])
    await decided(database, clock, staff, "Руководители ОО", SCHOOLS)
    await spread(database, clock, staff, town)
    async with acting(database, curator(town), clock.now()) as unit:
        tasks = await board.tasks(
            unit, organisation_id=town.school, part=Part.ALL, offset=0, limit=9
        )
        await closing.close(unit, assignment_id=tasks[0].id)
    clock.advance(timedelta(days=35))
    async with acting(database, staff, clock.now()) as unit:
        found = await matrix.columns(unit, department_id=town.department, offset=0, limit=5)
        assert [(one.number, one.closed, one.open, one.overdue) for one in found] == [
            ("2", 1, 1, 1),
            ("3", 0, 2, 0),
        ]
        _column, cells = await matrix.column(unit, activity_id=found[0].activity_id, window=0)
        assert [(cell.school, cell.status) for cell in cells] == [
            ("neighbour name", "open"),
            ("school name", "done"),
        ]
        for nudged in (Nudged(1, 0, 0), Nudged(0, 1, 0)):
            activity = found[0].activity_id
            assert nudged == await matrix.remind_of(unit, activity_id=activity, window=0)
            assert nudged == await matrix.remind(unit, organisation_id=town.neighbour)
        schools = {
            one.name: one for one in await board.schools(unit, department_id=town.department)
        }
        assert (schools["school name"].closed, schools["school name"].open) == (1, 1)
        assert not schools["school name"].has_roadmap
    async with database.reading() as session:
        query = select(Outbox.person_id).where(Outbox.message.like("roadmap-nudge%"))
        told = (await session.scalars(query)).all()
    assert sorted(told) == sorted(2 * town.people["neighbour", Role.CURATOR])
    # What is closed before a reminder goes out is named in none.
    one = {"activity": found[0].activity_id, "window": 0, "place": town.neighbour}
    keeper = town.actor("neighbour", Role.CURATOR)
    for is_open in (True, False):
        async with acting(database, keeper, clock.now()) as unit:
            assert bool(await nudging.build_of_one(unit, unit.me, one)) is is_open
            late = {"place": town.neighbour}
            assert bool(await nudging.build_of_late(unit, unit.me, late)) is is_open
            rows = await board.tasks(
                unit, organisation_id=town.neighbour, part=Part.OVERDUE, offset=0, limit=9
            )
            for row in rows:
                await closing.close(unit, assignment_id=row.id)
