"""Plans with a column of deadlines for each year: every year is a term of its own."""

from __future__ import annotations

from datetime import date

import pytest

from documents.reader import read
from mentoring.roadmaps.deadlines import Kind, Warn, YearContext
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.model import Item, NotARoadmap
from mentoring.roadmaps.reading import read_roadmap
from mentoring.roadmaps.readings import readings
from mentoring.roadmaps.year_columns import dated

from .builders import Rows, parts_as_sheet, parts_as_text, word

TITLE = "Дорожная карта развития наставничества на 2026-2027 годы"
PLAN: Rows = [
    ("№", "Мероприятие", "Сроки реализации", "<", "Ответственный"),
    ("", "", "2026 год", "2027 год", ""),
    ("1", "Провести семинар", "до 20 марта", "до 25 марта", "ЦРО"),
    ("2", "Обновить базу", "сентябрь", "октябрь", "школы"),
    ("3", "Мониторинг", "-", "май", "управление"),
    ("4", "Издать приказ", "до 15.09", "", "директор"),
    ("5", "Слёт наставников", "+", "+", "школы"),
    ("6", "Консультации", "постоянно", "постоянно", "ЦРО"),
]


def terms(item: Item) -> list[str]:
    """The windows of a series, else the one there is."""
    windows = item.deadline.occurrences or ((item.deadline.start, item.deadline.end),)
    return [f"{first or '.'} {last or '.'}" for first, last in windows]


EXPECTED = [
    [". 2026-03-20", ". 2027-03-25"],
    ["2026-09-01 2026-09-30", "2027-10-01 2027-10-31"],
    ["2027-05-01 2027-05-31"],
    [". 2026-09-15"],
    ["2026-01-01 2026-12-31", "2027-01-01 2027-12-31"],
    ["2026-01-01 2027-12-31"],
]


def test_each_year_is_a_term_of_its_own() -> None:
    for document in (
        word(TITLE, PLAN),
        read(parts_as_sheet(TITLE, PLAN), "plan.xlsx"),
        read(parts_as_text("tabs", TITLE, PLAN)),
        read(parts_as_text("bars", TITLE, PLAN)),
    ):
        draft = read_roadmap(document)
        assert [terms(item) for item in draft.items] == EXPECTED, document.form
        assert not any(is_doubtful(item.deadline, item.warnings) for item in draft.items)
    assert draft.items[5].deadline.kind is Kind.CONTINUOUS
    assert draft.items[0].deadline_text == "до 20 марта 2026 г.; до 25 марта 2027 г."


@pytest.mark.parametrize(
    ("first", "second", "january", "march"),
    [
        ("2026/2027 уч. год", "2027/2028 уч. год", ". 2027-01-15", "2028-03-01 2028-03-31"),
        ("2026-2027", "2027-2028", ". 2027-01-15", "2028-03-01 2028-03-31"),
        ("2026", "2027", ". 2026-01-15", "2027-03-01 2027-03-31"),
        ("Срок в 2026 году", "Срок в 2027 году", ". 2026-01-15", "2027-03-01 2027-03-31"),
    ],
)
def test_years_in_the_headings_alone(first: str, second: str, january: str, march: str) -> None:
    table = [
        ("№", "Мероприятие", first, second, "Исполнитель"),
        ("1", "Собрать отчёты", "до 15 января", "март", "ЦРО"),
        ("2", "Провести слёт", "апрель", "", "школы"),
    ]
    draft = read_roadmap(word("Дорожная карта", table))
    assert terms(draft.items[0]) == [january, march]
    assert len(terms(draft.items[1])) == 1


def test_years_of_money_are_no_deadlines() -> None:
    table = [
        ("№", "Мероприятие", "Срок", "Объём финансирования, тыс. руб.", "<", "Исполнитель"),
        (None, None, None, "2026", "2027", None),
        ("1", "Провести семинар", "март 2026 г.", "10", "20", "ЦРО"),
        ("2", "Провести слёт", "сентябрь 2027", "15", "15", "ЦРО"),
    ]
    assert [terms(item) for item in read_roadmap(word(TITLE, table)).items] == [
        ["2026-03-01 2026-03-31"],
        ["2027-09-01 2027-09-30"],
    ]
    figures = [
        ("№", "Показатель", "2026", "2027"),
        ("1", "Доля наставников", "10", "15"),
        ("2", "Число пар", "30", "40"),
    ]
    with pytest.raises(NotARoadmap):
        read_roadmap(word("Показатели", figures))


