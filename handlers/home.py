"""The main menu and the commands that hold in every state."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import ChatMemberUpdated, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode

from handlers.kit import menu
from handlers.kit.navigation import Home, go_home, open_dialog, show_current
from handlers.kit.screens import OpenScreen, Say, SayEach
from handlers.kit.turn import Turn, remark, unit_of, words_of
from handlers.people.join import Join
from mentoring.people import identity, joining


async def on_start(message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    unit = unit_of(dialog_manager)
    await identity.mark_reachable(unit.session, unit.actor.telegram_id)
    if not command.args:
        await go_home(dialog_manager, ShowMode.SEND)
        return
    invitation = await joining.read_invitation(unit, token=command.args)
    if invitation.joined_already:
        remark(dialog_manager, "joined-already")
        await go_home(dialog_manager, ShowMode.SEND)
        return
    await open_dialog(dialog_manager, Join.name, {"token": invitation.token})


async def on_menu(message: Message, dialog_manager: DialogManager) -> None:
    await go_home(dialog_manager, ShowMode.SEND)


async def on_help(message: Message, dialog_manager: DialogManager) -> None:
    remark(dialog_manager, "help")
    await go_home(dialog_manager, ShowMode.SEND)


async def on_unknown_command(message: Message, dialog_manager: DialogManager) -> None:
    """A slip of the finger: no window takes it for a name or an answer."""
    remark(dialog_manager, "command-unknown")
    await show_current(dialog_manager, ShowMode.SEND)


async def on_member(event: ChatMemberUpdated, turn: Turn) -> None:
    """The person blocked the bot or let it in again."""
    unit = turn.unit
    if event.new_chat_member.status == "kicked":
        await identity.mark_unreachable(unit.session, turn.chat_id, unit.now)
    else:
        await identity.mark_reachable(unit.session, turn.chat_id)


async def home_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    actor = unit_of(dialog_manager).actor
    words = words_of(dialog_manager)
    seats = [
        {"role": words.plain(f"role-{seat.role}"), "organisation": seat.organisation}
        for seat in actor.seats
    ]
    return {
        "name": actor.name,
        "seats": seats,
        "known": bool(actor.seats),
        "admin": actor.is_admin,
        "stranger": not seats and not actor.is_admin,
    }


def router() -> Router:
    """Commands and the home dialog; called when every journey has added its menu entries."""
    created = Router(name="home")
    created.message.register(on_start, CommandStart())
    created.message.register(on_menu, Command("menu"))
    created.message.register(on_help, Command("help"))
    created.message.register(on_unknown_command, F.text.regexp(r"/[A-Za-z]"))
    created.my_chat_member.register(on_member)
    created.include_router(
        Dialog(
            OpenScreen(
                Say("home-hello", when="known"),
                Say("home-admin", when="admin"),
                SayEach("home-seat", "seats"),
                Say("home-stranger", when="stranger"),
                Say("home-choose", when=lambda data, *_: not data["stranger"]),
                *menu.buttons(),
                state=Home.main,
                getter=home_data,
            )
        )
    )
    return created
