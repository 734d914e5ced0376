"""Where people can be among the banks."""

from aiogram.fsm.state import State, StatesGroup


class Bank(StatesGroup):
    """A curator's people."""

    home = State()
    list = State()
    filter = State()
    card = State()
    voice = State()
    request = State()
    select = State()
    ground = State()
    training = State()
    where = State()
    # For somebody without a chat: a link of their own.
    own_link = State()
    release = State()
    # Two records of one person.
    same = State()
    merge = State()
    partner = State()
    mentor_link = State()
    mentee_link = State()


class Edit(StatesGroup):
    """One profile's fields, by its owner or by the curator."""

    fields = State()
    words = State()
    one = State()
    keys = State()


class MyProfile(StatesGroup):
    """One's own entry in the bank."""

    list = State()
    card = State()
    request = State()


class RosterScreens(StatesGroup):
    """A list of people on its way into the bank."""

    programme = State()
    send = State()
    reading = State()
    preview = State()
    errors = State()
    alike = State()
