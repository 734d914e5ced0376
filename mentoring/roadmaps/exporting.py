"""A roadmap back as a document, a table, a calendar: as it stands today."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from core.clock import local_date
from core.translator import Words
from db.queries import roadmap_views as queries
from db.types import AnyRow
from documents.calendar_file import Entry, calendar
from documents.paper import Paper
from documents.workbook import Sheet, workbook
from mentoring.files import Made, file_maker
from mentoring.roadmaps.looking import whole
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roadmaps.wording import HEAD_LIMIT, clip
from mentoring.unit import Unit
from mentoring.words import words_in

_COLUMNS = ("number", "title", "deadline", "people", "result", "status")
# Centimetres on a landscape page.
_WIDTHS = (1.4, 7.6, 3.6, 4.2, 4.0, 4.4)


@file_maker("roadmap-paper")
async def make_paper(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    title, rows = await whole(unit, organisation_id=args["place"])
    if not rows:
        return None
    words, today = words_in(unit.actor.locale), unit.today()
    evidence = await _documents(unit, args["place"])
    paper = Paper(landscape=True, size=11)
    paper.heading(title)
    paper.text(
        words.plain("roadmap-paper-standing", day=today, **_counts(rows, today)), centred=True
    )
    head = [words.plain(f"roadmap-column-{name}") for name in _COLUMNS]
    for section, group in groupby(rows, key=lambda row: row.section):
        if section:
            paper.text(f"\n{section}", bold=True)
            paper.document.paragraphs[-1].paragraph_format.keep_with_next = True
        paper.table(head, [_line(unit, words, row, evidence, today) for row in group], _WIDTHS)
    return _made("roadmap.docx", paper.done(), title, rows, today)


@file_maker("roadmap-table")
async def make_table(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    title, rows = await whole(unit, organisation_id=args["place"])
    if not rows:
        return None
    words, today = words_in(unit.actor.locale), unit.today()
    evidence = await _documents(unit, args["place"])
    names = ("number", "section", "title", "deadline", "opens", "due", "people", "result")
    head = [words.plain(f"roadmap-column-{name}") for name in (*names, "status", "closed", "proof")]
    table = [
        (
            row.number,
            row.section,
            row.title,
            row.deadline_text,
            row.opens_on,
            row.due_on,
            ", ".join(row.responsible),
            row.result,
            _state_words(words, row, today),
            local_date(row.closed_at, unit.timezone) if row.closed_at else None,
            "\n".join(evidence.get(row.id, ())),
        )
        for row in rows
    ]
    data = workbook([Sheet(words.plain("roadmap-sheet"), head, table)])
    return _made("roadmap.xlsx", data, title, rows, today)


@file_maker("roadmap-calendar")
async def make_calendar(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    title, rows = await whole(unit, organisation_id=args["place"])
    entries = list(entries_of(rows))
    if not entries:
        return None
    data = calendar(clip(title, HEAD_LIMIT), entries, made_at=unit.now)
    return Made(
        name="roadmap.ics",
        data=data,
        caption="roadmap-calendar-caption",
        args={"count": len(entries)},
        personal=False,
    )


def entries_of(rows: Iterable[AnyRow]) -> Iterable[Entry]:
    """The open assignments that have a day, for a calendar program; the last day reminds."""
    for row in rows:
        day = row.due_on or row.opens_on
        if row.status == AssignmentStatus.OPEN and day is not None:
            yield Entry(
                uid=f"assignment-{row.id}@mentoring-bot",
                title=f"{row.number} {clip(row.title, HEAD_LIMIT)}",
                # A long window would cover months of the calendar: its end is what counts.
                start=day,
                end=day,
                text="\n".join(filter(None, (row.title, row.deadline_text, row.result))),
                alarm=row.due_on is not None,
            )


async def _documents(unit: Unit, place: int) -> dict[int, list[str]]:
    """What proves each assignment: names of files, and words."""
    found: dict[int, list[str]] = {}
    for row in await queries.evidence(unit.session, place):
        found.setdefault(row.assignment_id, []).append(row.note or row.name or row.sent_as or "")
    return found


def _line(
    unit: Unit, words: Words, row: AnyRow, evidence: dict[int, list[str]], today: date
) -> list[str]:
    state = _state_words(words, row, today)
    if row.closed_at:
        state += f", {local_date(row.closed_at, unit.timezone):%d.%m.%Y}"
    documents = "; ".join(evidence.get(row.id, ()))
    due = f"{row.due_on:%d.%m.%Y}" if row.due_on else ""
    return [
        row.number,
        row.title,
        "\n".join(dict.fromkeys(filter(None, (row.deadline_text, due)))),
        ", ".join(row.responsible),
        row.result,
        f"{state}\n{documents}".strip(),
    ]


def _state(row: AnyRow, today: date) -> str:
    if row.status == AssignmentStatus.OPEN and row.due_on and row.due_on < today:
        return "overdue"
    return str(row.status)


def _state_words(words: Words, row: AnyRow, today: date) -> str:
    state = _state(row, today)
    if state in ("open", "overdue"):
        return words.plain(f"roadmap-state-{state}")
    return words.plain(f"roadmap-stands-{state}")


def _counts(rows: Sequence[AnyRow], today: date) -> dict[str, int]:
    states = [_state(row, today) for row in rows]
    opened = sum(1 for state in states if state in ("open", "overdue"))
    return {"total": len(rows), "closed": len(rows) - opened, "overdue": states.count("overdue")}


def _made(name: str, data: bytes, title: str, rows: Sequence[AnyRow], today: date) -> Made:
    return Made(
        name=name,
        data=data,
        caption="roadmap-file-caption",
        args={"title": clip(title, HEAD_LIMIT), "day": today, **_counts(rows, today)},
        personal=False,
    )
