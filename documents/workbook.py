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
# A dash alone, which stands for nothing, is none.
_FORMULA = re.compile(r"^(?!-+$)[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32_767
_WIDEST, _NARROWEST = 60, 8
# Nothing is gained by making a column narrower.
_SHORT = 13
# So many letters stand side by side on a printed page that can still be read.
_PAGE_WIDTH, _LINE_POINTS = 190, 15
# A spreadsheet has no higher rows.
_TALLEST = 409
_HEAD = PatternFill("solid", fgColor="DDE6F0")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a title, the headings, the rows; a line `above` them all where there is one."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    above: str = ""


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
    widths = _widths(sheet)
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    top = 2 if sheet.above else 1
    page.freeze_panes = f"A{top + 1}"
    page.print_title_rows = f"{top}:{top}"
    page.oddFooter.right.text = "&P / &N"  # type: ignore[union-attr]
    page.print_options.gridLines = True
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.above:
        page.append([_cell(page, sheet.above, bold=True)])
        page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(sheet.head))
        page.row_dimensions[1].height = _height([sheet.above], [sum(widths)])
    page.append([_cell(page, name, bold=True, shaded=True) for name in sheet.head])
    page.row_dimensions[top].height = _height(sheet.head, widths)
    for number, row in enumerate(sheet.rows, start=top + 1):
        page.append([_cell(page, value) for value in row])
        # Not every program finds the height of wrapped words by itself.
        page.row_dimensions[number].height = _height(row, widths)


def _cell(page: Worksheet, value: Cell, *, bold: bool = False, shaded: bool = False) -> XlsxCell:
    cell = XlsxCell(page, row=1, column=1, value=neutral(value))
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, date):
        cell.number_format = "DD.MM.YYYY"
    if bold:
        cell.font = Font(bold=True)
    if shaded:
        cell.fill = _HEAD
    return cell


def _widths(sheet: Sheet) -> list[int]:
    rows = [sheet.head, *sheet.rows[:200]]
    lengths = [
        [len(str(row[place] or "")) for row in rows if place < len(row)]
        for place in range(len(sheet.head))
    ]
    wanted = [min(max(*found, _NARROWEST) + 2, _WIDEST) for found in lengths]
    return _fitted(wanted, [sum(found) for found in lengths])


def _fitted(widths: list[int], words: list[int]) -> list[int]:
    """Widths a page can hold: what the short columns leave is the long ones', by their words."""
    if sum(widths) <= _PAGE_WIDTH:
        return widths
    long = [place for place, width in enumerate(widths) if width > _SHORT]
    room = _PAGE_WIDTH - sum(width for width in widths if width <= _SHORT)
    room -= _SHORT * len(long)
    whole = sum(words[place] for place in long)
    return [
        min(width, _SHORT + max(0, room * words[place] // whole)) if place in long else width
        for place, width in enumerate(widths)
    ]


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Points for the cell with most lines."""
    lines = [
        sum(_lines(line, width) for line in str(value or "").split("\n"))
        for value, width in zip(row, widths, strict=False)
    ]
    return min(_LINE_POINTS * max(lines, default=1), _TALLEST)


def _lines(text: str, width: int) -> int:
    """How many lines the words of a text take."""
    if len(text) < width:
        return 1
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) >= width:
            lines, used = lines + 1, 0
        used += len(word) + (used > 0)
    return lines
