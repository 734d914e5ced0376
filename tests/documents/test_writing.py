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


def test_a_dash_for_nothing_stays_a_dash() -> None:
    data = workbook([Sheet("План", ["Результат"], [("-",), ("--",), ("-1+A1",)])])
    page = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [row[0] for row in page.iter_rows(min_row=2, values_only=True)] == ["-", "--", "'-1+A1"]


def test_a_wide_sheet_can_be_printed() -> None:
    long = "Разработка и утверждение положения о наставничестве. " * 6
    row = ["1.1", *[long] * 8, date(2026, 9, 1)]
    data = workbook([Sheet("План", [f"Столбец {n}" for n in range(10)], [row] * 60, above=long)])
    page = load_workbook(io.BytesIO(data)).worksheets[0]
    widths = [found.width for found in page.column_dimensions.values()]
    # What a page of A4 holds in letters that can be read, and every cell whole.
    assert sum(widths) <= 190
    assert min(widths) >= 8
    assert page.print_options.gridLines
    assert page.row_dimensions[3].height >= 15 * len(long) / max(widths)
    assert page.freeze_panes == "A3"
    assert page.print_title_rows == "$2:$2"
    assert "&P" in page.oddFooter.right.text


def test_a_row_is_as_high_as_its_words_take_lines() -> None:
    long = "Управление образования, МБУ «Методический центр»"
    data = workbook([Sheet("План", ["Кто"] * 12, [[long] * 12])])
    page = load_workbook(io.BytesIO(data)).worksheets[0]
    assert page.column_dimensions["A"].width == 15
    # "Управление", "образования,", "МБУ", "«Методический", "центр»": no two fit side by side.
    assert page.row_dimensions[2].height == 15 * 5


def test_a_table_that_is_longer_than_a_page() -> None:
    paper = Paper(landscape=True)
    paper.on_every_page("На 1 сентября")
    paper.table(["№", "Мероприятие"], ["Этап 1", ["1.1", "Приказ"]], widths=[2, 20])
    document = Document(io.BytesIO(paper.done()))
    section, (head, heading, row) = document.sections[0], document.tables[0].rows
    assert section.header.paragraphs[0].text == "На 1 сентября"
    assert "PAGE" in section.footer.paragraphs[0]._p.xml
    assert "w:tblHeader" in head._tr.xml
    assert all("w:cantSplit" in one._tr.xml for one in (head, heading, row))
    assert [cell.text for cell in heading.cells] == ["Этап 1", "Этап 1"]
    assert [cell.text for cell in row.cells] == ["1.1", "Приказ"]


def test_a_paper_reads_back() -> None:
    paper = Paper()
    paper.heading("Приказ")
    paper.text("Пункт\x00 первый")
    paper.table(["№", "ФИО"], [["1", "Анна"]], widths=[1, 10])
    document = Document(io.BytesIO(paper.done()))
    assert [paragraph.text for paragraph in document.paragraphs][:2] == ["Приказ", "Пункт первый"]
    assert document.tables[0].rows[1].cells[1].text == "Анна"
