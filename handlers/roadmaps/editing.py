"""A row of a draft is corrected: its words, its place; and a row is added."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.kit.screens import Getter, Say, Screen, button, go, typed
from handlers.kit.turn import remark, unit_of
from handlers.roadmaps.place import draft_of, row_of
from handlers.roadmaps.states import Review
from mentoring.roadmaps import editing
from mentoring.unit import Unit


async def on_title(manager: DialogManager, text: str) -> None:
    await editing.rename(unit_of(manager), activity_id=row_of(manager), title=text)
    await _saved(manager)


async def on_executors(manager: DialogManager, text: str) -> None:
    await editing.assign(unit_of(manager), activity_id=row_of(manager), names=text)
    await _saved(manager)


async def on_result(manager: DialogManager, text: str) -> None:
    await editing.expect(unit_of(manager), activity_id=row_of(manager), result=text)
    await _saved(manager)


async def _saved(manager: DialogManager) -> None:
    remark(manager, "roadmap-saved")
    await manager.switch_to(Review.row)


def _emptying(clear: Callable[[Unit, int], Awaitable[None]]) -> Any:
    async def on_click(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await clear(unit_of(manager), row_of(manager))
        await _saved(manager)

    return on_click


async def _nobody(unit: Unit, row: int) -> None:
    await editing.assign(unit, activity_id=row, names="")


async def _nothing(unit: Unit, row: int) -> None:
    await editing.expect(unit, activity_id=row, result="")


def _moving(*, up: bool) -> Any:
    async def on_click(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        moved = await editing.move(unit_of(manager), activity_id=row_of(manager), up=up)
        said = ("roadmap-moved-up" if up else "roadmap-moved-down") if moved else "roadmap-edge"
        remark(manager, said)

    return on_click


async def on_add(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From the list: the new row goes to the end."""
    manager.dialog_data.update(row=0, asking=False)
    await manager.switch_to(Review.add)


async def on_new_title(manager: DialogManager, text: str) -> None:
    added = await editing.add(
        unit_of(manager), roadmap_id=draft_of(manager), title=text, after=row_of(manager)
    )
    manager.dialog_data.update(row=added, asking=False)
    remark(manager, "roadmap-added")
    await manager.switch_to(Review.row)


def screens(row_data: Getter) -> list[Screen]:
    """What can be corrected, and a window for each text; `row_data` tells of the row as it is."""
    limit = editing.TITLE_INPUT_LIMIT
    return [
        Screen(
            Say("roadmap-row-card"),
            Say("roadmap-card-people", when="people"),
            Say("roadmap-card-result", when="has_result"),
            Say("roadmap-edit-ask"),
            Row(
                go("roadmap-title-button", "title", Review.title),
                go("roadmap-people-button", "people", Review.executors),
            ),
            Row(
                go("roadmap-result-button", "result", Review.result),
                go("roadmap-add-after-button", "add", Review.add),
            ),
            Row(
                button("roadmap-up-button", "up", _moving(up=True)),
                button("roadmap-down-button", "down", _moving(up=False)),
            ),
            go("button-back", "back", Review.row),
            state=Review.edit,
            getter=row_data,
        ),
        Screen(
            Say("roadmap-title-ask"),
            typed(on_title, limit=limit),
            go("button-back", "back", Review.row),
            state=Review.title,
            getter=row_data,
        ),
        Screen(
            Say("roadmap-people-ask"),
            typed(on_executors, limit=limit),
            button("roadmap-people-none", "none", _emptying(_nobody), when="people"),
            go("button-back", "back", Review.row),
            state=Review.executors,
            getter=row_data,
        ),
        Screen(
            Say("roadmap-result-ask"),
            typed(on_result, limit=limit),
            button("roadmap-result-none", "none", _emptying(_nothing), when="has_result"),
            go("button-back", "back", Review.row),
            state=Review.result,
            getter=row_data,
        ),
        Screen(
            Say("roadmap-add-ask"),
            typed(on_new_title, limit=limit),
            go("button-back", "back", Review.rows),
            state=Review.add,
        ),
    ]
