"""Where a curator can be among the pairs."""

from aiogram.fsm.state import State, StatesGroup


class Pairs(StatesGroup):
    """A school's pairs."""

    list = State()
    card = State()
    texts = State()
    end = State()
    mentor = State()
    mentee = State()
    confirm = State()
