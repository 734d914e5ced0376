"""Jobs: done at least once, by right, told about when they cannot be done."""

import asyncio
import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock, SystemClock
from core.errors import Refusal
from core.translator import Translator
from db.engines import Database
from db.models import Job, Lease
from mentoring.announcements import announcing
from mentoring.jobs import JobContext, JobFunction, JobStatus, enqueue
from mentoring.notices import tell
from mentoring.roles import Role
from scheduler.aside import Lost, aside
from scheduler.jobs import JobRunner
from scheduler.messenger import Offline, TooLarge
from tests.mentoring import seed
from tests.scheduler.fakes import FakeMessenger, outbox, unit_of, until


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> dict[str, JobFunction]:
    registered: dict[str, JobFunction] = {}
    monkeypatch.setattr("scheduler.jobs.JOBS", registered)
    return registered


@pytest.fixture
async def town(database: Database, clock: SettableClock) -> seed.Town:
    async with database.begin() as session:
        return await seed.build(session, clock.now())


@pytest.fixture
def woken() -> list[set[str]]:
    return []


@pytest.fixture
def make_runner(
    database: Database, clock: SettableClock, messenger: FakeMessenger, woken: list[set[str]]
) -> Callable[[], JobRunner]:
    return lambda: JobRunner(database=database, messenger=messenger, clock=clock, wake=woken.append)


@pytest.fixture
def runner(make_runner: Callable[[], JobRunner]) -> JobRunner:
    return make_runner()


async def ask(
    database: Database, clock: SettableClock, person_id: int, kind: str = "test", **args: Any
) -> None:
    async with database.begin() as session:
        unit = unit_of(session, clock)
        await enqueue(unit, kind, unique=f"{kind}:{args}", person_id=person_id, args=args)
        assert unit.wakes == {"jobs"}


async def only_job(database: Database) -> Job:
    async with database.reading() as session:
        return (await session.scalars(select(Job))).one()


async def test_a_job_works_as_the_person_who_asked(
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    runner: JobRunner,
    kinds: dict[str, JobFunction],
) -> None:
    async def work(context: JobContext) -> None:
        async with context.unit() as unit:
            assert unit.actor.name == "school curator 0"
            found = await announcing.audiences(unit, organisation_id=town.school)
            await tell(unit, unit.me, "refused", unique=context.args["note"])
            assert ("mentors", 2) in found

    kinds["test"] = work
    [curator, _], [mentor, _] = (
        town.people["school", Role.CURATOR],
        town.people["school", Role.MENTOR],
    )
    await ask(database, clock, curator, note="by a curator")
    # Asked for twice is done once.
    await ask(database, clock, curator, note="by a curator")
    assert await runner.drain() == {JobStatus.DONE: 1}
    assert (await only_job(database)).done_at == clock.now()
    assert [row.unique_key for row in await outbox(database)] == ["by a curator"]

    async def work_as_mentor(context: JobContext) -> None:
        async with context.unit() as unit:
            await announcing.audiences(unit, organisation_id=town.school)

    kinds["mentor"] = work_as_mentor
    await ask(database, clock, mentor, kind="mentor")
    assert await runner.drain() == {JobStatus.REFUSED: 1}
    told = (await outbox(database))[1]
    assert (told.person_id, told.message) == (mentor, "refused")


async def test_a_refusal_is_told_in_its_own_words_and_changes_nothing(
    *,
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    runner: JobRunner,
    kinds: dict[str, JobFunction],
    woken: list[set[str]],
) -> None:
    async def work(context: JobContext) -> None:
        async with context.unit() as unit:
            await tell(unit, unit.me, "input-empty", unique="undone")
            raise Refusal("digest-header", day=date(2026, 9, 5))

    kinds["test"] = work
    person = town.people["school", Role.CURATOR][0]
    await ask(database, clock, person)
    await runner.drain()
    [told] = await outbox(database)
    assert (told.message, told.args) == ("digest-header", {"day": {"date": "2026-09-05"}})
    assert woken == [{"sender"}]


