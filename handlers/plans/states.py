from aiogram.fsm.state import State, StatesGroup


class MyPlan(StatesGroup):
    """The programme of one's own pair."""

    plan = State()
    add = State()
    kind = State()
    item = State()
    title = State()
    due = State()
    expected = State()
    drop = State()
    done = State()
    history = State()


class PlanOffice(StatesGroup):
    """Programmes of a school's pairs, for those who approve them."""

    list = State()
    plan = State()
    back = State()
    history = State()
    keep = State()


class PlanBank(StatesGroup):
    """Programmes kept to begin others from; those of schools in numbers."""

    list = State()
    schools = State()
    card = State()
    remove = State()
