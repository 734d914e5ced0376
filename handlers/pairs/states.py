"""Where a curator can be among the pairs."""

from aiogram.fsm.state import State, StatesGroup


class Drafts(StatesGroup):
    """Pairs on their way to the order."""

    list = State()
    card = State()
    spoken = State()
    order = State()
    cancel = State()


class Invited(StatesGroup):
    """An invitation in the hands of whoever is invited."""

    card = State()
    reason = State()
    question = State()
    object = State()


class Pairs(StatesGroup):
    """A school's pairs."""

    list = State()
    card = State()
    texts = State()
    end = State()
    mentor = State()
    mentee = State()
    confirm = State()
