"""Everything held about oneself, or about one's child, as files."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Column

from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.screens import Say, Screen, choice, leave
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.privacy import own_data
from mentoring.roles import Role


class OwnData(StatesGroup):
    """Whose data are to be sent."""

    whose = State()


async def whose_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    rows = [
        {
            "id": one.person_id,
            "label": words.plain("own-data-of-child", child=one.child)
            if one.child
            else words.plain("own-data-mine"),
        }
        for one in await own_data.people(unit_of(dialog_manager))
    ]
    return {"people": rows}


async def on_person(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await own_data.send(unit_of(manager), person_id=number(item))
    remark(manager, "own-data-sent")


def dialog() -> Dialog:
    menu.entry(
        "own_data",
        "menu-own-data",
        OwnData.whose,
        Role.MENTOR,
        Role.MENTEE,
        Role.REPRESENTATIVE,
    )
    return Dialog(
        Screen(
            Say("own-data"),
            Column(choice("w", "people", on_person)),
            leave("button-home"),
            state=OwnData.whose,
            getter=whose_data,
        ),
    )
