"""Reads the text layer of a .pdf: ruled tables, and the lines of text around them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from documents import limits
from documents.columns import Columns, blocks_of
from documents.errors import DocumentError, Refusal
from documents.model import Block, Cell, Document, Paragraph, Table, table_of

_CLOSE = 3.0  # points between two rules that are meant as one
_LEAST_TEXT = 20  # characters: a scan has none, or a stamp's
_MAX_CELLS = 60_000


def read(data: bytes) -> Document:
    """The paragraphs and tables of the pages in order.

    Raises DocumentError: encrypted, damaged, scan (no text layer), too_long.
    """
    blocks: list[Block] = []
    try:
        with pdfplumber.open(BytesIO(data)) as opened:
            if len(opened.pages) > limits.PDF_PAGES:
                raise DocumentError(Refusal.TOO_LONG)
            known: Columns | None = None
            for page in opened.pages:
                found, known = _page(page, known)
                blocks.extend(found)
                page.close()
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # pdfminer raises whatever the broken object led to
        if _protected(error):
            raise DocumentError(Refusal.ENCRYPTED) from error
        raise DocumentError(Refusal.DAMAGED) from error
    if sum(map(_size, blocks)) < _LEAST_TEXT:
        raise DocumentError(Refusal.SCAN)
    return Document("pdf", tuple(blocks))


def _protected(error: Exception) -> bool:
    reasons = (error, *error.args, error.__cause__, error.__context__)
    return any(isinstance(reason, PDFPasswordIncorrect) for reason in reasons) or (
        isinstance(error, PdfminerException) and "Password" in repr(error)
    )


def _size(block: Block) -> int:
    if isinstance(block, Paragraph):
        return len(block.text.strip())
    return sum(len(cell.text.strip()) for row in block.rows for cell in row)


def _page(page: Any, known: Columns | None) -> tuple[list[Block], Columns | None]:
    """The blocks of a page, and the columns of a table without rulings it may end in."""
    found = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    tables = [table for table in found if len(table.cells) > 1]
    if not tables:
        read = blocks_of(page.extract_words(), known)
        if read is not None:
            return read
    blocks: list[Block] = []
    top = 0.0
    for table in tables:
        if len(table.cells) > _MAX_CELLS:
            raise DocumentError(Refusal.TOO_LONG)
        blocks.extend(_lines(page, top, table.bbox[1]))
        blocks.append(_table(page, table.cells))
        top = max(top, table.bbox[3])
    return [*blocks, *_lines(page, top, float(page.height))], None


def _lines(page: Any, top: float, bottom: float) -> list[Block]:
    if bottom - top < 1:
        return []
    text = _text(page, (0.0, top, float(page.width), bottom))
    return [Paragraph(line) for line in text.split("\n") if line.strip()]


def _text(page: Any, box: tuple[float, float, float, float]) -> str:
    left, top, right, bottom = page.bbox
    inside = (max(box[0], left), max(box[1], top), min(box[2], right), min(box[3], bottom))
    if inside[2] - inside[0] < 1 or inside[3] - inside[1] < 1:
        return ""

    def centred(thing: dict[str, Any]) -> bool:
        middle = (thing.get("top", 0.0) + thing.get("bottom", 0.0)) / 2
        across = (thing.get("x0", 0.0) + thing.get("x1", 0.0)) / 2
        return bool(inside[0] <= across < inside[2] and inside[1] <= middle < inside[3])

    return str(page.filter(centred).extract_text() or "")


def _rules(values: list[float]) -> list[float]:
    """Positions of rules, those closer than a few points taken as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _CLOSE:
            kept.append(value)
    return kept


def _place(rules: list[float], value: float) -> int:
    return min(range(len(rules)), key=lambda index: abs(rules[index] - value))


def _table(page: Any, boxes: list[tuple[float, float, float, float]]) -> Table:
    columns = _rules([edge for box in boxes for edge in (box[0], box[2])])
    lines = _rules([edge for box in boxes for edge in (box[1], box[3])])
    grid = [[Cell() for _ in columns[1:]] for _ in lines[1:]]
    for box in boxes:
        text = _text(page, box)
        left, right = _place(columns, box[0]), _place(columns, box[2])
        top, bottom = _place(lines, box[1]), _place(lines, box[3])
        for row in range(top, bottom):
            for column in range(left, right):
                grid[row][column] = Cell(text, from_above=row > top, from_left=column > left)
    return table_of(grid)
