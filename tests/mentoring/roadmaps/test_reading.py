"""Roadmaps of many makes: cut tables, titles, dates, clauses, spreadsheets, other documents."""

from __future__ import annotations

from datetime import date

import pytest

from documents.model import Document
from documents.reader import read
from mentoring.roadmaps.model import NotARoadmap, RoadmapDraft
from mentoring.roadmaps.reading import read_roadmap

from .builders import sheet_bytes, word

HEADING = ("№", "Мероприятие", "Срок", "Ответственный", "Результат")


def numbers(draft: RoadmapDraft) -> list[str]:
    return [item.number for item in draft.items]


def ends(draft: RoadmapDraft) -> list[str | None]:
    return [item.deadline.end.isoformat() if item.deadline.end else None for item in draft.items]


@pytest.mark.parametrize("repeated", [True, False])
def test_table_cut_by_a_page(repeated: bool) -> None:
    second = [
        ("", "и разослать его школам", "", "Секретарь", ""),
        ("2", "Собрать заявки", "октябрь 2023", "Куратор", ""),
    ]
    draft = read_roadmap(
        word(
            [HEADING, ("1", "Издать приказ", "до 15.09.2023", "Директор", "")],
            "2",
            [HEADING, *second] if repeated else second,
        )
    )
    assert numbers(draft) == ["1", "2"]
    assert draft.items[0].title == "Издать приказ и разослать его школам"
    assert draft.items[0].responsible == ("Директор", "Секретарь")


def test_row_cut_in_the_middle_of_its_activities_and_deadline() -> None:
    draft = read_roadmap(
        word(
            [
                ("№", "Этап", "Содержание деятельности", "Сроки"),
                ("1.", "Формирование", "1.1. Собрать", "до"),
            ],
            [
                ("", "банка", "анкеты. 1.2. Составить список.", "15.09.2023"),
                ("2.", "Отбор", "2.1. Провести опрос.", "май 2024"),
            ],
        )
    )
    assert numbers(draft) == ["1.1", "1.2", "2.1"]
    assert draft.items[0].title == "Собрать анкеты."
    assert draft.items[0].section == "Формирование банка"
    assert ends(draft) == ["2023-09-15", "2023-09-15", "2024-05-31"]


def test_a_table_for_each_section() -> None:
    draft = read_roadmap(
        word(
            "Дорожная карта на 2023-2024 учебный год",
            "1. Подготовка",
            [HEADING, ("1", "Издать приказ", "сентябрь", "Директор", "")],
            "2. Работа пар",
            [HEADING, ("1", "Провести встречи", "май", "Наставники", "")],
        )
    )
    assert numbers(draft) == ["1.1", "2.1"]
    assert ends(draft) == ["2023-09-30", "2024-05-31"]
    assert [item.section for item in draft.items] == ["Подготовка", "Работа пар"]


def test_two_columns_of_dates_under_one_heading() -> None:
    draft = read_roadmap(
        word(
            [
                ("№", "Мероприятие", "Сроки", "<", "Ответственный"),
                (None, None, "начало", "окончание", None),
                ("1", "Собрать заявки", "01.09.2023", "15.09.2023", "Куратор"),
                ("2", "Провести отбор", "16.09.2023", "30.09.2023", "Куратор"),
            ]
        )
    )
    first = draft.items[0].deadline
    assert (first.start, first.end) == (date(2023, 9, 1), date(2023, 9, 15))
    assert ends(draft) == ["2023-09-15", "2023-09-30"]


def test_two_columns_of_executors() -> None:
    draft = read_roadmap(
        word(
            [
                ("№", "Мероприятие", "Сроки", "Ответственные", "<"),
                (None, None, None, "отдел", "школы"),
                ("1", "Собрать заявки", "сентябрь 2023", "Методист", "Директора, кураторы"),
            ]
        )
    )
    assert draft.items[0].responsible == ("Методист", "Директора", "кураторы")


def test_row_that_numbers_the_columns_is_not_an_activity() -> None:
    draft = read_roadmap(
        word([HEADING, ("1", "2", "3", "4", "5"), ("1", "Приказ", "май 2023", "Директор", "")])
    )
    assert [item.title for item in draft.items] == ["Приказ"]


def test_title_inside_the_table_and_approval_beside_it() -> None:
    draft = read_roadmap(
        word(
            [("СОГЛАСОВАНО\nпедсоветом", "УТВЕРЖДЕНО\nприказом от 28.08.2023 № 15")],
            [
                ("Дорожная карта наставничества", "<", "<", "<", "<"),
                HEADING,
                ("1", "Приказ", "сентябрь", "Директор", ""),
                ("2", "Итоги", "май", "Директор", ""),
            ],
        )
    )
    assert draft.title == "Дорожная карта наставничества"
    assert draft.document_date == date(2023, 8, 28)
    assert ends(draft) == ["2023-09-30", "2024-05-31"]


