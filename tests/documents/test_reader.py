"""What each format gives: the same paragraphs and tables."""

from __future__ import annotations

from datetime import date

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

from documents.model import Paragraph
from documents.reader import read

from .makers import docx_bytes, pdf_bytes, saved, xlsx_bytes

ROWS = [["No", "Activity", "Date"], ["1", "Order", "01.09.2023"], ["2", "Report", "31.05.2024"]]


def texts(document, index: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row] for row in document.tables[index].rows]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (docx_bytes(ROWS), "docx"),
        (xlsx_bytes(ROWS), "xlsx"),
        (pdf_bytes(ROWS), "pdf"),
        (pdf_bytes(ROWS, ruled=False), "pdf"),
        ("\n".join("\t".join(row) for row in ROWS).encode(), "text"),
        ("\n".join("| " + " | ".join(row) + " |" for row in ROWS).encode(), "text"),
        ("\n\n".join("\n".join("\t" + cell for cell in row) for row in ROWS).encode(), "text"),
        ("\n".join("\t".join(row) for row in ROWS).encode("utf-16"), "text"),
    ],
)
def test_same_table_from_every_format(data: bytes, form: str) -> None:
    document = read(data, "a name that says nothing")
    assert document.form == form
    assert texts(document) == ROWS


def test_separated_values() -> None:
    data = "\n".join(";".join(row) for row in ROWS).encode()
    assert texts(read(data, "plan.CSV")) == ROWS


def test_old_cyrillic_encoding() -> None:
    assert read("План на год".encode("cp1251")).paragraphs == ("План на год",)


def test_paragraphs_and_tables_keep_their_order() -> None:
    opened = docx.Document()
    opened.add_paragraph("before")
    opened.add_table(1, 1).cell(0, 0).text = "inside"
    opened.add_paragraph("after")
    blocks = read(saved(opened)).blocks
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Table", "Paragraph"]
    assert blocks[2] == Paragraph("after")


def test_merged_cells_of_a_word_table() -> None:
    opened = docx.Document()
    table = opened.add_table(3, 3)
    table.cell(0, 0).text = "across"
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(1, 1).text = "down"
    table.cell(1, 1).merge(table.cell(2, 1))
    rows = read(saved(opened)).tables[0].rows
    assert [(cell.text, cell.from_left) for cell in rows[0]] == [
        ("across", False),
        ("across", True),
        ("across", True),
    ]
    assert (rows[1][1].text, rows[1][1].from_above) == ("down", False)
    assert (rows[2][1].text, rows[2][1].from_above) == ("down", True)


def test_merged_cells_of_a_sheet() -> None:
    rows = (
        read(xlsx_bytes([["a", "b"], ["c", None], [None, "d"]], ("A1:B1", "A2:A3"))).tables[0].rows
    )
    assert rows[0][1].from_left
    assert (rows[2][0].text, rows[2][0].from_above) == ("c", True)


def test_values_of_a_sheet() -> None:
    document = read(xlsx_bytes([[date(2023, 9, 1), 3.0, 1.5, True, None, "text"]]))
    assert texts(document) == [["01.09.2023", "3", "1.5", "True", "", "text"]]


def test_numbers_word_counts_itself() -> None:
    opened = docx.Document()
    for text in ("first", "second"):
        opened.add_paragraph(text, style="List Number")
    opened.add_paragraph("point", style="List Bullet")
    assert read(saved(opened)).paragraphs == ("1. first", "2. second", "- point")


def test_inserted_text_is_read_deleted_is_not() -> None:
    opened = docx.Document()
    paragraph = opened.add_paragraph("kept ")
    for tag, inner, text in (("w:ins", "w:t", "new"), ("w:del", "w:delText", "old")):
        change, run, word = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        word.text = text
        run.append(word)
        change.append(run)
        paragraph._p.append(change)
    assert read(saved(opened)).paragraphs == ("kept new",)


def test_text_boxes_are_ignored() -> None:
    opened = docx.Document()
    paragraph = opened.add_paragraph("body")
    run = paragraph.add_run()
    picture, content = OxmlElement("w:pict"), OxmlElement("w:txbxContent")
    inner, inner_run, word = (OxmlElement(tag) for tag in ("w:p", "w:r", "w:t"))
    word.text = "stamp"
    inner_run.append(word)
    inner.append(inner_run)
    content.append(inner)
    picture.append(content)
    run._r.append(picture)
    assert read(saved(opened)).paragraphs == ("body",)


def test_table_inside_a_cell_comes_after_it() -> None:
    opened = docx.Document()
    outer = opened.add_table(1, 1)
    outer.cell(0, 0).text = "frame"
    outer.cell(0, 0).add_table(1, 2).cell(0, 1).text = "inner"
    document = read(saved(opened))
    assert texts(document, 0) == [["frame"]]
    assert texts(document, 1) == [["", "inner"]]


def test_absurd_span_is_cut() -> None:
    opened = docx.Document()
    cell = opened.add_table(1, 1).cell(0, 0)
    cell.text = "wide"
    span = OxmlElement("w:gridSpan")
    span.set(qn("w:val"), "99999")
    cell._tc.get_or_add_tcPr().append(span)
    assert read(saved(opened)).tables[0].width == 64


def test_text_tables_with_rows_cut_by_blank_lines() -> None:
    lines = "\tNo\n\tActivity\n\tDate\n\n\t1\n\tOrder\n\n\tMay 2023\n\n\t2\n\tReport\n\tJune 2023\n"
    assert texts(read(lines.encode())) == [
        ["No", "Activity", "Date"],
        ["1", "Order", "May 2023"],
        ["2", "Report", "June 2023"],
    ]


def test_hidden_rows_and_columns_of_a_sheet_are_left_out() -> None:
    book = Workbook()
    for row in (["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]):
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    assert texts(read(saved(book))) == [["a", "c"], ["g", "i"]]


def test_a_date_shown_as_a_month_is_that_month() -> None:
    book = Workbook()
    book.active.append([date(2024, 9, 1)] * 4)
    forms = ("mmmm yyyy", "[$-419]mmm\\-yy;@", "dd.mm.yyyy", "yyyy")
    for cell, form in zip(book.active[1], forms, strict=True):
        cell.number_format = form
    assert texts(read(saved(book))) == [["09.2024", "09.2024", "01.09.2024", "2024"]]


def test_a_formula_that_was_never_reckoned_is_not_lost() -> None:
    assert texts(read(xlsx_bytes([["a", "=A2+1"]]))) == [["a", "=A2+1"]]


def test_sheets_stand_below_their_names() -> None:
    book = Workbook()
    book.active.title = "First"
    book.active.append(["a"])
    book.create_sheet("Second").append(["b"])
    hidden = book.create_sheet("Third")
    hidden.append(["c"])
    hidden.sheet_state = "hidden"
    document = read(saved(book))
    assert document.paragraphs == ("First", "Second")
    assert [texts(document, index) for index in (0, 1)] == [[["a"]], [["b"]]]
