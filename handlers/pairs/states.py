"""Where a curator can be among the pairs."""

from aiogram.fsm.state import State, StatesGroup


class Talk(StatesGroup):
    """What a pair may begin a talk with."""

    form = State()
    lines = State()


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


class Members(StatesGroup):
    """Who is in a pair."""

    list = State()
    add = State()
    leaving = State()
    primary = State()


class Orders(StatesGroup):
    """Orders about pairs that wait for a number."""

    list = State()
    card = State()


class Applications(StatesGroup):
    """What the people of pairs ask the office for."""

    list = State()
    card = State()
    grant = State()


class Mine(StatesGroup):
    """A pair in the hands of its people."""

    list = State()
    card = State()
    contact = State()
    extension = State()
    replacement = State()
    relief = State()
    helper = State()
    award = State()


class Pairs(StatesGroup):
    """A school's pairs."""

    list = State()
    card = State()
    texts = State()
    reports = State()
    report = State()
    change = State()
    pause = State()
    extend = State()
    replace = State()
    ground = State()
    grounds = State()
    complete = State()
    end = State()
    mentor = State()
    mentee = State()
    confirm = State()
