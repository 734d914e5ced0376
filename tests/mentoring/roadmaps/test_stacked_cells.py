"""A table pasted as one cell a line."""

from datetime import date

import pytest

from documents.plain import read
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.reading import read_roadmap

TITLE = "План работы наставников на 2025/26 учебный год"
NUMBERED = """
№
Мероприятия
Срок
Ответственный
Результат
1. Подготовка
1.1
Собрать заявления

Издать приказ
до 10 сентября
Куратор
Приказ
1.2
Провести собрание
октябрь
Куратор
2. Встречи
2.1
Встречи пар
ежемесячно
Наставники
Журнал
2.2
Сводка за 25 встреч
Куратор
"""
COUNTED = """
Что делаем
Сроки
Кто отвечает
Собрать заявления
до 10 сентября
Куратор
Провести собрание
октябрь
Куратор
"""


def items(lines: str, gap: str) -> list[tuple[str, str, Kind, date | None, tuple[str, ...]]]:
    draft = read_roadmap(read((TITLE + lines.replace("\n", gap)).encode()))
    return [
        (one.number, one.title, one.deadline.kind, one.deadline.end, one.responsible)
        for one in draft.items
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_rows_begin_with_their_numbers(gap: str) -> None:
    first, second, third, last = items(NUMBERED, gap)
    assert first == (
        "1.1",
        "Собрать заявления Издать приказ",
        Kind.DUE,
        date(2025, 9, 10),
        ("Куратор",),
    )
    assert second == (
        "1.2",
        "Провести собрание",
        Kind.PERIOD,
        date(2025, 10, 31),
        ("Куратор",),
    )
    assert third[:3] == ("2.1", "Встречи пар", Kind.RECURRING)
    assert last[:3] == ("2.2", "Сводка за 25 встреч", Kind.NONE)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_rows_without_numbers_are_counted_out(gap: str) -> None:
    assert items(COUNTED, gap) == [
        ("1", "Собрать заявления", Kind.DUE, date(2025, 9, 10), ("Куратор",)),
        ("2", "Провести собрание", Kind.PERIOD, date(2025, 10, 31), ("Куратор",)),
    ]
