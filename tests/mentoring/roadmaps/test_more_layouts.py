"""Layouts that came up while plans unlike the known ones were tried."""

from datetime import date

from documents.reader import read
from mentoring.roadmaps.deadlines import Span, Warn, YearContext, read_deadline
from mentoring.roadmaps.doubts import is_doubtful
from mentoring.roadmaps.reading import read_roadmap
from mentoring.roadmaps.readings import readings

from .builders import word

CALENDAR_YEAR = YearContext(period=Span(date(2026, 1, 1), date(2026, 12, 31)))


def test_headings_that_ask() -> None:
    table = [
        ("Сроки исполнения", "Кто делает", "Что делаем", "Чем подтверждаем"),
        ("сент.", "зам. директора", "Положение", "положение"),
        ("к 25.12", "куратор", "Отчёт", "справка"),
    ]
    title = "План работы по наставничеству на 2025-2026 учебный год"
    draft = read_roadmap(word(title, table))
    assert [(item.title, item.deadline.end, item.result) for item in draft.items] == [
        ("Положение", date(2025, 9, 30), "положение"),
        ("Отчёт", date(2025, 12, 25), "справка"),
    ]
    text = "| № | Что | Когда | Кто |\n|---|---|---|---|\n| 1 | Приказ | 10.09.26 | директор |\n"
    (item,) = read_roadmap(read(text.encode())).items
    assert (item.title, item.deadline.end) == ("Приказ", date(2026, 9, 10))


def test_days_below_the_heading_of_their_month() -> None:
    months = [(name,) * 4 for name in ("СЕНТЯБРЬ", "ЯНВАРЬ")]
    table = [
        ("№", "Мероприятия", "Дата проведения", "Ответственные"),
        months[0],
        ("1", "Заседание совета", "5", "куратор"),
        ("2", "Неделя наставника", "21-25", "куратор"),
        months[1],
        ("3", "Встреча", "15.", "куратор"),
        ("4", "Сбор", "32", "куратор"),
    ]
    draft = read_roadmap(word("План мероприятий на 2025/2026 учебный год", table))
    assert [(item.section, item.deadline.start, item.deadline.end) for item in draft.items] == [
        ("СЕНТЯБРЬ", None, date(2025, 9, 5)),
        ("СЕНТЯБРЬ", date(2025, 9, 21), date(2025, 9, 25)),
        ("ЯНВАРЬ", None, date(2026, 1, 15)),
        ("ЯНВАРЬ", None, None),
    ]
    assert is_doubtful(draft.items[3].deadline, draft.items[3].warnings)


def test_half_a_year_of_a_calendar_years_plan_is_asked_about() -> None:
    """The school's second half is January to May, the calendar's July to December: a plan for a
    calendar year more likely means the calendar's, and either is offered."""
    for text, other in (
        ("II полугодие", (date(2026, 7, 1), date(2026, 12, 31))),
        ("II полугодие", (date(2026, 1, 1), date(2026, 5, 31))),
        ("1 полугодие", (date(2026, 1, 1), date(2026, 6, 30))),
        ("1 полугодие", (date(2026, 9, 1), date(2026, 12, 31))),
    ):
        found = read_deadline(text, context=CALENDAR_YEAR)
        assert Warn.AMBIGUOUS in found.warnings
        offered = readings(found, text, CALENDAR_YEAR).values()
        assert other in [(one.start, one.end) for one in offered]
    for text, start, end in (
        ("2 полугодие учебного года", date(2026, 1, 1), date(2026, 5, 31)),
        ("первое учебное полугодие", date(2026, 9, 1), date(2026, 12, 31)),
        ("II полугодие 2025/26 уч. г.", date(2026, 1, 1), date(2026, 5, 31)),
    ):
        found = read_deadline(text, context=CALENDAR_YEAR)
        assert (found.start, found.end) == (start, end)
        assert Warn.AMBIGUOUS not in found.warnings, text
    named = read_deadline("I полугодие 2026 г.", context=YearContext())
    assert Warn.AMBIGUOUS in named.warnings
    offered = readings(named, "I полугодие 2026 г.", YearContext()).values()
    assert (date(2026, 1, 1), date(2026, 6, 30)) in [(one.start, one.end) for one in offered]
    plan = YearContext(period=Span(date(2026, 9, 1), date(2027, 8, 31)))
    assert Warn.AMBIGUOUS not in read_deadline("II полугодие", context=plan).warnings
