"""A school's lesson hours: pupils are left alone in them, and meetings are offered outside."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.kit.screens import Say, Screen, go, typed
from handlers.kit.turn import remark, unit_of
from handlers.notices.states import Notices
from handlers.roadmaps.place import my_place
from mentoring.meetings import lessons


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


async def lessons_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await lessons.present(unit_of(dialog_manager), organisation_id=my_place(dialog_manager))
    return {"starts": _clock(found.starts), "ends": _clock(found.ends)}


async def on_text(manager: DialogManager, text: str) -> None:
    await lessons.settle(unit_of(manager), organisation_id=my_place(manager), text=text)
    remark(manager, "lessons-set")


def screen() -> Screen:
    return Screen(
        Say("lessons"),
        go("button-back", "back", Notices.rules),
        typed(on_text, limit=40),
        state=Notices.lessons,
        getter=lessons_data,
    )
