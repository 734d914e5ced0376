"""Confirming a draft: what it makes, once, and what becomes of rows already past."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Assignment, Roadmap
from mentoring.roadmaps import confirming, editing, review
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.deadlines import Kind, Warn
from mentoring.roles import Role
from tests.mentoring.roadmaps.plans import (
    activity_ids,
    assignments,
    confirmed,
    curator,
    draft,
    item,
    saved,
)
from tests.mentoring.seed import Town, acting

TODAY = date(2026, 9, 1)
WINDOWS = tuple((date(year, 9, 1), date(year, 11, 30)) for year in (2026, 2027, 2028))
PLAN = (
    item("1", date(2026, 9, 1), date(2026, 12, 31), is_section=True),
    item("1.1", end=date(2026, 9, 20)),
    item("1.2", date(2026, 9, 16), date(2026, 9, 30)),
    item("1.3", date(2026, 9, 1), date(2028, 11, 30), kind=Kind.RECURRING, windows=WINDOWS),
    item("1.4", kind=Kind.CONTINUOUS),
    item("1.5"),
    item("1.6", end=date(2027, 5, 31), kind=Kind.RELATIVE),
    item("1.7", end=date(2026, 10, 1), warnings=(Warn.AMBIGUOUS,)),
)


async def test_each_kind_makes_its_assignments(
    database: Database, clock: SettableClock, town: Town
) -> None:
    roadmap = await confirmed(database, clock, curator(town), *PLAN)
    ids = await activity_ids(database, roadmap)
    made = await assignments(database, roadmap)
    assert [(one.activity_id, one.window, one.opens_on, one.due_on) for one in made] == [
        (ids[1], 0, None, date(2026, 9, 20)),
        (ids[2], 0, date(2026, 9, 16), date(2026, 9, 30)),
        (ids[3], 0, *WINDOWS[0]),
        (ids[3], 1, *WINDOWS[1]),
        (ids[3], 2, *WINDOWS[2]),
        (ids[4], 0, None, None),
        (ids[5], 0, None, None),
        (ids[6], 0, None, date(2027, 5, 31)),
        # Doubtful, and nobody has said what it means: no day may come of it.
        (ids[7], 0, None, None),
    ]
    assert {(one.status, one.watched_on, one.organisation_id) for one in made} == {
        ("open", TODAY, town.school)
    }


async def test_the_preview_tells_what_will_happen(
    database: Database, clock: SettableClock, town: Town
) -> None:
    plan = draft(*PLAN, item("2", end=TODAY - timedelta(days=1)), item("3", end=TODAY))
    roadmap = await saved(database, clock.now(), curator(town), plan)
    async with acting(database, curator(town), clock.now()) as unit:
        found = await confirming.preview(unit, roadmap_id=roadmap)
    assert (found.activities, found.dated, found.unanswered) == (9, 6, 1)
    assert (found.past, found.next_due, found.replaces) == (["2"], TODAY, False)


async def test_rows_taken_out_make_nothing(
    database: Database, clock: SettableClock, town: Town
) -> None:
    roadmap = await saved(database, clock.now(), curator(town), draft(item("1"), item("2")))
    ids = await activity_ids(database, roadmap)
    async with acting(database, curator(town), clock.now()) as unit:
        await editing.remove(unit, activity_id=ids[0], removed=True)
        await confirming.confirm(unit, roadmap_id=roadmap, past=None)
    assert [one.activity_id for one in await assignments(database, roadmap)] == [ids[1]]


async def test_a_second_press_changes_nothing(
    database: Database, clock: SettableClock, town: Town
) -> None:
    roadmap = await confirmed(database, clock, curator(town), *PLAN)
    clock.advance(timedelta(days=40))
    async with acting(database, curator(town, number=1), clock.now()) as unit:
        assert not await confirming.confirm(unit, roadmap_id=roadmap, past=Past.DONE)
    assert len(await assignments(database, roadmap)) == 9
    async with database.reading() as session:
        assert (await session.get_one(Roadmap, roadmap)).confirmed_at != clock.now()


async def test_two_curators_at_once_confirm_once(
    database: Database, clock: SettableClock, town: Town
) -> None:
    roadmap = await saved(database, clock.now(), curator(town), draft(*PLAN))

    async def press(number: int) -> bool:
        async with acting(database, curator(town, number=number), clock.now()) as unit:
            return await confirming.confirm(unit, roadmap_id=roadmap, past=None)

    assert sorted(await asyncio.gather(press(0), press(1))) == [False, True]
    assert len(await assignments(database, roadmap)) == 9


PAST = (item("1", end=TODAY - timedelta(days=3)), item("2", end=TODAY), item("3"))


async def test_past_rows_wait_for_an_answer(
    database: Database, clock: SettableClock, town: Town
) -> None:
    roadmap = await saved(database, clock.now(), curator(town), draft(*PAST))
    async with acting(database, curator(town), clock.now()) as unit:
        with pytest.raises(Refusal, match="roadmap-past-unanswered"):
            await confirming.confirm(unit, roadmap_id=roadmap, past=None)
    assert await assignments(database, roadmap) == []


@pytest.mark.parametrize(("answer", "status"), [(Past.DONE, "done_earlier"), (Past.OPEN, "open")])
async def test_past_rows_become_what_is_answered(
    database: Database, clock: SettableClock, town: Town, answer: Past, status: str
) -> None:
    roadmap = await confirmed(database, clock, curator(town), *PAST, past=answer)
    made = await assignments(database, roadmap)
    assert [one.status for one in made] == [status, "open", "open"]
    assert (made[0].closed_by is not None) == (answer is Past.DONE)


async def test_a_new_plan_replaces_the_one_in_force(
    database: Database, clock: SettableClock, town: Town
) -> None:
    first = await confirmed(database, clock, curator(town), item("1", end=date(2026, 9, 20)))
    neighbour = await confirmed(database, clock, curator(town, "neighbour"), item("1"))
    second = await saved(database, clock.now(), curator(town), draft(item("1")))
    async with acting(database, curator(town), clock.now()) as unit:
        assert (await confirming.preview(unit, roadmap_id=second)).replaces
        await confirming.confirm(unit, roadmap_id=second, past=None)
        live = await review.live(unit, organisation_id=town.school)
    async with database.reading() as session:
        found = dict((await session.execute(select(Roadmap.id, Roadmap.status))).all())
    assert found == {first: "replaced", second: "confirmed", neighbour: "confirmed"}
    assert [one.id for one in live] == [second]


async def test_a_plan_whose_year_is_not_known_is_not_confirmed(
    database: Database, clock: SettableClock, town: Town
) -> None:
    plan = draft(item("1", kind=Kind.PERIOD, warnings=(Warn.YEAR_UNKNOWN,)))
    plan = type(plan)(plan.title, None, None, plan.items)
    roadmap = await saved(database, clock.now(), curator(town), plan)
    async with acting(database, curator(town), clock.now()) as unit:
        assert (await review.overview(unit, roadmap_id=roadmap)).needs_year
        with pytest.raises(Refusal):
            await confirming.confirm(unit, roadmap_id=roadmap, past=None)


async def test_drafts_of_others_are_out_of_reach(
    database: Database, clock: SettableClock, town: Town
) -> None:
    roadmap = await saved(database, clock.now(), curator(town), draft(*PLAN))
    for outsider in (
        curator(town, "stranger_school"),
        town.actor("department", Role.DEPARTMENT),
        town.actor("school", Role.MENTOR),
    ):
        async with acting(database, outsider, clock.now()) as unit:
            with pytest.raises(NotAllowed):
                await confirming.preview(unit, roadmap_id=roadmap)
            with pytest.raises(NotAllowed):
                await confirming.confirm(unit, roadmap_id=roadmap, past=None)
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Assignment)) == 0


async def test_past_rows_get_a_new_day_that_is_not_past(
    database: Database, clock: SettableClock, town: Town
) -> None:
    plan = draft(item("1", end=TODAY - timedelta(days=1)), item("2", end=TODAY))
    roadmap = await saved(database, clock.now(), curator(town), plan)
    for day in (None, TODAY - timedelta(days=1)):
        with pytest.raises(Refusal, match="roadmap-past-day-past"):
            async with acting(database, curator(town), clock.now()) as unit:
                await confirming.confirm(unit, roadmap_id=roadmap, past=Past.MOVED, day=day)
    day = TODAY + timedelta(days=30)
    async with acting(database, curator(town), clock.now()) as unit:
        await confirming.confirm(unit, roadmap_id=roadmap, past=Past.MOVED, day=day)
    made = await assignments(database, roadmap)
    assert [(one.due_on, one.status) for one in made] == [(day, "open"), (TODAY, "open")]
