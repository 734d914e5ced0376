"""The main menu and the commands that hold in every state."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Column, Start

from core.translator import Words
from handlers.consent.mine import Consents
from handlers.kit import menu
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import Home, go_home, open_dialog, show_current
from handlers.kit.onward import onward
from handlers.kit.screens import OpenScreen, Say, Screen, choice, go, pages
from handlers.kit.turn import Turn, remark, turn_of, unit_of, words_of
from handlers.people.join import first_window, start_data
from mentoring.consent import own
from mentoring.meetings import journal
from mentoring.people import claiming, identity, joining
from mentoring.roles import Role
from mentoring.unit import Seat

# Other seats that the menu itself has buttons for; more of them have a screen of their own.
FEW_HATS = 2


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
    if invitation.waiting:
        await onward(dialog_manager, ShowMode.SEND)
        return
    if invitation.other:
        name = await claiming.meet_other(unit, token=command.args)
        remark(dialog_manager, "claim-other", name=name, mine=unit.actor.name)
        await go_home(dialog_manager, ShowMode.SEND)
        return
    await open_dialog(dialog_manager, first_window(invitation), start_data(invitation))


async def on_menu(message: Message, dialog_manager: DialogManager) -> None:
    await go_home(dialog_manager, ShowMode.SEND)


async def on_help(message: Message, dialog_manager: DialogManager) -> None:
    remark(dialog_manager, "help")
    await go_home(dialog_manager, ShowMode.SEND)


async def on_command(message: Message, dialog_manager: DialogManager) -> None:
    """An entry of the person's menu. A slip of the finger: no window takes it for an answer."""
    name = (message.text or "")[1:].split(maxsplit=1)[0].partition("@")[0].lower()
    found = menu.commands(menu.reader(unit_of(dialog_manager))).get(name)
    if found is not None:
        await open_dialog(dialog_manager, found.state)
        return
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
    hat = actor.hat
    others = [seat for seat in actor.seats if seat != hat]
    # Somebody known without a seat has come in and waits for a consent, or has left.
    lost = hat is None and actor.person_id is not None
    waits = lost and await own.waits(unit_of(dialog_manager))
    glance = await _glance(dialog_manager)
    return {
        "waits": waits,
        "today": glance.today,
        "proposed": glance.proposed,
        "marks": glance.waiting,
        "glance": bool(glance.today or glance.proposed or glance.waiting),
        "name": actor.name,
        "role": words.plain(f"role-{hat.role}") if hat else "",
        "organisation": hat.organisation if hat else "",
        "known": hat is not None,
        "deputy": hat is not None and hat.until is not None,
        "admin": actor.is_admin,
        "stranger": hat is None and not actor.is_admin and not waits,
        # One tap where there is room for it.
        "few": [_hat_row(words, seat) for seat in others] if len(others) <= FEW_HATS else [],
        "many": len(others) > FEW_HATS,
    }


async def _glance(manager: DialogManager) -> journal.Glance:
    """What is up with the meetings of a mentor or a mentee: one statement, for nobody else."""
    unit = unit_of(manager)
    if unit.actor.hat is None or unit.actor.hat.role not in (Role.MENTOR, Role.MENTEE):
        return journal.Glance(0, 0, 0)
    return await journal.glance(unit)


def _hat_row(words: Words, seat: Seat) -> dict[str, Any]:
    place = seat.short or seat.organisation
    label = words.plain("home-hat", role=words.plain(f"role-{seat.role}"), place=place)
    return {"id": seat.key, "label": shortened(label, WHOLE)}


async def group_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    group = dialog_manager.dialog_data.get("group", menu.MORE)
    return {"title": words_of(dialog_manager).plain(f"menu-group-{group}")}


async def hats_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    return {"hats": [_hat_row(words, seat) for seat in unit_of(dialog_manager).actor.seats]}


async def on_hat(_callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    turn = turn_of(manager)
    seat = next((seat for seat in turn.unit.actor.seats if seat.key == item), None)
    if seat is not None:
        turn.wear(seat)
    await manager.switch_to(Home.main)


async def on_return(_data: Any, _result: Any, manager: DialogManager) -> None:
    """A dialog was closed: its button says that this leads to the main menu."""
    await manager.switch_to(Home.main)


def router() -> Router:
    """The commands that hold in every state."""
    created = Router(name="home")
    created.message.register(on_start, CommandStart())
    created.message.register(on_menu, Command("menu"))
    created.message.register(on_help, Command("help"))
    created.message.register(on_command, F.text.regexp(r"/[A-Za-z]"))
    created.my_chat_member.register(on_member)
    return created


def dialog() -> Dialog:
    """The main menu; called when every journey has added its entries."""
    return Dialog(
        OpenScreen(
            Say("home-hello", when="known"),
            Say("home-admin", when="admin"),
            Say("home-seat", when="known"),
            Say("home-deputy", when="deputy"),
            Say("home-stranger", when="stranger"),
            Say("home-meetings", when="glance"),
            Say("home-choose", when=lambda data, *_: not data["stranger"]),
            Say("home-waits", when="waits"),
            menu.buttons(),
            Start(
                Say("menu-consents", plain=True),
                id="waits",
                state=Consents.list,
                when="waits",
            ),
            Column(choice("hat", "few", on_hat)),
            go("home-hats", "hats", Home.hats, when="many"),
            state=Home.main,
            getter=home_data,
        ),
        Screen(
            Say("home-group"),
            menu.group_buttons(),
            go("button-back", "back", Home.main),
            state=Home.group,
            getter=group_data,
        ),
        Screen(
            Say("home-which-hat"),
            pages(choice("hat", "hats", on_hat), "hats_page"),
            go("button-back", "back", Home.main),
            state=Home.hats,
            getter=hats_data,
        ),
        on_process_result=on_return,
    )
