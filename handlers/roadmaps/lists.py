"""The shorter lists around the plan: one's own rows, what goes on, and rows that may be one."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import (
    labelled,
    numbers,
    page_buttons,
    page_of,
    turning,
)
from handlers.roadmaps.place import place_of
from handlers.roadmaps.states import Tasks
from handlers.roadmaps.wording import task_row
from mentoring.roadmaps import board, going, twins
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 8
_MOST_GOING = 20


def rows_of(manager: DialogManager, tasks: list[board.Task]) -> dict[str, Any]:
    """Tasks as a list with its buttons shows them."""
    words, today = words_of(manager), unit_of(manager).today()
    numbered = [task.number for task in tasks]
    rows = [
        task_row(words, task, today, repeated=numbered.count(task.number) > 1)
        | {"title": clip(task.title, LINE_LIMIT)}
        for task in tasks
    ]
    return {"tasks": rows, **labelled(rows), "empty": not rows}


async def mine_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    page = page_of(dialog_manager)
    tasks = await board.mine(
        unit_of(dialog_manager), offset=page * _PAGE, limit=_PAGE + 1, recent=True
    )
    return {
        **rows_of(dialog_manager, tasks[:_PAGE]),
        **turning(page, more=len(tasks) > _PAGE),
        "recent": any(task.status is not AssignmentStatus.OPEN for task in tasks[:_PAGE]),
    }


async def going_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    tasks = await going.asked(unit_of(dialog_manager), organisation_id=place_of(dialog_manager))
    return {**rows_of(dialog_manager, tasks[:_MOST_GOING]), "count": len(tasks), "any": bool(tasks)}


async def on_all_go_on(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await going.keep_all(unit_of(manager), organisation_id=place_of(manager))
    remark(manager, "roadmap-kept-on")


async def twins_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    offers = await twins.offers(unit, organisation_id=place_of(dialog_manager))
    one = offers[0] if offers else None
    dialog_manager.dialog_data["pair"] = [one.activity_id, one.other_id] if one else [0, 0]
    return {
        "more": max(0, len(offers) - 1),
        "any": one is not None,
        "none": one is None,
        "number": one.number if one else "",
        "title": clip(one.title, LINE_LIMIT) if one else "",
        "other_number": one.other_number if one else "",
        "other_title": clip(one.other_title, LINE_LIMIT) if one else "",
        "issuer": one.issuer if one else "",
    }


def _answering(linked: bool) -> Any:
    async def on_answer(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        pair = manager.dialog_data.get("pair") or [0, 0]
        await twins.answer(
            unit_of(manager),
            organisation_id=place_of(manager),
            activity_id=pair[0],
            other_id=pair[1],
            linked=linked,
        )
        remark(manager, "roadmap-twins-linked" if linked else "roadmap-twins-apart")

    return on_answer


@action("roadmap-mine")
async def open_mine(manager: DialogManager, _argument: str) -> None:
    """Under an executor's morning lines: their own rows."""
    await open_dialog(manager, Tasks.mine)


@action("roadmap-going")
async def open_going(manager: DialogManager, argument: str) -> None:
    """Under the monthly question: what is asked about."""
    await open_dialog(manager, Tasks.going, {"organisation": number(argument)})


def screens(on_task: Any) -> list[Screen]:
    menu.entry(
        "tasks",
        "menu-mine",
        Tasks.mine,
        Role.EXECUTOR,
        Role.HEAD,
        Role.COUNCIL,
        Role.METHODOLOGIST,
        command="tasks",
    )
    return [
        Screen(
            Say("roadmap-mine"),
            SayEach("roadmap-task", "tasks"),
            Say("roadmap-mine-recent", when="recent"),
            Say("roadmap-mine-empty", when="empty"),
            *numbers("m", on_task),
            page_buttons(),
            leave("button-home"),
            state=Tasks.mine,
            getter=mine_data,
        ),
        Screen(
            Say("roadmap-going"),
            SayEach("roadmap-task", "tasks"),
            button("roadmap-all-go-on", "all", on_all_go_on, when="any"),
            *numbers("g", on_task),
            leave("button-home"),
            state=Tasks.going,
            getter=going_data,
        ),
        Screen(
            Say("roadmap-twins", when="any"),
            Say("roadmap-twins-none", when="none"),
            button("roadmap-twins-yes", "yes", _answering(True), when="any"),
            button("roadmap-twins-no", "no", _answering(False), when="any"),
            go("button-back", "back", Tasks.home),
            state=Tasks.twins,
            getter=twins_data,
        ),
    ]
