"""Where a person may be among the stages of a programme."""

from aiogram.fsm.state import State, StatesGroup


class Stages(StatesGroup):
    """One programme's stages."""

    now = State()
    behind = State()
    edit = State()
    stage = State()
    until = State()
    checks = State()
    new = State()
    remove = State()
    rhythm = State()
    target = State()
    model = State()
