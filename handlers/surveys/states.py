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


class Putting(StatesGroup):
    """What a school asks its people."""

    list = State()
    card = State()
    people = State()
    paper = State()
    classes = State()
    upload = State()
    sheet = State()


class Forms(StatesGroup):
    """Questions and forms of one's own."""

    home = State()
    purpose = State()
    mentoring = State()
    side = State()
    card = State()
    text = State()
    kind = State()
    options = State()
    own = State()
    form = State()
    title = State()
    table = State()
