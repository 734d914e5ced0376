"""A table of answers as a file has it: found, and understood by the row with its keys."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.errors import Refusal
from documents.errors import DocumentError
from documents.model import Table
from documents.reader import read
from mentoring.roles import Role
from mentoring.surveys.codes import whose
from mentoring.surveys.forms import Form
from mentoring.surveys.parsing import parse
from mentoring.surveys.questions import Question

MOST_ROWS = 500
_QUOTED = 40
_HEAD_ROWS = 6
_FIXED = 2


@dataclass(slots=True)
class Read:
    """What a table holds: a row a person, and what could not be understood, by its row."""

    occasion: str
    role: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    # Row number, the column's heading, message key, arguments.
    errors: list[tuple[int, str, str, dict[str, Any]]] = field(default_factory=list)


def table_in(data: bytes, name: str) -> list[list[str]] | str:
    """The cells of the first table of a file, or the code of why there is none."""
    try:
        document = read(data, name)
    except DocumentError as error:
        return error.code.value
    tables = [table for table in document.tables if table.width > _FIXED]
    return _cells(tables[0]) if tables else "no_table"


def unread(code: str, name: str, no_table: str) -> Refusal:
    """Why a file was not read, in words; `no_table` says that there is none in it."""
    if code == "no_table":
        return Refusal(no_table)
    if code == "too_long":
        return Refusal("sheet-too-long", most=MOST_ROWS)
    return Refusal(f"roadmap-file-{code}", name=name)


def _cells(table: Table) -> list[list[str]]:
    # A merged cell says its text once.
    return [
        ["" if cell.from_left or cell.from_above else cell.text.strip() for cell in row]
        for row in table.rows[: MOST_ROWS + _HEAD_ROWS + 1]
    ]


def head_of(rows: list[list[str]]) -> int:
    """The low row with the keys. Raises Refusal when it is gone."""
    if len(rows) > MOST_ROWS + _HEAD_ROWS:
        raise Refusal("sheet-too-long", most=MOST_ROWS)
    for place, row in enumerate(rows[:_HEAD_ROWS]):
        if row and row[0].startswith("#") and "/" in row[0]:
            return place
    raise Refusal("sheet-unknown")


def understood(
    rows: list[list[str]],
    head: int,
    form: Form,
    role: Role,
    people: set[tuple[int, int]],
    *,
    today: date,
    language: str,
) -> Read:
    """What a table says. `head` is the row of keys, the one above it has the headings.

    `people` are persons with the meeting it is about (0 for none), as their codes have them.
    """
    columns = {
        place: question
        for place, key in enumerate(rows[head])
        if place >= _FIXED and (question := form.question(role, key))
    }
    found = Read("", role)
    seen: set[tuple[int, int]] = set()
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        filled = {place: row[place] for place in columns if place < len(row) and row[place]}
        if not row[0] and not filled:
            continue
        key = whose(row[0])
        if key is None or key not in people:
            missing = "sheet-no-meeting" if "/" in row[0] else "sheet-no-person"
            found.errors.append((number, row[0][:_QUOTED], missing, {}))
        elif key in seen:
            found.errors.append((number, row[0][:_QUOTED], "sheet-twice", {}))
        elif filled:
            seen.add(key)
            answers = _answers(number, filled, columns, found, today, language)
            found.rows.append({"person": key[0], "meeting": key[1], "answers": answers})
    return found


def _answers(  # noqa: PLR0917
    number: int,
    filled: dict[int, str],
    columns: dict[int, Question],
    found: Read,
    today: date,
    language: str,
) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for place, text in filled.items():
        question = columns[place]
        # An apostrophe keeps a spreadsheet from taking words for a formula.
        said = text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text
        try:
            answers[question.key] = parse(question, said, today=today, language=language)
        except Refusal as refusal:
            name = question.name.to(language)
            found.errors.append((number, name, refusal.key, refusal.arguments))
    return answers
