"""Tables out as .xlsx, ready to be opened in a spreadsheet and printed."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | date | None

# What a spreadsheet program would take for a formula or a command when the file is opened.
_FORMULA = re.compile(r"^[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32_767
_WIDEST, _NARROWEST = 60, 8
_HEAD = PatternFill("solid", fgColor="DDE6F0")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a title, the headings, the rows."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def neutral(value: Cell) -> Cell:
    """A value that no spreadsheet program will execute: a leading sign gets an apostrophe."""
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("", value)[:_LONGEST_CELL]
    return f"'{text}" if _FORMULA.match(text) else text


def titled(name: str) -> str:
    """A name as a sheet may be called."""
    return _NOT_IN_TITLES.sub(" ", name)[:31] or "1"


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """An .xlsx file: bold headings that stay in view, columns as wide as their words."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(titled(sheet.title)), sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for number, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = "A2"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.append([_cell(page, name, head=True) for name in sheet.head])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _cell(page: Worksheet, value: Cell, *, head: bool = False) -> XlsxCell:
    cell = XlsxCell(page, row=1, column=1, value=neutral(value))
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, date):
        cell.number_format = "DD.MM.YYYY"
    if head:
        cell.font, cell.fill = Font(bold=True), _HEAD
    return cell


def _widths(sheet: Sheet) -> list[int]:
    rows = [sheet.head, *sheet.rows[:200]]
    longest = [
        max((len(str(row[place] or "")) for row in rows if place < len(row)), default=0)
        for place in range(len(sheet.head))
    ]
    return [min(max(width + 2, _NARROWEST), _WIDEST) for width in longest]
