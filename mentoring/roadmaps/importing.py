"""A document becomes a draft: read in a job, saved in one transaction, told by a message."""

from datetime import date
from typing import Any

from core.errors import Refusal
from db.models import File
from db.queries import roadmaps as queries
from documents.errors import DocumentError
from documents.reader import read
from mentoring.access import organisation, owner, use_case
from mentoring.jobs import JobContext, job
from mentoring.notices import button, tell
from mentoring.roadmaps.deadlines import Warn
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.model import Item, NotARoadmap, RoadmapDraft
from mentoring.roadmaps.reading import read_roadmap
from mentoring.roadmaps.records import deadline_columns
from mentoring.roadmaps.status import RoadmapStatus
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roadmaps.years import school_year_of, written
from mentoring.roles import Permission
from mentoring.unit import Unit

# More is no plan of one school's year; a stranger's file must not fill the tables.
MOST_ACTIVITIES = 500
MOST_WINDOWS = 3000
_NUMBER_LIMIT = 60


@job("roadmap.read")
async def read_in_job(context: JobContext) -> None:
    """Download, read in a process of its own, save. A Refusal is told by whoever runs jobs."""
    file_id, year = int(context.args["file"]), context.args.get("year")
    async with context.unit() as unit:
        file = await file_to_read(unit, file_id=file_id)
        name, telegram_id, today = file.name, file.file_id, unit.today()
    data = await context.download(telegram_id)
    draft = await context.aside(parse, data, name, year, today)
    if isinstance(draft, str):
        raise Refusal(f"roadmap-file-{draft}", name=name)
    async with context.unit() as unit:
        await save_draft(
            unit, file_id=file_id, job_id=context.job_id, draft=draft, school_year=year
        )


def parse(data: bytes, name: str, school_year: int | None, today: date) -> RoadmapDraft | str:
    """The draft in a file, or the code of why there is none. Touches nothing but its arguments."""
    try:
        draft = read_roadmap(read(data, name), school_year=school_year, today=today)
    except DocumentError as error:
        return error.code.value
    except NotARoadmap:
        return "no_roadmap"
    windows = sum(len(item.deadline.occurrences) for item in draft.activities)
    if len(draft.activities) > MOST_ACTIVITIES or windows > MOST_WINDOWS:
        return "too_long"
    return draft


@use_case(Permission.KEEP_ROADMAP, target=owner(File, "file_id"))
async def file_to_read(unit: Unit, *, file_id: int) -> File:
    """A kept file, should the person still be one to read it."""
    return await unit.session.get_one(File, file_id)


@use_case(Permission.KEEP_ROADMAP, target=owner(File, "file_id"))
async def save_draft(
    unit: Unit, *, file_id: int, job_id: int, draft: RoadmapDraft, school_year: int | None
) -> None:
    """Put what was read in place of the draft there may be, and tell of it. Done again by the
    same job, it changes nothing."""
    file = await unit.session.get_one(File, file_id)
    place = file.organisation_id
    if not await _in_place(unit, place, job_id):
        return
    needs_year = school_year is None and _yearless(draft)
    title = clip(draft.title or file.name, 1000)
    year = school_year_of(_first_day(draft) or unit.today()) if needs_year else None
    roadmap_id, rows = await add(
        unit,
        place,
        draft,
        file_id=file.id,
        job_id=job_id,
        title=title,
        school_year=school_year if year is None else year,
        needs_year=needs_year,
    )
    await _tell(unit, roadmap_id, title, rows, year)


