"""Headings that say when all below them is done."""

from __future__ import annotations

import pytest

from documents.reader import read
from mentoring.roadmaps.deadlines import Kind, Warn
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.model import Item, NotARoadmap, RoadmapDraft
from mentoring.roadmaps.reading import read_roadmap
from mentoring.roadmaps.term_headings import heading_term

from .builders import parts_as_sheet, word

TITLE = "План работы по наставничеству на 2025/2026 учебный год"


def said(items: tuple[Item, ...]) -> list[tuple[str, str, str]]:
    """Number, first and last day."""
    return [(i.number, str(i.deadline.start or "."), str(i.deadline.end or ".")) for i in items]


def text(*lines: str) -> RoadmapDraft:
    return read_roadmap(read("\n".join(lines).encode()))


@pytest.mark.parametrize(
    ("heading", "term"),
    [
        ("СЕНТЯБРЬ", "СЕНТЯБРЬ"),
        ("Ноябрь – декабрь 2025 г.", "Ноябрь – декабрь 2025 г"),
        ("В течение года", "В течение года"),
        ("Этап 2. Основной (октябрь – апрель)", "октябрь – апрель"),
        ("Подготовительный этап – сентябрь", "сентябрь"),
        ("Октябрь. Месячник наставника", "Октябрь"),
        ("2026 год", ""),
        ("на 2025-2026 учебный год", ""),
        ("Работа с кадрами", ""),
        ("По плану школы", ""),
        ("на I полугодие 2026-2027 учебного года", ""),
        ("(сентябрь 2026 г. – май 2027 г.)", ""),
        ("15 сентября 2026 г.", ""),
    ],
)
def test_the_term_of_a_heading(heading: str, term: str) -> None:
    assert heading_term(heading) == term


def test_rows_below_months_in_a_table_without_terms() -> None:
    table = [
        ("№", "Содержание работы", "Ответственные"),
        ("Сентябрь", "<", "<"),
        ("1", "Закрепить наставников", "Директор"),
        ("2", "Познакомить с порядком", "Наставник"),
        ("Январь", "<", "<"),
        ("1", "Посетить уроки", "Наставники"),
        ("В течение года", "<", "<"),
        ("1", "Советовать", "Наставники"),
    ]
    draft = read_roadmap(word(TITLE, table))
    assert said(draft.items) == [
        ("1.1", "2025-09-01", "2025-09-30"),
        ("1.2", "2025-09-01", "2025-09-30"),
        ("2.1", "2026-01-01", "2026-01-31"),
        ("3.1", ".", "."),
    ]
    assert draft.items[0].deadline_text == "Сентябрь"
    assert draft.items[0].responsible == ("Директор",)
    assert Warn.DEADLINE_INHERITED in draft.items[0].warnings
    assert draft.items[3].deadline.kind is Kind.CONTINUOUS
    assert not any(is_doubtful(item.deadline, item.warnings) for item in draft.items)


def test_months_whose_merge_was_lost() -> None:
    table = [
        ("№", "Мероприятия", "Исполнители"),
        ("", "Май", ""),
        ("1", "Подвести итоги", "Куратор"),
        ("", "Июнь", ""),
        ("2", "Составить отчёт", "Куратор"),
    ]
    assert said(read_roadmap(word(TITLE, table)).items) == [
        ("1", "2026-05-01", "2026-05-31"),
        ("2", "2026-06-01", "2026-06-30"),
    ]


def test_a_table_for_each_month() -> None:
    heading = ("№", "Мероприятие", "Ответственный")
    parts = (
        "Сентябрь",
        [heading, ("1", "Издать приказ", "директор"), ("2", "Собрать запросы", "куратор")],
        "Октябрь",
        [heading, ("1", "Обучить наставников", "психолог")],
    )
    assert said(read_roadmap(word(TITLE, *parts)).items) == [
        ("1.1", "2025-09-01", "2025-09-30"),
        ("1.2", "2025-09-01", "2025-09-30"),
        ("2.1", "2025-10-01", "2025-10-31"),
    ]


def test_an_empty_cell_below_a_stage_with_dates_takes_them_and_says_so() -> None:
    table = [
        ("№", "Мероприятие", "Срок", "Ответственный"),
        ("1 этап. Подготовка (сентябрь)", "<", "<", "<"),
        ("1.1", "Приказ", "до 10.09.2025", "директор"),
        ("1.2", "Запросы", "", "куратор"),
        ("2 этап. Работа", "<", "<", "<"),
        ("2.1", "Встречи", "", "наставники"),
    ]
    draft = read_roadmap(word(TITLE, table))
    assert said(draft.items) == [
        ("1.1", ".", "2025-09-10"),
        ("1.2", "2025-09-01", "2025-09-30"),
        ("2.1", ".", "."),
    ]
    assert Warn.DEADLINE_INHERITED in draft.items[1].warnings
    assert draft.items[2].deadline.kind is Kind.NONE


def test_a_list_without_times_is_no_plan() -> None:
    table = [("№", "Мероприятие", "Ответственный"), ("1", "Приказ", "директор")]
    with pytest.raises(NotARoadmap):
        read_roadmap(word("Список", table))


def test_lines_below_months() -> None:
    draft = text(
        "План работы куратора",
        "2025-2026 учебный год",
        "",
        "Сентябрь",
        "- провести совещание (зам. директора)",
        "- собрать согласия, срок – до 20 сентября",
        "Октябрь-ноябрь:",
        "Открытые встречи пар,",
        "беседы",
        "Ежемесячно",
        "- проверять дневники",
    )
    assert said(draft.items)[:3] == [
        ("1.1", "2025-09-01", "2025-09-30"),
        ("1.2", ".", "2025-09-20"),
        ("2.1", "2025-10-01", "2025-11-30"),
    ]
    assert draft.items[2].title == "Открытые встречи пар, беседы"
    assert draft.items[0].responsible == ("зам. директора",)
    assert draft.items[3].deadline.kind is Kind.RECURRING


def test_a_month_inside_a_line_that_was_broken_is_no_heading() -> None:
    draft = text(
        TITLE,
        "1. Провести совещание",
        "сентябрь",
        "2. Подвести итоги (май)",
        "3. Собрать отчёты, срок: июнь",
    )
    assert [item.number for item in draft.items] == ["1", "2", "3"]


@pytest.mark.parametrize("line", ["15.09.2026", "сентябрь – декабрь 2025 г.", "на I полугодие"])
def test_one_line_of_time_below_the_title_belongs_to_it(line: str) -> None:
    draft = text(
        TITLE,
        line,
        "1. Провести совещание (октябрь)",
        "2. Подвести итоги (май)",
        "3. Обновить сайт",
    )
    assert said(draft.items) == [
        ("1", "2025-10-01", "2025-10-31"),
        ("2", "2026-05-01", "2026-05-31"),
        ("3", ".", "."),
    ]


def test_topics_below_months_are_read_without_their_heading() -> None:
    table = [
        ("№", "Тема занятия", "Форма", "Ответственные"),
        ("Сентябрь", "<", "<", "<"),
        ("1", "Ведение журнала", "практикум", "завуч"),
        ("Октябрь", "<", "<", "<"),
        ("2", "Строение урока", "семинар", "завуч"),
    ]
    assert said(read_roadmap(read(parts_as_sheet(TITLE, table), "plan.xlsx")).items) == [
        ("1", "2025-09-01", "2025-09-30"),
        ("2", "2025-10-01", "2025-10-31"),
    ]