def test_years_of_other_rows_are_taken_with_doubt() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("1", "Приказ", "сентябрь 2023", "Директор", ""),
                ("2", "Отбор", "октябрь", "Директор", ""),
            ]
        )
    )
    assert ends(draft) == ["2023-09-30", "2023-10-31"]
    assert "year_doubtful" in draft.items[1].warnings
    assert draft.items[0].warnings == ()


def test_august_opens_a_plan_for_a_school_year() -> None:
    draft = read_roadmap(
        word(
            [
                HEADING,
                ("1", "Приказ", "август", "Директор", ""),
                ("2", "Отбор", "сентябрь", "Директор", ""),
                ("3", "Отчёт", "август", "Директор", ""),
            ]
        ),
        school_year=2026,
    )
    assert ends(draft) == ["2026-08-31", "2026-09-30", "2027-08-31"]
    assert "year_doubtful" in draft.items[0].warnings


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("на 2023 год", "2023-01-01 2023-12-31"),
        ("на период реализации 2020-2024 гг.", "2020-01-01 2024-12-31"),
        ("на 2021-2024г.г.", "2021-01-01 2024-12-31"),
        ("в 2023-2024 годах", "2023-01-01 2024-12-31"),
        ("на 2022-2023 учебный год", "2022-09-01 2023-08-31"),
        ("на 2022/23 уч. г.", "2022-09-01 2023-08-31"),
        ("на 2020 – 2024 учебный год", "2020-09-01 2024-08-31"),
        ("(сентябрь 2022 г. - май 2024 г.)", "2022-09-01 2024-05-31"),
        ("по распоряжению от 25.12.2019 № 145 на 2020 год", "2020-01-01 2020-12-31"),
        ("по распоряжению от 25 декабря 2019 года № 145", None),
        ("на 2023/2024 – 2025/2026 учебные годы", "2023-09-01 2026-08-31"),
        ("на 2023-2024, 2024-2025 и 2025-2026 учебные годы", "2023-09-01 2026-08-31"),
        ("на 2023/24 уч. г. и 2024/25 уч. г.", "2023-09-01 2025-08-31"),
        ("01.09.2025 – 31.12.2025", "2025-09-01 2025-12-31"),
        ("с 1 сентября 2025 г. по 31 мая 2026 г.", "2025-09-01 2026-05-31"),
        ("(срок: с 01.09.2025 по 31.12.2025)", "2025-09-01 2025-12-31"),
        ("на 2 семестр 2024/2025 учебного года", "2024-09-01 2025-08-31"),
        ("на первый квартал 2025 г.", "2025-01-01 2025-12-31"),
        ("на май 2025 года", "2025-01-01 2025-12-31"),
        ("на 2025-2026 учебный год (сентябрь 2025)", "2025-09-01 2026-08-31"),
        ("с 2023 по 2025 год", "2023-01-01 2025-12-31"),
    ],
)
def test_period_in_the_title(words: str, period: str | None) -> None:
    draft = read_roadmap(
        word(
            f"Дорожная карта {words}",
            [HEADING, ("1", "Приказ", "до 1.09.2022", "Директор", "")],
        )
    )
    found = draft.period and f"{draft.period.start} {draft.period.end}"
    assert found == period


def test_dates_of_other_papers_are_not_the_documents() -> None:
    draft = read_roadmap(
        word(
            "На основании распоряжения Министерства от 25.12.2019 № 145 приказываю",
            "от 01.09.2023 № 7",
            "План мероприятий во исполнение распоряжения от 25.12.2019",
            [HEADING, ("1", "Приказ", "сентябрь", "Директор", "")],
        )
    )
    assert draft.document_date == date(2023, 9, 1)
    assert draft.period is None
    assert ends(draft) == ["2023-09-30"]


def test_clauses_of_an_order() -> None:
    draft = read_roadmap(
        word(
            "12.01.2023 № 5",
            "ПРИКАЗЫВАЮ:",
            "1. Утвердить план мероприятий (приложение).",
            "2. Методисту Петровой И.И. подготовить списки в срок до 20 января 2023 года.",
            "3. Директорам школ обеспечить:",
            "3.1. назначение кураторов до 25.01.2023;",
            "3.2. сбор согласий с 1 февраля 2023 года.",
            "4. Контроль исполнения оставляю за собой.",
            "Начальник отдела",
            "И.И. Иванова",
            "Приложение",
            "5. Сдать отчёт до 30.01.2023.",
            "План мероприятий",
            [HEADING, ("1", "Приказ", "сентябрь", "Директор", "")],
        )
    )
    assert [(c.number, c.deadline.end, c.responsible) for c in draft.clauses] == [
        ("2", date(2023, 1, 20), ("Методисту Петровой И.И.",)),
        ("3.1", date(2023, 1, 25), ("Директорам школ",)),
    ]
    assert draft.clauses[0].title.startswith("подготовить списки")


