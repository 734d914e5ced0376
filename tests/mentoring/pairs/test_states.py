"""No sequence of deeds leads a pair to where it may not be, nor loses a line of its history."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.errors import Refusal
from db.queries import running
from mentoring.pairs.states import DRAFTS, OVER, RUNNING, TRANSITIONS, Deed, State, after


class Life(RuleBasedStateMachine):
    """Whatever anybody presses, in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.state: State | None = None
        self.history: list[tuple[State | None, Deed, State]] = []

    @rule(deed=st.sampled_from(Deed))
    def press(self, deed: Deed) -> None:
        before = self.state
        try:
            self.state = after(before, deed)
        except Refusal:
            assert deed not in TRANSITIONS[before]
            return
        self.history.append((before, deed, self.state))

    @invariant()
    def the_history_is_whole(self) -> None:
        states = [None, *(now for _before, _deed, now in self.history)]
        assert [before for before, _deed, _now in self.history] == states[:-1]
        assert states[-1] == self.state

    @invariant()
    def whoever_works_was_approved(self) -> None:
        if self.state in {*RUNNING, State.COMPLETED, State.ENDED_EARLY}:
            deeds = {deed for _before, deed, _now in self.history}
            assert deeds & {Deed.SIGN, Deed.ACTIVATE}

    @invariant()
    def an_order_is_of_those_who_agreed(self) -> None:
        for before, deed, _now in self.history:
            assert deed != Deed.SIGN or before == State.ORDERED
            assert deed != Deed.ORDER or before == State.AGREED

    @invariant()
    def what_was_called_off_stays_so(self) -> None:
        assert all(before != State.CANCELLED for before, _deed, _now in self.history)


TestLife = Life.TestCase


def test_every_state_is_of_one_kind() -> None:
    assert {*DRAFTS, *RUNNING, *OVER} == set(State)
    assert len(DRAFTS) + len(RUNNING) + len(OVER) == len(State)
    assert {str(state) for state in RUNNING} == set(running.RUNNING)


def test_every_state_can_be_reached_and_every_deed_done() -> None:
    seen: set[State | None] = {None}
    while more := {now for one in seen for now in TRANSITIONS[one].values()} - seen:
        seen |= more
    assert seen == {None, *State}
    assert {deed for row in TRANSITIONS.values() for deed in row} == set(Deed)


@pytest.mark.parametrize("state", sorted(OVER))
def test_what_is_over_says_so(state: State) -> None:
    with pytest.raises(Refusal) as caught:
        after(state, Deed.PAUSE)
    assert caught.value.key == "pair-ended-already"
