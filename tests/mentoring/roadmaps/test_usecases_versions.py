"""A new version keeps what is done; a plan rolled over asks what needs thought."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import Refusal
from db.engines import Database
from db.models import Activity, Assignment, Evidence, Outbox, Roadmap
from mentoring.roadmaps import closing, confirming, replacing, rolling
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.versions import Change
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
QUARTERS = ((date(2026, 9, 1), date(2026, 11, 30)), (date(2026, 12, 1), date(2027, 2, 28)))
OLD = (
    item("1.1", end=date(2026, 9, 20)),
    item("1.2", end=date(2026, 10, 20)),
    item("1.3", date(2026, 9, 1), date(2027, 2, 28), kind=Kind.RECURRING, windows=QUARTERS),
    item("1.4", end=date(2026, 12, 1)),
)


async def test_what_is_done_goes_on_in_the_new_version(
    database: Database, clock: SettableClock, town: Town
) -> None:
    me = curator(town)
    old = await confirmed(database, clock, me, *OLD)
    before = await assignments(database, old)
    async with acting(database, me, clock.now()) as unit:
        await closing.attach_note(unit, assignment_id=before[0].id, note="приказ 5")
        # Another school has the row too, and a longer term for it.
        other = Assignment(
            organisation_id=town.neighbour,
            activity_id=before[1].activity_id,
            window=0,
            due_on=date(2026, 11, 1),
            watched_on=TODAY,
            status="open",
        )
        unit.session.add(other)
    windows = (*QUARTERS, (date(2027, 3, 1), date(2027, 5, 31)))
    plan = draft(
        replace(item("0.9", end=date(2026, 8, 1)), title="Утвердить план"),
        item("1.1", end=date(2026, 9, 25)),
        item("1.2", end=date(2026, 10, 30)),
        item("1.3", date(2026, 9, 1), date(2027, 5, 31), kind=Kind.RECURRING, windows=windows),
    )
    new = await saved(database, clock.now(), me, plan)
    async with acting(database, me, clock.now()) as unit:
        seen = await confirming.preview(unit, roadmap_id=new)
        anew = await confirming.preview(unit, roadmap_id=new, keep=False)
        found = await replacing.differences(unit, roadmap_id=new)
    assert (seen.same_plan, seen.kept, seen.past, anew.past) == (True, 3, ["0.9"], ["0.9"])
    assert [(one.change, one.number) for one in found] == [
        (Change.ADDED, "0.9"),
        (Change.MOVED, "1.1"),
        (Change.MOVED, "1.2"),
        (Change.MOVED, "1.3"),
        (Change.REMOVED, "1.4"),
    ]
    async with acting(database, me, clock.now()) as unit:
        assert await confirming.confirm(unit, roadmap_id=new, past=Past.DONE, keep=True)
    after = await assignments(database, new)
    shown = [(one.organisation_id, one.window, str(one.due_on), one.status) for one in after]
    here, there = town.school, town.neighbour
    assert sorted(shown, key=str) == sorted(
        [
            (here, 0, "2026-08-01", "done_earlier"),
            (here, 0, "2026-09-25", "done"),
            (here, 0, "2026-10-30", "open"),
            (there, 0, "2026-10-30", "open"),
            (here, 0, "2026-11-30", "open"),
            (here, 1, "2027-02-28", "open"),
            (here, 2, "2027-05-31", "open"),
        ],
        key=str,
    )
    # The same rows of the table as before, so evidence and whatever else hangs on them stays.
    assert {one.id for one in before[:-1]} <= {one.id for one in after}
    assert [one.id for one in await assignments(database, old)] == [before[-1].id]
    async with database.reading() as session:
        evidence = (await session.scalars(select(Evidence))).one()
        told = (
            await session.scalars(select(Outbox).where(Outbox.message == "roadmap-version-moved"))
        ).all()
    assert evidence.assignment_id == before[0].id
    everybody = {*town.people["school", Role.CURATOR], *town.people["neighbour", Role.CURATOR]}
    assert {row.person_id for row in told} == everybody - {me.person_id}
    lines = {row.person_id: row.args["lines"] for row in told}
    # What is done here, and what the neighbour does not have, is told to nobody.
    assert all("20.10.2026 → 30.10.2026" in text and "1.1" not in text for text in lines.values())
    assert "1.3" not in lines[town.people["neighbour", Role.CURATOR][0]]


async def test_a_longer_term_stays_where_the_new_version_says_the_same(
    database: Database, clock: SettableClock, town: Town
) -> None:
    me = curator(town)
    old = await confirmed(database, clock, me, *OLD)
    async with database.begin() as session:
        await session.execute(update(Assignment).values(due_on=date(2027, 1, 15)))
    new = await saved(database, clock.now(), me, draft(*OLD))
    async with acting(database, me, clock.now()) as unit:
        assert await replacing.differences(unit, roadmap_id=new) == []
        await confirming.confirm(unit, roadmap_id=new, past=None, keep=True)
    after = await assignments(database, new)
    assert {one.due_on for one in after} == {date(2027, 1, 15)}
    assert await assignments(database, old) == []


async def test_another_years_plan_begins_anew(
    database: Database, clock: SettableClock, town: Town
) -> None:
    me = curator(town)
    old = await confirmed(database, clock, me, *OLD)
    async with acting(database, me, clock.now()) as unit:
        year = await rolling.next_year(unit, roadmap_id=old)
        new = await rolling.roll_over(unit, roadmap_id=old, school_year=year)
        seen = await confirming.preview(unit, roadmap_id=new)
    assert (year, seen.same_plan, seen.kept) == (2027, False, 0)
    async with database.reading() as session:
        kept = await session.get_one(Roadmap, old)
        made = await session.get_one(Roadmap, new)
        ends = list(
            await session.scalars(
                select(Activity.end).where(Activity.roadmap_id == new).order_by(Activity.position)
            )
        )
    assert (kept.status, made.status, made.file_id) == ("confirmed", "draft", None)
    assert ends == [date(2027, 9, 20), date(2027, 10, 20), date(2028, 2, 29), date(2027, 12, 1)]
    async with acting(database, me, clock.now()) as unit:
        await confirming.confirm(unit, roadmap_id=new, past=None, keep=seen.same_plan)
    assert len(await assignments(database, old)) == 5
    assert len(await activity_ids(database, new)) == 4
    with pytest.raises(Refusal, match="roadmap-roll-backwards"):
        async with acting(database, me, clock.now()) as unit:
            await rolling.roll_over(unit, roadmap_id=old, school_year=2020)
