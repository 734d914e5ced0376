"""A name serves one part."""

import pytest

from core.registers import enrol


def test_a_second_part_of_a_name_is_refused() -> None:
    register = {"plans": 1}
    enrol(register, "plan", 2)
    with pytest.raises(ValueError, match="'plans'"):
        enrol(register, "plans", 3)
    assert register == {"plans": 1, "plan": 2}
