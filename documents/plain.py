"""Reads plain text: paragraphs, and tables however converters or people wrote them down.

Three ways are known: a row on each line with tabs (or bars, or semicolons) between cells; a cell
on each line behind a tab, rows apart by blank lines (what Word converters leave); and no table.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import groupby

from documents import limits
from documents.errors import DocumentError, Refusal
from documents.model import Block, Cell, Document, Paragraph, table_of

_ENCODINGS = ("utf-8-sig", "cp1251")
_MANY_CONTROLS = 0.02
_TAB_CELL = re.compile(r"^[ ]?\t(?!.*\t)")
_OUTER_BAR = re.compile(r"^\s*\|")
_BAR_RULE = re.compile(r"^\s*\|?[\s:|+-]*-{2,}[\s:|+-]*$")
_FEWEST_COLUMNS = 3


def read(data: bytes, name: str = "") -> Document:
    """The document in a text of UTF-8, UTF-16 or Windows-1251.

    `name` tells tables with semicolons (.csv). Raises DocumentError when the bytes are no text.
    """
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if len(lines) > limits.ROWS:
        raise DocumentError(Refusal.TOO_LONG)
    if name.lower().endswith(".csv"):
        return Document("text", tuple(_separated(text)))
    groups = _groups(lines)
    columns = _usual_width(groups)
    if columns and _cells_in(lines) > len(lines) / 10:
        return Document("text", tuple(_cell_lines(groups, columns)))
    return Document("text", tuple(_row_lines(lines)))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(sign < " " and sign not in "\t\n\r\x0b\x0c" for sign in text)
        if controls > len(text) * _MANY_CONTROLS:
            break
        return text
    raise DocumentError(Refusal.UNKNOWN)


def _separated(text: str) -> list[Block]:
    first = text.split("\n", 1)[0]
    mark = max(";,\t", key=first.count)
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=mark))
    except csv.Error as error:
        raise DocumentError(Refusal.DAMAGED) from error
    return [table_of([[Cell(value) for value in row[: limits.COLUMNS]] for row in rows])]


def _cells_of(line: str, framed: bool) -> list[str] | None:
    """The cells of a line that is a table's row; `framed` ones have bars at both ends."""
    if line.count("\t") >= _FEWEST_COLUMNS - 1:
        return line.split("\t")[: limits.COLUMNS]
    if line.count("|") >= _FEWEST_COLUMNS - 1:
        text = line.strip()
        if framed:
            text = text.removeprefix("|").removesuffix("|")
        return text.split("|")[: limits.COLUMNS]
    return None


def _row_lines(lines: list[str]) -> list[Block]:
    """Tables whose rows are lines; blank lines do not end a table, lines of text do."""
    blocks: list[Block] = []
    rows: list[list[Cell]] = []
    loose: list[str] = []

    def close() -> None:
        if rows:
            blocks.append(table_of(list(rows)))
            rows.clear()
        blocks.extend(Paragraph(text) for text in loose)
        loose.clear()

    barred = [line for line in lines if line.count("|") >= _FEWEST_COLUMNS - 1]
    framed = all(_OUTER_BAR.match(line) for line in barred)
    for line in lines:
        cells = None if _BAR_RULE.match(line) and "|" in line else _cells_of(line, framed)
        if cells is not None:
            if any(text.strip() for text in loose):
                close()
            loose.clear()
            rows.append([Cell(text.strip()) for text in cells])
        elif not _BAR_RULE.match(line) or "|" not in line:
            loose.append(line)
    close()
    return blocks


def _groups(lines: list[str]) -> list[list[str]]:
    """The lines between blank ones."""
    parts = groupby(lines, key=lambda line: line.strip(" ") != "")
    return [list(group) for filled, group in parts if filled]


def _cells_in(group: list[str]) -> int:
    return sum(bool(_TAB_CELL.match(line)) for line in group)


def _usual_width(groups: list[list[str]]) -> int:
    """Columns of a table with a cell on each line: as many as most of its rows have."""
    counts = Counter(count for group in groups if (count := _cells_in(group)) >= _FEWEST_COLUMNS)
    return counts.most_common(1)[0][0] if counts else 0


def _cell_lines(groups: list[list[str]], columns: int) -> list[Block]:
    """Tables with a cell on each line; lines without a tab go on in the cell above, and a row
    cut by blank lines goes on while cells are missing."""
    blocks: list[Block] = []
    rows: list[list[str]] = []

    def close() -> None:
        if rows:
            blocks.append(table_of([[Cell(text.strip()) for text in row] for row in rows]))
            rows.clear()

    for group in groups:
        cells: list[str] = []
        for line in group:
            if _TAB_CELL.match(line):
                cells.append(line.strip())
            elif cells:
                cells[-1] = f"{cells[-1]}\n{line.strip()}"
            elif rows and len(rows[-1]) < columns and len(group) > 1:
                rows[-1][-1] = f"{rows[-1][-1]}\n{line.strip()}"
            else:
                close()
                blocks.append(Paragraph(line))
        if rows and cells and len(rows[-1]) > 1 and len(rows[-1]) + len(cells) <= columns:
            rows[-1].extend(cells)
        else:
            rows.extend(cells[at : at + columns] for at in range(0, len(cells), columns))
    close()
    return blocks
