"""A form of an organisation's own, out of the table that the bot sends for it."""

from typing import Any

from core.errors import Refusal
from db.models import File, Questionnaire
from db.queries import questionnaires
from documents.workbook import Sheet, workbook
from mentoring.access import organisation, owner, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.jobs import JobContext, enqueue, job
from mentoring.notices import button, tell
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Permission
from mentoring.surveys.answering import file_row
from mentoring.surveys.forms import form_from
from mentoring.surveys.own import DRAFT
from mentoring.surveys.questions import DEFAULT_LANGUAGE
from mentoring.surveys.sheet_reading import table_in, unread
from mentoring.surveys.template import Fault, choices, example, headings, read_form
from mentoring.unit import Unit
from mentoring.words import words_in

# So many faults fit one message.
_TOLD = 15
_TITLE_LIMIT = 120


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def send_template(unit: Unit, *, organisation_id: int) -> None:
    """Send the actor the table that an own form is written in."""
    await send_file(unit, "forms-template")


@file_maker("forms-template")
async def make_template(unit: Unit, _person_id: int, _args: dict[str, Any]) -> Made | None:
    """An .xlsx: a sheet to be filled in, one with an example, one with what may stand where."""
    words = words_in(unit.actor.locale)
    head, language = headings(words.language), words.language
    lists = [choices(name, language) for name in ("kinds", "required", "roles")]
    longest = max(map(len, lists))
    explained = [
        [row[place] if place < len(row) else "" for row in lists] for place in range(longest)
    ]
    data = workbook(
        [
            Sheet(words.plain("template-sheet"), head, []),
            Sheet(words.plain("template-example"), head, example(language)),
            Sheet(words.plain("template-help"), [head[2], head[4], head[6]], explained),
        ]
    )
    name = words.plain("template-file")
    return Made(f"{name}.xlsx", data, "template-caption", personal=False)


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def receive(unit: Unit, *, organisation_id: int, title: str, file: Incoming) -> None:
    """Have a filled-in table read as a form; what comes of it is told by a message."""
    if file.sent_as != "document":
        raise Refusal("sheet-not-a-document")
    kept = await file_row(unit, organisation_id, file)
    await enqueue(
        unit,
        "forms.custom",
        unique=f"forms-custom:{kept}",
        person_id=unit.me,
        args={"file": kept, "title": title[:_TITLE_LIMIT]},
    )


@job("forms.custom")
async def read_in_job(context: JobContext) -> None:
    """Download, read in a process of its own, keep as a draft. A Refusal is told to the person."""
    file_id = int(context.args["file"])
    async with context.unit() as unit:
        file = await file_to_read(unit, file_id=file_id)
        place, name, telegram_id = file.organisation_id, file.name, file.file_id
    data = await context.download(telegram_id)
    rows = await context.aside(table_in, data, name)
    if isinstance(rows, str):
        raise unread(rows, name, "template-no-head")
    async with context.unit() as unit:
        await keep(
            unit,
            organisation_id=place,
            job_id=context.job_id,
            title=context.args["title"],
            rows=rows,
        )


@use_case(Permission.KEEP_FORMS, target=owner(File, "file_id"))
async def file_to_read(unit: Unit, *, file_id: int) -> File:
    """A kept file, should the person still be one to read it."""
    return await unit.session.get_one(File, file_id)


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def keep(
    unit: Unit, *, organisation_id: int, job_id: int, title: str, rows: list[list[str]]
) -> None:
    """Keep a table as a draft of a form, or tell what is wrong with which row.

    Done again by the same job, it changes nothing. Raises Refusal when it is no form at all.
    """
    if await questionnaires.made_by(unit.session, job_id) is not None:
        return
    draft = read_form(rows)
    if draft.faults:
        await _tell_faults(unit, job_id, draft.faults)
        return
    content = {"title": {DEFAULT_LANGUAGE: title}, "roles": draft.roles}
    key = f"own-{organisation_id}-{job_id}"
    try:
        form = form_from(key, content | {"key": key, "version": 1})
    except ValueError:
        raise Refusal("template-empty") from None
    created = Questionnaire(
        organisation_id=organisation_id,
        key=key,
        title=title,
        content=content,
        status=DRAFT,
        job_id=job_id,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    await tell(
        unit,
        unit.me,
        "template-read",
        unique=f"form-read:{created.id}",
        args={"title": title, "questions": max(map(len, form.roles.values()))},
        buttons=[button("template-look", f"own:{created.id}")],
    )


async def _tell_faults(unit: Unit, job_id: int, faults: list[Fault]) -> None:
    words = words_in(unit.actor.locale)
    lines = [
        words.plain("template-fault", row=fault.row, what=words.plain(fault.key, **fault.args))
        for fault in faults[:_TOLD]
    ]
    await tell(
        unit,
        unit.me,
        "template-faults",
        unique=f"form-faults:{job_id}",
        args={
            "lines": "\n".join(lines),
            "count": len(faults),
            "more": max(0, len(faults) - _TOLD),
        },
    )
