"""A list of people out of any table: its columns found by headings, else by what stands in them.

Touches nothing but its arguments: it runs in a process of its own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from core.names import given_of
from documents.errors import DocumentError
from documents.model import Document, Table
from documents.reader import read
from mentoring.bank.roster_words import (
    CLASS,
    FOOTER,
    HEADINGS,
    NAME_WORD,
    YEAR,
    Column,
)
from mentoring.bank.words import folded

# One school's list; more than this is another kind of file.
MOST_PEOPLE = 3000
# The headings stand within so many rows from the top.
_HEAD_ROWS = 15
_SAMPLE = 60
NAME_LIMIT = 120
_POST_LIMIT = 200
MOST_ERRORS = 200
# What one merged cell may say of several people.
_SHARED = frozenset({Column.CLASS, Column.LETTER, Column.POST})


class NoRoster(Exception):
    """A document without a list of people; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class Entry:
    """One person of a list. `row` is the line of the table, from one; `born` is the year."""

    row: int
    name: str
    given: str = ""
    class_name: str = ""
    post: str = ""
    born: int | None = None
    phone: str = ""


@dataclass(slots=True)
class Trouble:
    """A row that is not taken: `code` is the message `roster-error-<code>`, `text` its cell."""

    row: int
    code: str
    text: str = ""


@dataclass(slots=True)
class Roster:
    """What was read: which columns were found (heading by kind), people, rows with errors."""

    columns: dict[str, str] = field(default_factory=dict)
    people: list[Entry] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def parse(data: bytes, name: str) -> Roster | str:
    """The roster in a file, or the code of why there is none."""
    try:
        return roster_of(read(data, name))
    except DocumentError as error:
        return error.code.value
    except NoRoster as error:
        return error.code


def parse_text(text: str) -> Roster | str:
    """The roster in a pasted table: cells apart by tabs, semicolons, bars; or a name a line."""
    lines = [line for line in text.splitlines() if line.strip()]
    mark = max("\t;|,", key=lambda sign: sum(line.count(sign) for line in lines))
    rows = [[cell.strip() for cell in line.strip(mark + " ").split(mark)] for line in lines]
    found = Roster()
    _read_rows(rows, found)
    return found if found.people or found.troubles else "no_roster"


def roster_of(document: Document) -> Roster:
    """The people in all tables of a document. Raises NoRoster."""
    found = Roster()
    if not document.tables:
        _read_rows([[text] for text in document.paragraphs if text.strip()], found)
    for table in document.tables:
        _read_rows(_plain(table), found, _merged(table))
        if len(found.people) > MOST_PEOPLE:
            raise NoRoster("too_many")
    if not found.people:
        raise NoRoster("no_roster")
    return found


def _plain(table: Table) -> list[list[str]]:
    """Cells of a merged range count once: what is spread over rows below is empty there."""
    return [
        ["" if cell.from_above or cell.from_left else " ".join(cell.text.split()) for cell in row]
        for row in table.rows
    ]


def _merged(table: Table) -> dict[tuple[int, int], str]:
    """What a cell merged over several rows says to those below its first, by row and place."""
    return {
        (number, place): " ".join(cell.text.split())
        for number, row in enumerate(table.rows, start=1)
        for place, cell in enumerate(row)
        if cell.from_above and not cell.from_left
    }


def _read_rows(
    rows: Sequence[Sequence[str]],
    found: Roster,
    merged: Mapping[tuple[int, int], str] = MappingProxyType({}),
) -> None:
    start, columns = _headed(rows)
    if columns is None:
        start, columns = 0, _guessed(rows)
    if columns is None:
        return
    for place, column in columns.items():
        heading = rows[start - 1][place] if start else ""
        found.columns.setdefault(str(column), heading)
    section = ""
    for number, cells in enumerate(rows[start:], start=start + 1):
        filled = [text for text in cells if text.strip()]
        if not filled:
            continue
        title = _section(filled)
        if title:
            section = title
            continue
        shared = {
            place: merged[number, place]
            for place, column in columns.items()
            if column in _SHARED and (number, place) in merged
        }
        _read_row(
            number,
            [shared.get(place, text) for place, text in enumerate(cells)],
            columns,
            section,
            found,
        )


def _headed(rows: Sequence[Sequence[str]]) -> tuple[int, dict[int, Column] | None]:
    """Where the people begin and what the columns are, by the row that says most of them.

    A title above the table may name people too.
    """
    best: tuple[int, dict[int, Column] | None] = (0, None)
    for number, cells in enumerate(rows[:_HEAD_ROWS], start=1):
        columns: dict[int, Column] = {}
        for place, text in enumerate(cells):
            column = _heading(text)
            if column is not None and column not in columns.values():
                columns[place] = column
        named = {Column.NAME, Column.SURNAME} & set(columns.values())
        lone = len([text for text in cells if text.strip()]) <= 2
        if named and (len(columns) > 1 or lone) and len(columns) > len(best[1] or ()):
            best = number, columns
    return best


