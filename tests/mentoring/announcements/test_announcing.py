"""Whom an announcement reaches, what its author may do with it, and how it spreads."""

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Announcement, Membership, Outbox, Person
from mentoring.announcements import announcing, spreading
from mentoring.announcements.announcing import AnnouncementStatus, Progress
from mentoring.roles import Role
from mentoring.unit import Actor, Unit
from tests.mentoring.seed import Town, acting

SYSTEM = Actor(telegram_id=0)


@pytest.fixture
def department(town: Town) -> Actor:
    return town.actor("department", Role.DEPARTMENT)


@pytest.fixture
def curator(town: Town) -> Actor:
    return town.actor("school", Role.CURATOR)


async def drafted(unit: Unit, organisation_id: int, audience: str = "everyone") -> int:
    return await announcing.draft(
        unit,
        organisation_id=organisation_id,
        audience=audience,
        source_chat_id=unit.actor.telegram_id,
        source_message_id=12,
        excerpt="x" * 300,
    )


async def sent_to(
    database: Database,
    clock: SettableClock,
    author: Actor,
    organisation_id: int,
    audience: str = "everyone",
) -> set[int]:
    """Draft, confirm and spread; the receivers."""
    async with acting(database, author, clock.now()) as unit:
        announcement_id = await drafted(unit, organisation_id, audience)
        await announcing.confirm(unit, announcement_id=announcement_id)
        assert unit.wakes == {"planner"}
    async with acting(database, SYSTEM, clock.now()) as unit:
        assert not await spreading.spread(unit, announcement_id)
        query = select(Outbox).where(Outbox.announcement_id == announcement_id)
        rows = (await unit.session.scalars(query)).all()
    assert all(row.args == {"chat": author.telegram_id, "message": 12} for row in rows)
    return {row.person_id for row in rows if row.person_id is not None}


async def test_a_department_reaches_its_schools_and_no_others(
    database: Database, clock: SettableClock, town: Town, department: Actor
) -> None:
    async with acting(database, department, clock.now()) as unit:
        found = await announcing.audiences(unit, organisation_id=town.department)
    assert found == [("curators", 4), ("mentors", 4), ("mentees", 4), ("everyone", 31)]

    mentors = await sent_to(database, clock, department, town.department, "mentors")
    assert mentors == {
        *town.people["school", Role.MENTOR],
        *town.people["neighbour", Role.MENTOR],
    }
    # One of its schools alone, too.
    alone = await sent_to(database, clock, department, town.school, "mentors")
    assert alone == set(town.people["school", Role.MENTOR])


async def test_a_curator_reaches_the_own_school_without_themselves(
    database: Database, clock: SettableClock, town: Town, curator: Actor
) -> None:
    everyone = await sent_to(database, clock, curator, town.school)
    members = {
        person
        for (place, _role), people in town.people.items()
        for person in people
        if place == "school"
    }
    assert everyone == members - {curator.person_id}
    for place in (town.neighbour, town.department, town.stranger_school, 10**9):
        with pytest.raises(NotAllowed):
            await sent_to(database, clock, curator, place)


async def test_two_roles_are_one_person_and_those_who_left_or_never_came_are_left_out(
    database: Database, clock: SettableClock, town: Town, curator: Actor
) -> None:
    first, second = town.people["school", Role.MENTOR]
    third, fourth = town.people["school", Role.MENTEE]
    async with acting(database, SYSTEM, clock.now()) as unit:
        unit.session.add(
            Membership(
                organisation_id=town.school,
                person_id=first,
                role=Role.CURATOR,
                since=clock.now(),
            )
        )
        left = update(Membership).where(Membership.person_id == second)
        await unit.session.execute(left.values(ended_at=clock.now()))
        never = update(Person).where(Person.id == third)
        await unit.session.execute(never.values(telegram_id=None))
    async with acting(database, curator, clock.now()) as unit:
        found = await announcing.audiences(unit, organisation_id=town.school)
    other = town.people["school", Role.CURATOR][1]
    assert found == [("curators", 2), ("mentors", 1), ("mentees", 1), ("everyone", 11)]
    beside = {
        person
        for role in (Role.HEAD, Role.COUNCIL, Role.EXECUTOR, Role.REPRESENTATIVE)
        for person in town.people["school", role]
    }
    assert await sent_to(database, clock, curator, town.school) == {first, fourth, other, *beside}


async def test_a_draft_is_of_the_authors_own_chat_and_a_known_audience(
    database: Database, clock: SettableClock, town: Town, curator: Actor
) -> None:
    async with acting(database, curator, clock.now()) as unit:
        announcement_id = await drafted(unit, town.school, "mentors")
        kept = await unit.session.get(Announcement, announcement_id)
        assert kept is not None
        assert len(kept.excerpt) == 200
        with pytest.raises(NotAllowed):
            await drafted(unit, town.school, "strangers")
        with pytest.raises(NotAllowed):
            await announcing.draft(
                unit,
                organisation_id=town.school,
                audience="mentors",
                source_chat_id=curator.telegram_id + 1,
                source_message_id=12,
                excerpt="",
            )


