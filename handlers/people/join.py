"""By a link into an organisation: who invites, under what name."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.navigation import go_home
from handlers.kit.screens import Say, Screen, button, leave, typed
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.people import joining


class Join(StatesGroup):
    """Coming in by a link."""

    name = State()


def _token(manager: DialogManager) -> str:
    data = manager.start_data
    return str(data["token"]) if isinstance(data, dict) else ""


def _suggested(manager: DialogManager) -> str:
    """The name the person is known under here, else the one Telegram shows."""
    user = manager.middleware_data.get("event_from_user")
    known = unit_of(manager).actor.name
    shown = " ".join((user.full_name if user else "").split())
    return (known or shown)[: joining.NAME_LIMIT]


async def invitation_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    invitation = await joining.read_invitation(
        unit_of(dialog_manager), token=_token(dialog_manager)
    )
    return {
        "organisation": invitation.organisation,
        "role": words.plain(f"role-as-{invitation.role}"),
        "name": _suggested(dialog_manager),
    }


async def _join(manager: DialogManager, name: str) -> None:
    role = await joining.join(
        unit_of(manager),
        token=_token(manager),
        name=name,
        language=words_of(manager).language,
    )
    remark(manager, "joined", role=words_of(manager).plain(f"role-as-{role}"))
    await manager.middleware_data["reseat"](manager.middleware_data["turn"])
    await go_home(manager)


async def on_confirm(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _join(manager, _suggested(manager))


async def on_name(manager: DialogManager, text: str) -> None:
    await _join(manager, " ".join(text.split()))


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("join"),
            button("join-confirm", "yes", on_confirm),
            leave("join-refuse"),
            typed(on_name, limit=joining.NAME_LIMIT),
            state=Join.name,
            getter=invitation_data,
        )
    )
