"""What a document looks like to the rest of the house: paragraphs and tables in reading order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of a table's grid.

    A merged cell fills every place it covers with the same text; all places but its first
    say where it came from.
    """

    text: str = ""
    from_above: bool = False
    from_left: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside of tables; line breaks inside it are kept as newlines."""

    text: str


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one width: short rows are filled with empty cells."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """`form` is docx, xlsx, pdf or text: what the bytes were, whatever the file was called.

    In `text` a vertical merge cannot be told from an empty cell.
    """

    form: str
    blocks: tuple[Block, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of all paragraphs, in order."""
        return tuple(block.text for block in self.blocks if isinstance(block, Paragraph))


def table_of(rows: list[list[Cell]]) -> Table:
    """A table from rows of any width, filled up to the widest."""
    width = max((len(row) for row in rows), default=0)
    return Table(tuple(tuple(row) + (Cell(),) * (width - len(row)) for row in rows))
