"""What is due, when, for whom; once, whatever is missed or repeated."""

import asyncio
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock, local_date
from db.engines import Database
from db.models import Organisation
from mentoring import digest
from mentoring.care import help as calls
from mentoring.digest import Line, digest_source
from mentoring.notices import Status
from mentoring.roles import Role
from mentoring.unit import Unit
from scheduler import planner as planning
from scheduler.planner import Planner, next_due, run_due
from scheduler.sender import Sender
from tests.mentoring import seed
from tests.scheduler.fakes import FakeMessenger, outbox, until

TODAY = date(2026, 9, 1)


class Source:
    """A source of the test's own: on which days it has something, for whom, and what was asked."""

    def __init__(self) -> None:
        self.days: dict[int, list[date]] = {}
        self.people: dict[int, set[int]] = {}
        self.done: set[int] = set()
        self.windows: list[tuple[int, date, date]] = []
        self.broken: set[int] = set()

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        self.windows.append((organisation_id, since, until))
        if organisation_id in self.broken:
            raise ZeroDivisionError
        days = self.days.get(organisation_id, [])
        due = any(since < day <= until for day in days)
        return self.people.get(organisation_id, set()) if due else set()

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        return [] if person_id in self.done else [Line("input-empty")]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        return min((day for day in self.days.get(organisation_id, []) if day > after), default=None)


