from aiogram.fsm.state import State, StatesGroup


class Keeping(StatesGroup):
    """Who lacks a consent, and the papers of those who have signed."""

    reasons = State()
    list = State()
    card = State()
    link = State()
    signed = State()
    number = State()
    day = State()
    photo = State()
