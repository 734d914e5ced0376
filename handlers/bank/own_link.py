"""From somebody's card: the link by which they take their record over, as text and as a picture."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.clock import local_date
from handlers.bank.states import Bank
from handlers.kit.links import invite_link
from handlers.kit.screens import Say, Screen, button, go
from handlers.kit.turn import remark, unit_of
from mentoring.bank import cards
from mentoring.people import claiming, invites, posters


async def _link(manager: DialogManager) -> claiming.Own:
    profile = manager.dialog_data.get("profile", 0)
    return await claiming.link(unit_of(manager), profile_id=profile)


async def link_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    link = await _link(dialog_manager)
    return {
        "name": link.name,
        "link": invite_link(dialog_manager, link.token),
        "until": local_date(link.expires_at, unit_of(dialog_manager).timezone),
    }


async def on_link(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """On the card: the link is made here, the window only shows it."""
    await _link(manager)
    await manager.switch_to(Bank.own_link)


async def on_code(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    link = await _link(manager)
    address = str(invite_link(manager, link.token))
    await posters.send_code(unit_of(manager), invite_id=link.invite_id, address=address)
    remark(manager, "file-coming")


async def on_revoke(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    link = await _link(manager)
    await invites.revoke(unit_of(manager), invite_id=link.invite_id)
    remark(manager, "claim-link-revoked")
    await manager.switch_to(Bank.card)


async def release_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    profile = dialog_manager.dialog_data.get("profile", 0)
    return {"name": (await cards.card(unit_of(dialog_manager), profile_id=profile)).name}


async def on_release(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    profile = manager.dialog_data.get("profile", 0)
    await claiming.release(unit_of(manager), profile_id=profile)
    remark(manager, "claim-released")
    await manager.switch_to(Bank.card)


def screens() -> list[Screen]:
    return [
        Screen(
            Say("claim-link-ask"),
            button("claim-link-code", "code", on_code),
            button("claim-link-revoke", "revoke", on_revoke),
            go("button-back", "back", Bank.card),
            state=Bank.own_link,
            getter=link_data,
        ),
        Screen(
            Say("claim-release-ask"),
            button("claim-release-yes", "yes", on_release),
            go("button-back", "back", Bank.card),
            state=Bank.release,
            getter=release_data,
        ),
    ]