def test_a_cell_across_the_years_is_about_all_of_them() -> None:
    table = [
        *PLAN[:2],
        ("1", "Отчёт", "ежеквартально", "<", "школы"),
        ("2", "Семинар", "март", "март", "ЦРО"),
    ]
    first = read_roadmap(word(TITLE, table)).items[0].deadline
    assert (first.kind, first.start, first.end) == (
        Kind.RECURRING,
        date(2026, 1, 1),
        date(2027, 12, 31),
    )


def test_the_table_goes_on_behind_a_page() -> None:
    draft = read_roadmap(word(TITLE, PLAN[:4], "2", PLAN[4:6]))
    assert [terms(item) for item in draft.items] == EXPECTED[:4]


def test_terms_that_run_together_are_asked_about_by_year() -> None:
    text = "IV квартал 2026 г.; I квартал 2027 г."
    table = [
        *PLAN[:2],
        ("1", "Опрос", "IV квартал", "I квартал", "ЦРО"),
        ("2", "Полугодие", "I полугодие", "", "ЦРО"),
    ]
    opinion, half = read_roadmap(word(TITLE, table)).items
    assert opinion.deadline_text == text
    assert Warn.AMBIGUOUS in opinion.warnings and Warn.AMBIGUOUS in half.warnings
    offered = readings(opinion.deadline, text, YearContext()).values()
    assert (date(2026, 10, 1), date(2026, 12, 31)) in [(one.start, one.end) for one in offered]


def _days(*rows: tuple[str | None, ...], title: str) -> list[str]:
    draft = read_roadmap(word(title, list(rows)))
    assert not any(is_doubtful(item.deadline, item.warnings) for item in draft.items)
    return [one for item in draft.items for one in terms(item)]


@pytest.mark.parametrize(
    "heading",
    [
        [
            ("№", "Мероприятие", "Срок исполнения (квартал)", "<", "<", "<", "Ответственный"),
            (None, None, "I", "II", "III", "IV", None),
        ],
        [("№", "Мероприятие", "1 квартал", "2 кв.", "3 кв.", "4 квартал", "Ответственный")],
    ],
)
def test_a_column_for_each_quarter(heading: list[tuple[str | None, ...]]) -> None:
    rows = [
        *heading,
        ("1", "Провести отбор", "+", "", "", "", "куратор"),
        ("2", "Мониторинг", "+", "+", "+", "+", "куратор"),
        ("3", "Слёт", "", "", "", "до 15.12", "куратор"),
    ]
    assert _days(*rows, title="План мероприятий на 2026 год") == [
        "2026-01-01 2026-03-31",
        "2026-01-01 2026-03-31",
        "2026-04-01 2026-06-30",
        "2026-07-01 2026-09-30",
        "2026-10-01 2026-12-31",
        ". 2026-12-15",
    ]


def test_days_in_the_columns_of_months() -> None:
    rows = [
        ("№", "Мероприятие", "сентябрь", "октябрь", "май", "Ответственный"),
        ("1", "Совет", "до 15", "", "", "директор"),
        ("2", "Неделя", "", "5-9", "", "куратор"),
        ("3", "Слёт", "", "", "весь класс", "куратор"),
    ]
    assert _days(*rows, title="План работы на 2026-2027 учебный год") == [
        ". 2026-09-15",
        "2026-10-05 2026-10-09",
        "2027-05-01 2027-05-31",
    ]


def test_a_column_of_months_and_one_of_their_days() -> None:
    rows = [
        ("Месяц", "Число", "Мероприятие", "Ответственный"),
        ("Сентябрь", "5", "Издать приказ", "директор"),
        (None, "20", "Собрать базу", "куратор"),
        ("Апрель", "1", "Провести слёт", "куратор"),
    ]
    assert _days(*rows, title="План работы на 2026-2027 учебный год") == [
        ". 2026-09-05",
        ". 2026-09-20",
        ". 2027-04-01",
    ]


