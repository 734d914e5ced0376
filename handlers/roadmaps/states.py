"""Where a person may be among roadmaps."""

from aiogram.fsm.state import State, StatesGroup


class Review(StatesGroup):
    """A draft is checked and confirmed."""

    overview = State()
    year = State()
    rows = State()
    row = State()
    day = State()
    edit = State()
    title = State()
    executors = State()
    result = State()
    add = State()
    confirm = State()
    past_day = State()
    sign = State()
    order = State()
    changes = State()


class Agreeing(StatesGroup):
    """A draft is agreed upon, for its curator."""

    home = State()
    remark = State()


class Remarking(StatesGroup):
    """A draft is looked through by those who were asked to."""

    rows = State()
    row = State()
    back = State()


class Tasks(StatesGroup):
    """What the roadmap in force asks."""

    home = State()
    upload = State()
    start = State()
    start_year = State()
    reading = State()
    list = State()
    card = State()
    attach = State()
    which = State()
    unneeded = State()
    term = State()
    reason = State()
    going = State()
    mine = State()
    twins = State()


class Deciding(StatesGroup):
    """What was handed in and what is asked, for those who issued the plan."""

    home = State()
    row = State()
    note = State()
    asked = State()


class Stray(StatesGroup):
    """A file came by itself: what is it for?"""

    ask = State()
    pick = State()


class Board(StatesGroup):
    """A department's schools, and its activities over all of them."""

    schools = State()
    school = State()
    activities = State()
    activity = State()
    term = State()
    reason = State()


class Executors(StatesGroup):
    """Whom the words in the column of executors mean."""

    list = State()
    one = State()


class Looking(StatesGroup):
    """The roadmap in force as a whole."""

    menu = State()
    order = State()
    sections = State()
    section = State()
    roll = State()
    former = State()
    former_rows = State()


class Monitoring(StatesGroup):
    """How schools introduce mentoring, and what they are advised: for the department."""

    table = State()
    school = State()
    text = State()
    term = State()
    advices = State()
    advice = State()
    more = State()


class Introducing(StatesGroup):
    """What the department looks for in a school, and advises it: for its curator."""

    marks = State()
    say = State()
    advices = State()
    advice = State()