def test_spreadsheet_with_real_dates_and_numbers() -> None:
    rows = [
        ["№", "Мероприятие", "Срок", "Ответственный"],
        *[[float(f"1.{n}"), f"Дело {n}", date(2023, 9, n), "Директор"] for n in range(1, 10)],
        [1.1, "Дело 10", date(2023, 9, 10), "Директор"],
        [1.11, "Дело 11", None, "Директор"],
    ]
    draft = read_roadmap(read(sheet_bytes(rows, ["C11:C12"]), "plan.xlsx"))
    assert numbers(draft)[-2:] == ["1.10", "1.11"]
    assert ends(draft)[:2] == ["2023-09-01", "2023-09-02"]
    assert ends(draft)[-2:] == ["2023-09-10", "2023-09-10"]


def test_recurring_items_list_their_windows() -> None:
    draft = read_roadmap(
        word(
            "План мероприятий на 2023-2024 учебный год",
            [HEADING, ("1", "Встречи", "ежемесячно", "Наставники", "")],
        )
    )
    windows = draft.items[0].deadline.occurrences
    assert len(windows) == 12
    assert windows[0] == (date(2023, 9, 1), date(2023, 9, 30))


@pytest.mark.parametrize(
    "document",
    [
        word("Просто письмо"),
        word([("Фамилия", "Класс"), ("Иванов", "5А")]),
        word([("Время", "Урок"), ("утро", "математика"), ("день", "физика")]),
        word([("№", "Ф.И.О. наставника", "Дата рождения"), ("1", "Иванов Иван", "н/д")]),
        Document("docx", ()),
    ],
)
def test_other_documents_are_not_roadmaps(document: Document) -> None:
    with pytest.raises(NotARoadmap):
        read_roadmap(document)


def test_marks_that_repeat_the_deadline_above() -> None:
    rows = [
        ("1", "Издать приказ", "до 10.09.2024", "Директор", ""),
        ("2", "Назначить куратора", "-//-", "-//-", ""),
        ("3", "Собрать заявки", "тот же срок", "Куратор", ""),
        ("4", "Вести дневник", "—", "Куратор", ""),
    ]
    draft = read_roadmap(word([HEADING, *rows]))
    assert ends(draft) == ["2024-09-10"] * 3 + [None]
    assert ["deadline_inherited" in item.warnings for item in draft.items] == [
        False,
        True,
        True,
        False,
    ]
    assert draft.items[1].responsible == ()


def test_two_columns_of_deadlines_that_differ_are_asked_about() -> None:
    heading = ("№", "Мероприятие", "Срок для отдела", "Срок для школ", "Ответственный")
    rows = [
        ("1", "Собрать заявки", "до 10.09.2024", "до 20.09.2024", "Куратор"),
        ("2", "Провести семинар", "октябрь 2024", "октябрь 2024", "Куратор"),
    ]
    draft = read_roadmap(word([heading, *rows]))
    assert ["ambiguous" in item.warnings for item in draft.items] == [True, False]


def test_titles_that_name_different_years_make_years_doubtful() -> None:
    draft = read_roadmap(
        word(
            "Дорожная карта на 2024-2025 учебный год",
            "План мероприятий на 2023-2024 учебный год",
            [HEADING, ("1", "Приказ", "сентябрь", "", ""), ("2", "Отбор", "май 2024", "", "")],
        )
    )
    assert draft.warnings == ("title_periods_differ",)
    assert ["year_doubtful" in item.warnings for item in draft.items] == [True, False]


def test_a_column_for_each_month() -> None:
    heading = ("№", "Мероприятие", "сентябрь", "октябрь", "ноябрь", "май", "Ответственный")
    draft = read_roadmap(
        word(
            "План на 2024-2025 учебный год",
            [
                heading,
                ("1", "Издать приказ", "+", "", "", "", "Директор"),
                ("2", "Собрать заявки", "+", "+", "", "", "Куратор"),
                ("3", "Провести опрос", "", "", "x", "x", "Куратор"),
            ],
        )
    )
    assert [item.deadline.kind for item in draft.items] == ["period", "period", "recurring"]
    assert ends(draft) == ["2024-09-30", "2024-10-31", "2025-05-31"]


def test_an_order_without_a_table_is_its_dated_clauses() -> None:
    draft = read_roadmap(
        word(
            "12.01.2023 № 5",
            "ПРИКАЗЫВАЮ:",
            "1. Утвердить положение о наставничестве.",
            "2. Методисту Петровой И.И. до 1 февраля подготовить списки наставников школ.",
            "3. Ежемесячно до 25 числа представлять в отдел сведения о встречах.",
            "4. Отделу провести совещание 15.02.2023.",
            "5. Включить наставничество в план работы школы с 01.03.2023 г.",
        )
    )
    assert draft.items == ()
    found = [(c.number, str(c.deadline.end), c.responsible) for c in draft.clauses]
    assert found == [
        ("2", "2023-02-01", ("Методисту Петровой И.И.",)),
        ("3", "None", ()),
        ("4", "2023-02-15", ("Отделу",)),
    ]
    assert [item.number for item in draft.activities] == ["п. 2", "п. 3", "п. 4"]
    assert draft.warnings == ()
