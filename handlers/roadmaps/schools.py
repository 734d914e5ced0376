"""A department sees how its schools keep their terms: numbers, and what is overdue."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Column

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, choice, go, leave
from handlers.kit.turn import unit_of, words_of
from handlers.roadmaps.paging import page_buttons, page_of, turning
from handlers.roadmaps.states import Board
from handlers.roadmaps.wording import task_row
from mentoring.roadmaps import board
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 8
_MOST_ROWS = 20


def my_department(manager: DialogManager) -> int:
    seat = unit_of(manager).actor.seat(Role.DEPARTMENT)
    return seat.organisation_id if seat else 0


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
        "state": "kept" if school.has_roadmap else "none",
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
        "tasks": [
            task_row(words, task, unit.today()) | {"title": clip(task.title, LINE_LIMIT)}
            for task in tasks
        ],
        "more": progress.overdue - len(tasks),
        "has_more": progress.overdue > len(tasks),
    }


async def on_school(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["school"] = number(item)
    await manager.switch_to(Board.school)


@action("roadmap-schools")
async def open_schools(manager: DialogManager, _argument: str) -> None:
    """Under the morning's message about late schools: all of them."""
    await open_dialog(manager, Board.schools)


def dialog() -> Dialog:
    menu.entry("board", "menu-board", Board.schools, Role.DEPARTMENT)
    return Dialog(
        Screen(
            Say("roadmap-schools"),
            SayEach("roadmap-school", "schools"),
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
            go("button-back", "back", Board.schools),
            leave("button-home"),
            state=Board.school,
            getter=school_data,
        ),
    )
