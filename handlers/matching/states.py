"""The windows of matching."""

from aiogram.fsm.state import State, StatesGroup


class Matching(StatesGroup):
    """A programme's suggestions."""

    programme = State()
    list = State()
    card = State()
    alone = State()
    waiting = State()
    support = State()
    all = State()


class Tuning(StatesGroup):
    """What the curator turns: weights, rules, checks, and what is missing."""

    menu = State()
    weights = State()
    weight = State()
    rules = State()
    rule = State()
    mentee = State()
    mentor = State()
    kind = State()
    checks = State()
    check = State()
    lacking = State()


class Lending(StatesGroup):
    """Mentors whom schools lend each other."""

    list = State()
    mentor = State()
    to = State()
    school = State()
    ending = State()
    sure = State()
    words = State()
