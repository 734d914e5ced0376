"""The windows of a form being filled in."""

from aiogram.fsm.state import State, StatesGroup


class Answering(StatesGroup):
    """A window for each way of answering."""

    list = State()
    scale = State()
    choice = State()
    several = State()
    text = State()
    media = State()
    review = State()
    filled = State()
