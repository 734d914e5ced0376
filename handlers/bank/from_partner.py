"""From a mentor's card: the partner organisation they come from."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.bank.states import Bank
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, pages
from handlers.kit.turn import remark, unit_of
from mentoring.people import partners


async def partners_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await partners.for_mentor(
        unit_of(dialog_manager), profile_id=dialog_manager.dialog_data.get("profile", 0)
    )
    rows = [{"id": one.id, "label": shortened(one.name, WHOLE)} for one in found]
    return {"partners": rows, "count": len(rows)}


async def _attach(manager: DialogManager, partner_id: int | None) -> None:
    profile = manager.dialog_data.get("profile", 0)
    await partners.attach(unit_of(manager), profile_id=profile, partner_id=partner_id)
    remark(manager, "bank-saved")
    await manager.switch_to(Bank.card)


async def on_partner(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _attach(manager, number(item))


async def on_none(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _attach(manager, None)


def screen() -> Screen:
    return Screen(
        Say("bank-partner-ask"),
        pages(choice("p", "partners", on_partner), "pp"),
        button("bank-partner-none", "none", on_none, when="count"),
        go("button-back", "back", Bank.card),
        state=Bank.partner,
        getter=partners_data,
    )
