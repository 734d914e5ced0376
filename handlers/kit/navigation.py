"""Opening dialogs: everything stands on the home screen, so that closing it leads there."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import DialogManager, ShowMode, StartMode


class Home(StatesGroup):
    """The main menu: the bottom of every stack."""

    main = State()
    # Behind one entry of the menu; which one, the dialog's data say.
    group = State()
    # All seats, where the menu has no room for them.
    hats = State()


async def go_home(manager: DialogManager, show_mode: ShowMode = ShowMode.AUTO) -> None:
    await manager.start(Home.main, mode=StartMode.RESET_STACK, show_mode=show_mode)


async def open_dialog(
    manager: DialogManager, state: State, data: dict[str, Any] | None = None
) -> None:
    """Start a dialog over a fresh home screen, in a new message below what was pressed."""
    await manager.start(Home.main, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
    await manager.start(state, data, show_mode=ShowMode.SEND)


async def show_current(manager: DialogManager, show_mode: ShowMode = ShowMode.AUTO) -> None:
    """The screen the person is at, else home."""
    if manager.has_context():
        await manager.show(show_mode)
    else:
        await go_home(manager, show_mode)
