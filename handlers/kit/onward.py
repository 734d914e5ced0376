"""What comes next for a person: one thing after the other, from coming in to having nothing to do.

A journey registers a step: where it stands in the order, the window it opens, and a condition that
is asked with the person's unit. Whoever has finished something calls `onward`; the first step that
is wanted opens, and without one the person is home. Steps have to become unwanted by being done or
put off, else they would come up for ever.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from handlers.kit.actions import action
from handlers.kit.navigation import Home, go_home
from handlers.kit.turn import unit_of
from mentoring.unit import Unit

# The start data of the step's dialog, None where there is nothing to do.
Wanted = Callable[[Unit], Awaitable[dict[str, Any] | None]]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person may have to do next."""

    name: str
    order: int
    state: State
    wanted: Wanted


STEPS: dict[str, Step] = {}


def step(name: str, order: int, state: State, wanted: Wanted) -> None:
    """Register a step: consents stand at 10, questionnaires at 20, the rest behind."""
    STEPS[name] = Step(name, order, state, wanted)


async def onward(manager: DialogManager, show_mode: ShowMode = ShowMode.AUTO) -> None:
    """Open the first step that is wanted over the home screen, else the home screen."""
    unit = unit_of(manager)
    if unit.actor.person_id is not None:
        for candidate in sorted(STEPS.values(), key=lambda one: one.order):
            data = await candidate.wanted(unit)
            if data is not None:
                await manager.start(
                    Home.main, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE
                )
                await manager.start(candidate.state, data, show_mode=show_mode)
                return
    await go_home(manager, show_mode)


@action("onward")
async def go_onward(manager: DialogManager, _argument: str) -> None:
    """Under a notice: there is something to go on with."""
    await onward(manager, ShowMode.SEND)
