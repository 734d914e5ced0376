"""What comes with a plan: a greeting that tells the year, lines that a page has cut."""

from datetime import date

import pytest

from documents.model import Document, Paragraph
from documents.plain import read
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.numbers import leading_number
from mentoring.roadmaps.reading import read_roadmap

MESSAGE = """Коллеги, здравствуйте! После совещания 28.08 отправляю Вам {what}. Сохраните его, \
пожалуйста, и перешлите всем наставникам своей школы, чтобы никто не пропустил начало работы.

1. Собрать заявления наставников – до 10 сентября, отв. кураторы
2. Провести анкетирование – с 16 по 27 сентября
3. Подвести итоги – до 20 мая, отв. наставники
"""
ORDER = """ПРИКАЗ
от 14.01.2025 № 22
О наставничестве
ПРИКАЗЫВАЮ:
1. Кураторам:
1.1. утвердить планы школ до
14.02.2025;
1.2. представить списки пар до 31.01.2025 и отчёты до
1.03 включительно.
2. Методисту разместить приказ на сайте в течение 5 рабочих дней со дня подписания.
3. Вести журнал в течение учебного года.
4. Психологу провести диагностику в октябре 2025 г. и апреле 2026 г.
5. Контроль оставляю за собой."""


@pytest.mark.parametrize(
    ("what", "end"),
    [
        ("наш план наставничества на 2024/25 учебный год", date(2024, 9, 10)),
        # Two years leave the question open.
        ("план на 2024/25 учебный год, а план на 2023/24 учебный год выполнен", None),
        ("памятку", None),
    ],
)
def test_a_greeting_tells_the_year(what: str, end: date | None) -> None:
    first, *_others = read_roadmap(read(MESSAGE.format(what=what).encode())).items
    assert (first.title, first.deadline.end) == ("Собрать заявления наставников", end)


def test_a_date_at_the_beginning_of_a_line_is_no_clause() -> None:
    document = Document("pdf", tuple(Paragraph(line) for line in ORDER.split("\n")))
    clauses = read_roadmap(document).clauses
    assert [(one.number, one.deadline.kind) for one in clauses] == [
        ("1.1", Kind.DUE),
        ("1.2", Kind.DUE),
        ("2", Kind.RELATIVE),
        ("4", Kind.RECURRING),
    ]
    assert clauses[0].deadline.end == date(2025, 2, 14)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14.02.2025;", ("", "14.02.2025;")),
        ("1.2.Провести", ("1.2", "Провести")),
        ("3.12. Издать", ("3.12", "Издать")),
    ],
)
def test_a_date_is_no_number(text: str, found: tuple[str, str]) -> None:
    assert leading_number(text) == found
