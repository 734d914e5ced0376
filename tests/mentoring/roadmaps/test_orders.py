"""Orders: clauses below clauses, clauses of several dates, years that only the order tells."""

from __future__ import annotations

from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.model import Item
from mentoring.roadmaps.reading import read_roadmap

from .builders import word

HEADING = ("№", "Мероприятие", "Срок", "Ответственный")


def said(items: tuple[Item, ...]) -> list[tuple[str, str, str]]:
    """Number, first and last day."""
    return [(i.number, str(i.deadline.start or "."), str(i.deadline.end or ".")) for i in items]


def test_marks_below_a_clause_make_clauses_of_their_own() -> None:
    for one, other in (("1)", "2)"), ("а)", "б)")):
        order = (
            "ПРИКАЗ",
            "от 02.09.2025 № 11",
            "приказываю:",
            "1. Создать центр.",
            "2. Директору:",
            f"{one} до 1 декабря 2025 года утвердить положение;",
            f"{other} ежеквартально представлять отчёт.",
            "3. Школам направить списки до 20 декабря 2025 года.",
            "Директор",
        )
        found = read_roadmap(word(*order)).clauses
        assert [clause.number for clause in found] == ["2.1", "2.2", "3"]


def test_dashes_below_a_clause_are_clauses_of_their_own() -> None:
    draft = read_roadmap(
        word(
            "ПРИКАЗ",
            "от 02.09.2025 № 11",
            "приказываю:",
            "1. Куратору Ивановой М.К.:",
            "- до 20.09.2025 составить список наставников;",
            "– провести обучение до 15 октября 2025 г.;",
            "2. Утвердить:",
            "- положение;",
            "3. Педагогам сдать планы в срок до 1 октября 2025 года.",
            "Директор",
        )
    )
    assert said(draft.clauses) == [
        ("1.1", ".", "2025-09-20"),
        ("1.2", ".", "2025-10-15"),
        ("3", ".", "2025-10-01"),
    ]
    assert draft.clauses[1].responsible == ("Куратору Ивановой М.К.",)


def test_a_clause_that_only_says_how_often() -> None:
    order = (
        "ПРИКАЗ",
        "от 02.09.2025 № 11",
        "приказываю:",
        "1. Мониторинг проводить 2 раза в год (декабрь, май).",
        "2. Посетить два раза каждую пару.",
        "3. Совещания проводить не реже одного раза в квартал.",
        "Директор",
    )
    found = read_roadmap(word(*order)).clauses
    assert [(one.number, str(one.deadline.freq)) for one in found] == [
        ("1", "half-yearly"),
        ("3", "quarterly"),
    ]


def test_a_clause_of_several_dates_is_asked_about() -> None:
    order = (
        "ПРИКАЗ",
        "от 02.09.2025 № 11",
        "приказываю:",
        "1. Сдать отчёты за полугодие к 26.12.2025, за год – к 22.05.2026.",
        "2. Провести опрос с 1 по 5 октября и представить справку до 15 октября.",
        "3. Утвердить списки до 15 сентября.",
        "Директор",
    )
    found = read_roadmap(word(*order)).clauses
    assert said(found) == [
        ("1", "2025-12-26", "2026-05-22"),
        ("2", ".", "2025-10-15"),
        ("3", ".", "2025-09-15"),
    ]
    assert [is_doubtful(one.deadline, one.warnings) for one in found] == [True, True, False]


def test_an_order_tells_the_years_of_a_plan_that_tells_none() -> None:
    plan = [HEADING, ("1", "Опрос", "I полугодие", "психолог"), ("2", "Итог", "декабрь", "завуч")]
    clause = "1. Утвердить дорожную карту на 2025 год."
    for order, first in (
        (("О наставничестве", "ПРИКАЗЫВАЮ:", clause), "2025-01-01"),
        (("О наставничестве в 2025 году", "ПРИКАЗЫВАЮ:", "1. Утвердить карту."), "2025-01-01"),
        (("О наставничестве в 2025/26 учебном году", "ПРИКАЗЫВАЮ:", "1. Начать."), "2025-09-01"),
    ):
        draft = read_roadmap(
            word("ПРИКАЗ", "24.12.2024 № 310", *order, "Директор", "Дорожная карта", plan)
        )
        assert str(draft.items[0].deadline.start) == first
        assert str(draft.items[1].deadline.end) == "2025-12-31"


def test_an_order_without_a_verb_whose_first_clause_only_names_who() -> None:
    order = (
        "РАСПОРЯЖЕНИЕ",
        "от 11 сентября 2025 года № 98-р",
        "О мерах по развитию наставничества",
        "1. Методическому центру:",
        "1.1. Разработать карту до 25.09.2025.",
        "1.2. Рассмотреть её на совещании 27 марта.",
        "1.3. Провести семинары (октябрь, февраль).",
        "2. Школам учесть письмо от 3 апреля.",
        "Глава района",
    )
    found = read_roadmap(word(*order)).clauses
    assert said(found) == [
        ("1.1", ".", "2025-09-25"),
        ("1.2", ".", "2026-03-27"),
        ("1.3", "2025-10-01", "2026-02-28"),
    ]
