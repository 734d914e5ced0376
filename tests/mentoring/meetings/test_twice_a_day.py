"""Two meetings of one kind of a pair on one day: told apart, and never made out of one."""

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import Refusal
from db.engines import Database
from db.models import Meeting, MeetingSlot
from mentoring.meetings import coming, meetings, planning
from mentoring.meetings.status import Status
from mentoring.roles import Role
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting

# Friday of the week in which the clock of the tests begins.
MORNING = datetime(2026, 9, 4, 10, tzinfo=ZoneInfo("Europe/Moscow"))
AFTERNOON = MORNING + timedelta(hours=6)
DAY = MORNING.date()
KIND = "acquaintance"


async def agreed(database: Database, clock: SettableClock, town: Town, pair_id: int) -> list[int]:
    """Planned for the morning and for the afternoon of one day, accepted at once."""
    found = []
    for starts_at in (MORNING, AFTERNOON):
        async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
            found.append(await planning.propose(unit, pair_id=pair_id, starts_at=starts_at))

    async def accept(meeting_id: int) -> None:
        async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
            await planning.accept(unit, meeting_id=meeting_id)

    await asyncio.gather(*(accept(one) for one in found))
    return found


async def record(
    database: Database, clock: SettableClock, town: Town, role: Role, pair_id: int, **more: int
) -> meetings.Recorded:
    async with acting(database, town.actor("school", role), clock.now()) as unit:
        return await meetings.record(
            unit, pair_id=pair_id, held_on=DAY, minutes=45, kind=KIND, **more
        )


async def already(
    database: Database, clock: SettableClock, town: Town, role: Role, pair_id: int, **more: int
) -> meetings.Already | None:
    async with acting(database, town.actor("school", role), clock.now()) as unit:
        return await meetings.already(unit, pair_id=pair_id, held_on=DAY, kind=KIND, **more)


async def held(database: Database) -> list[tuple[int, int, str]]:
    async with database.reading() as session:
        rows = await session.scalars(select(Meeting).order_by(Meeting.id))
        return [(row.id, row.ordinal, row.status) for row in rows]


async def test_two_are_planned_and_each_is_told_of(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    first, second = await agreed(database, clock, town, pair_id)
    assert sorted(ordinal for _, ordinal, _ in await held(database)) == [1, 2]
    # Between the two, what is told is the one that has begun; told again, it is the same.
    clock.set(MORNING + timedelta(hours=1))
    assert (await record(database, clock, town, Role.MENTOR, pair_id)).id == first
    there = await already(database, clock, town, Role.MENTEE, pair_id)
    assert there is not None
    assert there.by
    assert (await record(database, clock, town, Role.MENTEE, pair_id)).id == first
    with pytest.raises(Refusal) as caught:
        await record(database, clock, town, Role.MENTOR, pair_id)
    assert caught.value.key == "meeting-exists"
    # After the second has begun, it is its turn.
    clock.set(AFTERNOON + timedelta(hours=1))
    assert await already(database, clock, town, Role.MENTOR, pair_id) is None
    assert (await record(database, clock, town, Role.MENTEE, pair_id)).id == second
    assert (await record(database, clock, town, Role.MENTOR, pair_id)).id == second
    assert [status for _, _, status in await held(database)] == ["held", "held"]


async def test_the_card_after_the_end_means_its_own_meeting(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    _first, second = await agreed(database, clock, town, pair_id)
    clock.set(AFTERNOON + timedelta(hours=1))
    for role in (Role.MENTOR, Role.MENTEE):
        found = await record(database, clock, town, role, pair_id, planned_id=second)
        assert found.id == second
    assert sorted(status for _, _, status in await held(database)) == ["held", "planned"]


@pytest.mark.parametrize("planned", [False, True])
async def test_both_sides_at_once_make_one(
    database: Database, clock: SettableClock, town: Town, *, planned: bool
) -> None:
    pair_id = await make(database, clock, town)
    if planned:
        await agreed(database, clock, town, pair_id)
    clock.set(AFTERNOON + timedelta(hours=1))
    sides = (Role.MENTOR, Role.MENTEE)
    one, other = await asyncio.gather(
        *(record(database, clock, town, role, pair_id) for role in sides)
    )
    assert one.id == other.id
    assert sorted(bool(found.known_by) for found in (one, other)) == [False, True]
    # Another one that both tell of at once is one more, not two.
    beyond = 2 if planned else 1
    one, other = await asyncio.gather(
        *(record(database, clock, town, role, pair_id, beyond=beyond) for role in sides)
    )
    assert one.id == other.id
    assert len(await held(database)) == beyond + 1


async def test_another_one_is_said_to_be_so(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    clock.set(AFTERNOON)
    first = await record(database, clock, town, Role.MENTOR, pair_id)
    for number in (1, 2):
        there = await already(database, clock, town, Role.MENTOR, pair_id)
        assert there is not None
        assert (there.ordinal, there.by) == (number, "")
        again = await record(database, clock, town, Role.MENTOR, pair_id, beyond=number)
        assert again.id > first.id
        assert again.known_by == ""
    # The other side confirms them in their order.
    mine = [await record(database, clock, town, Role.MENTEE, pair_id) for _ in range(3)]
    assert [found.id for found in mine] == [id_ for id_, _, _ in await held(database)]


async def test_two_times_a_day_come_round_and_what_is_planned_besides_stands(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    await agreed(database, clock, town, pair_id)
    async with database.begin() as session:
        pair = (await session.scalars(select(Meeting))).first()
        assert pair is not None
        for minute in (600, 960, 960):
            slot = MeetingSlot(
                organisation_id=pair.organisation_id,
                pair_id=pair_id,
                rule="FREQ=WEEKLY;INTERVAL=1;BYDAY=FR",
                starts_on=DAY,
                minute=minute,
                zone="Europe/Moscow",
                minutes=45,
                place="",
                created_by=pair.logged_by,
                created_at=clock.now(),
            )
            session.add(slot)
            await session.flush()
            rows = await session.scalars(select(Meeting).where(Meeting.slot_id.is_(None)))
            if (row := rows.first()) is not None:
                row.slot_id = slot.id
            else:
                # The afternoon was agreed upon twice.
                held_on = DAY - timedelta(days=1)
                session.add(
                    Meeting(
                        organisation_id=pair.organisation_id,
                        pair_id=pair_id,
                        status="held",
                        held_on=held_on,
                        minutes=45,
                        kind=KIND,
                        note="",
                        slot_id=slot.id,
                        logged_by=pair.logged_by,
                        logged_at=clock.now(),
                    )
                )
    for _ in range(2):
        async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
            await coming.roll_slots(unit, town.school)
    async with database.reading() as session:
        rows = await session.scalars(
            select(Meeting).where(Meeting.held_on > DAY).order_by(Meeting.starts_at)
        )
        found = [(row.starts_at, row.ordinal, row.status) for row in rows]
    week = timedelta(days=7)
    assert found == [
        (MORNING + week, 1, Status.PLANNED),
        (AFTERNOON + week, 2, Status.PLANNED),
    ]
    # One that was planned by hand stands in the place of what comes round.
    async with database.begin() as session:
        for row in await session.scalars(select(Meeting).where(Meeting.held_on > DAY)):
            await session.delete(row)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        other = await planning.propose(
            unit, pair_id=pair_id, starts_at=MORNING + week + timedelta(hours=1)
        )
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=other)
        await coming.roll_slots(unit, town.school)
    assert [one[0] for one in await held(database)][-1] == other
