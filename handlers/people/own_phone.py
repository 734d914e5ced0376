"""On the way in: finding oneself in the school's list by one's own number.

The number comes by Telegram's own button and nowhere stays; whom it is of is asked, for a family
may share it.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import RequestContact
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, choice, go, pages, typed
from handlers.kit.turn import remark, unit_of
from handlers.people.states import Join
from mentoring.people import own_phone

Named = Callable[[DialogManager, str], Awaitable[None]]


def _token(manager: DialogManager) -> str:
    return str(manager.dialog_data.get("token", ""))


async def offered(manager: DialogManager, token: str) -> bool:
    """Whether there is anything to compare a number with."""
    return await own_phone.offered(unit_of(manager), token=token)


async def _listed(manager: DialogManager) -> list[own_phone.Listed]:
    return await own_phone.listed(
        unit_of(manager), token=_token(manager), profiles=manager.dialog_data.get("found", [])
    )


async def found_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = []
    for one in await _listed(dialog_manager):
        label = f"{one.shown}, {one.class_name}" if one.class_name else one.shown
        rows.append({"id": one.profile_id, "label": shortened(label, WHOLE)})
    return {"listed": rows}


async def on_contact(message: Message, _widget: Any, manager: DialogManager) -> None:
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None or contact.user_id != sender.id:
        remark(manager, "join-phone-not-own")
        return
    found = await own_phone.compare(
        unit_of(manager), token=_token(manager), phone=contact.phone_number
    )
    if found:
        manager.dialog_data["found"] = found
        await manager.switch_to(Join.found)
    else:
        remark(manager, "join-phone-not-listed")
        await manager.switch_to(Join.name)


async def on_words(manager: DialogManager, text: str) -> None:
    """The way back is a button that types its own words; a typed number proves nothing."""
    if any(sign.isdigit() for sign in text):
        remark(manager, "join-phone-typed")
    else:
        await manager.switch_to(Join.name)


def screens(named: Named) -> list[Screen]:
    """The two windows; `named` goes on with the name."""

    async def on_found(
        _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
    ) -> None:
        chosen = next(
            (one for one in await _listed(manager) if one.profile_id == number(item)), None
        )
        if chosen is not None:
            manager.dialog_data["listed"] = chosen.profile_id
            await named(manager, chosen.name)

    return [
        Screen(
            Say("join-phone-ask"),
            RequestContact(Say("join-phone-share", plain=True)),
            go("button-back", "back", Join.name),
            MessageInput(on_contact, content_types=[ContentType.CONTACT]),
            typed(on_words, limit=200),
            markup_factory=ReplyKeyboardFactory(resize_keyboard=True, one_time_keyboard=True),
            state=Join.phone,
        ),
        Screen(
            Say("join-found"),
            pages(choice("l", "listed", on_found), "lp"),
            go("join-found-none", "back", Join.name),
            state=Join.found,
            getter=found_data,
        ),
    ]
