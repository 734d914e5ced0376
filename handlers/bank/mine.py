"""One's own entry in the bank: seen, said to be all right, changed; a mentee's own request."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.bank import topics
from handlers.bank.states import Edit, MyProfile
from handlers.bank.wording import described
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog, show_current
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.bank import own, requests
from mentoring.bank.cards import Card
from mentoring.bank.status import Side
from mentoring.roles import Role


async def _cards(manager: DialogManager) -> list[Card]:
    return await own.profiles(unit_of(manager))


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    cards = await _cards(dialog_manager)
    rows = [{"id": card.id, "label": shortened(card.programme, WHOLE)} for card in cards]
    return {"profiles": rows, "count": len(rows)}


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    wanted = dialog_manager.dialog_data.get("profile")
    card = next((card for card in await _cards(dialog_manager) if card.id == wanted), None)
    if card is None:
        return {"missing": True}
    return described(words_of(dialog_manager), card) | {"there": True}


async def request_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return topics.data(dialog_manager)


async def on_profile(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["profile"] = number(item)
    await manager.switch_to(MyProfile.card)


async def on_confirm(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await own.confirm(unit_of(manager), profile_id=manager.dialog_data.get("profile", 0))
    remark(manager, "bank-confirmed")


async def on_edit(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    profile = manager.dialog_data.get("profile", 0)
    await manager.start(Edit.fields, {"profile": profile, "own": True})


async def on_request(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    topics.forget(manager)
    await manager.switch_to(MyProfile.request)


async def on_words(manager: DialogManager, text: str) -> None:
    await requests.voice_mine(
        unit_of(manager),
        profile_id=manager.dialog_data.get("profile", 0),
        text=text,
        topics=topics.chosen(manager),
    )
    remark(manager, "bank-request-saved")
    await manager.switch_to(MyProfile.card)


async def on_topics(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await on_words(manager, "")


@action("my-profile")
async def open_mine(manager: DialogManager, _argument: str) -> None:
    """Under a notice that something was changed: the entry itself."""
    cards = await _cards(manager)
    if len(cards) == 1:
        await open_dialog(manager, MyProfile.card, {"profile": cards[0].id})
    else:
        await open_dialog(manager, MyProfile.list)


@action("profile-ok")
async def say_ok(manager: DialogManager, argument: str) -> None:
    """Under the yearly question: all is as it was."""
    await own.confirm(unit_of(manager), profile_id=number(argument))
    remark(manager, "bank-confirmed")
    await show_current(manager)


async def begin(data: Any, manager: DialogManager) -> None:
    """One profile is shown at once."""
    await adopt(data, manager)
    if "profile" not in manager.dialog_data:
        cards = await _cards(manager)
        if len(cards) == 1:
            manager.dialog_data["profile"] = cards[0].id
            await manager.switch_to(MyProfile.card)


def _mentee(data: dict[str, Any], *_: Any) -> bool:
    return data.get("side") == Side.MENTEE


def dialog() -> Dialog:
    menu.entry(
        "my_profile", "menu-my-profile", MyProfile.list, Role.MENTOR, Role.MENTEE, command="profile"
    )
    return Dialog(
        Screen(
            Say("my-profiles"),
            pages(choice("p", "profiles", on_profile), "pp"),
            leave("button-home"),
            state=MyProfile.list,
            getter=list_data,
        ),
        Screen(
            Say("my-profile-gone", when="missing"),
            Say("my-profile", when="there"),
            Say("my-profile-stale", when="stale"),
            Say("my-profile-changed", when="changed"),
            SayEach("bank-fact", "facts", when="there"),
            SayEach("bank-request", "requests", when="there"),
            button("my-profile-ok", "ok", on_confirm, when="there"),
            button("my-profile-edit", "edit", on_edit, when="there"),
            button("my-profile-request", "request", on_request, when=_mentee),
            leave("button-home"),
            state=MyProfile.card,
            getter=card_data,
        ),
        Screen(
            Say("my-request-ask"),
            *topics.buttons(),
            button("button-done", "done", on_topics, when="any_chosen"),
            go("button-back", "back", MyProfile.card),
            typed(on_words, limit=requests.TEXT_LIMIT),
            state=MyProfile.request,
            getter=request_data,
        ),
        on_start=begin,
    )
