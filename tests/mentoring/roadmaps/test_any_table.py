"""Whatever a table holds, it is a roadmap or it is not: never an exception, never a lost number."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.model import Cell, Document, Paragraph, table_of
from mentoring.roadmaps.model import NotARoadmap
from mentoring.roadmaps.reading import read_roadmap

TEXTS = st.one_of(
    st.sampled_from(
        [
            *("", "№", "N п/п", "Мероприятие", "Содержание деятельности", "Этап", "Срок"),
            *("Сроки", "Начало", "Окончание", "Ответственный", "Результат", "Дата", "I.", "II"),
            *("1", "1.", "1.1", "1.1.1.", "2.", "10.9", "1. Подготовка", "2.1. А. 2.2. Б."),
            *("1. Раз. 2. Два.", "Раздел 2. Итоги", "май", "до 31.06", "в течение года"),
            *("сентябрь 2022", "ежемесячно", "Директор, куратор", "и далее", "ПРИКАЗЫВАЮ:"),
            *("от 01.09.2022 № 5", "План мероприятий на 2023 год", "3. Собрать до 1.02.2023"),
        ]
    ),
    st.text(max_size=20),
)
CELLS = st.builds(Cell, TEXTS, st.booleans(), st.booleans())
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=6)
HEADINGS = [
    [Cell(text) for text in heading]
    for heading in (
        ("№", "Мероприятие", "Срок", "Ответственный", "Результат"),
        ("№", "Этап", "Содержание деятельности", "Сроки"),
        ("№", "Этап", "Мероприятия", "Содержание деятельности", "Сроки"),
        ("Мероприятие", "Начало", "Окончание"),
    )
]
BLOCKS = st.one_of(
    st.builds(Paragraph, TEXTS),
    ROWS.map(table_of),
    st.tuples(st.sampled_from(HEADINGS), ROWS).map(lambda parts: table_of([parts[0], *parts[1]])),
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(BLOCKS, max_size=5),
    st.sampled_from(["docx", "text"]),
    st.one_of(st.none(), st.integers(1990, 2099)),
)
def test_any_table(blocks: list, form: str, school_year: int | None) -> None:
    try:
        draft = read_roadmap(Document(form, tuple(blocks)), school_year=school_year)
    except NotARoadmap:
        return
    assert draft.items or draft.clauses  # an order may have no table
    for item in (*draft.items, *draft.clauses):
        assert item.number
        assert not item.number.endswith(".")
        assert set(item.deadline.warnings) <= set(item.warnings)
