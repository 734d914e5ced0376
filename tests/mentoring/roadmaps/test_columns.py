"""Roadmaps of many makes: columns, sections, numbers, merged and shared cells."""

from __future__ import annotations

from datetime import date

from mentoring.roadmaps.deadlines import Kind, Span
from mentoring.roadmaps.model import RoadmapDraft
from mentoring.roadmaps.reading import read_roadmap

from .builders import word

HEADING = ("№", "Мероприятие", "Срок", "Ответственный", "Результат")


def numbers(draft: RoadmapDraft) -> list[str]:
    return [item.number for item in draft.items]


def ends(draft: RoadmapDraft) -> list[str | None]:
    return [item.deadline.end.isoformat() if item.deadline.end else None for item in draft.items]


def test_plain_table() -> None:
    draft = read_roadmap(
        word(
            "План мероприятий на 2023 год",
            [
                HEADING,
                ("1", "Издать приказ", "до 15.09.2023", "Директор, куратор", "Приказ"),
                ("2", "Провести семинар", "октябрь", "Методист", ""),
            ],
        )
    )
    assert numbers(draft) == ["1", "2"]
    assert ends(draft) == ["2023-09-15", "2023-10-31"]
    assert draft.items[0].responsible == ("Директор", "куратор")
    assert draft.items[0].result == "Приказ"
    assert draft.items[1].result is None
    assert draft.title == "План мероприятий на 2023 год"
    assert draft.period == Span(date(2023, 1, 1), date(2023, 12, 31))


def test_columns_in_any_order_without_numbers() -> None:
    draft = read_roadmap(
        word(
            [
                ("Сроки проведения", "Ответственные лица", "Наименование мероприятия"),
                ("до 15.09.2023", "Директор", "Издать приказ о наставничестве"),
                ("октябрь 2023", "Методист", "Провести семинар для наставников"),
            ]
        )
    )
    assert numbers(draft) == ["1", "2"]
    assert draft.items[1].title == "Провести семинар для наставников"
    assert draft.items[1].responsible == ("Методист",)
    assert ends(draft) == ["2023-09-15", "2023-10-31"]


def test_table_without_heading() -> None:
    draft = read_roadmap(
        word(
            [
                ("1.", "Издать приказ о наставничестве", "до 15.09.2023", "Директор школы"),
                ("2.", "Провести семинар для наставников", "октябрь 2023", "Методист"),
                ("3.", "Подвести итоги года наставника", "май 2024", "Заместитель директора"),
            ]
        )
    )
    assert numbers(draft) == ["1", "2", "3"]
    assert ends(draft) == ["2023-09-15", "2023-10-31", "2024-05-31"]
    assert draft.items[2].responsible == ("Заместитель директора",)


def test_sections_across_the_table_number_their_activities_anew() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("1. Подготовка", "<", "<", "<", "<"),
                ("1.", "Издать приказ", "01.09.2023", "Директор", ""),
                ("2.", "Назначить куратора", "02.09.2023", "Директор", ""),
                ("2. Работа пар", "<", "<", "<", "<"),
                ("1.", "Провести встречи", "ежемесячно", "Наставники", ""),
            ]
        )
    )
    assert numbers(draft) == ["1.1", "1.2", "2.1"]
    assert [item.section for item in draft.items] == ["Подготовка", "Подготовка", "Работа пар"]


def test_sections_of_roman_numbers_with_activities_counted_through() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("I. Подготовка", "<", "<", "<", "<"),
                ("1", "Издать приказ", "01.09.2023", "Директор", ""),
                ("II. Работа пар", "<", "<", "<", "<"),
                ("2", "Провести встречи", "ежемесячно", "Наставники", ""),
                ("3", "Подвести итоги", "май 2024", "Куратор", ""),
            ]
        )
    )
    assert numbers(draft) == ["1", "2", "3"]
    assert draft.items[2].section == "Работа пар"


def test_sections_without_numbers_are_counted() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("", "Подготовительный этап", "", "", ""),
                ("1", "Издать приказ", "01.09.2023", "Директор", ""),
                ("", "Основной этап", "", "", ""),
                ("1", "Провести встречи", "ежемесячно", "Наставники", ""),
                ("2", "Провести встречи родителей", "ежеквартально", "Наставники", ""),
            ]
        )
    )
    assert numbers(draft) == ["1.1", "2.1", "2.2"]
    assert draft.items[0].section == "Подготовительный этап"


def test_section_rows_with_a_number_cell_before_counting_anew() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("1", "Подготовительный этап", "", "", ""),
                ("1", "Издать приказ", "01.09.2023", "Директор", ""),
                ("2", "Назначить куратора", "02.09.2023", "Директор", ""),
                ("2", "Основной этап", "", "", ""),
                ("1", "Провести встречи", "ежемесячно", "Наставники", ""),
            ]
        )
    )
    assert numbers(draft) == ["1.1", "1.2", "2.1"]