@pytest.mark.parametrize(
    ("first", "second", "march"),
    [
        ("2026 год", "2027 год", "2026-03-01 2026-03-31"),
        ("2026-2027 учебный год", "2027/28 уч. год", "2027-03-01 2027-03-31"),
        ("2026", "2027", "2026-03-01 2026-03-31"),
    ],
)
def test_years_as_sections(first: str, second: str, march: str) -> None:
    heading = ("№", "Мероприятие", "Срок", "Ответственный")
    rows = [("1", "Семинар", "март", "ЦРО"), ("2", "Слёт", "в течение года", "ЦРО")]
    found = _days(
        heading, (first, "<", "<", "<"), *rows, (second, "<", "<", "<"), rows[0], title="План"
    )
    assert found == [march, ". .", march.replace("2027", "2028").replace("2026", "2027")]


def test_a_column_of_years_beside_the_months() -> None:
    rows = [
        ("Год", "Месяц", "Мероприятие", "Ответственный"),
        ("2026", "сентябрь", "Издать приказ", "директор"),
        (None, "октябрь", "Собрать базу", "куратор"),
        ("2027", "март", "Провести слёт", "куратор"),
    ]
    assert _days(*rows, title="План мероприятий") == [
        "2026-09-01 2026-09-30",
        "2026-10-01 2026-10-31",
        "2027-03-01 2027-03-31",
    ]


def test_a_section_of_another_year_than_the_titles_is_asked_about() -> None:
    rows = [
        ("№", "Мероприятие", "Срок", "Ответственный"),
        ("2028 год", "<", "<", "<"),
        ("1", "Семинар", "март", "ЦРО"),
        ("2", "Слёт", "апрель", "ЦРО"),
    ]
    (first, _second) = read_roadmap(word(TITLE, rows)).items
    assert terms(first) == ["2028-03-01 2028-03-31"]
    assert Warn.OUTSIDE_PLAN_PERIOD in first.warnings


def test_december_to_january_of_a_year_may_begin_in_it_or_end_in_it() -> None:
    column = [
        ("№", "Мероприятие", "2026 год", "2027 год", "Ответственный"),
        ("1", "Опрос", "декабрь - январь", "декабрь", "ЦРО"),
        ("2", "Слёт", "май", "май", "ЦРО"),
    ]
    section = [
        ("№", "Мероприятие", "Срок", "Ответственный"),
        ("2026 год", "<", "<", "<"),
        ("1", "Опрос", "декабрь - январь", "ЦРО"),
        ("2", "Слёт", "май", "ЦРО"),
    ]
    for table in (column, section):
        first, second = read_roadmap(word("План мероприятий", table)).items
        assert is_doubtful(first.deadline, first.warnings)
        assert not is_doubtful(second.deadline, second.warnings)


def test_a_column_of_years_that_is_all_there_is() -> None:
    rows = [
        ("№", "Мероприятие", "Год", "Ответственный"),
        ("1", "Издать приказ", "2026", "директор"),
        ("2", "Провести слёт", "2027", "куратор"),
    ]
    assert _days(*rows, title=TITLE) == ["2026-01-01 2026-12-31", "2027-01-01 2027-12-31"]


def test_a_plan_beside_a_date_keeps_it() -> None:
    """The year is written behind the date, not behind the plan that follows it."""
    assert dated("октябрь, по плану ИМЦ", "2026 г.") == "октябрь 2026 г., по плану ИМЦ"
    assert dated("март (согласно плану)", "2026 г.") == "март 2026 г. (согласно плану)"
    assert dated("по плану", "2026 г.") == "по плану 2026 г."
    table = [
        ("№", "Мероприятие", "Срок", "<"),
        (None, None, "2026 год", "2027 год"),
        ("1", "Семинар", "октябрь, по плану ИМЦ", ""),
        ("2", "Форум", "по плану ИМЦ", "март"),
        ("3", "Конкурс", "май", "май"),
    ]
    draft = read_roadmap(word("План мероприятий на 2026-2027 годы", table))
    assert draft.items[0].deadline.end == date(2026, 10, 31)
    assert draft.items[0].deadline_text == "октябрь 2026 г., по плану ИМЦ"
    assert is_doubtful(draft.items[1].deadline, draft.items[1].warnings)
