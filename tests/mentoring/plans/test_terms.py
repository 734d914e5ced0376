"""Lines with a term, as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.plans.terms import Said, read_line, read_tasks

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "title", "due_on"),
    [
        ("Провести открытый урок до 12.12", "Провести открытый урок", date(2026, 12, 12)),
        ("Открытый урок, до 12 декабря 2026 г.", "Открытый урок", date(2026, 12, 12)),
        ("прочитать главу 2 к пятнице", "прочитать главу 2", date(2026, 12, 4)),
        ("План урока (до 15 января)", "План урока", date(2027, 1, 15)),
        ("Подготовиться к контрольной к 5.12.", "Подготовиться к контрольной", date(2026, 12, 5)),
        ("Сдать отчёт – не позднее 20.12.2026", "Сдать отчёт", date(2026, 12, 20)),
        ("дневник до завтра!", "дневник", date(2026, 12, 1)),
        ("An open lesson by 12.12", "An open lesson", date(2026, 12, 12)),
        ("Подготовиться к экзамену", "Подготовиться к экзамену", None),
        ("Дочитать до конца", "Дочитать до конца", None),
        ("до 12.12", "до 12.12", None),
        ("Урок 5 до 30.02", "Урок 5 до 30.02", None),
    ],
)
def test_a_term_at_the_end_is_read(text: str, title: str, due_on: date | None) -> None:
    assert read_line(text, today=TODAY, language="ru" if "by" not in text else "en") == Said(
        title, due_on
    )


def test_what_was_agreed_upon_has_tasks_where_there_is_a_term() -> None:
    said = "прийти с вопросами; Миша: эссе до 12.12\nнаставник: найти книгу к пятнице; звонить"
    assert list(read_tasks(said, today=TODAY, language="ru")) == [
        Said("Миша: эссе", date(2026, 12, 12)),
        Said("наставник: найти книгу", date(2026, 12, 4)),
    ]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert read_line(text, today=TODAY, language="ru").title == " ".join(text.split()) or (
        read_line(text, today=TODAY, language="ru").due_on
    )
