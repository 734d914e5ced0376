"""A typed line that may tell of no meeting held: it is asked before a card is filled."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.labels import shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import OnClick, Say, Screen, button, leave
from handlers.meetings.card import SHOWN
from handlers.meetings.states import Planning, Record


async def line_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"line": shortened(dialog_manager.dialog_data["line"], SHOWN)}


async def on_ahead(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_dialog(manager, Planning.pair, manager.dialog_data["ahead"])


def screen(on_held: OnClick) -> Screen:
    return Screen(
        Say("meeting-held"),
        button("meeting-held-yes", "held", on_held),
        button("meeting-held-ahead", "ahead", on_ahead),
        leave("meeting-held-no"),
        state=Record.held,
        getter=line_data,
    )
