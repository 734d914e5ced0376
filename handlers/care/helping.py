"""Help: always in reach of those who take part, in any window, by a button or a word."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.care.states import Help, HelpReply
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, Screen, button, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import Turn, remark, unit_of, words_of
from mentoring.care import help as calls
from mentoring.roles import Role

# Behind a locale's own words for it, which are compared folded.
_ASKED = "help-words"


async def asks(message: Message, turn: Turn) -> bool:
    """Filter: the whole message is a cry for help, from somebody who takes part."""
    text = " ".join((message.text or "").casefold().split()).strip("!. ")
    known = turn.words.plain(_ASKED).split(", ")
    return text in known and turn.unit.actor.seat(Role.MENTEE, Role.MENTOR) is not None


async def on_word(_message: Message, dialog_manager: DialogManager) -> None:
    await open_dialog(dialog_manager, Help.now)


async def on_command(_message: Message, dialog_manager: DialogManager) -> None:
    if unit_of(dialog_manager).actor.seat(Role.MENTEE, Role.MENTOR) is None:
        remark(dialog_manager, "help")
        await go_home(dialog_manager)
        return
    await open_dialog(dialog_manager, Help.now)


def _place(manager: DialogManager) -> int:
    """Where the person takes part; 0 where nowhere."""
    seat = unit_of(manager).actor.seat(Role.MENTEE, Role.MENTOR)
    return seat.organisation_id if seat else 0


async def begin(data: Any, manager: DialogManager) -> None:
    """Opening the window is the call: nobody in trouble is asked whether they are sure."""
    if not isinstance(data, dict) or not data.get("write"):
        await calls.call(unit_of(manager), organisation_id=_place(manager))


async def now_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await calls.present(unit_of(dialog_manager))
    if seen is None:
        seen = calls.Called(0, "", False, 0, "")
    return {
        "who": seen.who or "-",
        "someone": "yes" if seen.who else "no",
        "taken": "yes" if seen.taken else "no",
        "minutes": seen.minutes,
        "lines": seen.lines or words_of(dialog_manager).plain("help-lines"),
        "open": seen.id > 0 and not seen.taken,
    }


async def on_text(manager: DialogManager, text: str) -> None:
    await calls.say(unit_of(manager), organisation_id=_place(manager), text=text)
    remark(manager, "help-passed-on")


async def on_mistake(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await calls.mistaken(unit_of(manager))
    remark(manager, "help-mistake-told")
    await go_home(manager)


@action("help-write")
async def write(manager: DialogManager, _argument: str) -> None:
    """Under an adult's answer: write on."""
    await open_dialog(manager, Help.now, {"write": True})


@action("help-take")
async def take(manager: DialogManager, argument: str) -> None:
    """Under a call: one press answers it."""
    who = await calls.take(unit_of(manager), call_id=number(argument))
    await open_dialog(manager, HelpReply.text, {"call": number(argument), "who": who})


@action("help-reply")
async def answer(manager: DialogManager, argument: str) -> None:
    """Under what the caller wrote."""
    await take(manager, argument)


async def reply_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"who": dialog_manager.dialog_data.get("who", "-")}


async def on_reply(manager: DialogManager, text: str) -> None:
    call_id = manager.dialog_data.get("call", 0)
    await calls.reply(unit_of(manager), call_id=call_id, text=text)
    remark(manager, "help-reply-sent")


def router() -> Router:
    """Before the dialogs: no window takes a call for an answer."""
    created = Router(name="help")
    created.message.register(on_command, Command("help_me"))
    created.message.register(on_word, F.text, asks)
    return created


def dialogs() -> list[Dialog]:
    menu.entry("help_me", "menu-help-me", Help.now, Role.MENTEE, command="help_me", minors=True)
    return [
        Dialog(
            Screen(
                Say("help-now"),
                typed(on_text, limit=calls.TEXT_LIMIT),
                button("help-mistake", "mistake", on_mistake, when="open"),
                leave("button-home"),
                state=Help.now,
                getter=now_data,
            ),
            on_start=begin,
        ),
        Dialog(
            Screen(
                Say("help-to-reply"),
                typed(on_reply, limit=calls.TEXT_LIMIT),
                leave("button-home"),
                state=HelpReply.text,
                getter=reply_data,
            ),
            on_start=adopt,
        ),
    ]
