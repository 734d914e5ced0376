"""A year of a municipality, morning by morning: nothing due is missing, nothing done is told.

Sixty schools, eighty activities. What each curator is told is asked for straight, all schools at
once, and compared with the rules; on some days the planner itself is run.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from core.clock import SettableClock
from db.engines import CHUNK, Database
from db.models import (
    Activity,
    Assignment,
    Branch,
    Membership,
    Organisation,
    Outbox,
    Person,
    Roadmap,
)
from mentoring import areas
from mentoring.people import identity
from mentoring.roadmaps.audience import told
from mentoring.roadmaps.rules import Alert, Term, latest_alert
from mentoring.unit import Unit
from mentoring.workdays import Week
from scheduler.planner import run_due

areas.load()
SCHOOLS, ACTIVITIES = 60, 80
DEPARTMENT = 1
# A Saturday, the Monday behind it, a holiday in the middle of a week.
PLANNED_ON = {date(2026, 11, 14), date(2026, 11, 16), date(2027, 2, 23)}
LONGEST = timedelta(days=40)
FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
WEEK, DAY = Week(), timedelta(days=1)


@dataclass
class Row:
    """One assignment as the test itself keeps it."""

    id: int
    school: int
    opens_on: date | None
    due_on: date
    closes_on: date | None


@dataclass
class Year:
    database: Database
    # Each school's curator has the school's number.
    schools: list[int] = field(default_factory=list)
    rows: dict[int, Row] = field(default_factory=dict)


async def _founded(database: Database, now: datetime) -> Year:
    """A department with its plan in force, schools with a curator each, all rows handed out."""
    year = Year(database)
    chance = random.Random(7)
    async with database.begin() as session:
        places: list[dict[str, Any]] = [
            {
                "id": number + 1,
                "parent_id": None if number == 0 else 1,
                "kind": "school" if number else "municipality",
                "name": f"Школа {number}",
                "timezone": "Europe/Moscow",
                "locale": "ru",
                "planned_on": FIRST,
                "created_at": now,
            }
            for number in range(SCHOOLS + 1)
        ]
        await session.execute(insert(Organisation), places)
        ids = [place["id"] for place in places]
        branches = [{"ancestor_id": one, "descendant_id": one} for one in ids]
        branches += [{"ancestor_id": 1, "descendant_id": one} for one in ids[1:]]
        await session.execute(insert(Branch), branches)
        await session.execute(
            insert(Person),
            [
                {
                    "id": one,
                    "telegram_id": one,
                    "name": f"Куратор {one}",
                    "locale": "ru",
                    "created_at": now,
                }
                for one in ids
            ],
        )
        await session.execute(
            insert(Membership),
            [
                {
                    "organisation_id": one,
                    "person_id": one,
                    "role": "curator" if one > 1 else "department",
                    "since": now,
                }
                for one in ids
            ],
        )
        roadmap = Roadmap(
            organisation_id=1,
            title="План",
            status="confirmed",
            needs_year=False,
            created_by=1,
            created_at=now,
            confirmed_at=now,
        )
        session.add(roadmap)
        await session.flush()
        spans = [_span(chance) for _ in range(ACTIVITIES)]
        session.add_all(
            Activity(
                organisation_id=1,
                roadmap_id=roadmap.id,
                position=number,
                number=str(number + 1),
                section="",
                title=f"Мероприятие {number + 1}",
                is_section=False,
                deadline_text="",
                kind="period" if opens else "due",
                start=opens,
                end=due,
                windows=[],
                responsible=[],
                result="",
                warnings=[],
                doubtful=False,
            )
            for number, (opens, due) in enumerate(spans)
        )
        await session.flush()
        activities = list(await session.scalars(select(Activity.id).order_by(Activity.position)))
        rows: list[dict[str, Any]] = []
        for school in ids[1:]:
            for activity, (opens, due) in zip(activities, spans, strict=True):
                row_id = len(rows) + 1
                # Most are closed in time, some late, some never.
                shift = chance.choice([*range(-20, 2), *range(1, 15), None])
                closes = None if shift is None else max(FIRST + DAY, due + shift * DAY)
                year.rows[row_id] = Row(row_id, school, opens, due, closes)
                rows.append(
                    {
                        "id": row_id,
                        "organisation_id": school,
                        "activity_id": activity,
                        "window": 0,
                        "opens_on": opens,
                        "due_on": due,
                        "watched_on": FIRST,
                        "status": "open",
                    }
                )
        for first in range(0, len(rows), CHUNK):
            await session.execute(insert(Assignment), rows[first : first + CHUNK])
    year.schools = ids[1:]
    return year


def _span(chance: random.Random) -> tuple[date | None, date]:
    due = FIRST + chance.randrange(2, 360) * DAY
    opens = due - chance.randrange(1, 60) * DAY if chance.random() < 0.6 else None
    return (max(opens, FIRST) if opens else None), due


async def _close(year: Year, day: date, now: datetime) -> None:
    """What schools close on a day, after its digest."""
    closed = [row.id for row in year.rows.values() if row.closes_on == day]
    async with year.database.begin() as session:
        for first in range(0, len(closed), CHUNK):
            await session.execute(
                update(Assignment)
                .where(Assignment.id.in_(closed[first : first + CHUNK]))
                .values(status="done", closed_at=now, closed_by=1)
            )


def _expected(
    year: Year, since: date, day: date
) -> tuple[dict[int, dict[int, Alert]], dict[int, int]]:
    """By the rules alone, asked of nobody's database: curator -> rows that reach an alert day, and
    how many more are overdue."""
    named: dict[int, dict[int, Alert]] = {}
    more: Counter[int] = Counter()
    for row in year.rows.values():
        if row.closes_on is not None and row.closes_on < day:
            continue
        if row.due_on > day + LONGEST and (row.opens_on is None or row.opens_on > day):
            continue
        alert = latest_alert(Term(row.opens_on, row.due_on, FIRST), since, day)
        if alert is not None:
            named.setdefault(row.school, {})[row.id] = alert
        elif row.due_on < day:
            more[row.school] += 1
    return named, {school: more[school] for school in named if more[school]}


async def _told(
    year: Year, since: date, day: date, now: datetime
) -> tuple[dict[int, dict[int, Alert]], dict[int, int]]:
    """The same as the bot would tell it."""
    async with year.database.reading() as session:
        unit = Unit(session=session, now=now, actor=identity.stranger(0, ()))
        found = await told(unit, year.schools, since, day)
    named = {
        person: {row.id: alert for alert, rows in one.named.items() for row in rows}
        for people in found.values()
        for person, one in people.items()
    }
    more = {
        person: one.overdue_more
        for people in found.values()
        for person, one in people.items()
        if one.overdue_more
    }
    return named, more


async def _planned(year: Year, day: date) -> list[int]:
    """Who has a digest of this day, as often as they have one."""
    async with year.database.reading() as session:
        query = select(Outbox.person_id).where(
            Outbox.message == "digest", Outbox.unique_key.like(f"%:{day.isoformat()}")
        )
        return [person for person in await session.scalars(query) if person is not None]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_year_of_a_municipality(database: Database, clock: SettableClock) -> None:
    clock.set(datetime.combine(FIRST, time(6), UTC))
    year = await _founded(database, clock.now())
    since, planned, day, told_of = FIRST, FIRST, FIRST, 0
    while (day := day + DAY) <= LAST:
        clock.set(datetime.combine(day, time(6), UTC))
        if WEEK.works(day):
            expected, more = _expected(year, since, day)
            assert await _told(year, since, day, clock.now()) == (expected, more), day
            told_of += len(expected)
            since = day
        if day in PLANNED_ON:
            # The planner itself, twice over: one digest each, and none on a day off.
            await run_due(database, clock)
            await run_due(database, clock)
            people = await _planned(year, day)
            assert len(people) == len(set(people))
            if WEEK.works(day):
                assert set(people) - {DEPARTMENT} == set(_expected(year, planned, day)[0])
                planned = day
            else:
                assert people == []
        await _close(year, day, clock.now())
    assert told_of > 1000
