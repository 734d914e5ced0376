"""Counted deadlines beside counted activities, weeks beside months, lists that are no plans."""

from __future__ import annotations

from datetime import date

from documents.reader import read
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.model import Item
from mentoring.roadmaps.reading import read_roadmap

from .builders import Rows, parts_as_sheet, word

TITLE = "План работы по наставничеству на 2025/2026 учебный год"
HEADING = ("№", "Мероприятие", "Срок", "Ответственный")


def said(items: tuple[Item, ...]) -> list[tuple[str, str, str]]:
    """Number, first and last day."""
    return [(i.number, str(i.deadline.start or "."), str(i.deadline.end or ".")) for i in items]


def test_counted_deadlines_go_to_the_activities_of_their_numbers() -> None:
    table = [
        ("№", "Наименование этапа", "Содержание деятельности", "Сроки"),
        (
            "1.",
            "Подготовка",
            "1. Приказ.\n2. Положение.\n3. Программы.",
            "1. До 1 сентября\n2. До 15 сентября\n3. Октябрь",
        ),
        ("2.", "Работа", "1) Встречи.\n2) Оценка.", "1) в течение года\n2) январь"),
        ("3.", "Итоги", "1) Отчёт.\n2) Праздник.", "1. Мая\n2. Июня"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    assert said(items)[:5] == [
        ("1.1", ".", "2025-09-01"),
        ("1.2", ".", "2025-09-15"),
        ("1.3", "2025-10-01", "2025-10-31"),
        ("2.1", ".", "."),
        ("2.2", "2026-01-01", "2026-01-31"),
    ]
    assert items[3].deadline.kind is Kind.CONTINUOUS


def test_days_with_a_dot_are_no_numbers_of_a_list() -> None:
    table = [HEADING, ("1", "Приказ", "1. сентября\n2. октября", "директор")]
    (item,) = read_roadmap(word(TITLE, table)).items
    assert said((item,)) == [("1", "2025-09-01", "2025-10-02")]


def _weeks(heading: str, *parts: str) -> Rows:
    row = ("Осмотр", "Завуч")
    return [
        ("Месяц", heading, "Содержание работы", "Ответственный"),
        *(("Октябрь", part, *row) for part in parts),
    ]


def test_a_week_in_the_column_beside_its_month() -> None:
    first, second = ("2025-10-08", "2025-10-14"), ("2025-10-22", "2025-10-28")
    for heading, parts in (
        ("Неделя", ("2 неделя", "4 неделя", "в течение месяца")),
        ("Недели", ("2", "4", "")),
        ("Неделя", ("2-я неделя", "четвёртая неделя", "весь месяц")),
    ):
        table = _weeks(heading, *parts)
        for document in (
            word(TITLE, table),
            read(parts_as_sheet(TITLE, table), "plan.xlsx"),
        ):
            items = read_roadmap(document).items
            assert [one[1:] for one in said(items)] == [
                first,
                second,
                ("2025-10-01", "2025-10-31"),
            ]


def test_weeks_below_the_heading_of_their_month() -> None:
    table = [
        ("№", "Мероприятие", "Неделя", "Ответственный"),
        ("НОЯБРЬ", "<", "<", "<"),
        ("1", "Выбор наставников", "1 неделя", "завуч"),
        ("2", "Опрос молодых учителей", "3-4 неделя", "завуч"),
        ("МАРТ", "<", "<", "<"),
        ("3", "Показ уроков", "II неделя", "завуч"),
    ]
    assert said(read_roadmap(word(TITLE, table)).items) == [
        ("1", "2025-11-01", "2025-11-07"),
        ("2", "2025-11-15", "2025-11-28"),
        ("3", "2026-03-08", "2026-03-14"),
    ]


def test_another_list_of_the_same_width_is_no_part_of_the_plan() -> None:
    plan = [HEADING, ("1", "Приказ", "сентябрь", "директор"), ("2", "Отчёт", "май", "куратор")]
    pairs = [
        ("№", "Наставник", "Наставляемый", "Предмет"),
        ("1", "Белова Н.А.", "Котов И.Д.", "Физика"),
        ("2", "Юдина Т.П.", "Лисин О.О.", "Химия"),
    ]
    items = read_roadmap(word(TITLE, plan, "Список пар", pairs)).items
    assert [item.number for item in items] == ["1", "2"]


def test_a_table_cut_by_a_page_goes_on_whatever_its_deadlines() -> None:
    plan = [HEADING, ("1", "Приказ", "сентябрь", "директор"), ("2", "Отчёт", "май", "куратор")]
    rest = [("3", "Сбор", "", "куратор"), ("4", "Слёт", "по плану", "куратор")]
    items = read_roadmap(word(TITLE, plan, rest)).items
    assert [item.number for item in items] == ["1", "2", "3", "4"]


def test_columns_of_the_school_terms() -> None:
    table = [
        ("Содержание работы", "I четверть", "II четверть", "III четверть", "IV четверть"),
        ("Опрос молодых учителей", "+", "", "", ""),
        ("Посещение уроков", "+", "+", "+", "+"),
        ("Открытый урок", "", "", "+", ""),
    ]
    assert said(read_roadmap(word(TITLE, table)).items) == [
        ("1", "2025-09-01", "2025-10-31"),
        ("2", "2025-09-01", "2026-05-31"),
        ("3", "2026-01-01", "2026-03-31"),
    ]


def test_a_term_in_brackets_behind_the_activity_comes_before_the_months() -> None:
    heading = ("№", "Мероприятие (срок)", "Отв.")
    first = ("1", "Приказ о наставниках (до 05.09)", "директор")
    second = ("2", "Беседы с молодыми учителями (по желанию)", "завуч")
    third = ("3", "Отчёт пар (20-24 апреля)", "завуч")
    below = [heading, ("СЕНТЯБРЬ", "<", "<"), first, second, ("АПРЕЛЬ", "<", "<"), third]
    assert said(read_roadmap(word(TITLE, below)).items) == [
        ("1", ".", "2025-09-05"),
        ("2", "2025-09-01", "2025-09-30"),
        ("3", "2026-04-20", "2026-04-24"),
    ]
    alone = read_roadmap(word(TITLE, [heading, first, second, third])).items
    assert said(alone) == [
        ("1", ".", "2025-09-05"),
        ("2", ".", "."),
        ("3", "2026-04-20", "2026-04-24"),
    ]


def test_a_column_of_the_day_and_the_place() -> None:
    table = [
        ("№", "Мероприятие", "Дата и место проведения", "Ответственный"),
        ("1", "Тренинг", "18 января, актовый зал", "психолог"),
        ("2", "Встречи", "каждый понедельник, каб. 21", "куратор"),
        ("3", "Праздник", "24 мая", "завуч"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    assert [item.title for item in items] == [
        "Тренинг (актовый зал)",
        "Встречи (каб. 21)",
        "Праздник",
    ]
    assert [str(item.deadline.freq or item.deadline.end) for item in items] == [
        "2026-01-18",
        "weekly",
        "2026-05-24",
    ]
    assert not any(is_doubtful(item.deadline, item.warnings) for item in items)


def test_the_hour_beside_the_day_is_no_second_deadline() -> None:
    table = [
        ("Дата", "Время", "Мероприятие", "Ответственный"),
        ("ЯНВАРЬ", "<", "<", "<"),
        ("17", "14.00", "Заседание клуба", "куратор"),
        ("МАРТ", "<", "<", "<"),
        ("13-15", "10.30", "Стажировка", "куратор"),
    ]
    items = read_roadmap(word(TITLE, table)).items
    assert [one[1:] for one in said(items)] == [
        (".", "2026-01-17"),
        ("2026-03-13", "2026-03-15"),
    ]
    alone = [("Время проведения", "Мероприятие"), ("май", "Отчёт"), ("июнь", "План")]
    items = read_roadmap(word(TITLE, alone)).items
    assert [item.deadline.end for item in items] == [date(2026, 5, 31), date(2026, 6, 30)]


def test_a_title_that_ends_with_a_name_is_a_title() -> None:
    lines = (
        "План работы наставника Ермаковой О.П. с учителем Зиминой Л.Д.",
        "2025-2026 учебный год",
        "Сентябрь:",
        "1) знакомство со школой;",
        "2) рабочие программы (до 10 сентября).",
        "Май:",
        "1) отчёт пары.",
    )
    assert said(read_roadmap(read("\n".join(lines).encode())).items) == [
        ("1.1", "2025-09-01", "2025-09-30"),
        ("1.2", ".", "2025-09-10"),
        ("2.1", "2026-05-01", "2026-05-31"),
    ]


def test_a_column_of_classes_is_none_of_numbers() -> None:
    for heading in ("Класс", "Кому"):
        table = [
            ("Мероприятия", heading, "Сроки", "Ответственные"),
            ("Выбор старших друзей", "8", "сентябрь", "вожатая"),
            ("Экскурсия по школе", "5", "октябрь", "вожатая"),
            ("Игры на переменах", "5", "ноябрь", "вожатая"),
            ("Помощь в учёбе", "5", "январь", "вожатая"),
        ]
        items = read_roadmap(word(TITLE, table)).items
        assert [item.number for item in items] == ["1", "2", "3", "4"]
