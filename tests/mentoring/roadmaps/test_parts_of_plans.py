"""Plans in parts: stages with dates of their own, rows that hold several, several plans in one."""

from __future__ import annotations

import pytest

from documents.reader import read
from mentoring.roadmaps.deadlines import Warn
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.model import Item, NotARoadmap
from mentoring.roadmaps.reading import read_roadmap

from .builders import parts_as_sheet, word

TITLE = "Дорожная карта по наставничеству на 2026-2027 учебный год"
HEADING = ("№", "Мероприятие", "Срок", "Ответственный")


def said(items: tuple[Item, ...]) -> list[tuple[str, str, str]]:
    """Number, first and last day."""
    return [(i.number, str(i.deadline.start or "."), str(i.deadline.end or ".")) for i in items]


def test_stages_with_roman_numbers_and_dates_of_their_own() -> None:
    table = [
        HEADING,
        ("I", "Подготовка", "сентябрь 2026", ""),
        ("1", "Приказ", "до 10.09.2026", "директор"),
        ("2", "Опрос", "до 20.11.2026", "психолог"),
        ("II", "Работа", "октябрь 2026 – апрель 2027", "куратор"),
        ("1", "Обучение", "октябрь", "психолог"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    assert said(items) == [
        ("I", "2026-09-01", "2026-09-30"),
        ("I.1", ".", "2026-09-10"),
        ("I.2", ".", "2026-11-20"),
        ("II", "2026-10-01", "2027-04-30"),
        ("II.1", "2026-10-01", "2026-10-31"),
    ]
    assert [item.number for item in items if item.is_section] == ["I", "II"]
    assert Warn.OUTSIDE_SECTION in items[2].warnings


def test_rows_without_numbers_that_hold_several_activities() -> None:
    table = [
        ("Дата заседания", "Повестка", "Ответственный"),
        ("Сентябрь", "1. Состав наставников\n2. План на год", "Председатель"),
        ("Март", "Промежуточные итоги", "Куратор"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    assert said(items) == [
        ("1.1", "2026-09-01", "2026-09-30"),
        ("1.2", "2026-09-01", "2026-09-30"),
        ("2", "2027-03-01", "2027-03-31"),
    ]


def test_a_row_that_only_says_when_it_begins() -> None:
    table = [
        ("№", "Мероприятие", "Дата начала", "Дата окончания"),
        ("1", "Обучение", "21.09.2026", ""),
        ("2", "Праздник", "", "25.12.2026"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    assert said(items) == [("1", "2026-09-21", "."), ("2", ".", "2026-12-25")]
    assert Warn.OPEN_END in items[0].warnings


def test_several_plans_in_one_document_keep_their_years() -> None:
    plan = [HEADING, ("1", "Приказ", "сентябрь", "директор"), ("2", "Итоги", "май", "куратор")]
    first, second = (
        f"План по наставничеству на {years} учебный год" for years in ("2025-2026", "2026-2027")
    )
    apart = read_roadmap(word(first, plan, second, plan))
    assert said(apart.items) == [
        ("1.1", "2025-09-01", "2025-09-30"),
        ("1.2", "2026-05-01", "2026-05-31"),
        ("2.1", "2026-09-01", "2026-09-30"),
        ("2.2", "2027-05-01", "2027-05-31"),
    ]
    assert not any(item.warnings for item in apart.items)
    together = read_roadmap(read(parts_as_sheet(first, plan, second, plan), "plans.xlsx"))
    assert [days for _number, *days in said(together.items)] == [
        days for _number, *days in said(apart.items)
    ]


def test_a_title_repeated_on_each_page_begins_nothing() -> None:
    plan = [HEADING, ("1", "Приказ", "сентябрь", "директор")]
    more = [HEADING, ("2", "Итоги", "май", "куратор")]
    items = read_roadmap(word(TITLE, plan, TITLE, more)).items
    assert said(items) == [("1", "2026-09-01", "2026-09-30"), ("2", "2027-05-01", "2027-05-31")]


def test_a_list_with_terms_is_a_plan_whatever_stands_above_it() -> None:
    lines = (
        "Коллеги, вот что надо сделать осенью:",
        "1) назначить куратора — до 15.09 (директор)",
        "2) собрать согласия — до конца сентября (классные руководители)",
        "3) сформировать пары — октябрь (куратор)",
        "4) не забыть о фотографиях",
    )
    draft = read_roadmap(read("\n".join(lines).encode()), school_year=2026)
    assert said(draft.items) == [
        ("1", ".", "2026-09-15"),
        ("2", ".", "2026-09-30"),
        ("3", "2026-10-01", "2026-10-31"),
        ("4", ".", "."),
    ]
    assert draft.items[1].responsible == ("классные руководители",)


def test_a_stage_written_in_each_of_its_rows_is_one_stage() -> None:
    text = (
        "Дорожная карта наставничества на 2026-2027 учебный год\n"
        "| Этап | Что делаем | Срок | Кто |\n|---|---|---|---|\n"
        "| Старт | Приказ | до 5 сентября | директор |\n"
        "| Старт | Анкеты | 7–18 сентября | психолог |\n"
        "| Работа | Встречи пар | октябрь | наставники |\n"
    )
    assert said(read_roadmap(read(text.encode())).items) == [
        ("1.1", ".", "2026-09-05"),
        ("1.2", "2026-09-07", "2026-09-18"),
        ("2.1", "2026-10-01", "2026-10-31"),
    ]


def test_a_clause_with_a_day_in_words_is_dated() -> None:
    draft = read_roadmap(
        word(
            "Протокол совещания кураторов от 15.09.2026 № 2",
            "Решили:",
            "1. Школам представить списки пар в срок до 1 октября 2026 года.",
            "2. ЦРО провести вебинар 14 октября 2026 года.",
            "3. Руководствоваться приказом от 3 сентября 2026 года № 5.",
        )
    )
    assert said(draft.clauses) == [("1", ".", "2026-10-01"), ("2", ".", "2026-10-14")]


def test_stages_counted_anew_in_each_form_keep_apart() -> None:
    def stage(name: str) -> tuple[str, ...]:
        return (name, "<", "<", "<")

    def form(number: str, first: str, second: str) -> list[tuple[str, ...]]:
        return [
            stage(f"Форма {number}"),
            stage("1 этап. Подготовка"),
            (first, "Приказ", "октябрь", "директор"),
            stage("2 этап. Работа"),
            (second, "Встречи", "март", "куратор"),
        ]

    for one, other in (("1", "1"), ("1.1", "2.1")):
        table = [HEADING, *form("«Педагог»", one, other), *form("«Ученик»", one, other)]
        items = read_roadmap(word(TITLE, table)).items
        assert [item.number for item in items] == ["1.1.1", "1.2.1", "2.1.1", "2.2.1"]
    bare = [HEADING, *form("", "1", "1")[1:], *form("", "1", "1")[1:]]
    items = read_roadmap(word(TITLE, bare)).items
    assert [item.number for item in items] == ["1.1", "2.1", "3.1", "4.1"]


def test_an_august_with_its_year_before_the_school_year_is_not_asked_about() -> None:
    table = [
        HEADING,
        ("1", "Приказ", "август 2026 г.", "директор"),
        ("2", "Списки", "август – сентябрь 2026 г.", "куратор"),
        ("3", "Итоги", "июнь 2025 г.", "куратор"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    asked = [is_doubtful(item.deadline, item.warnings) for item in items]
    assert asked == [False, False, True]


def test_a_column_of_tasks_that_differ_in_every_row_parts_nothing() -> None:
    heading = ("Цель", "Задачи", "Виды деятельности", "Сроки")
    table = [
        heading,
        ("Адаптация", "Изучить запросы", "Анкета", "сентябрь"),
        (None, "Познакомить со школой", "Экскурсия", "октябрь"),
        ("Рост", "Показать мастерство", "Открытый урок", "март"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    assert [item.number for item in items] == ["1", "2", "3"]


def test_a_table_with_nothing_below_its_heading_is_no_roadmap() -> None:
    with pytest.raises(NotARoadmap):
        read_roadmap(word(TITLE, [HEADING, ("Мероприятие", "", "", "")]))
