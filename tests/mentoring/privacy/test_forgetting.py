"""The round that forgets: old texts, files of lists, previews; the log stays."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from core.clock import SettableClock
from db.engines import Database
from db.models import AnswerSheet, Audit, File, Job, Outbox
from mentoring import audit
from mentoring.privacy import forgetting
from mentoring.roles import Role
from scheduler.planner import Planner
from tests.mentoring.seed import Town, acting

DAY = timedelta(days=1)


def _message(key: str, status: str, at: datetime) -> Outbox:
    return Outbox(
        unique_key=key,
        person_id=1,
        kind="text",
        lane=0,
        message="digest-header",
        args={"name": "Мария С."},
        buttons=[{"label": "x", "action": "y:1", "args": {}}],
        status=status,
        attempts=0,
        created_at=at,
    )


def _job(key: str, kind: str, status: str, at: datetime, file: int) -> Job:
    return Job(
        unique_key=key,
        kind=kind,
        person_id=1,
        args={"file": file},
        status=status,
        attempts=1,
        created_at=at,
        done_at=at,
    )


async def _rows(database: Database, *columns: Any) -> list[Any]:
    async with database.reading() as session:
        return [tuple(row) for row in await session.execute(select(*columns).order_by(columns[0]))]


async def test_old_texts_and_lists_are_forgotten_and_the_rest_is_not(
    database: Database, clock: SettableClock, town: Town
) -> None:
    now = clock.now()
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, now) as unit:
        audit.record(unit, town.school, "roster-imported", added=1, changed=0)
        for number in range(1, 6):
            unit.session.add(
                File(
                    organisation_id=town.school, name="8Б Иванов.xlsx", size=1, media_type="x",
                    bot_id=1, file_id=f"f{number}", sent_as="document",
                    created_by=curator.person_id, created_at=now,
                )
            )  # fmt: skip
        await unit.session.flush()
        unit.session.add_all(
            [
                _message("old", "sent", now - 91 * DAY),
                _message("dead", "dead", now - 91 * DAY),
                _message("held", "held", now - 91 * DAY),
                _message("young", "sent", now - 89 * DAY),
                _job("read", "bank.roster.read", "done", now - 2 * DAY, 1),
                _job("fresh", "bank.roster.read", "done", now, 2),
                _job("failed", "forms.answers", "failed", now - 31 * DAY, 3),
                _job("waits", "forms.answers", "queued", now - 31 * DAY, 4),
                _job("plan", "roadmap.read", "done", now - 31 * DAY, 5),
            ]
        )
    planner = Planner(database=database, clock=clock, wake=lambda _names: None)
    for _ in range(2):
        await planner.run_due()
    told = await _rows(database, Outbox.unique_key, Outbox.args, Outbox.buttons)
    full = {key for key, args, buttons in told if args and buttons}
    empty = {key for key, args, buttons in told if not args and not buttons}
    assert {"held", "young"} <= full and empty == {"old", "dead"}
    assert await _rows(database, File.id, File.file_id, File.name) == [
        (1, "", ""), (2, "f2", "8Б Иванов.xlsx"), (3, "", ""), (4, "f4", "8Б Иванов.xlsx"),
        (5, "f5", "8Б Иванов.xlsx"),
    ]  # fmt: skip
    assert await _rows(database, Audit.what, Audit.args) == [
        ("roster-imported", {"added": 1, "changed": 0})
    ]
    # The round of the next day.
    clock.set(now + DAY)
    await planner.run_due()
    assert (await _rows(database, File.id, File.file_id))[1] == (2, "")


async def test_tables_of_answers_are_emptied(
    database: Database, clock: SettableClock, town: Town
) -> None:
    now = clock.now()
    curator = town.actor("school", Role.CURATOR)
    ages = {"saved": 2, "discarded": 0, "preview": 31}
    async with acting(database, curator, now) as unit:
        for status, days in ages.items():
            job = _job(status, "forms.answers", "done", now, 1)
            unit.session.add(job)
            await unit.session.flush()
            unit.session.add(
                AnswerSheet(
                    organisation_id=town.school, occasion="survey:1", form="x", role="mentee",
                    rows=[{"person": 1, "answers": {"a": 1}}], errors=[{"text": "Иванов"}],
                    status=status, job_id=job.id, created_by=curator.person_id,
                    created_at=now - days * DAY,
                )
            )  # fmt: skip
    async with acting(database, curator, now) as unit:
        await forgetting.empty_previews(unit, town.school)
    rows = await _rows(database, AnswerSheet.id, AnswerSheet.status, AnswerSheet.rows)
    assert [(status, bool(kept)) for _, status, kept in rows] == [
        ("saved", False), ("discarded", True), ("discarded", False),
    ]  # fmt: skip
