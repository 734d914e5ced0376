"""What the bot writes can be opened again and does no harm."""

import io
from datetime import date

from docx import Document
from openpyxl import load_workbook

from documents.paper import Paper
from documents.workbook import Sheet, workbook


def test_a_workbook_reads_back_and_holds_no_formula() -> None:
    rows = [("Анна", 7, date(2026, 9, 1)), ("=SUM(A1)", None, None), ("\x07звонок", -3, None)]
    book = load_workbook(
        io.BytesIO(workbook([Sheet("Банк: наставники", ["ФИО", "Класс", "Дата"], rows)]))
    )
    page = book.worksheets[0]
    assert page.title == "Банк  наставники"
    values = [[cell.value for cell in row] for row in page.iter_rows()]
    assert values[0] == ["ФИО", "Класс", "Дата"]
    assert values[1][:2] == ["Анна", 7]
    assert values[2][0] == "'=SUM(A1)"
    assert values[3][:2] == ["звонок", -3]
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_a_paper_reads_back() -> None:
    paper = Paper()
    paper.heading("Приказ")
    paper.text("Пункт\x00 первый")
    paper.table(["№", "ФИО"], [["1", "Анна"]], widths=[1, 10])
    document = Document(io.BytesIO(paper.done()))
    assert [paragraph.text for paragraph in document.paragraphs][:2] == ["Приказ", "Пункт первый"]
    assert document.tables[0].rows[1].cells[1].text == "Анна"
