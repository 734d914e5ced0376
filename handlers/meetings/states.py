"""The windows of meetings: states apart from windows, as journeys lead into each other."""

from aiogram.fsm.state import State, StatesGroup


class Record(StatesGroup):
    """A meeting on its way into the records."""

    pair = State()
    held = State()
    card = State()
    more = State()
    kind = State()
    text = State()
    roll = State()
    saved = State()


class MyMeetings(StatesGroup):
    """What has been, and what one thinks of it."""

    list = State()
    card = State()
    thanks = State()
    none = State()
    hours = State()


class Planning(StatesGroup):
    """A time for a meeting to come."""

    pair = State()
    when = State()
    day = State()
    time = State()
    why = State()
    card = State()


class Plans(StatesGroup):
    """Meetings to come, and those nobody has told of."""

    list = State()
    one = State()
    clash = State()
    reason = State()


class MeetingJournal(StatesGroup):
    """A curator's look at the meetings of their school."""

    list = State()
    pair = State()


class Children(StatesGroup):
    """A representative's children."""

    list = State()
    card = State()
    pause = State()
    ask = State()
