"""Tables without rulings: words in, cells out."""

from __future__ import annotations

from documents.columns import blocks_of
from documents.model import Table

_LETTER = 6.0
_LINE = 14.0
_ROW = 24.0


def _words(left: float, top: float, text: str, blank: float = 3.0) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for word in text.split():
        right = left + _LETTER * len(word)
        found.append({"x0": left, "x1": right, "top": top, "bottom": top + 12.0, "text": word})
        left = right + blank
    return found


def _page(rows: list[list[tuple[float, str]]]) -> list[dict[str, object]]:
    """Words of rows of cells, each cell its left edge and its lines."""
    words: list[dict[str, object]] = []
    top = 0.0
    for row in rows:
        for left, text in row:
            for at, line in enumerate(text.split("\n")):
                words.extend(_words(left, top + at * _LINE, line))
        top += _LINE * max(text.count("\n") for _, text in row) + _ROW
    return words


def _table(rows: list[list[tuple[float, str]]]) -> list[list[str]]:
    read = blocks_of(_page(rows), None)
    assert read is not None
    (table,) = (block for block in read[0] if isinstance(block, Table))
    return [["" if cell.from_left else cell.text for cell in row] for row in table.rows]


def test_a_cell_that_reaches_its_neighbour_is_still_a_cell_of_its_own() -> None:
    """A line that fills its column comes so near to the next that both look like one sentence."""
    full = "вести встречи пары " + "а" * 15  # ends five points before the next column
    rows = [
        [(0, "1"), (20, "собрать запросы\nшкол"), (220, "сентябрь"), (320, "куратор")],
        [(0, "2"), (20, "обучить\nвсех"), (220, "октябрь\n2026"), (320, "психолог")],
        [(0, "\n3"), (20, f"{full}\nдневники"), (220, "ноябрь -\nапрель"), (320, "\nнаставники")],
        [(0, "4"), (20, "подвести\nитоги"), (220, "май"), (320, "директор")],
    ]
    assert _table(rows)[2] == ["3", f"{full}\nдневники", "ноябрь -\nапрель", "наставники"]


def test_a_title_across_the_table_stays_whole() -> None:
    rows = [
        [(0, "1"), (20, "собрать запросы"), (220, "сентябрь"), (320, "куратор")],
        [(0, "2"), (20, "обучить"), (220, "октябрь"), (320, "психолог")],
        [(20, "второй этап работы школы с парами наставников и родителями")],
        [(0, "3"), (20, "подвести итоги"), (220, "май"), (320, "директор")],
    ]
    assert _table(rows)[2][0].startswith("второй этап")


def test_a_heading_and_one_row_are_a_table() -> None:
    rows = [
        [(0, "№"), (40, "мероприятие"), (220, "срок")],
        [(0, "1"), (40, "приказ о парах"), (220, "10 сентября")],
    ]
    assert _table(rows) == [["№", "мероприятие", "срок"], ["1", "приказ о парах", "10 сентября"]]
