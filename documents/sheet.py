"""Reads .xlsx: each visible sheet is a table of the values last saved, merged ranges spread out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.etree import ElementTree  # nosec B405

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from documents import limits
from documents.errors import DocumentError, Refusal
from documents.model import Block, Cell, Document, Paragraph, Table, table_of

_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MERGE_TAG, _ROW_TAG, _COLUMN_TAG, _FORMULA_TAG, _VALUE_TAG = (
    f"{_SPACE}{name}" for name in ("mergeCell", "row", "col", "f", "v")
)
_FORMULA_LENGTH = 100
_FORMAT_WORDS = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')
_TENTHS = re.compile(r"0\.(0+)")
_MAX_MERGES = 20_000
_DAMAGE = (
    InvalidFileException,
    zipfile.BadZipFile,
    ElementTree.ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
)


def read(data: bytes) -> Document:
    """The workbook's visible sheets, one table each, below its name where there are several.

    Hidden rows and columns are left out. Formulas give their cached values, those that were never
    reckoned their own text.

    `data` must have passed documents.archive.check. Raises DocumentError when damaged or longer
    than documents.limits.ROWS.
    """
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        blocks: list[Block] = []
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in visible:
            table = _table(sheet, _survey(data, sheet))
            if table.rows and len(visible) > 1:
                blocks.append(Paragraph(sheet.title))
            blocks.append(table)
        book.close()
    except _DAMAGE as error:
        raise DocumentError(Refusal.DAMAGED) from error
    return Document("xlsx", tuple(blocks))


@dataclass(slots=True)
class _Survey:
    """Where values are, counted from one, and the merged ranges (left, top, right, bottom);
    `hidden_rows` and `hidden_columns`; `formulas` are those without a value, by row and column.

    The size a sheet declares is a stranger's word, and one lone cell far away would cost a
    million empty rows.
    """

    rows: int = 0
    columns: int = 0
    filled: int = 0
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)


def _table(sheet: Any, survey: _Survey) -> Table:
    if survey.filled > limits.ROWS:
        raise DocumentError(Refusal.TOO_LONG)
    sheet.reset_dimensions()
    rows: list[list[Cell]] = []
    if survey.rows:
        for row in sheet.iter_rows(max_row=survey.rows, max_col=survey.columns):
            rows.append([Cell(_text(cell)) for cell in row])
    for (at, column), formula in survey.formulas.items():
        if at <= len(rows) and column <= len(rows[at - 1]):
            rows[at - 1][column - 1] = Cell(f"={formula}")
    _spread(rows, survey.merges)
    return table_of(_seen(rows, survey))


def _seen(rows: list[list[Cell]], survey: _Survey) -> list[list[Cell]]:
    """The rows and columns that are not hidden."""
    if not survey.hidden_rows and not survey.hidden_columns:
        return rows
    return [
        [cell for place, cell in enumerate(row, start=1) if place not in survey.hidden_columns]
        for at, row in enumerate(rows, start=1)
        if at not in survey.hidden_rows
    ]


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime(_date_form(str(cell.number_format)))
    if isinstance(value, float):
        if value.is_integer():
            return str(int(value))
        fixed = _TENTHS.fullmatch(str(cell.number_format))
        return f"{value:.{len(fixed[1])}f}" if fixed else f"{value:.10g}"
    return str(value)


def _date_form(number_format: str) -> str:
    """What of a date its cell shows: one shown as a month stands for that month."""
    signs = _FORMAT_WORDS.sub("", number_format).lower()
    if "d" in signs or "y" not in signs:
        return "%d.%m.%Y"
    return "%m.%Y" if "m" in signs else "%Y"


def _survey(data: bytes, sheet: Any) -> _Survey:
    """Reads the sheet's bare XML: a read-only sheet does not tell its merges, and a whole one
    costs fifty times the memory."""
    found = _Survey()
    with zipfile.ZipFile(BytesIO(data)) as packed, packed.open(sheet._worksheet_path) as part:
        for element in _elements(part):
            if element.tag == _MERGE_TAG and len(found.merges) < _MAX_MERGES:
                left, top, right, bottom = range_boundaries(element.get("ref", "A1"))
                if left and top and right and bottom:
                    found.merges.append((left, top, right, bottom))
            elif element.tag == _COLUMN_TAG and _is_hidden(element):
                first, last = (int(element.get(name, "0")) for name in ("min", "max"))
                found.hidden_columns.update(range(first, min(last, limits.COLUMNS) + 1))
            elif element.tag == _ROW_TAG:
                _see_row(element, found)
    return found


def _is_hidden(element: ElementTree.Element) -> bool:
    return element.get("hidden") in ("1", "true")


def _see_row(row: ElementTree.Element, found: _Survey) -> None:
    number = row.get("r")
    at = int(number) if number and number.isdecimal() else found.rows + 1
    last = 0
    for place, cell in enumerate(row, start=1):
        if len(cell):
            reference = cell.get("r")
            last = coordinate_to_tuple(reference)[1] if reference else place
            formula, value = cell.find(_FORMULA_TAG), cell.find(_VALUE_TAG)
            reckoned = value is not None and value.text
            if formula is not None and not reckoned and len(found.formulas) < limits.ROWS:
                found.formulas[at, last] = (formula.text or "")[:_FORMULA_LENGTH]
    if last:
        found.filled += 1
        if at <= limits.ROWS:
            found.rows = max(found.rows, at)
            found.columns = min(max(found.columns, last), limits.COLUMNS)
    if _is_hidden(row):
        found.hidden_rows.add(at)


def _elements(part: Any) -> Iterator[ElementTree.Element]:
    """The part's elements one by one, each forgotten once it was seen."""
    # documents.archive has refused parts with a document type, so there are no entities.
    for _, element in ElementTree.iterparse(part):  # noqa: S314  # nosec B314
        if element.tag in (_ROW_TAG, _MERGE_TAG, _COLUMN_TAG):
            yield element
            element.clear()


def _spread(rows: list[list[Cell]], merges: list[tuple[int, int, int, int]]) -> None:
    for left, top, right, bottom in merges:
        if top > len(rows):
            continue
        text = rows[top - 1][left - 1].text if left <= len(rows[top - 1]) else ""
        for row_index in range(top - 1, min(bottom, len(rows))):
            row = rows[row_index]
            last = min(right, limits.COLUMNS)
            row.extend(Cell() for _ in range(last - len(row)))
            for column in range(left - 1, last):
                row[column] = Cell(text, from_above=row_index >= top, from_left=column >= left)
