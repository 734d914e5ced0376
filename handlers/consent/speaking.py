"""A curator looks at who speaks for a child, says that it is right, or undoes a mistake."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, Screen, button, leave
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of
from mentoring.consent import speaking


class Speaking(StatesGroup):
    """One representative of one child."""

    card = State()


def _id(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("representation", 0))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    found = await speaking.card(unit, representation_id=_id(dialog_manager))
    return {
        "name": found.name,
        "child": found.child,
        "since": found.since.date(),
        "over": "yes" if found.over else "no",
        "holds": not found.over,
        "asked": not found.over and not found.checked,
    }


async def on_check(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await speaking.check(unit_of(manager), representation_id=_id(manager))
    remark(manager, "representative-checked")
    await manager.done()


async def on_undo(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await speaking.undo(unit_of(manager), representation_id=_id(manager))
    remark(manager, "representative-undone")
    await manager.done()


@action("speaks")
async def open_card(manager: DialogManager, argument: str) -> None:
    """Under the notice that somebody speaks for a child now."""
    await speaking.card(unit_of(manager), representation_id=number(argument))
    await open_dialog(manager, Speaking.card, {"representation": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("representative-card"),
            button("representative-check", "check", on_check, when="asked"),
            button("representative-undo", "undo", on_undo, when="holds"),
            leave("button-home"),
            state=Speaking.card,
            getter=card_data,
        ),
        on_start=adopt,
    )
