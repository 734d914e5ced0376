"""Tables without rulings: columns are told by the white between them, rows by wider line gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median, median_low
from typing import Any

from documents.model import Block, Cell, Paragraph, table_of

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2  # a heading and what stands below it
_FEWEST_STEPS = 3
_SAME_LINE = 0.5  # of a letter's height
_APART = 0.8  # of a letter's height: wider than the blanks of justified text
_NEAR = 3.0  # points a letter may stick out of its column
_CROSSING = 0.05  # of the lines may run across the white between two columns
_WIDER = 1.35  # how much wider than a line's step the step to the next row is
_MARK = 7  # letters of a row's number
_FITTING = 0.95  # of the pieces of a page fit the columns of the page before

_Word = tuple[float, float, str]
"""Left and right edge of a word, and the word."""

Columns = tuple[tuple[float, float], ...]
"""Left and right edge of each column, in points."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one line with no more than blanks between them."""

    left: float
    right: float
    text: str
    words: tuple[_Word, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    top: float
    pieces: tuple[_Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


def blocks_of(
    words: Sequence[dict[str, Any]], known: Columns | None
) -> tuple[list[Block], Columns | None] | None:
    """The paragraphs and the table these words make up, and its columns; None without a table.

    `words` are pdfplumber's; `known` are the columns of the page before, which a table that goes
    on keeps even where a page leaves one of them empty.
    """
    lines = _lines(words)
    wide = [place for place, line in enumerate(lines) if len(line.pieces) >= _FEWEST_COLUMNS]
    if known and lines and _fits(lines, known):
        first, last, columns = 0, len(lines), known
    elif len(wide) >= _FEWEST_ROWS:
        first = wide[0]
        last = max(i for i, line in enumerate(lines) if len(line.pieces) > 1) + 1
        columns = _columns(lines[first:last])
    else:
        return None
    if len(columns) < _FEWEST_COLUMNS:
        return None
    while last < len(lines) and _column_of(lines[last].pieces[0], columns) is not None:
        if len(lines[last].pieces) > 1 or lines[last].pieces[0].left < columns[1][0]:
            break
        last += 1  # the last cell goes on
    rows = _rows([_cut(line, columns) for line in lines[first:last]], columns)
    if len(rows) < _FEWEST_ROWS and known is None:
        return None
    before = [Paragraph(line.text) for line in lines[:first]]
    after = [Paragraph(line.text) for line in lines[last:]]
    return [*before, table_of(rows), *after], columns


def _lines(words: Sequence[dict[str, Any]]) -> list[_Line]:
    if not words:
        return []
    height = median(word["bottom"] - word["top"] for word in words)
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        if rows and word["top"] - rows[-1][0]["top"] <= height * _SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_Line(row[0]["top"], _pieces(row, height * _APART)) for row in rows]


def _pieces(row: list[dict[str, Any]], apart: float) -> tuple[_Piece, ...]:
    pieces: list[list[_Word]] = []
    for word in sorted(row, key=lambda word: word["x0"]):
        if not pieces or word["x0"] - pieces[-1][-1][1] >= apart:
            pieces.append([])
        pieces[-1].append((word["x0"], word["x1"], word["text"]))
    return tuple(map(_piece, pieces))


def _piece(words: Sequence[_Word]) -> _Piece:
    text = " ".join(text for _left, _right, text in words)
    return _Piece(words[0][0], words[-1][1], text, tuple(words))


def _cut(line: _Line, columns: Columns) -> _Line:
    """The line, its pieces cut where the white between two columns runs through them: there the
    words of two cells come nearer to each other than usual, but not as near as in a sentence."""
    pieces: list[_Piece] = []
    for piece in line.pieces:
        blanks = [after[0] - word[1] for word, after in pairwise(piece.words)]
        wide = median_low(blanks) * _WIDER if blanks else 0.0
        begins = 0
        for place, blank in enumerate(blanks, start=1):
            if blank > wide and _between(piece.words[place - 1], piece.words[place], columns):
                pieces.append(_piece(piece.words[begins:place]))
                begins = place
        pieces.append(_piece(piece.words[begins:]))
    return _Line(line.top, tuple(pieces))


def _between(word: _Word, after: _Word, columns: Columns) -> bool:
    """Whether a column begins between two words."""
    return any(word[1] <= left <= after[0] + _NEAR for left, _right in columns[1:])


def _columns(lines: list[_Line]) -> Columns:
    """What lies between the strips that (almost) no line of several pieces crosses."""
    several = [line for line in lines if len(line.pieces) > 1]
    left = min(piece.left for line in several for piece in line.pieces)
    right = max(piece.right for line in several for piece in line.pieces)
    cover = [0] * (int(right - left) + 2)
    for line in several:
        for piece in line.pieces:
            for point in range(int(piece.left - left), int(piece.right - left) + 1):
                cover[point] += 1
    allowed = len(several) * _CROSSING
    columns: list[tuple[float, float]] = []
    start: int | None = None
    for point, lines_here in enumerate([*cover, 0]):
        if lines_here > allowed and start is None:
            start = point
        elif lines_here <= allowed and start is not None:
            columns.append((left + start, left + point))
            start = None
    return tuple(columns)


def _column_of(piece: _Piece, columns: Columns) -> int | None:
    """The one column a piece lies in; None when it runs across several."""
    for place, (left, right) in enumerate(columns):
        following = columns[place + 1][0] if place + 1 < len(columns) else float("inf")
        if left - _NEAR <= piece.left and piece.right <= max(right + _NEAR, following):
            return place if piece.left < following else None
    return None


def _fits(lines: list[_Line], columns: Columns) -> bool:
    pieces = [piece for line in lines for piece in line.pieces if len(line.pieces) > 1]
    fitting = sum(_column_of(piece, columns) is not None for piece in pieces)
    used = {_column_of(piece, columns) for piece in pieces}
    return len(used) >= _FEWEST_COLUMNS and fitting >= len(pieces) * _FITTING


def _rows(lines: list[_Line], columns: Columns) -> list[list[Cell]]:
    """The lines as rows of cells; a lone piece across several columns is a row of its own."""
    starts = _starts(lines, columns)
    rows: list[_Row] = []
    for place, line in enumerate(lines):
        across = len(line.pieces) == 1 and _column_of(line.pieces[0], columns) is None
        if place in starts or not rows or across != rows[-1].across:
            rows.append(_Row([[] for _ in columns], across))
        for piece in line.pieces:
            first, last = (0, len(columns) - 1) if across else _covered(piece, columns)
            rows[-1].texts[first].append(piece.text)
            rows[-1].spans[first] = max(last, rows[-1].spans.get(first, 0))
    return [row.cells() for row in rows]


@dataclass(slots=True)
class _Row:
    """Texts by column; `spans` tell how far to the right the text of a column reaches."""

    texts: list[list[str]]
    across: bool
    spans: dict[int, int] = field(default_factory=dict)

    def cells(self) -> list[Cell]:
        found = [Cell("\n".join(texts)) for texts in self.texts]
        for first, last in self.spans.items():
            for column in range(first + 1, last + 1):
                if not self.texts[column]:
                    found[column] = Cell(found[first].text, from_left=True)
        return found


def _covered(piece: _Piece, columns: Columns) -> tuple[int, int]:
    """The first and last column a piece lies in."""
    only = _column_of(piece, columns)
    if only is not None:
        return only, only
    touched = [
        i for i, (left, right) in enumerate(columns) if piece.left < right and piece.right > left
    ]
    return (touched[0], touched[-1]) if touched else (0, 0)


def _starts(lines: list[_Line], columns: Columns) -> set[int]:
    """The lines that begin a row: after a wide step, else those with something in the first
    column. A first column of short marks (numbers) tells how many rows there should be."""
    steps = [after.top - one.top for one, after in pairwise(lines)]
    if not steps:
        return {0}
    usual = sorted(steps)[len(steps) // 4]
    by_step = {0, *(place + 1 for place, step in enumerate(steps) if step > usual * _WIDER)}
    marks = {
        place: line.pieces[0].text
        for place, line in enumerate(lines)
        if _column_of(line.pieces[0], columns) == 0
    }
    short = sum(len(text) <= _MARK for text in marks.values()) * 2 > len(marks)
    enough = len(by_step) * 2 > len(marks) if short else len(by_step) >= _FEWEST_STEPS
    return by_step if enough or len(marks) < 2 else {0, *marks}
