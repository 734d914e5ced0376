"""What takes long with a roster: reading a file, saving thousands of people."""

from sqlalchemy import select

from core.errors import Refusal
from db.models import File, Roster
from mentoring.access import owner, use_case
from mentoring.bank import roster
from mentoring.bank.roster_reading import Roster as Read
from mentoring.bank.roster_reading import parse
from mentoring.bank.status import Side
from mentoring.jobs import JobContext, job
from mentoring.notices import button, tell
from mentoring.roles import Permission
from mentoring.unit import Unit


@job("bank.roster.read")
async def read_in_job(context: JobContext) -> None:
    """Download, read in a process of its own, keep as a draft."""
    file_id = int(context.args["file"])
    async with context.unit() as unit:
        file = await file_to_read(unit, file_id=file_id)
        name, telegram_id = file.name, file.file_id
    data = await context.download(telegram_id)
    read = await context.aside(parse, data, name)
    if isinstance(read, str):
        raise Refusal(f"roster-file-{read}", name=name)
    async with context.unit() as unit:
        await keep_draft(
            unit,
            file_id=file_id,
            programme_id=int(context.args["programme"]),
            side=Side(context.args["side"]),
            read=read,
            job_id=context.job_id,
        )


@use_case(Permission.KEEP_BANK, target=owner(File, "file_id"))
async def file_to_read(unit: Unit, *, file_id: int) -> File:
    """A kept file, should the person still be one to read it."""
    return await unit.session.get_one(File, file_id)


@use_case(Permission.KEEP_BANK, target=owner(File, "file_id"))
async def keep_draft(
    unit: Unit, *, file_id: int, programme_id: int, side: Side, read: Read, job_id: int
) -> None:
    """Keep what was read and tell of it. Done again by the same job, it changes nothing."""
    if await unit.session.scalar(select(Roster.id).where(Roster.job_id == job_id)) is not None:
        return
    file = await unit.session.get_one(File, file_id)
    await roster.check_programme(unit, file.organisation_id, programme_id)
    draft = await roster.keep(unit, programme_id, side, read, name=file.name, job_id=job_id)
    await tell(
        unit,
        unit.me,
        "roster-read-notice",
        unique=f"roster-read:{draft}",
        args={"name": file.name, "people": len(read.people), "errors": len(read.troubles)},
        buttons=[button("roster-look", f"roster:{draft}")],
    )


@job("bank.roster.save")
async def save_in_job(context: JobContext) -> None:
    """Save a long list and tell when it is done."""
    async with context.unit() as unit:
        await finish(unit, roster_id=int(context.args["roster"]))


@use_case(Permission.KEEP_BANK, target=owner(Roster, "roster_id"))
async def finish(unit: Unit, *, roster_id: int) -> None:
    """Save a draft that was confirmed. Done again, it changes nothing."""
    draft = await unit.session.get_one(Roster, roster_id)
    if draft.status != "saving":
        return
    added, changed = await roster.store(unit, draft, frozenset(draft.data.get("others", ())))
    await tell(
        unit,
        unit.me,
        "roster-saved-notice",
        unique=f"roster-saved:{roster_id}",
        args={"added": added, "changed": changed},
    )
