"""A curator starts an erasure that was asked for on paper: behind the consents that end with it."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.labels import shortened
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages
from handlers.kit.turn import remark, unit_of
from handlers.people.participants import my_school
from mentoring.privacy import asking
from mentoring.privacy.own_data import Whose


class Erasing(StatesGroup):
    """Whose data, and a yes."""

    list = State()
    confirm = State()


async def _people(manager: DialogManager) -> list[Whose]:
    return await asking.people(unit_of(manager), organisation_id=my_school(manager))


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = [
        {"id": one.person_id, "label": shortened(one.child, 40)}
        for one in await _people(dialog_manager)
    ]
    return {"people": rows, "count": len(rows)}


async def confirm_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    wanted = dialog_manager.dialog_data.get("person", 0)
    names = {one.person_id: one.child for one in await _people(dialog_manager)}
    return {"name": names.get(wanted, "–"), "number": str(wanted), "stays": "no"}


async def on_person(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["person"] = number(item)
    await manager.switch_to(Erasing.confirm)


async def on_yes(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await asking.order(
        unit_of(manager),
        organisation_id=my_school(manager),
        person_id=manager.dialog_data.get("person", 0),
    )
    remark(manager, "erasing-done")
    await manager.switch_to(Erasing.list)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("erasing-list"),
            pages(choice("p", "people", on_person), "pp"),
            leave("button-back"),
            state=Erasing.list,
            getter=list_data,
        ),
        Screen(
            Say("erasing-confirm"),
            Say("erasure-what-follows"),
            button("erasure-yes", "yes", on_yes),
            go("button-back", "back", Erasing.list),
            state=Erasing.confirm,
            getter=confirm_data,
        ),
    )
