"""Where a person may be among notices."""

from aiogram.fsm.state import State, StatesGroup


class Notices(StatesGroup):
    """What comes by itself."""

    home = State()
    rules = State()
    holidays = State()
    lessons = State()
    calendar = State()
