"""Answers of a class out of one table: read in a job, looked through, saved when confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import AnswerSheet, File
from db.queries import responses, sheets
from mentoring.access import organisation, owner, use_case
from mentoring.audit import record
from mentoring.jobs import JobContext, enqueue, job
from mentoring.notices import button, tell
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Permission, Role
from mentoring.surveys import library, occasions, said_of_meetings
from mentoring.surveys.after import Sent, follow
from mentoring.surveys.answering import file_row
from mentoring.surveys.forms import Form
from mentoring.surveys.questions import Kind, applying
from mentoring.surveys.sheet_reading import head_of, table_in, understood, unread
from mentoring.surveys.values import from_json, stored
from mentoring.unit import Unit
from mentoring.words import words_in

PREVIEW, SAVED, DISCARDED = "preview", "saved", "discarded"
PAPER = "paper"


@dataclass(frozen=True, slots=True)
class SheetView:
    """A table that waits to be saved."""

    id: int
    title: str
    people: int
    answers: int
    unanswered: int
    errors: tuple[str, ...]
    status: str


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def receive(unit: Unit, *, organisation_id: int, file: Incoming) -> None:
    """Have a table of answers read; what comes of it is told by a message."""
    if file.sent_as != "document":
        raise Refusal("sheet-not-a-document")
    kept = await file_row(unit, organisation_id, file)
    await enqueue(
        unit,
        "forms.answers",
        unique=f"forms-answers:{kept}",
        person_id=unit.me,
        args={"file": kept},
    )


@job("forms.answers")
async def read_in_job(context: JobContext) -> None:
    """Download, read in a process of its own, keep for a look. A Refusal is told to the person."""
    file_id = int(context.args["file"])
    async with context.unit() as unit:
        file = await file_to_read(unit, file_id=file_id)
        place, name, telegram_id, today = (
            file.organisation_id,
            file.name,
            file.file_id,
            unit.today(),
        )
        language = unit.actor.locale or "ru"
    data = await context.download(telegram_id)
    rows = await context.aside(table_in, data, name)
    if isinstance(rows, str):
        raise unread(rows, name, "sheet-unknown")
    async with context.unit() as unit:
        await keep(
            unit,
            organisation_id=place,
            job_id=context.job_id,
            rows=rows,
            today=today,
            language=language,
        )


@use_case(Permission.KEEP_SURVEYS, target=owner(File, "file_id"))
async def file_to_read(unit: Unit, *, file_id: int) -> File:
    """A kept file, should the person still be one to read it."""
    return await unit.session.get_one(File, file_id)


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def keep(
    unit: Unit,
    *,
    organisation_id: int,
    job_id: int,
    rows: list[list[str]],
    today: date,
    language: str,
) -> None:
    """Understand a table and keep it for a look. Done again by the same job, it changes nothing.

    Raises Refusal when it is no table of answers of this school.
    """
    if await sheets.made_by(unit.session, job_id) is not None:
        return
    head = head_of(rows)
    key, _, role = rows[head][0].removeprefix("#").partition("/")
    if role not in (Role.MENTOR, Role.MENTEE):
        raise Refusal("sheet-unknown")
    occasion = await occasions.find(unit, organisation_id, key)
    people = {
        one.key
        for one in await occasions.everybody(unit, organisation_id, occasion)
        if one.role == role
    }
    found = understood(
        rows, head, occasion.form, Role(role), people, today=today, language=language
    )
    words = words_in(language)
    told = [
        words.plain("sheet-error", row=row, column=column, what=words.plain(what, **args))
        for row, column, what, args in found.errors
    ]
    created = AnswerSheet(
        organisation_id=organisation_id,
        occasion=key,
        form=occasion.form.id,
        role=role,
        rows=found.rows,
        errors=[{"text": text} for text in told],
        status=PREVIEW,
        job_id=job_id,
        created_by=unit.me,
        created_at=unit.now,
    )
    unit.session.add(created)
    await unit.session.flush()
    await tell(
        unit,
        unit.me,
        "sheet-read",
        unique=f"sheet:{created.id}",
        args={"people": len(found.rows), "errors": len(told)},
        buttons=[button("sheet-look", f"sheet:{created.id}")],
    )


@use_case(Permission.KEEP_SURVEYS, target=owner(AnswerSheet, "sheet_id"))
async def card(unit: Unit, *, sheet_id: int) -> SheetView:
    """A table that was read, as it stands before it is saved."""
    sheet = await unit.session.get_one(AnswerSheet, sheet_id)
    form = await library.find(unit, sheet.form)
    questions = form.roles[Role(sheet.role)]
    unanswered = 0
    for row in sheet.rows:
        answers = {key: from_json(value) for key, value in row["answers"].items()}
        asked = applying(questions, answers)
        unanswered += sum(1 for one in asked if one.required and one.key not in answers)
    return SheetView(
        id=sheet.id,
        title=form.title.to(unit.actor.locale),
        people=len(sheet.rows),
        answers=sum(len(row["answers"]) for row in sheet.rows),
        unanswered=unanswered,
        errors=tuple(error["text"] for error in sheet.errors),
        status=sheet.status,
    )


@use_case(Permission.KEEP_SURVEYS, target=owner(AnswerSheet, "sheet_id"))
async def discard(unit: Unit, *, sheet_id: int) -> None:
    """Leave a table unsaved."""
    sheet = await unit.session.get_one(AnswerSheet, sheet_id)
    if sheet.status == PREVIEW:
        sheet.status = DISCARDED


@use_case(Permission.KEEP_SURVEYS, target=owner(AnswerSheet, "sheet_id"))
async def save(unit: Unit, *, sheet_id: int) -> tuple[int, int]:
    """Keep the answers of a table, marked as from paper.

    Returns of how many people, and how many had answered themselves, whose answers stay. A second
    table of the same people corrects the first. Saved twice, it is saved once.
    """
    sheet = await sheets.take(unit.session, sheet_id)
    if sheet is None or sheet.status == DISCARDED:
        raise NotAllowed
    if sheet.status == SAVED:
        raise Refusal("sheet-saved-already")
    sheet.status = SAVED
    place = sheet.organisation_id
    occasion = await occasions.find(unit, place, sheet.occasion)
    if occasion.of_meetings:
        done = await said_of_meetings.save(unit, occasion.form, Role(sheet.role), sheet.rows)
        return done, len(sheet.rows) - done
    wanted = {row["person"]: row["answers"] for row in sheet.rows}
    everybody = await occasions.everybody(unit, place, occasion)
    people = [one for one in everybody if one.person_id in wanted and one.role == sheet.role]
    await occasions.put(unit, place, occasion, people, PAPER)
    taken = await sheets.take_responses(
        unit.session, place, sheet.occasion, list(wanted), by=unit.me, now=unit.now
    )
    rows: list[dict[str, Any]] = []
    for response in taken:
        form = await library.find(unit, response.form)
        kept = _rows(unit, place, response, form, wanted[response.person_id])
        rows += kept
        counted = {row["question"] for row in kept if row["counts"]}
        answers = {
            key: from_json(value)
            for key, value in wanted[response.person_id].items()
            if key in counted
        }
        role, programme_id = Role(response.role), occasion.programme_id
        sent = Sent(place, response.person_id, role, programme_id, answers)
        await follow(unit, form.purpose, sent)
    await responses.keep_all(unit.session, rows)
    record(unit, place, "answers-entered", count=len(taken))
    return len(taken), len(wanted) - len(taken)


def _rows(
    unit: Unit, place: int, response: Any, form: Form, answers: dict[str, Any]
) -> Sequence[dict[str, Any]]:
    """Rows of the table of answers; what no longer applies is kept and does not count."""
    role = Role(response.role)
    values = {key: from_json(value) for key, value in answers.items()}
    asked = {question.key for question in applying(form.roles[role], values)}
    found = []
    for key, value in values.items():
        question = form.question(role, key)
        if question is None or question.kind is Kind.MEDIA or not question.takes(value):
            continue
        found.append(
            {
                "organisation_id": place,
                "response_id": response.id,
                "question": key,
                **stored(question, value),
                "counts": key in asked,
                "answered_at": unit.now,
            }
        )
    return found
