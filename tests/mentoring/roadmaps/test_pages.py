"""A .pdf's table cut by a page: a merged deadline stands on the first of the two pages only."""

import pytest

from documents.model import Cell, Document, Paragraph, table_of
from mentoring.roadmaps.deadlines import Kind, Warn
from mentoring.roadmaps.reading import read_roadmap

HEADING = ["№", "Мероприятие", "Срок", "Ответственный"]
FIRST = [["1.1", "Издать приказ", "", "Директор"], ["1.2", "Собрать заявления", "май", "Куратор"]]
SECOND = [["1.3", "Подвести итоги", "", "Куратор"], ["1.4", "Составить план", "", "Куратор"]]


@pytest.mark.parametrize("heading", [[HEADING], []])
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_first_deadline_of_a_page_is_asked_about(heading: list[list[str]], form: str) -> None:
    tables = [
        table_of([[Cell(text) for text in row] for row in rows])
        for rows in ([HEADING, *FIRST], [*heading, *SECOND])
    ]
    title = Paragraph("План на 2023/24 учебный год")
    empty, _, cut, other = read_roadmap(Document(form, (title, *tables))).items
    # A row whose deadline is empty on its own page has none.
    assert empty.deadline.kind is other.deadline.kind is Kind.NONE
    if form == "docx":
        assert cut.deadline.kind is Kind.NONE
    else:
        assert cut.deadline.kind is Kind.PERIOD
        assert Warn.DEADLINE_INHERITED in cut.warnings
