"""What may become of a pair: every state, every deed, and the one table that joins them."""

from enum import StrEnum

from core.errors import Refusal
from db.queries import running


class State(StrEnum):
    # Drafts: nobody works yet, but the mentor's room is taken.
    PROPOSED = "proposed"
    AGREED = "agreed"
    ORDERED = "ordered"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"
    CANCELLED = "cancelled"


class Deed(StrEnum):
    PROPOSE = "propose"
    # Everybody asked has said yes.
    AGREE = "agree"
    # Somebody else has to be asked, or one has thought better of it.
    REOPEN = "reopen"
    # It stands in an order that waits for the head.
    ORDER = "order"
    RECALL = "recall"
    SIGN = "sign"
    # The short way: the order is there already.
    ACTIVATE = "activate"
    PAUSE = "pause"
    RESUME = "resume"
    COMPLETE = "complete"
    END = "end"
    CANCEL = "cancel"
    # An end that was a mistake.
    UNDO = "undo"


DRAFTS = frozenset({State.PROPOSED, State.AGREED, State.ORDERED})
RUNNING = frozenset(map(State, running.RUNNING))
OVER = frozenset({State.COMPLETED, State.ENDED_EARLY, State.CANCELLED})

# From a state (None: there is no pair yet) by a deed to the next; what is not here is forbidden.
TRANSITIONS: dict[State | None, dict[Deed, State]] = {
    None: {Deed.PROPOSE: State.PROPOSED, Deed.ACTIVATE: State.ACTIVE},
    State.PROPOSED: {
        Deed.AGREE: State.AGREED,
        Deed.ACTIVATE: State.ACTIVE,
        Deed.CANCEL: State.CANCELLED,
    },
    State.AGREED: {
        Deed.REOPEN: State.PROPOSED,
        Deed.ORDER: State.ORDERED,
        Deed.ACTIVATE: State.ACTIVE,
        Deed.CANCEL: State.CANCELLED,
    },
    State.ORDERED: {
        Deed.RECALL: State.AGREED,
        Deed.SIGN: State.ACTIVE,
        Deed.ACTIVATE: State.ACTIVE,
        Deed.CANCEL: State.CANCELLED,
    },
    State.ACTIVE: {
        Deed.PAUSE: State.PAUSED,
        Deed.COMPLETE: State.COMPLETED,
        Deed.END: State.ENDED_EARLY,
    },
    State.PAUSED: {
        Deed.RESUME: State.ACTIVE,
        Deed.COMPLETE: State.COMPLETED,
        Deed.END: State.ENDED_EARLY,
    },
    State.COMPLETED: {Deed.UNDO: State.ACTIVE},
    State.ENDED_EARLY: {Deed.UNDO: State.ACTIVE},
    State.CANCELLED: {},
}


def after(state: State | None, deed: Deed) -> State:
    """The state that follows. Raises Refusal where the table has none."""
    found = TRANSITIONS[state].get(deed)
    if found is not None:
        return found
    if state in OVER:
        raise Refusal("pair-ended-already")
    raise Refusal("pair-not-now", status=str(state))
