"""How the meetings of a school are looked at."""

from datetime import date, timedelta
from types import SimpleNamespace

from sqlalchemy import select

from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from db.models import Audit, Meeting
from documents.picture import draw_map
from mentoring.meetings import feedback, journal
from mentoring.meetings.status import Status
from mentoring.roles import Role
from tests.mentoring.counting import counted
from tests.mentoring.meetings.test_meetings import TODAY, record
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting


async def test_the_list_by_pair_the_timeline_and_the_hours(
    database: Database, clock: SettableClock, town: Town
) -> None:
    busy = await make(database, clock, town)
    idle = await make(database, clock, town, mentee=1)
    meeting = await record(database, clock, town, busy)
    await record(database, clock, town, busy, kind="trial", minutes=90)
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    async with database.begin() as session:
        for status, kind in ((Status.MISSED, "planning"), (Status.PLANNED, "working")):
            session.add(
                Meeting(
                    organisation_id=town.school,
                    pair_id=busy,
                    status=status,
                    held_on=TODAY,
                    starts_at=clock.now() + timedelta(hours=1),
                    zone="Europe/Moscow",
                    minutes=45,
                    kind=kind,
                    note="",
                    reason="ill" if status is Status.MISSED else "",
                    logged_by=mentor.person_id,
                    logged_at=clock.now(),
                )
            )
    async with acting(database, mentor, clock.now()) as unit:
        await feedback.give(unit, meeting_id=meeting, mark=9)
        with counted(database) as statements:
            assert await journal.glance(unit) == journal.Glance(today=1, proposed=0, waiting=2)
        assert len(statements) == 1
        assert await journal.months(unit) == [journal.Month(date(2026, 9, 1), 2, 135)]
    async with acting(database, mentee, clock.now()) as unit:
        await feedback.give(unit, meeting_id=meeting, mark=7)
    clock.advance(timedelta(days=4))
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        rows = await journal.listed(unit, organisation_id=town.school)
        told = {row.pair_id: row for row in rows}
        one = told[busy]
        assert (one.planned, one.held, one.missed, one.share) == (1, 2, 1, 50)
        assert (one.last_on, one.silent) == (TODAY, 4)
        assert (told[idle].held, told[idle].share, told[idle].silent) == (0, None, 4)
        entries = await journal.timeline(unit, pair_id=busy, limit=3)
        assert [entry.status for entry in entries] == ["planned", "missed", "held"]
        [marked] = [
            entry for entry in await journal.timeline(unit, pair_id=busy, limit=9) if entry.marks
        ]
        assert marked.marks == {"mentor": [9], "mentee": [7]}
        await journal.export(unit, organisation_id=town.school)
        made = await journal.make_export(unit, unit.me, {"organisation": town.school})
        picture = await journal.make_month(unit, unit.me, {"organisation": town.school})
    assert made.data.startswith(b"PK")
    assert picture.data.startswith(b"\x89PNG")
    async with database.reading() as session:
        assert "meetings-exported" in set(await session.scalars(select(Audit.what)))


def test_a_month_of_a_picture_has_each_day_once(translator: Translator) -> None:
    rows = [
        SimpleNamespace(held_on=date(2026, 11, 5), status="held", number=3),
        SimpleNamespace(held_on=date(2026, 11, 5), status="planned", number=1),
        SimpleNamespace(held_on=date(2026, 11, 30), status="missed", number=1),
    ]
    for language in ("ru", "en"):
        found = journal.month_map(
            translator.to(language), date(2026, 11, 1), date(2026, 11, 30), rows
        )
        texts = [cell.text for _, cells in found.rows for cell in cells if cell.text]
        assert len(texts) == 30
        assert (texts[4], texts[29]) == ("5 (4)", "30 (1)")
        assert draw_map(found).startswith(b"\x89PNG")
