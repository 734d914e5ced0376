"""Everything held about oneself, or about one's child, as files."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.screens import Say, Screen, button, choice, go, leave
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.privacy import asking, own_data
from mentoring.roles import Role


class OwnData(StatesGroup):
    """Whose data are to be sent, or wiped."""

    whose = State()
    erase_whose = State()
    erase = State()


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


async def on_erase(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    found = await own_data.people(unit_of(manager))
    if len(found) == 1:
        manager.dialog_data["person"] = found[0].person_id
        await manager.switch_to(OwnData.erase)
    else:
        await manager.switch_to(OwnData.erase_whose)


async def on_whom(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["person"] = number(item)
    await manager.switch_to(OwnData.erase)


async def erase_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    person = dialog_manager.dialog_data.get("person", 0)
    whose = await own_data.check(unit_of(dialog_manager), person)
    return {"child": whose.child, "for_child": bool(whose.child)}


async def on_yes(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await asking.ask(unit_of(manager), person_id=manager.dialog_data.get("person", 0))
    remark(manager, "erasure-begun")
    await manager.middleware_data["reseat"](manager.middleware_data["turn"])
    await manager.done()


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
            button("own-data-erase", "erase", on_erase),
            leave("button-home"),
            state=OwnData.whose,
            getter=whose_data,
        ),
        Screen(
            Say("erasure-whose"),
            Column(choice("e", "people", on_whom)),
            go("button-back", "back", OwnData.whose),
            state=OwnData.erase_whose,
            getter=whose_data,
        ),
        Screen(
            Say("consent-of-child", when="for_child"),
            Say("erasure-what-follows"),
            button("erasure-yes", "yes", on_yes),
            go("button-back", "back", OwnData.whose),
            state=OwnData.erase,
            getter=erase_data,
        ),
    )