def _heading(text: str) -> Column | None:
    words = folded(text)
    if not words or len(words) > 60:
        return None
    return next((column for pattern, column in HEADINGS if pattern.search(words)), None)


def _guessed(rows: Sequence[Sequence[str]]) -> dict[int, Column] | None:
    """The columns by what stands in them: the one with the most names, the one with classes."""
    sample = [row for row in rows[:_SAMPLE] if any(text.strip() for text in row)]
    width = max((len(row) for row in sample), default=0)
    names: Counter[int] = Counter()
    classes: Counter[int] = Counter()
    for row in sample:
        for place in range(min(width, len(row))):
            names[place] += _is_full_name(row[place])
            classes[place] += bool(_class(row[place]))
    if not names or names.most_common(1)[0][1] * 2 < len(sample):
        return None
    columns = {names.most_common(1)[0][0]: Column.NAME}
    if classes and classes.most_common(1)[0][1] * 2 >= len(sample):
        columns[classes.most_common(1)[0][0]] = Column.CLASS
    return columns


def _section(filled: list[str]) -> str:
    """The class a lone cell names for the rows below it, if it does."""
    return _class(filled[0]) if len(filled) == 1 and filled[0][:1].isdigit() else ""


def _read_row(
    number: int, cells: Sequence[str], columns: dict[int, Column], section: str, found: Roster
) -> None:
    values = {
        column: cells[place].strip() for place, column in columns.items() if place < len(cells)
    }
    name, given = _name(values)
    if not name:
        return
    if FOOTER.match(folded(name)):
        return
    code = _wrong(name)
    if code:
        if len(found.troubles) < MOST_ERRORS:
            found.troubles.append(Trouble(number, code, name[:60]))
        return
    year = YEAR.search(values.get(Column.BORN, ""))
    found.people.append(
        Entry(
            row=number,
            name=name,
            given=given,
            class_name=_whole_class(values) or section,
            post=values.get(Column.POST, "")[:_POST_LIMIT],
            born=int(year[1]) if year else None,
            phone=values.get(Column.PHONE, ""),
        )
    )


def _name(values: dict[Column, str]) -> tuple[str, str]:
    """The whole name, surname first, and which word of it is the given one, where that shows."""
    if Column.SURNAME in values:
        parts = [values.get(column, "") for column in (Column.SURNAME, Column.GIVEN)]
        whole = " ".join([*parts, values.get(Column.PATRONYMIC, "")]).split()
        return " ".join(whole), parts[1]
    words = _unnumbered(values.get(Column.NAME, "")).split()
    # Rosters put the surname first, but not all; of initials there is no given name to be had.
    if len(words) < 2 or "." in words[1]:
        return " ".join(words), ""
    return " ".join(words), given_of(" ".join(words)) or words[1]


def _unnumbered(text: str) -> str:
    """Without the number a list has put before a name."""
    head, _, tail = text.partition(" ")
    return tail if tail and head.rstrip(".)").isdigit() else text


def _is_full_name(text: str) -> bool:
    words = _unnumbered(text).split()
    return 2 <= len(words) <= 4 and all(
        NAME_WORD.fullmatch(word) and word[:1].isupper() for word in words
    )


def _wrong(name: str) -> str:
    words = name.split()
    if len(name) > NAME_LIMIT or len(words) > 7:
        return "long"
    if not all(NAME_WORD.fullmatch(word.strip("(),")) for word in words):
        return "signs"
    if len(words) < 2:
        return "short"
    return ""


def _class(text: str) -> str:
    """A class with its letter, however it was written; nothing for what is no class."""
    found = CLASS.fullmatch(text.strip())
    if found is None or not 1 <= int(found[1]) <= 11:
        return ""
    return f"{int(found[1])}{found[2].upper()}"


def _whole_class(values: dict[Column, str]) -> str:
    written = values.get(Column.CLASS, "")
    return _class(f"{written} {values.get(Column.LETTER, '')}") or written[:60]


def as_rows(people: Sequence[Entry]) -> list[list[Any]]:
    """Entries as JSON primitives (see `from_rows`)."""
    return [
        [one.row, one.name, one.given, one.class_name, one.post, one.born, one.phone]
        for one in people
    ]


def from_rows(rows: Sequence[Sequence[Any]]) -> Iterator[Entry]:
    return (Entry(*row) for row in rows)
