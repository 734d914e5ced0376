"""The windows of care."""

from aiogram.fsm.state import State, StatesGroup


class Help(StatesGroup):
    """A call for help: on the caller's side."""

    now = State()


class HelpReply(StatesGroup):
    """An adult writes to whoever called."""

    text = State()


class Silence(StatesGroup):
    """How is it going? Asked of one person."""

    answer = State()


class Trial(StatesGroup):
    """Do they suit? Asked of one person."""

    answer = State()


class Words(StatesGroup):
    """A message to the other side of the pair."""

    pair = State()
    text = State()


class Focus(StatesGroup):
    """The curator's list: calls, silent pairs, rules."""

    list = State()
    card = State()
    rules = State()
    minutes = State()
    days = State()
    lines = State()


class Thread(StatesGroup):
    """What a pair wrote, read by the curator."""

    now = State()
