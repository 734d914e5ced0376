"""How a minor's name is shown."""

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from core.names import given_of, initialled


@pytest.mark.parametrize(
    ("full", "shown"),
    [
        ("Анна Петрова", "Анна П."),
        ("Петрова Анна", "Анна П."),
        ("Петрова Анна Сергеевна", "Анна П."),
        ("Анна Сергеевна Петрова", "Анна П."),
        ("Анна Сергеевна", "Анна"),
        ("Семёнов Артём", "Артём С."),
        ("Римская-Корсакова Софья", "Софья Р."),
        # Two given names, or none that is known: only initials, whoever it may be.
        ("Марк Антон", "М. А."),
        ("Ли Вэй", "Л. В."),
        # An unusual name beside an ending of surnames.
        ("Аэлита Воронова", "Аэлита В."),
        ("Мамедов Орхан Аскер оглы", "М. О."),
        ("Гасанов Али Вагиф оглы", "Али Г."),
        ("Анна", "Анна"),
        # Somebody who was erased: the number is all there is.
        ("Удалённая запись № 17", "Удалённая запись № 17"),
        ("Erased record No. 17", "Erased record No. 17"),
        ("Петрова Анна 7", "Анна П."),
        ("", ""),
    ],
)
def test_first_name_and_initial(full: str, shown: str) -> None:
    assert initialled(full) == shown


def test_a_given_name_that_was_asked_is_the_one() -> None:
    assert initialled("Ли Вэй", "Вэй") == "Вэй Л."
    assert initialled("Марк Антон", "Антон") == "Антон М."
    # What is no word of the name (any more) says nothing.
    assert initialled("Анна Петрова", "Ольга") == "Анна П."
    assert given_of("Ли Вэй") is None


@drawn(st.text(max_size=60))
def test_whatever_somebody_calls_themselves(name: str) -> None:
    shown = initialled(name)
    assert len(shown) <= max(len(name), 5)
    parts = name.split()
    if len(parts) > 1:
        # Never more than one word of it in full.
        assert sum(len(word) > 2 for word in shown.split()) <= 1
