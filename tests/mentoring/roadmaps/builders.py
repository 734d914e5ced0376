"""Small documents for the tests, built the way people's word processors build them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from openpyxl import Workbook

from documents.model import Document
from documents.reader import read

Rows = Sequence[Sequence[str | None]]
"""Cells by row: None goes on in the cell above, "<" in the cell on the left."""


def word_bytes(*parts: str | Rows) -> bytes:
    """A .docx of paragraphs (texts) and tables (rows)."""
    opened = docx.Document()
    for part in parts:
        if isinstance(part, str):
            opened.add_paragraph(part)
        else:
            _add_table(opened, part)
    buffer = BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def _add_table(opened, rows: Rows) -> None:
    width = max(len(row) for row in rows)
    table = opened.add_table(len(rows), width)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text is None:
                table.cell(at, column).merge(table.cell(at - 1, column))
            elif text == "<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            else:
                table.cell(at, column).text = text


def word(*parts: str | Rows) -> Document:
    """The neutral document of such a .docx."""
    return read(word_bytes(*parts), "roadmap.docx")


def sheet_bytes(rows: Sequence[Sequence[object]], merges: Sequence[str] = ()) -> bytes:
    """An .xlsx of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    for merge in merges:
        book.active.merge_cells(merge)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
