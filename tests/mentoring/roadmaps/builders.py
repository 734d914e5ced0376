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


def parts_as_sheet(*parts: str | Rows, dates: bool = False) -> bytes:
    """An .xlsx of paragraphs and tables one under another, merged where they are."""
    book = Workbook()
    sheet = book.active
    top = 1
    for part in parts:
        rows = [[part]] if isinstance(part, str) else part
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                if text not in (None, "<"):
                    sheet.cell(top + at, column + 1, text)
        for left, first, right, last in _merges(rows):
            sheet.merge_cells(
                start_row=top + first,
                start_column=left + 1,
                end_row=top + last,
                end_column=right + 1,
            )
        top += len(rows)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _merges(rows: Rows) -> list[tuple[int, int, int, int]]:
    """The merged ranges as (left, top, right, bottom)."""
    found = []
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in (None, "<"):
                continue
            right, bottom = column, at
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while (
                bottom + 1 < len(rows)
                and column < len(rows[bottom + 1])
                and rows[bottom + 1][column] is None
            ):
                bottom += 1
            if (right, bottom) != (column, at):
                found.append((column, at, right, bottom))
    return found


def parts_as_text(style: str, *parts: str | Rows) -> bytes:
    """What people paste: `tabs`, `bars`, `markdown`, or `cells` (a cell on each line)."""
    blocks = []
    for part in parts:
        if isinstance(part, str):
            blocks.append(part)
            continue
        rows = [["" if text in (None, "<") else text for text in row] for row in part]
        blocks.append(_STYLES[style](rows))
    return "\n\n".join(blocks).encode()


def _by_tabs(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in rows)


def _by_bars(rows: list[list[str]]) -> str:
    return "\n".join(" | ".join(cell.replace("\n", " ") for cell in row) for row in rows)


def _markdown(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in rows]
    rule = "|" + " --- |" * len(rows[0])
    return "\n".join([lines[0], rule, *lines[1:]])


def _by_cells(rows: list[list[str]]) -> str:
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)


_STYLES = {"tabs": _by_tabs, "bars": _by_bars, "markdown": _markdown, "cells": _by_cells}