async def test_a_failing_job_is_tried_three_times_and_then_told_with_a_code(
    *,
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    runner: JobRunner,
    kinds: dict[str, JobFunction],
    translator: Translator,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("scheduler.jobs._RETRY_AFTER", (timedelta(seconds=0.01),) * 2)
    attempts = []

    async def work(context: JobContext) -> None:
        attempts.append(context.job_id)
        raise ZeroDivisionError

    kinds["test"] = work
    person = town.people["school", Role.CURATOR][0]
    await ask(database, clock, person)
    assert await runner.drain() == {JobStatus.QUEUED: 2, JobStatus.FAILED: 1}

    assert len(attempts) == 3
    [told] = await outbox(database)
    assert (told.person_id, told.message) == (person, "job-failed")
    assert told.args["code"] in caplog.text
    assert told.args["code"] in translator.to("ru")("job-failed", **told.args)
    assert (await only_job(database)).error == f"{told.args['code']} ZeroDivisionError"


async def test_a_job_may_fail_once_and_be_done(
    *,
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    runner: JobRunner,
    kinds: dict[str, JobFunction],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scheduler.jobs._RETRY_AFTER", (timedelta(seconds=0.01),) * 2)
    faults = [Offline("connection refused")]

    async def work(context: JobContext) -> None:
        if faults:
            raise faults.pop()

    kinds["test"] = work
    await ask(database, clock, town.people["school", Role.CURATOR][0])
    assert await runner.drain() == {JobStatus.QUEUED: 1, JobStatus.DONE: 1}
    assert await outbox(database) == []


async def test_files_are_fetched_and_those_that_cannot_be_are_refused(
    *,
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    runner: JobRunner,
    messenger: FakeMessenger,
    kinds: dict[str, JobFunction],
) -> None:
    got = []

    async def work(context: JobContext) -> None:
        got.append(await context.download(context.args["file"]))

    kinds["test"] = work
    messenger.files = {"good": b"bytes", "big": TooLarge("21 MB")}
    for file in ("good", "big", "gone"):
        await ask(database, clock, town.people["school", Role.CURATOR][0], file=file)
    assert await runner.drain() == {JobStatus.DONE: 1, JobStatus.REFUSED: 2}
    assert got == [b"bytes"]
    assert {(row.message, row.args.get("megabytes")) for row in await outbox(database)} == {
        ("file-too-large", 20),
        ("file-gone", None),
    }


async def test_what_a_dead_process_was_doing_is_done_again_but_not_for_ever(
    *,
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    make_runner: Callable[[], JobRunner],
    kinds: dict[str, JobFunction],
) -> None:
    done = []

    async def work(context: JobContext) -> None:
        done.append(context.args["number"])

    kinds["test"] = work
    person = town.people["school", Role.CURATOR][0]
    await ask(database, clock, person, number=1)
    await ask(database, clock, person, number=2)
    async with database.begin() as session:
        await session.execute(update(Job).values(status="running", attempts=1))
        # The second has ended the process three times.
        await session.execute(update(Job).where(Job.id == 2).values(attempts=3))
        session.add(Lease(name="jobs", holder="dead", until=SystemClock().now()))
    assert await make_runner().drain() == {JobStatus.DONE: 1, JobStatus.FAILED: 1}
    assert done == [1]
    assert [row.message for row in await outbox(database)] == ["job-failed"]


async def test_two_at_a_time(
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    runner: JobRunner,
    kinds: dict[str, JobFunction],
) -> None:
    present = most = 0

    async def work(context: JobContext) -> None:
        nonlocal present, most
        present += 1
        most = max(most, present)
        await asyncio.sleep(0.05)
        present -= 1

    kinds["test"] = work
    for number in range(5):
        await ask(database, clock, town.people["school", Role.CURATOR][0], number=number)
    running = asyncio.create_task(runner.run())
    await until(lambda: runner.counts[JobStatus.DONE] == 5)
    runner.stop()
    await running
    assert most == 2


def product(left: int, right: int) -> int:
    return left * right


def refuse(key: str) -> None:
    raise Refusal(key, number=5)


def never_end(_seconds: int) -> None:
    time.sleep(60)


def die(_code: int) -> None:
    os._exit(1)


def swallow(_bytes: int) -> int:
    return len(bytearray(2 << 30))


async def test_aside_gives_back_results_and_exceptions() -> None:
    assert await aside(product, 6, 7) == 42
    with pytest.raises(Refusal) as refused:
        await aside(refuse, "why")
    assert (refused.value.key, refused.value.arguments) == ("why", {"number": 5})


async def test_aside_survives_what_does_not_end_dies_or_swallows_the_memory() -> None:
    with pytest.raises(Lost, match="within"):
        await aside(never_end, 1, seconds=0.3)
    with pytest.raises(Lost):
        await aside(die, 1)
    with pytest.raises(MemoryError):
        await aside(swallow, 1)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_document_that_is_too_much_is_refused(
    *,
    database: Database,
    clock: SettableClock,
    town: seed.Town,
    runner: JobRunner,
    kinds: dict[str, JobFunction],
) -> None:
    async def work(context: JobContext) -> None:
        assert await context.aside(product, 6, 7) == 42
        await context.aside(die, 1)

    kinds["test"] = work
    await ask(database, clock, town.people["school", Role.CURATOR][0])
    assert await runner.drain() == {JobStatus.REFUSED: 1}
    assert [row.message for row in await outbox(database)] == ["job-too-heavy"]
