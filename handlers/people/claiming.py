"""Somebody whose record was kept without a chat sees what is held and takes it over."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.kbd import Button

from handlers.bank.states import MyProfile
from handlers.kit.navigation import Home, go_home
from handlers.kit.onward import onward
from handlers.kit.screens import Say, SayEach, Screen, button, leave
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.states import Join
from handlers.surveys.states import Answering
from mentoring.people import claiming
from mentoring.roles import Role
from mentoring.surveys import answering

Further = Callable[[DialogManager], Awaitable[None]]


def _token(manager: DialogManager) -> str:
    return str(manager.dialog_data.get("token", ""))


async def held_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    held = await claiming.held(unit_of(dialog_manager), token=_token(dialog_manager))
    return {
        "organisation": held.organisation,
        "name": held.name,
        "role": words.plain(f"role-as-{held.role}"),
        "placed": "yes" if held.place else "no",
        "place": held.place or "-",
        "paired": held.paired,
        "side": str(held.role),
        "consents": held.consents,
        "agreed": held.consents > 0,
        "forms": [{"title": form.title.to(words.language)} for form in held.forms],
        "minor": held.minor,
    }


async def onward_from(manager: DialogManager, *, right: bool) -> None:
    """To what is not as it should be, else to the forms that others have filled in."""
    unit = unit_of(manager)
    if unit.actor.seat(Role.MENTOR, Role.MENTEE) is None:
        await onward(manager)
        return
    filled = [one for one in await answering.waiting(unit) if one.filled]
    if right and not filled:
        await onward(manager)
        return
    await manager.start(Home.main, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
    if not right:
        await manager.start(MyProfile.list, show_mode=ShowMode.AUTO)
    else:
        first = {"response": filled[0].response_id}
        await manager.start(Answering.list, first, show_mode=ShowMode.AUTO)


async def on_not_me(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await claiming.disown(unit_of(manager), token=_token(manager))
    remark(manager, "claim-not-me-done")
    await go_home(manager)


def screen(further: Further) -> Screen:
    """The window; `further` goes on to the consents that are missing, and in."""

    def _mine(*, right: bool) -> Any:
        async def on_mine(
            _callback: CallbackQuery, _button: Button, manager: DialogManager
        ) -> None:
            manager.dialog_data["right"] = right
            await further(manager)

        return on_mine

    return Screen(
        Say("claim-held"),
        Say("claim-paired", when="paired"),
        Say("claim-consents", when="agreed"),
        SayEach("claim-form", "forms"),
        Say("claim-ask"),
        Say("claim-ask-child", when="minor"),
        button("claim-right", "right", _mine(right=True)),
        button("claim-fix", "fix", _mine(right=False)),
        button("claim-not-me", "not", on_not_me),
        leave("join-refuse"),
        state=Join.held,
        getter=held_data,
    )
