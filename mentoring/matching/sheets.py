"""The two banks out of a spreadsheet with the columns of their export, in any of our languages."""

import re
from collections.abc import Iterator
from datetime import date

from core.translator import Translator
from documents.model import Document, Row, Table
from mentoring.bank.words import folded
from mentoring.matching.model import Mentee, Mentor

_COLUMNS = (
    "name",
    "birth-year",
    "request",
    "mentor",
    "form",
    "competences",
    "achievements",
    "interests",
    "ages",
    "time",
    "mentees",
)
_YEAR = re.compile(r"\b(19|20)\d\d\b")
_NUMBER = re.compile(r"\d{1,2}")
_PARTS = re.compile(r"[;\n]")
_FIRST_MENTOR = 1_000_000


class NoBanks(Exception):
    """The spreadsheet has no table with the columns of a bank."""


def read_banks(document: Document, *, today: date) -> tuple[list[Mentee], list[Mentor]]:
    """Mentees without a mentor, and all mentors, each with room for one mentee more.

    Their ids are row numbers: of mentors from 1,000,000. Raises NoBanks.
    """
    mentees: list[Mentee] = []
    mentors: list[Mentor] = []
    found = False
    for table in document.tables:
        columns, rows = _headed(table)
        if "request" in columns:
            mentees += _mentees(columns, rows, today, len(mentees) + 1)
        elif "competences" in columns:
            mentors += _mentors(columns, rows, _FIRST_MENTOR + len(mentors) + 1)
        found |= bool(columns)
    if not found:
        raise NoBanks
    return mentees, mentors


def _headings() -> dict[str, str]:
    """What stands over a column, folded, in every language -> the column."""
    translator = Translator()
    return {
        folded(translator.to(language).plain(f"bank-column-{column}")): column
        for language in translator.languages
        for column in _COLUMNS
    }


def _headed(table: Table) -> tuple[dict[str, int], tuple[Row, ...]]:
    """Where the known columns of a bank stand, and the rows below; nothing for another table."""
    known = _headings()
    for number, row in enumerate(table.rows):
        places = {known.get(folded(cell.text)): place for place, cell in enumerate(row)}
        columns = {name: place for name, place in places.items() if name is not None}
        if "name" in columns and columns.keys() & {"request", "competences"}:
            return columns, table.rows[number + 1 :]
    return {}, ()


def _values(columns: dict[str, int], rows: tuple[Row, ...]) -> Iterator[dict[str, str]]:
    for row in rows:
        values = {name: row[place].text.strip() for name, place in columns.items()}
        if values["name"]:
            yield dict.fromkeys(_COLUMNS, "") | values


def _mentees(
    columns: dict[str, int], rows: tuple[Row, ...], today: date, first: int
) -> Iterator[Mentee]:
    for number, row in enumerate(_values(columns, rows), start=first):
        if row["mentor"]:
            continue
        year = _YEAR.search(row["birth-year"])
        yield Mentee(
            id=number,
            name=row["name"],
            texts=_split(row["request"]),
            forms=_forms(row),
            age=today.year - int(year[0]) if year else None,
        )


def _mentors(columns: dict[str, int], rows: tuple[Row, ...], first: int) -> Iterator[Mentor]:
    for number, row in enumerate(_values(columns, rows), start=first):
        yield Mentor(
            id=number,
            name=row["name"],
            texts=(*_split(row["competences"]), *_split(row["achievements"])),
            forms=_forms(row),
            ages=_ages(row["ages"]),
        )


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _PARTS.split(text) if part.strip())


def _forms(row: dict[str, str]) -> frozenset[str]:
    return frozenset({folded(row["form"])} - {""})


def _ages(text: str) -> tuple[int, int] | None:
    numbers = [int(number) for number in _NUMBER.findall(text)]
    return (min(numbers), max(numbers)) if numbers else None
