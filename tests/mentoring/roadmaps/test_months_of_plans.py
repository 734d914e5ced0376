"""Plans for a month or for part of a year: days without a month, bounds inside a month."""

from __future__ import annotations

from documents.reader import read
from mentoring.roadmaps.deadlines import Warn
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.model import Item
from mentoring.roadmaps.reading import read_roadmap

from .builders import word

HEADING = ("№", "Мероприятие", "Срок", "Ответственный")


def said(items: tuple[Item, ...]) -> list[tuple[str, str]]:
    """First and last day."""
    return [(str(i.deadline.start or "."), str(i.deadline.end or ".")) for i in items]


def test_days_of_a_plan_for_a_month() -> None:
    table = [
        ("Дата", "Мероприятие", "Ответственный"),
        ("2", "Совещание", "куратор"),
        ("до 5", "Приём списков", "куратор"),
        ("9-11", "Выезды", "методист"),
        ("III декада", "Обзор", "методист"),
        ("в течение месяца", "Консультации", "методист"),
        ("20 октября", "Отчёт", "методист"),
    ]
    draft = read_roadmap(word("План мероприятий на сентябрь 2025 года", table))
    assert said(draft.items) == [
        (".", "2025-09-02"),
        (".", "2025-09-05"),
        ("2025-09-09", "2025-09-11"),
        ("2025-09-21", "2025-09-30"),
        ("2025-09-01", "2025-09-30"),
        (".", "2025-10-20"),
    ]


def test_months_that_a_plan_only_begins_and_ends_in_are_its_own() -> None:
    table = [
        HEADING,
        ("1", "Пробы", "февраль – март", "куратор"),
        ("2", "Итоги", "май", "куратор"),
        ("3", "Отчёт", "июнь", "куратор"),
    ]
    items = read_roadmap(word("План работы с 3 февраля по 30 мая 2025 г.", table)).items
    asked = [is_doubtful(item.deadline, item.warnings) for item in items]
    assert asked == [False, False, True]


def test_what_comes_after_the_row_above_is_of_no_year_before() -> None:
    order = ("ПРИКАЗ", "27.01.2023 № 15", "Дорожная карта наставничества")
    late = ("3", "Итоги", "декабрь", "куратор")
    rows = [("1", "Слёт", "февраль", "куратор"), ("2", "Праздник", "5 октября", "куратор"), late]
    items = read_roadmap(word(*order, [HEADING, *rows])).items
    assert said(items)[-1] == ("2023-12-01", "2023-12-31")
    assert not any(is_doubtful(item.deadline, item.warnings) for item in items)
    (alone,) = read_roadmap(word(*order, [HEADING, late])).items
    assert Warn.YEAR_DOUBTFUL in alone.warnings
    unsure = read_roadmap(word(*order, [HEADING, ("1", "Сбор", "1 декабря", "куратор"), late]))
    assert all(Warn.YEAR_DOUBTFUL in item.warnings for item in unsure.items)


def test_a_title_in_two_lines_above_lines() -> None:
    lines = (
        "Дорожная карта",
        "по организации наставничества на 2025–2026 учебный год",
        "1. Подготовка",
        "1.1. Издать приказ – до 5 сентября.",
        "1.2. Собрать пары – октябрь.",
    )
    draft = read_roadmap(read("\n".join(lines).encode()))
    assert said(draft.items) == [(".", "2025-09-05"), ("2025-10-01", "2025-10-31")]


def test_lines_that_begin_with_their_term() -> None:
    lines = (
        "План мероприятий по наставничеству на 2025-2026 учебный год",
        "1) До 10 сентября – приказ о парах (директор);",
        "2) октябрь – опрос молодых педагогов – анкета;",
        "3) апрель – открытые уроки – до 20 апреля.",
    )
    items = read_roadmap(read("\n".join(lines).encode())).items
    assert said(items) == [
        (".", "2025-09-10"),
        ("2025-10-01", "2025-10-31"),
        (".", "2026-04-20"),
    ]
    assert [item.title for item in items[:2]] == [
        "Приказ о парах",
        "Опрос молодых педагогов – анкета",
    ]
    assert items[0].responsible == ("директор",)
    assert not any(is_doubtful(item.deadline, item.warnings) for item in items)
