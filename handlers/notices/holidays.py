"""School holidays of an organisation: a list to which lines are typed."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column

from handlers.kit.actions import number
from handlers.kit.screens import Say, SayEach, Screen, choice, go, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.notices.states import Notices
from handlers.roadmaps.place import my_place
from mentoring import holidays

# As many as a school year has, and some more.
_MOST = 12


async def holidays_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    found = (await holidays.present(unit, organisation_id=my_place(dialog_manager)))[:_MOST]
    rows = [
        {"name": one.name or words.plain("holidays-unnamed"), "from": one.starts_on}
        | {"to": one.ends_on, "id": one.id, "own": one.own}
        for one in found
    ]
    return {
        "rows": rows,
        "any": bool(rows),
        "none": not rows,
        "above": any(not row["own"] for row in rows),
        "removable": [
            {"id": row["id"], "label": words.plain("holidays-remove", **row)}
            for row in rows
            if row["own"]
        ],
    }


async def on_text(manager: DialogManager, text: str) -> None:
    count = await holidays.add(unit_of(manager), organisation_id=my_place(manager), text=text)
    remark(manager, "holidays-added", count=count)


async def on_remove(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await holidays.remove(unit_of(manager), holiday_id=number(item))
    remark(manager, "holidays-removed")


def screen() -> Screen:
    return Screen(
        Say("holidays"),
        SayEach("holidays-row", "rows"),
        Say("holidays-none", when="none"),
        Say("holidays-above", when="above"),
        Say("holidays-ask"),
        Column(choice("h", "removable", on_remove)),
        go("button-back", "back", Notices.rules),
        typed(on_text, limit=holidays.INPUT_LIMIT),
        state=Notices.holidays,
        getter=holidays_data,
    )
