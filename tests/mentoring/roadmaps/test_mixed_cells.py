"""Deadlines and executors in one column."""

from __future__ import annotations

from datetime import date

import pytest

from documents.reader import read
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.mixed_cells import split_cell
from mentoring.roadmaps.reading import read_roadmap

from .builders import parts_as_sheet, word

TITLE = "План мероприятий по наставничеству на 2025-2026 учебный год"


@pytest.mark.parametrize(
    ("text", "term", "people"),
    [
        ("до 15.09.2025\nдиректор школы", "до 15.09.2025", "директор школы"),
        ("Сентябрь, директор", "Сентябрь", "директор"),
        ("Директор, заместитель, до 15 сентября", "до 15 сентября", "Директор, заместитель"),
        ("март,\nиюнь,\nдиректор", "март,\nиюнь", "директор"),
        ("в течение года\nнаставники\nкуратор", "в течение года", "наставники\nкуратор"),
        ("до 30 мая 2026 года Куратор", "до 30 мая 2026 года", "Куратор"),
        ("сентябрь 2025 Иванова И.И.", "сентябрь 2025", "Иванова И.И."),
        ("ежемесячно (наставники)", "ежемесячно", "наставники"),
        ("Октябрь / старший воспитатель", "Октябрь", "старший воспитатель"),
        ("постоянно, по мере необходимости, ИМЦ", "постоянно, по мере необходимости", "ИМЦ"),
        ("по окончании программы", "по окончании программы", ""),
        ("до 01.10.2026 (при наличии)", "до 01.10.2026 (при наличии)", ""),
        ("куратор", "", "куратор"),
        ("до 20.10, Петрова А.И., Сидоров К.К.", "до 20.10", "Петрова А.И., Сидоров К.К."),
        ("Октябрь, Петрова, Ким", "Октябрь", "Петрова, Ким"),
        ("до 20 октября 2025 Ким, Ли", "до 20 октября 2025", "Ким, Ли"),
        ("еженедельно ветераны труда", "еженедельно", "ветераны труда"),
    ],
)
def test_which_words_are_which(text: str, term: str, people: str) -> None:
    assert split_cell(text) == (term, people)


@pytest.mark.parametrize(
    "text", ["", "-", "до 1 октября – школы, до 15 октября – ЦРО", "директор – май; завуч – июнь"]
)
def test_what_is_not_clear_stays_in_one_piece(text: str) -> None:
    assert split_cell(text) is None


def test_only_people_are_told_where_no_heading_speaks_of_executors() -> None:
    assert split_cell("2 раза в год, актовый зал", people_only=True) is None
    assert split_cell("2 раза в год, психолог", people_only=True) == ("2 раза в год", "психолог")


def test_a_column_that_its_heading_calls_both() -> None:
    table = [
        ("№", "Мероприятие", "Сроки, ответственные", "Результат"),
        ("1", "Положение", "до 15.09.2025\nдиректор", "Положение"),
        ("2", "Приказ", "Сентябрь, директор, куратор", "Приказ"),
        ("3", "Встречи", "1 раз в месяц / наставники", "Дневники"),
        ("4", "Отчёты", "школы – до 1 мая, ЦРО – до 15 мая", "Отчёты"),
    ]
    draft = read_roadmap(word(TITLE, table))
    assert [item.deadline_text for item in draft.items[:3]] == [
        "до 15.09.2025",
        "Сентябрь",
        "1 раз в месяц",
    ]
    assert [item.responsible for item in draft.items] == [
        ("директор",),
        ("директор", "куратор"),
        ("наставники",),
        (),
    ]
    asked = [item.number for item in draft.items if is_doubtful(item.deadline, item.warnings)]
    assert asked == ["4"]


def test_a_column_that_holds_both_without_saying_so() -> None:
    table = [
        ("№", "Мероприятие", "Срок"),
        ("1", "Положение", "до 15 сентября, директор"),
        ("2", "Приказ", "сентябрь, заместитель директора"),
        ("3", "Праздник", "май"),
    ]
    draft = read_roadmap(word(TITLE, table))
    assert [item.responsible for item in draft.items] == [
        ("директор",),
        ("заместитель директора",),
        (),
    ]
    assert draft.items[0].deadline.end == date(2025, 9, 15)
    assert not any(is_doubtful(item.deadline, item.warnings) for item in draft.items)


def test_one_heading_over_a_column_of_each() -> None:
    table = [
        ("№", "Мероприятие", "Сроки и ответственные", "<"),
        (None, None, "срок", "ответственный"),
        ("1", "Положение", "до 15.09.2025", "директор"),
        ("2", "Праздник", "май 2026 г.", "куратор"),
    ]
    draft = read_roadmap(read(parts_as_sheet(TITLE, table), "plan.xlsx"))
    assert [(item.deadline.end, item.responsible) for item in draft.items] == [
        (date(2025, 9, 15), ("директор",)),
        (date(2026, 5, 31), ("куратор",)),
    ]


def test_the_column_of_facts_below_one_heading_of_dates_is_left_out() -> None:
    table = [
        ("№", "Виды работ", "Дата", "<", "Кто отвечает"),
        (None, None, "план", "факт", None),
        ("1", "Приказ", "05.09.2025", "08.09.2025", "директор"),
        ("2", "Праздник", "до 20.05.2026", "", "куратор"),
    ]
    draft = read_roadmap(word(TITLE, table))
    assert [(item.deadline_text, item.deadline.end) for item in draft.items] == [
        ("05.09.2025", date(2025, 9, 5)),
        ("до 20.05.2026", date(2026, 5, 20)),
    ]


def test_a_column_whose_heading_speaks_of_neither_is_told_by_its_cells() -> None:
    table = [
        ("№", "Мероприятия", "Исполнение"),
        ("1", "Утверждение плана", "Сентябрь, Петрова"),
        ("2", "Обучение наставников", "до 20.10 Петрова, Сидоров"),
        ("3", "Опрос", "25 декабря Ким"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    assert [(item.deadline.end, item.responsible) for item in items] == [
        (date(2025, 9, 30), ("Петрова",)),
        (date(2025, 10, 20), ("Петрова", "Сидоров")),
        (date(2025, 12, 25), ("Ким",)),
    ]
    assert not any(is_doubtful(item.deadline, item.warnings) for item in items)
