"""What a pair with minors wrote between meetings, in the curator's hands: both know of it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.care.states import Thread
from handlers.kit.labels import shortened
from handlers.kit.screens import Say, SayEach, Screen, button, leave
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of
from mentoring.care import asking

# So much of each message fits one screen with the others.
_WORDS = 150


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


async def thread_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await asking.thread(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    rows = [
        {"at": one.at, "who": one.who, "kind": one.kind, "text": shortened(one.text, _WORDS) or "-"}
        for one in found
    ]
    attached = sum(1 for one in found if one.kind != "text")
    return {"messages": rows, "count": len(rows), "attached": attached}


async def on_attached(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await asking.attached(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "thread-attached-sent", count=count)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("focus-thread-title"),
            SayEach("focus-thread-row", "messages"),
            button("thread-attached", "attached", on_attached, when="attached"),
            leave("button-back"),
            state=Thread.now,
            getter=thread_data,
        ),
        on_start=adopt,
    )