async def test_only_the_author_confirms_and_a_second_press_changes_nothing(
    database: Database, clock: SettableClock, town: Town, curator: Actor
) -> None:
    async with acting(database, curator, clock.now()) as unit:
        announcement_id = await drafted(unit, town.school)
    colleague = town.actor("school", Role.CURATOR, 1)
    for use_case in (announcing.confirm, announcing.cancel):
        with pytest.raises(NotAllowed):
            async with acting(database, colleague, clock.now()) as unit:
                await use_case(unit, announcement_id=announcement_id)

    async with acting(database, curator, clock.now()) as unit:
        await announcing.confirm(unit, announcement_id=announcement_id)
    async with acting(database, curator, clock.now()) as unit:
        await announcing.confirm(unit, announcement_id=announcement_id)
        assert unit.wakes == set()
        with pytest.raises(Refusal, match="announcement-on-its-way"):
            await announcing.cancel(unit, announcement_id=announcement_id)


async def test_a_cancelled_one_is_not_sent(
    database: Database, clock: SettableClock, town: Town, curator: Actor
) -> None:
    async with acting(database, curator, clock.now()) as unit:
        announcement_id = await drafted(unit, town.school)
        await announcing.cancel(unit, announcement_id=announcement_id)
        await announcing.cancel(unit, announcement_id=announcement_id)
        with pytest.raises(Refusal, match="announcement-cancelled"):
            await announcing.confirm(unit, announcement_id=announcement_id)
        assert await spreading.confirmed(unit) == []
        assert not await spreading.spread(unit, announcement_id)
        assert await announcing.recent(unit, organisation_id=town.school) == []


async def test_nobody_to_send_to_is_said_before_it_is_confirmed(
    database: Database, clock: SettableClock, town: Town, curator: Actor
) -> None:
    async with acting(database, SYSTEM, clock.now()) as unit:
        await unit.session.execute(
            update(Membership).where(Membership.role == Role.MENTOR).values(ended_at=clock.now())
        )
    async with acting(database, curator, clock.now()) as unit:
        found = dict(await announcing.audiences(unit, organisation_id=town.school))
        assert "mentors" not in found
        announcement_id = await drafted(unit, town.school, "mentors")
        with pytest.raises(Refusal, match="announcement-nobody"):
            await announcing.confirm(unit, announcement_id=announcement_id)


async def test_spreading_goes_on_where_it_was_cut_off(
    database: Database,
    clock: SettableClock,
    town: Town,
    department: Actor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spreading, "CHUNK", 12)
    async with acting(database, department, clock.now()) as unit:
        announcement_id = await drafted(unit, town.department)
        await announcing.confirm(unit, announcement_id=announcement_id)

    async def piece() -> tuple[bool, int]:
        async with acting(database, SYSTEM, clock.now()) as unit:
            more = await spreading.spread(unit, announcement_id)
            query = select(Outbox.id).where(Outbox.announcement_id == announcement_id)
            return more, len((await unit.session.scalars(query)).all())

    assert await piece() == (True, 12)
    with pytest.raises(ZeroDivisionError):
        async with acting(database, SYSTEM, clock.now()) as unit:
            await spreading.spread(unit, announcement_id)
            raise ZeroDivisionError
    assert [await piece() for _ in range(3)] == [(True, 24), (False, 31), (False, 31)]
    async with database.reading() as session:
        status = await session.scalar(select(Announcement.status))
    assert status == AnnouncementStatus.PLANNED


async def test_progress_and_the_list(
    database: Database, clock: SettableClock, town: Town, department: Actor, curator: Actor
) -> None:
    async with acting(database, department, clock.now()) as unit:
        announcement_id = await drafted(unit, town.department, "mentors")
        await announcing.confirm(unit, announcement_id=announcement_id)
        assert await announcing.progress(unit, announcement_id=announcement_id) == Progress(
            complete=False, queued=0, sent=0, unreachable=0, failed=0
        )
        [summary] = await announcing.recent(unit, organisation_id=town.department)
        assert (summary.id, summary.audience) == (announcement_id, "mentors")
        assert summary.confirmed_at == clock.now()
    async with acting(database, SYSTEM, clock.now()) as unit:
        await spreading.spread(unit, announcement_id)
        ids = (await unit.session.scalars(select(Outbox.id).order_by(Outbox.id))).all()
        for row_id, status in zip(ids, ("sent", "unreachable", "dead", "sending"), strict=True):
            change = update(Outbox).where(Outbox.id == row_id).values(status=status)
            await unit.session.execute(change)
    async with acting(database, department, clock.now()) as unit:
        assert await announcing.progress(unit, announcement_id=announcement_id) == Progress(
            complete=True, queued=1, sent=1, unreachable=1, failed=1
        )
    # A school's curator sees nothing of the department's.
    async with acting(database, curator, clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await announcing.progress(unit, announcement_id=announcement_id)
        assert await announcing.recent(unit, organisation_id=town.school) == []
