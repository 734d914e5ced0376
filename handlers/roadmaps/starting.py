"""A roadmap without a document: a template that is shipped, for a school year."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Group

from handlers.kit.actions import number
from handlers.kit.screens import Say, Screen, choice, go, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps.place import place_of
from handlers.roadmaps.review import open_review
from handlers.roadmaps.states import Tasks
from mentoring.roadmaps import starting, templates, years

_YEAR_LIMIT = 40


async def start_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    year = years.school_year_of(unit_of(dialog_manager).today())
    names = templates.names(words_of(dialog_manager).language)
    return {
        "year": years.written(year),
        "templates": [{"id": key, "label": name} for key, name in names.items()],
        "years": [{"id": each, "label": years.written(each)} for each in (year, year + 1)],
        "name": names.get(str(dialog_manager.dialog_data.get("template", "")), ""),
    }


async def on_template(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["template"] = item
    await manager.switch_to(Tasks.start_year)


async def _start(manager: DialogManager, year: int) -> None:
    roadmap = await starting.from_template(
        unit_of(manager),
        organisation_id=place_of(manager),
        template=str(manager.dialog_data.get("template", "")),
        school_year=year,
    )
    remark(manager, "roadmap-started")
    await manager.done()
    await open_review(manager, roadmap)


async def on_year(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _start(manager, number(item))


async def on_typed_year(manager: DialogManager, text: str) -> None:
    year = years.typed(text)
    if year is None:
        remark(manager, "roadmap-year-unread")
    else:
        await _start(manager, year)


def screens() -> list[Screen]:
    """Which template, then which year."""
    return [
        Screen(
            Say("roadmap-start"),
            Column(choice("t", "templates", on_template)),
            go("button-back", "back", Tasks.home),
            state=Tasks.start,
            getter=start_data,
        ),
        Screen(
            Say("roadmap-start-year"),
            Group(choice("y", "years", on_year), width=2),
            typed(on_typed_year, limit=_YEAR_LIMIT),
            go("button-back", "back", Tasks.start),
            state=Tasks.start_year,
            getter=start_data,
        ),
    ]
