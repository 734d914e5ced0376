"""Roadmaps for tests of use cases, saved the way a job saves them."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import select

from core.clock import SettableClock
from db.engines import Database
from db.models import Activity, Assignment, Job, Roadmap
from mentoring.roadmaps import confirming, importing, receiving
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.deadlines import Deadline, Freq, Kind, Span
from mentoring.roadmaps.model import Item, RoadmapDraft
from mentoring.roles import Role
from mentoring.unit import Actor, Unit
from tests.mentoring.seed import Town, acting

FILE = receiving.Incoming(
    name="карта.docx",
    size=1000,
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    bot_id=1,
    file_id="telegram-file",
    sent_as="document",
)


def item(
    number: str,
    start: date | None = None,
    end: date | None = None,
    *,
    kind: Kind | None = None,
    windows: tuple[tuple[date | None, date], ...] = (),
    warnings: tuple[str, ...] = (),
    is_section: bool = False,
    responsible: tuple[str, ...] = ("куратор",),
    result: str = "приказ",
) -> Item:
    kind = kind or (Kind.PERIOD if start else Kind.DUE if end else Kind.NONE)
    deadline = Deadline(
        kind,
        start,
        end,
        freq=Freq.YEARLY if kind is Kind.RECURRING else None,
        occurrences=windows,
        warnings=warnings,
    )
    return Item(
        number=number,
        section="Подготовка",
        title=f"Мероприятие {number}",
        deadline_text=f"срок {number}",
        deadline=deadline,
        is_section=is_section,
        responsible=responsible,
        result=result,
        warnings=warnings,
    )


def draft(
    *items: Item, title: str = "План мероприятий", period: Span | None = None
) -> RoadmapDraft:
    return RoadmapDraft(title, date(2026, 8, 1), period, items)


def curator(town: Town, place: str = "school", number: int = 0) -> Actor:
    return town.actor(place, Role.CURATOR, number)


async def a_job(unit: Unit) -> int:
    """A row for the job that reads."""
    created = Job(
        unique_key=f"job {uuid4()}",
        kind="roadmap.read",
        person_id=unit.me,
        args={},
        status="running",
        attempts=1,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    return created.id


async def saved(
    database: Database,
    now: datetime,
    actor: Actor,
    plan: RoadmapDraft,
    *,
    school_year: int | None = None,
) -> int:
    """A draft of the actor's school. Returns its id."""
    async with acting(database, actor, now) as unit:
        place = actor.seats[0].organisation_id
        file_id = await receiving.keep(unit, organisation_id=place, file=FILE)
        job_id = await a_job(unit)
        await importing.save_draft(
            unit, file_id=file_id, job_id=job_id, draft=plan, school_year=school_year
        )
        found = await unit.session.scalar(select(Roadmap.id).where(Roadmap.job_id == job_id))
    assert found is not None
    return found


async def confirmed(
    database: Database,
    clock: SettableClock,
    actor: Actor,
    *items: Item,
    past: Past | None = None,
) -> int:
    """A plan in force. Returns the roadmap's id."""
    roadmap_id = await saved(database, clock.now(), actor, draft(*items))
    async with acting(database, actor, clock.now()) as unit:
        await confirming.confirm(unit, roadmap_id=roadmap_id, past=past)
    return roadmap_id


async def activity_ids(database: Database, roadmap_id: int) -> list[int]:
    query = select(Activity.id).where(Activity.roadmap_id == roadmap_id)
    async with database.reading() as session:
        return list(await session.scalars(query.order_by(Activity.position)))


async def assignments(database: Database, roadmap_id: int) -> list[Assignment]:
    query = (
        select(Assignment)
        .join(Activity, Activity.id == Assignment.activity_id)
        .where(Activity.roadmap_id == roadmap_id)
        .order_by(Activity.position, Assignment.window)
    )
    async with database.reading() as session:
        return list(await session.scalars(query))