@job("roadmap.read_text")
async def read_text_in_job(context: JobContext) -> None:
    """A plan that was pasted as text: read in a process of its own, saved, told of."""
    place, text = int(context.args["organisation"]), str(context.args["text"])
    async with context.unit() as unit:
        today = unit.today()
    draft = await context.aside(parse, text.encode(), "text.txt", None, today)
    if isinstance(draft, str):
        raise Refusal("roadmap-text-none")
    async with context.unit() as unit:
        await save_text_draft(unit, organisation_id=place, job_id=context.job_id, draft=draft)


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def save_text_draft(
    unit: Unit, *, organisation_id: int, job_id: int, draft: RoadmapDraft
) -> None:
    """As `save_draft`, for a text. There is no document to read anew for another year, so dates
    whose year it does not tell are asked about row by row."""
    if not await _in_place(unit, organisation_id, job_id):
        return
    title = clip(draft.title or "", 1000)
    roadmap_id, rows = await add(
        unit,
        organisation_id,
        draft,
        file_id=None,
        job_id=job_id,
        title=title,
        school_year=None,
        needs_year=False,
    )
    await _tell(unit, roadmap_id, title, rows, None)


async def _in_place(unit: Unit, organisation_id: int, job_id: int) -> bool:
    """Make room for a new draft. False when this job has made its one already."""
    await queries.take_turns(unit.session, organisation_id)
    if await queries.made_by(unit.session, job_id) is not None:
        return False
    await queries.retire(
        unit.session, organisation_id, RoadmapStatus.DRAFT, RoadmapStatus.DISCARDED
    )
    return True


async def add(
    unit: Unit, organisation_id: int, draft: RoadmapDraft, **values: Any
) -> tuple[int, list[dict[str, Any]]]:
    """A new draft of an organisation with its activities: its id, and the rows as kept."""
    roadmap_id = await queries.add_draft(
        unit.session,
        organisation_id=organisation_id,
        document_date=draft.document_date,
        period_start=draft.period.start if draft.period else None,
        period_end=draft.period.end if draft.period else None,
        created_by=unit.me,
        created_at=unit.now,
        **values,
    )
    rows = [
        _activity(item, position, organisation_id, roadmap_id)
        for position, item in enumerate(draft.activities)
    ]
    await queries.add_activities(unit.session, rows)
    return roadmap_id, rows


def _yearless(draft: RoadmapDraft) -> bool:
    """Whether one answer, the school year, would settle what the document leaves open."""
    if draft.period is not None or draft.document_date is not None:
        return False
    doubts = {Warn.YEAR_UNKNOWN, Warn.YEAR_DOUBTFUL}
    return any(not doubts.isdisjoint(item.warnings) for item in draft.activities)


def _first_day(draft: RoadmapDraft) -> date | None:
    days = [item.deadline.start or item.deadline.end for item in draft.activities]
    return min((day for day in days if day is not None), default=None)


def _activity(item: Item, position: int, organisation_id: int, roadmap_id: int) -> dict[str, Any]:
    deadline = item.deadline
    return {
        "organisation_id": organisation_id,
        "roadmap_id": roadmap_id,
        "position": position,
        "number": (item.number or str(position + 1))[:_NUMBER_LIMIT],
        "section": item.section or "",
        "title": item.title,
        "is_section": item.is_section,
        "deadline_text": item.deadline_text,
        "responsible": list(item.responsible),
        "result": item.result or "",
        "warnings": [str(code) for code in item.warnings],
        "doubtful": not item.is_section and is_doubtful(deadline, item.warnings),
        "settled_at": None,
        "removed_at": None,
        **deadline_columns(deadline),
    }


async def _tell(
    unit: Unit, roadmap_id: int, title: str, rows: list[dict[str, Any]], year: int | None
) -> None:
    """Say what was read; with `year`, ask first whether it is for that school year or the next."""
    buttons = [button("roadmap-check", f"roadmap-review:{roadmap_id}")]
    if year is not None:
        buttons = [
            button("roadmap-year", f"roadmap-year:{roadmap_id}-{each}", year=written(each))
            for each in (year, year + 1)
        ]
        buttons.append(button("roadmap-year-other", f"roadmap-review:{roadmap_id}"))
    await tell(
        unit,
        unit.me,
        "roadmap-read" if year is None else "roadmap-read-yearless",
        unique=f"roadmap-read:{roadmap_id}",
        args={
            "title": clip(title, LINE_LIMIT),
            "activities": sum(1 for row in rows if not row["is_section"]),
            "questions": sum(1 for row in rows if row["doubtful"]),
        },
        buttons=buttons,
    )
