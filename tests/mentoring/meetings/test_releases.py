"""A meeting in lesson hours is let off by the head."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Outbox, Release
from mentoring import signing
from mentoring.meetings import planning, releases
from mentoring.roles import Role
from tests.mentoring.meetings.test_planning import pupils
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting

LESSON = datetime(2026, 9, 4, 10, 0, tzinfo=ZoneInfo("Europe/Moscow"))


async def test_the_head_lets_a_pupil_off(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await pupils(database)
    pair_id = await make(database, clock, town)
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    head = town.actor("school", Role.HEAD)
    async with acting(database, mentor, clock.now()) as unit:
        early = await planning.propose(unit, pair_id=pair_id, starts_at=LESSON.astimezone(UTC))
        late = await planning.propose(
            unit, pair_id=pair_id, starts_at=LESSON + timedelta(days=3, hours=6)
        )
    async with acting(database, mentee, clock.now()) as unit:
        for meeting in (early, late):
            await planning.accept(unit, meeting_id=meeting)
    async with acting(database, mentor, clock.now()) as unit:
        assert not await releases.wanted(unit, meeting_id=late)
        with pytest.raises(Refusal) as caught:
            await releases.ask(unit, meeting_id=late)
        assert caught.value.key == "release-not-needed"
        assert await releases.wanted(unit, meeting_id=early)
        for _ in range(2):
            await releases.ask(unit, meeting_id=early)
        with pytest.raises(NotAllowed):
            await releases.make(unit, unit.me, {"organisation": town.school, "meeting": early})
    async with acting(database, head, clock.now()) as unit:
        made = await releases.make(unit, unit.me, {"organisation": town.school, "meeting": early})
        assert made is not None
        paper = Document(io.BytesIO(made.data))
        text = "\n".join(one.text for one in paper.paragraphs)
        assert "4 сентября 2026 с 10:00 до 10:45" in text
        assert "school mentor 0" in text
        assert paper.tables[0].rows[1].cells[1].text == "school mentee 0"
        [thing] = [
            one
            for one in await signing.waiting(unit, organisation_id=town.school)
            if one.kind == "release"
        ]
        await signing.sign(
            unit,
            organisation_id=town.school,
            kind="release",
            thing_id=thing.id,
            number="12",
            day=unit.today(),
        )
    async with database.reading() as session:
        rows = (await session.scalars(select(Release))).all()
        told = await session.scalars(
            select(Outbox.person_id).where(Outbox.message == "release-granted")
        )
        asked = await session.scalars(
            select(Outbox.person_id).where(Outbox.message == "release-doc")
        )
        assert sorted(asked) == town.people["school", Role.HEAD]  # type: ignore[type-var]
        assert sorted(told) == sorted([mentor.person_id, mentee.person_id])  # type: ignore[type-var]
    assert [(row.number, row.person_id) for row in rows] == [("12", mentee.person_id)]
