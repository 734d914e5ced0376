"""Reads .docx: the body's paragraphs and tables, merged cells spread over the grid."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from documents import limits
from documents.errors import DocumentError, Refusal
from documents.model import Block, Cell, Document, Paragraph, Table, table_of
from documents.numbering import ListNumbers

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SKIPPED = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:pict", "w:drawing", "w:object"))
) | {_ALTERNATE, qn("w:rPr"), qn("w:pPr")}
_MARKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml")))
_P, _TBL, _TR, _TC, _T, _VAL = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc", "w:t", "w:val"))
_GRID_BEFORE, _ROW_DELETED = (f"{qn('w:trPr')}/{qn(name)}" for name in ("w:gridBefore", "w:del"))
_V_MERGE, _GRID_SPAN = (f"{qn('w:tcPr')}/{qn(name)}" for name in ("w:vMerge", "w:gridSpan"))


def read(data: bytes) -> Document:
    """The document's body; headers, footers, text boxes and deleted text are left out.

    `data` must have passed documents.archive.check. Raises DocumentError when damaged.
    """
    try:
        opened = docx.Document(BytesIO(data))
        body = opened.element.body
        numbers = ListNumbers(opened)
    except (KeyError, ValueError, AttributeError, OSError) as error:
        raise DocumentError(Refusal.DAMAGED) from error
    except Exception as error:  # python-docx and lxml have no public common type
        if type(error).__module__.startswith(("docx.", "lxml.")):
            raise DocumentError(Refusal.DAMAGED) from error
        raise
    return Document("docx", tuple(_blocks(body, numbers)))


def _children(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _blocks(parent: Any, numbers: ListNumbers) -> Iterator[Block]:
    for child in _children(parent):
        if child.tag == _P:
            yield Paragraph(_paragraph_text(child, numbers))
        elif child.tag == _TBL:
            nested: list[Any] = []
            yield _table(child, numbers, nested)
            for inner in nested:
                yield from _blocks([inner], numbers)


def _paragraph_text(paragraph: Any, numbers: ListNumbers) -> str:
    parts: list[str] = []
    _collect(paragraph, parts)
    text = "".join(parts)
    label = numbers.label(paragraph)
    return f"{label} {text}" if label and text.strip() else label or text


def _collect(element: Any, parts: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == _T:
            parts.append(child.text or "")
        elif tag in _MARKS:
            parts.append(_MARKS[tag])
        elif tag not in _SKIPPED:
            _collect(child, parts)


def _number(element: Any, path: str, default: int) -> int:
    found = element.find(path)
    value = found.get(_VAL) if found is not None else None
    return int(value) if value and value.isdecimal() and len(value) < 6 else default


def _table(table: Any, numbers: ListNumbers, nested: list[Any]) -> Table:
    rows: list[list[Cell]] = []
    for child in _children(table):
        if child.tag != _TR or child.find(_ROW_DELETED) is not None:
            continue
        if len(rows) >= limits.ROWS:
            raise DocumentError(Refusal.TOO_LONG)
        rows.append(_row(child, rows[-1] if rows else [], numbers, nested))
    return table_of(rows)


def _row(row: Any, above: list[Cell], numbers: ListNumbers, nested: list[Any]) -> list[Cell]:
    before = _number(row, _GRID_BEFORE, 0)
    cells = [Cell() for _ in range(min(before, limits.COLUMNS))]
    for child in _children(row):
        if child.tag != _TC:
            continue
        texts = []
        for part in _children(child):
            if part.tag == _P:
                texts.append(_paragraph_text(part, numbers))
            elif part.tag == _TBL:
                nested.append(part)
        text = "\n".join(texts).strip("\n")
        merge = child.find(_V_MERGE)
        continued = merge is not None and merge.get(_VAL) != "restart"
        start = len(cells)
        if continued and start < len(above):
            text = text if text.strip() else above[start].text
        span = max(1, _number(child, _GRID_SPAN, 1))
        for offset in range(min(span, limits.COLUMNS - start)):
            cells.append(Cell(text, from_above=continued, from_left=offset > 0))
    return cells
