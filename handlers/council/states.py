from aiogram.fsm.state import State, StatesGroup


class Council(StatesGroup):
    """A pair before the council, in the curator's hands."""

    pair = State()
    criteria = State()


class Advising(StatesGroup):
    """Difficulties of pairs, in the hands of the council."""

    list = State()
    card = State()


class Judging(StatesGroup):
    """Results of pairs, in the hands of the council."""

    list = State()
    card = State()
    sure = State()
