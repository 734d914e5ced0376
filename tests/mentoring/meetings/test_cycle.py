"""Which kind of meeting is proposed."""

from hypothesis import given
from hypothesis import strategies as st

from mentoring.meetings.cycle import KINDS, next_kind


def test_the_cycle_goes_through_its_steps_to_the_series() -> None:
    had: list[str] = []
    proposed = []
    for _ in range(5):
        proposed.append(next_kind(had))
        had.append(proposed[-1])
    assert proposed == ["acquaintance", "trial", "planning", "working", "working"]


def test_a_skipped_step_is_not_gone_back_to() -> None:
    assert next_kind(["planning"]) == "working"
    assert next_kind(["final"]) == "working"


@given(st.sets(st.sampled_from([*KINDS, "unheard of"])))
def test_what_is_proposed_is_a_kind_but_never_the_final_one(had: set[str]) -> None:
    assert next_kind(had) in KINDS[:-1]
