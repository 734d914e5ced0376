"""How a minor's name is shown."""

import pytest

from core.names import initialled


@pytest.mark.parametrize(
    ("full", "shown"),
    [
        ("Анна Петрова", "Анна П."),
        ("Петрова Анна Сергеевна", "Анна П."),
        ("Анна", "Анна"),
        ("", ""),
    ],
)
def test_first_name_and_initial(full: str, shown: str) -> None:
    assert initialled(full) == shown
