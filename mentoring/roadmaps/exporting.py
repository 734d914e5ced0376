"""A roadmap back as a document, a table, a calendar: as it stands today."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from core.translator import Words
from db.queries import roadmap_views as queries
from db.types import AnyRow
from documents.calendar_file import Entry, calendar
from documents.paper import Paper
from documents.workbook import Sheet, workbook
from mentoring.files import Made, file_maker
from mentoring.roadmaps.standing import Line, Stand, State, whole
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roadmaps.wording import HEAD_LIMIT, clip
from mentoring.unit import Unit
from mentoring.words import words_in

_COLUMNS = ("number", "title", "deadline", "people", "result", "status")
# Centimetres on a landscape page.
_WIDTHS = (1.4, 7.6, 3.6, 4.2, 4.0, 4.4)
# What a document says, by the number of its assignment.
_Proofs = dict[int, list[str]]


@file_maker("roadmap-paper")
async def make_paper(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    title, lines = await whole(unit, organisation_id=args["place"])
    if not lines:
        return None
    words, today = words_in(unit.actor.locale), unit.today()
    proofs = await _documents(unit, args["place"])
    paper = Paper(landscape=True, size=11)
    paper.on_every_page(words.plain("roadmap-paper-standing", day=today, **_counts(lines, today)))
    paper.heading(title)
    head = [words.plain(f"roadmap-column-{name}") for name in _COLUMNS]
    rows: list[Sequence[str] | str] = []
    for section, group in groupby(lines, key=lambda line: line.section):
        rows += [section] if section else []
        rows += [_row(words, line, proofs, today) for line in group]
    paper.table(head, rows, _WIDTHS)
    return _made("roadmap.docx", paper.done(), title, lines, today)


@file_maker("roadmap-table")
async def make_table(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    title, lines = await whole(unit, organisation_id=args["place"])
    if not lines:
        return None
    words, today = words_in(unit.actor.locale), unit.today()
    proofs = await _documents(unit, args["place"])
    names = ("number", "section", "title", "deadline", "opens", "due", "people", "result")
    head = [words.plain(f"roadmap-column-{name}") for name in (*names, "status", "closed", "proof")]
    table = [
        (
            line.number,
            line.section,
            line.title,
            _term(words, line),
            stand.opens_on,
            stand.due_on,
            ", ".join(line.responsible),
            line.result,
            _state_words(words, stand, today),
            stand.closed_on,
            "\n".join(proofs.get(stand.assignment_id, ())),
        )
        for line in lines
        for stand in line.stands
    ]
    data = workbook([Sheet(words.plain("roadmap-sheet"), head, table, above=title)])
    return _made("roadmap.xlsx", data, title, lines, today)


@file_maker("roadmap-calendar")
async def make_calendar(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    place = args["place"]
    title, _lines = await whole(unit, organisation_id=place)
    entries = list(entries_of(await queries.everything(unit.session, place)))
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


async def _documents(unit: Unit, place: int) -> _Proofs:
    """What proves each assignment: names of files, and words."""
    words = words_in(unit.actor.locale)
    found: _Proofs = {}
    for row in await queries.evidence(unit.session, place):
        said = row.note or row.name or words.plain(f"roadmap-sent-{row.sent_as}")
        found.setdefault(row.assignment_id, []).append(said)
    return found


def _row(words: Words, line: Line, proofs: _Proofs, today: date) -> Sequence[str]:
    return [
        line.number,
        line.title,
        _term(words, line),
        ", ".join(line.responsible),
        line.result,
        _standing(words, line, proofs, today),
    ]


def _term(words: Words, line: Line) -> str:
    """The words of the document and the day they mean, or the term that took their place."""
    due = (
        None
        if line.recurs
        else max((one.due_on for one in line.stands if one.due_on), default=None)
    )
    if due is None:
        return line.deadline_text
    day = f"{due:%d.%m.%Y}"
    if line.was_moved:
        return words.plain("roadmap-paper-moved", due=day)
    return f"{line.deadline_text}\n{day}".strip()


def _standing(words: Words, line: Line, proofs: _Proofs, today: date) -> str:
    """How an activity stands; of one that comes round what is done or late, the rest as a count."""
    if len(line.stands) == 1:
        said = _stand(words, line.stands[0], proofs, today)
        was = words.plain("roadmap-paper-was", text=line.deadline_text) if line.was_moved else ""
        return "\n".join(filter(None, (said, was)))
    told, going = [], 0
    for stand in line.stands:
        started = stand.closed or stand.state(today) is not State.OPEN
        if started and stand.due_on:
            told.append(f"{stand.due_on:%d.%m.%Y}: {_stand(words, stand, proofs, today)}")
        else:
            going += 1
    if going:
        told.append(words.plain("roadmap-paper-going", count=going, told=len(told)))
    return "\n".join(told)


def _stand(words: Words, stand: Stand, proofs: _Proofs, today: date) -> str:
    said = _state_words(words, stand, today)
    if stand.closed_on:
        said += f", {stand.closed_on:%d.%m.%Y}"
    return f"{said}\n{'; '.join(proofs.get(stand.assignment_id, ()))}".strip()


def _state_words(words: Words, stand: Stand, today: date) -> str:
    said = []
    if stand.own is AssignmentStatus.OPEN:
        late = stand.due_on is not None and stand.due_on < today
        said.append(words.plain(f"roadmap-state-{'overdue' if late else 'open'}"))
    elif stand.own is not None:
        said.append(words.plain(f"roadmap-stands-{stand.own}"))
    if stand.schools:
        counts = {"closed": stand.closed, "total": stand.schools, "overdue": stand.overdue}
        said.append(words.plain("roadmap-state-schools", **counts))
    return "; ".join(said)


def _counts(lines: Sequence[Line], today: date) -> dict[str, int]:
    states = [line.state(today) for line in lines]
    return {
        "total": len(lines),
        "closed": states.count(State.CLOSED),
        "overdue": states.count(State.OVERDUE),
    }


def _made(name: str, data: bytes, title: str, lines: Sequence[Line], today: date) -> Made:
    return Made(
        name=name,
        data=data,
        caption="roadmap-file-caption",
        args={"title": clip(title, HEAD_LIMIT), "day": today, **_counts(lines, today)},
        personal=False,
    )
