"""Where a person may be among notices."""

from aiogram.fsm.state import State, StatesGroup


class Notices(StatesGroup):
    """What comes by itself."""

    home = State()
    rules = State()
    holidays = State()
    lessons = State()


class CalendarAddress(StatesGroup):
    """One's own terms and meetings in the calendar of the phone."""

    home = State()
