"""A table to be filled in by hand, out as .xlsx: a row a person, a column a question."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from documents.workbook import neutral, titled

_HEAD = PatternFill("solid", fgColor="DDE6F0")
_FIRST_ROW = 3
_FIXED = 2
_HEAD_HEIGHT = 64
_KEYS_HEIGHT = 6


@dataclass(frozen=True, slots=True)
class Column:
    """One question. `kind` is list, several, whole, or words; of a whole number both ends."""

    key: str
    head: str
    kind: str
    options: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """What the sheets and headings are called, what is said of a value that does not fit."""

    people: str
    options: str
    code: str
    name: str
    wrong: str


def entry_sheet(
    words: Words, mark: str, columns: Sequence[Column], people: Sequence[tuple[str, str]]
) -> bytes:
    """The .xlsx file; `people` are codes and names.

    A second row, too low to be noticed, holds `mark` and the keys, by which the table is read when
    it comes back.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    page = book.create_sheet(titled(words.people))
    choices = book.create_sheet(titled(words.options))
    page.append([words.code, words.name, *(neutral(column.head) for column in columns)])
    page.append([mark, "", *(column.key for column in columns)])
    for code, name in people:
        page.append([code, neutral(name)])
    _format(page, columns)
    last = _FIRST_ROW + len(people) - 1
    for place, column in enumerate(columns):
        letter = get_column_letter(_FIXED + 1 + place)
        rule = _rule(words, choices, column)
        if rule is not None and people:
            page.add_data_validation(rule)
            rule.add(f"{letter}{_FIRST_ROW}:{letter}{last}")
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _format(page: Worksheet, columns: Sequence[Column]) -> None:
    for cell in page[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.row_dimensions[1].height = _HEAD_HEIGHT
    # Not hidden: readers leave hidden rows out.
    page.row_dimensions[2].height = _KEYS_HEIGHT
    for cell in page[2]:
        cell.font = Font(size=6, color="999999")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 12, 22
    for place, column in enumerate(columns):
        letter = get_column_letter(_FIXED + 1 + place)
        page.column_dimensions[letter].width = 14 if column.kind in {"whole", "list"} else 26
    page.freeze_panes = f"C{_FIRST_ROW}"
    page.page_setup.orientation = "landscape"


def _rule(words: Words, choices: Worksheet, column: Column) -> DataValidation | None:
    """What the program lets be typed into a column; the options stand on the second sheet."""
    if column.options:
        at = choices.max_column + (1 if choices.cell(1, 1).value else 0)
        choices.cell(1, at, neutral(column.head)).font = Font(bold=True)
        choices.cell(1, at).alignment = Alignment(wrap_text=True, vertical="top")
        several = column.kind == "several"
        for row, option in enumerate(column.options, start=1):
            choices.cell(row + 1, at, f"{row}. {option}" if several else neutral(option))
        letter = get_column_letter(at)
        choices.column_dimensions[letter].width = 34
        if several:
            return None
        name = quote_sheetname(choices.title)
        return _told(
            DataValidation(
                type="list", formula1=f"={name}!${letter}$2:${letter}${len(column.options) + 1}"
            ),
            words,
        )
    if column.kind == "whole":
        rule = DataValidation(
            type="whole", operator="between", formula1=str(column.least), formula2=str(column.most)
        )
        return _told(rule, words)
    return None


def _told(rule: DataValidation, words: Words) -> DataValidation:
    rule.allow_blank, rule.showErrorMessage = True, True
    rule.error = words.wrong
    return rule