@pytest.fixture(autouse=True)
def every_day_is_worked(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about clocks; days off are tested where a year is simulated."""
    monkeypatch.setattr("mentoring.workdays._works", lambda _day, _six_days: True)


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch) -> Source:
    made = Source()
    monkeypatch.setattr(digest, "sources", lambda: [made])
    return made


@pytest.fixture
async def town(database: Database, clock: SettableClock) -> seed.Town:
    async with database.begin() as session:
        return await seed.build(session, clock.now())


def at(hour: int, minute: int = 0, day: date = TODAY, zone: str = seed.ZONE) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))


async def move(database: Database, organisation_id: int, zone: str) -> None:
    async with database.begin() as session:
        await session.execute(
            update(Organisation).where(Organisation.id == organisation_id).values(timezone=zone)
        )


async def keys(database: Database) -> list[str]:
    return [row.unique_key for row in await outbox(database)]


async def test_a_digest_is_planned_once_after_eight(
    database: Database, clock: SettableClock, town: seed.Town, source: Source
) -> None:
    [curator, other] = town.people["school", Role.CURATOR]
    source.days[town.school] = [TODAY]
    source.people[town.school] = {curator}

    clock.set(at(7, 59))
    assert await run_due(database, clock) == set()
    assert await keys(database) == []

    clock.set(at(8))
    assert await run_due(database, clock) == {"sender"}
    [row] = await outbox(database)
    assert row.unique_key == f"digest:{curator}:2026-09-01"
    assert (row.kind, row.lane, row.message) == ("built", 1, "digest")
    assert row.args == {"since": "2026-08-31", "until": "2026-09-01"}

    # Neither a later tick nor somebody added later plans this day again.
    source.people[town.school] = {curator, other}
    clock.set(at(12))
    assert await run_due(database, clock) == set()
    assert len(await keys(database)) == 1


async def test_nobody_is_woken_at_night_and_a_missed_day_is_covered(
    database: Database, clock: SettableClock, town: seed.Town, source: Source
) -> None:
    curator = town.people["school", Role.CURATOR][0]
    source.people[town.school] = {curator}
    clock.set(at(9))
    await run_due(database, clock)
    source.days[town.school] = [TODAY + timedelta(days=2)]

    # The process was down from then till the evening of the fourth day.
    clock.set(at(20, day=TODAY + timedelta(days=3)))
    await run_due(database, clock)
    assert await keys(database) == []
    clock.set(at(8, day=TODAY + timedelta(days=4)))
    await run_due(database, clock)
    [row] = await outbox(database)
    assert row.args == {"since": "2026-09-01", "until": "2026-09-05"}


async def test_each_place_by_its_own_morning(
    database: Database, clock: SettableClock, town: seed.Town, source: Source
) -> None:
    await move(database, town.school, "Asia/Kamchatka")
    await move(database, town.neighbour, "Europe/Kaliningrad")
    for place in (town.school, town.neighbour):
        source.days[place] = [TODAY]
    source.people = {town.school: {1}, town.neighbour: {2}}

    clock.set(at(8, zone="Asia/Kamchatka"))
    await run_due(database, clock)
    assert [row.person_id for row in await outbox(database)] == [1]
    clock.set(at(8, zone="Europe/Kaliningrad"))
    await run_due(database, clock)
    assert [row.person_id for row in await outbox(database)] == [1, 2]


async def test_somebody_with_several_seats_gets_one_digest(
    database: Database, clock: SettableClock, town: seed.Town, source: Source
) -> None:
    for place in (town.school, town.neighbour):
        source.days[place] = [TODAY]
        source.people[place] = {town.people["department", Role.DEPARTMENT][0]}
    clock.set(at(10))
    await run_due(database, clock)
    assert len(await keys(database)) == 1


async def test_more_people_than_one_piece(
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    source: Source,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planning, "CHUNK", 3)
    everybody = {person for people in town.people.values() for person in people}
    source.days[town.school] = [TODAY]
    source.people[town.school] = everybody
    clock.set(at(10))
    await run_due(database, clock)
    assert {row.person_id for row in await outbox(database)} == everybody
    assert len(everybody) % 3


async def test_one_place_that_fails_holds_up_no_other_and_is_tried_again(
    database: Database, clock: SettableClock, town: seed.Town, source: Source
) -> None:
    source.days = {town.school: [TODAY], town.neighbour: [TODAY]}
    source.people = {town.school: {1}, town.neighbour: {2}}
    source.broken = {town.school}
    clock.set(at(10))
    await run_due(database, clock)
    assert [row.person_id for row in await outbox(database)] == [2]
    source.broken.clear()
    await run_due(database, clock)
    assert [row.person_id for row in await outbox(database)] == [2, 1]


async def test_what_was_done_meanwhile_is_not_in_it(
    *,
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    source: Source,
    sender: Sender,
    messenger: FakeMessenger,
) -> None:
    diligent, slow = town.people["school", Role.CURATOR]
    source.days[town.school] = [TODAY]
    source.people[town.school] = {diligent, slow}
    clock.set(at(8))
    await run_due(database, clock)
    source.done = {diligent}
    assert await sender.drain() == {Status.SENT: 1, Status.EMPTY: 1}
    assert messenger.chats == [1000 + slow]
    assert messenger.texts[0].startswith("<b>Сводка на 1 сентября</b>\n\n")


async def test_next_due_leads_through_the_days_that_matter(
    database: Database, clock: SettableClock, town: seed.Town, source: Source
) -> None:
    clock.set(at(9, day=TODAY))
    await run_due(database, clock)
    assert await next_due(database, clock) is None

    days = [TODAY + timedelta(days=number) for number in (3, 10, 11)]
    source.days = {town.school: days, town.neighbour: [TODAY + timedelta(days=5)]}
    source.people = {town.school: {1}, town.neighbour: {2}}
    steps = []
    while (due := await next_due(database, clock)) is not None:
        assert due >= clock.now()
        clock.set(due)
        await run_due(database, clock)
        steps.append(due.astimezone(ZoneInfo(seed.ZONE)))
        assert len(steps) < 10
    assert steps == [at(8, day=TODAY + timedelta(days=number)) for number in (3, 5, 10, 11)]
    assert len(await keys(database)) == 4


async def test_next_due_today_tonight_and_tomorrow(
    database: Database, clock: SettableClock, town: seed.Town, source: Source
) -> None:
    source.days[town.school] = [TODAY]
    clock.set(at(3))
    assert await next_due(database, clock) == at(8)
    clock.set(at(11, 30))
    assert await next_due(database, clock) == at(11, 30)
    clock.set(at(22))
    assert await next_due(database, clock) == at(8, day=TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("zone", "first", "last"),
    [
        ("Europe/Berlin", date(2026, 3, 28), date(2026, 3, 30)),
        ("Europe/Berlin", date(2026, 10, 24), date(2026, 10, 26)),
        # The clocks are put forward half an hour; a whole day is left out.
        ("Australia/Lord_Howe", date(2026, 10, 3), date(2026, 10, 5)),
        ("Pacific/Apia", date(2011, 12, 29), date(2011, 12, 31)),
    ],
)
async def test_one_digest_on_every_local_day_where_the_clocks_change(
    *,
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    source: Source,
    zone: str,
    first: date,
    last: date,
) -> None:
    await move(database, town.school, zone)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    source.days[town.school] = days
    source.people[town.school] = {1}
    clock.set(datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(zone)))
    while local_date(clock.now(), zone) <= last:
        await run_due(database, clock)
        early = 6 <= clock.now().astimezone(ZoneInfo(zone)).hour < 10
        clock.advance(timedelta(minutes=30) if early else timedelta(hours=3))
    skipped = {date(2011, 12, 30)} if zone == "Pacific/Apia" else set()
    assert await keys(database) == [f"digest:1:{day}" for day in days if day not in skipped]
    assert [row.created_at.astimezone(ZoneInfo(zone)).hour for row in await outbox(database)] == [
        8
    ] * len(await keys(database))


def test_sources_come_by_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digest, "_PLACES", [])

    class Other(Source):
        pass

    digest_source(20)(Source)
    digest_source(10)(Other)
    assert [type(source) for source in digest.sources()] == [Other, Source]


async def test_the_planner_runs_at_its_start_when_woken_and_by_its_timer(
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    source: Source,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planning, "_TICK_SECONDS", 0.2)
    source.days[town.school] = [TODAY]
    source.people[town.school] = {1}
    clock.set(at(7))
    woken: list[set[str]] = []
    planner = Planner(database=database, clock=clock, wake=woken.append)
    running = asyncio.create_task(planner.run())
    await until(lambda: len(woken) > 0)
    assert woken[0] == set()
    clock.set(at(8))
    await until(lambda: {"sender"} in woken)
    ran = len(woken)
    planner.wake()
    await until(lambda: len(woken) > ran)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_the_planner_survives_a_failure(
    database: Database, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0

    async def fail(*_args: object) -> set[str]:
        nonlocal calls
        calls += 1
        raise ZeroDivisionError

    monkeypatch.setattr(planning, "run_due", fail)
    planner = Planner(database=database, clock=clock, wake=lambda _names: None)
    running = asyncio.create_task(planner.run())
    await until(lambda: calls == 1)
    planner.wake()
    await until(lambda: calls == 2)
    assert not running.done()
    running.cancel()


async def test_two_processes_at_once_plan_once(
    database: Database, clock: SettableClock, town: seed.Town, source: Source
) -> None:
    source.days[town.school] = [TODAY]
    source.people[town.school] = {1, 2, 3}
    clock.set(at(9))
    await asyncio.gather(*(run_due(database, clock) for _ in range(3)))
    assert len(await keys(database)) == 3
    async with database.reading() as session:
        planned = (await session.scalars(select(Organisation.planned_on))).all()
    assert set(planned) == {TODAY}


async def test_what_fails_of_the_planners_rows_stops_no_other(
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    source: Source,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[int] = []

    async def due(_unit: Unit) -> list[int]:
        return [1, 2]

    async def escalate(_unit: Unit, call_id: int) -> None:
        if call_id == 1:
            raise RuntimeError("broken")
        done.append(call_id)

    monkeypatch.setattr(calls, "due", due)
    monkeypatch.setattr(calls, "escalate", escalate)
    [curator, _] = town.people["school", Role.CURATOR]
    source.days[town.school] = [TODAY]
    source.people[town.school] = {curator}
    clock.set(at(8))
    await run_due(database, clock)
    assert done == [2]
    assert await keys(database) == [f"digest:{curator}:2026-09-01"]