def test_section_with_a_deadline_of_its_own_is_kept_and_bounds_its_children() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("1.", "Подготовка", "сентябрь 2023", "", ""),
                ("1.1.", "Издать приказ", "до 15.09.2023", "Директор", ""),
                ("1.2.", "Назначить куратора", "до 15.10.2023", "Директор", ""),
                ("2.", "Работа пар", "", "", ""),
                ("2.1.", "Провести встречи", "ежемесячно", "Наставники", ""),
            ]
        )
    )
    assert [(item.number, item.is_section) for item in draft.items] == [
        ("1", True),
        ("1.1", False),
        ("1.2", False),
        ("2.1", False),
    ]
    assert "outside_section" in draft.items[2].warnings
    assert "outside_section" not in draft.items[1].warnings


def test_activity_without_a_number_takes_the_next_free_one() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("1. Подготовка", "<", "<", "<", "<"),
                ("1.1", "Издать приказ", "май 2023", "Директор", ""),
                ("", "Утвердить план", "июнь 2023", "Директор", ""),
                ("1.2", "Собрать заявки", "июль 2023", "Куратор", ""),
                ("", "Составить список", "август 2023", "Куратор", ""),
            ]
        )
    )
    assert numbers(draft) == ["1.1", "1.1.1", "1.2", "1.3"]


def test_merged_deadline_belongs_to_each_row() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("1", "Издать приказ", "до 15.09.2023", "Директор", ""),
                ("2", "Назначить куратора", None, "Директор", ""),
                ("3", "Утвердить план", "", "Директор", ""),
            ]
        )
    )
    assert ends(draft) == ["2023-09-15", "2023-09-15", None]
    assert draft.items[2].deadline.kind is Kind.NONE


def test_stage_column_with_numbered_activities_in_one_cell() -> None:
    draft = read_roadmap(
        word(
            [
                ("№", "Этап", "Содержание деятельности", "Сроки", "Ответственные"),
                ("1.", "Подготовка", "1.1. Издать приказ. 1.2. Собрать заявки.", "май 2023", "К"),
                ("2.", "Отбор", "1. Провести опрос.\n2. Составить список.", "июнь 2023", "К"),
                ("3.", "Обучение", "Провести семинар", "июль 2023\nавгуст 2023", "К"),
            ]
        )
    )
    assert numbers(draft) == ["1.1", "1.2", "2.1", "2.2", "3"]
    assert [item.title for item in draft.items[:2]] == ["Издать приказ.", "Собрать заявки."]


def test_stages_parts_of_stages_and_their_content() -> None:
    head = ("№", "Наименование этапа", "Мероприятия", "Содержание деятельности", "Сроки")
    draft = read_roadmap(
        word(
            [
                head,
                ("1.", "Подготовка", "Изучение", "1. Прочитать.\n2. Обсудить.", "май 2023"),
                (None, None, "Документы", "1. Издать приказ.\n2. Утвердить план.", "июнь 2023"),
                (None, None, "Беседа", "Поговорить с родителями", "июнь 2023"),
                ("2.", "Отбор", "Опрос", "1. Провести опрос.\n2. Составить список.", "июль 2023"),
            ]
        )
    )
    assert numbers(draft) == ["1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.3", "2.1", "2.2"]
    assert draft.items[4].section == "Подготовка"


def test_section_rows_with_a_number_cell_and_a_title_across() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("I.", "Подготовка", "<", "<", "<"),
                ("1.", "Издать приказ", "сентябрь 2023", "Директор", ""),
                ("II.", "Работа", "<", "<", "<"),
                ("2.", "Встречи", "май 2024", "Наставники", ""),
                ("III.", "Итоги", "", "", ""),
                ("3.", "Отчёт", "", "Куратор", ""),
            ]
        )
    )
    assert numbers(draft) == ["1", "2", "3"]
    assert [item.section for item in draft.items] == ["Подготовка", "Работа", "Итоги"]


def test_activities_in_one_cell_with_a_deadline_each() -> None:
    draft = read_roadmap(
        word(
            [
                ("№", "Этап", "Содержание деятельности", "Сроки"),
                ("1.", "Подготовка", "1.1. Приказ.\n1.2. Заявки.", "май 2023\nиюнь 2023"),
                ("2.", "Отбор", "2.1. Опрос.", "июль 2023"),
            ]
        )
    )
    assert ends(draft) == ["2023-05-31", "2023-06-30", "2023-07-31"]


def test_lines_of_one_deadline_are_not_shared_out() -> None:
    draft = read_roadmap(
        word(
            [
                ("№", "Этап", "Содержание деятельности", "Сроки"),
                ("1.", "Подготовка", "1.1. Приказ.\n1.2. Заявки.", "в течение\nгода"),
                ("2.", "Отбор", "2.1. Опрос.", "июль 2023"),
            ]
        )
    )
    assert [item.deadline.kind for item in draft.items] == ["continuous", "continuous", "period"]


def test_list_inside_an_activity_is_not_split() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("1", "Разработать: 1) приказ; 2) положение; 3) план", "май 2023", "К", ""),
                ("2", "Утвердить", "июнь 2023", "К", ""),
            ]
        )
    )
    assert numbers(draft) == ["1", "2"]
