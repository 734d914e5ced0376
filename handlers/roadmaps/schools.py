"""A department sees how its schools keep their terms: numbers, and what is overdue."""

from dataclasses import asdict
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import page_buttons, page_of, turning
from handlers.roadmaps.matrix import my_department, on_activities
from handlers.roadmaps.matrix import screens as matrix_screens
from handlers.roadmaps.states import Board, Monitoring
from handlers.roadmaps.wording import task_row
from mentoring.roadmaps import board, looking, matrix
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 8
_MOST_ROWS = 20


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    schools = await board.schools(
        unit_of(dialog_manager), department_id=my_department(dialog_manager)
    )
    page = page_of(dialog_manager)
    shown = [_school(school) for school in schools[page * _PAGE : (page + 1) * _PAGE]]
    return {
        "count": len(schools),
        "late": sum(1 for school in schools if school.overdue),
        "schools": shown,
        "buttons": shown,
        **turning(page, more=(page + 1) * _PAGE < len(schools)),
    }


def _school(school: board.School) -> dict[str, Any]:
    return {
        "id": school.id,
        "label": shortened(school.name, WHOLE),
        "name": school.name,
        "state": "kept" if school.has_roadmap or school.closed + school.open else "none",
        "own": str(school.own),
        "order": school.number,
        "share": 100 * school.own_closed // school.own_total if school.own_total else 0,
        "closed": school.closed,
        "total": school.closed + school.open,
        "overdue": school.overdue,
    }


async def school_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    place = number(str(dialog_manager.dialog_data.get("school", "")))
    progress = await board.school(unit, organisation_id=place)
    tasks = await board.overdue(unit, organisation_id=place, limit=_MOST_ROWS)
    return {
        **_school(progress),
        "day": progress.ordered_on or unit.today(),
        "tasks": [
            task_row(words, task, unit.today()) | {"title": clip(task.title, LINE_LIMIT)}
            for task in tasks
        ],
        "more": progress.overdue - len(tasks),
        "has_more": progress.overdue > len(tasks),
        "late": progress.overdue > 0,
    }


async def on_school(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["school"] = number(item)
    await manager.switch_to(Board.school)


async def on_remind(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    place = number(str(manager.dialog_data.get("school", "")))
    nudged = await matrix.remind(unit_of(manager), organisation_id=place)
    remark(manager, "roadmap-reminded-school", **asdict(nudged))


async def on_map(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await looking.ask_for_map(unit_of(manager), department_id=my_department(manager))
    remark(manager, "roadmap-coming")


async def on_monitoring(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Monitoring.table)


@action("roadmap-schools")
async def open_schools(manager: DialogManager, _argument: str) -> None:
    """Under the morning's message about late schools: all of them."""
    await open_dialog(manager, Board.schools)


def dialog() -> Dialog:
    menu.entry("board", "menu-board", Board.schools, Role.DEPARTMENT, command="schools")
    return Dialog(
        Screen(
            Say("roadmap-schools"),
            SayEach("roadmap-school", "schools"),
            button("roadmap-to-activities", "activities", on_activities),
            button("roadmap-map-button", "map", on_map, when="count"),
            button("introduction-button", "monitoring", on_monitoring, when="count"),
            Column(choice("s", "buttons", on_school)),
            page_buttons(),
            leave("button-home"),
            state=Board.schools,
            getter=schools_data,
        ),
        Screen(
            Say("roadmap-school-card"),
            SayEach("roadmap-task", "tasks"),
            Say("roadmap-school-more", when="has_more"),
            button("roadmap-remind-school", "remind", on_remind, when="late"),
            go("button-back", "back", Board.schools),
            leave("button-home"),
            state=Board.school,
            getter=school_data,
        ),
        *matrix_screens(),
    )
