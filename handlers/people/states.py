"""The windows of coming in."""

from aiogram.fsm.state import State, StatesGroup


class Join(StatesGroup):
    """Coming in by a link."""

    # What is held of somebody who takes their own record over.
    held = State()
    # The first window of participants; of staff and of representatives.
    year = State()
    years = State()
    consent = State()
    question = State()
    name = State()
    # One's own number beside the school's list, and whom it is of.
    phone = State()
    found = State()
    given = State()


class Place(StatesGroup):
    """One organisation."""

    card = State()
    name = State()
    short = State()
    zone = State()
    calendar = State()
