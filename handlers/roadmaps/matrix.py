"""Activities over a department's schools: who has closed them, who is late, a tap to remind."""

from dataclasses import asdict
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import action, number
from handlers.kit.calendar import DayCalendar
from handlers.kit.dates import typed_day
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import (
    labelled,
    numbers,
    page_buttons,
    page_of,
    to_first_page,
    turning,
)
from handlers.roadmaps.states import Board
from mentoring.roadmaps import accepting, asking, matrix
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roadmaps.wording import LINE_LIMIT, TITLE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 8
# Schools named under each heading; the rest is counted.
_MOST_SCHOOLS = 12


def my_department(manager: DialogManager) -> int:
    seat = unit_of(manager).actor.seat(Role.DEPARTMENT)
    return seat.organisation_id if seat else 0


async def activities_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    page = page_of(dialog_manager)
    found = await matrix.columns(
        unit_of(dialog_manager),
        department_id=my_department(dialog_manager),
        offset=page * _PAGE,
        limit=_PAGE + 1,
    )
    shown = found[:_PAGE]
    repeated = [column.number for column in shown]
    rows = [
        _column(dialog_manager, column, repeated=repeated.count(column.number) > 1)
        for column in shown
    ]
    return {
        "columns": rows,
        **labelled(rows),
        "none": not rows and page == 0,
        **turning(page, more=len(found) > _PAGE),
    }


def _column(
    manager: DialogManager, column: matrix.Column, *, repeated: bool = False
) -> dict[str, Any]:
    unit, label = unit_of(manager), column.number
    if repeated and column.due_on:
        label = words_of(manager).plain(
            "roadmap-task-label", number=column.number, due=column.due_on
        )
    return {
        "id": f"{column.activity_id}-{column.window}",
        "label": label,
        "number": column.number,
        "title": clip(column.title, LINE_LIMIT),
        "due": column.due_on or unit.today(),
        "has_due": "yes" if column.due_on else "no",
        "closed": column.closed,
        "total": column.closed + column.open,
        "overdue": column.overdue,
    }


async def on_column(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    activity, _, window = item.partition("-")
    manager.dialog_data["activity"] = [number(activity), number(window)]
    await manager.switch_to(Board.activity)


def _shown(manager: DialogManager) -> tuple[int, int]:
    found = manager.dialog_data.get("activity")
    return (found[0], found[1]) if isinstance(found, list) else (0, 0)


async def activity_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    activity, window = _shown(dialog_manager)
    column, cells = await matrix.column(unit, activity_id=activity, window=window)
    today = unit.today()
    late, going, closed = [], [], []
    for cell in cells:
        if cell.status is not AssignmentStatus.OPEN:
            closed.append(cell)
        elif cell.due_on and cell.due_on < today:
            late.append(cell)
        else:
            going.append(cell)
    groups = [
        _group(state, found)
        for state, found in (("late", late), ("going", going), ("closed", closed))
        if found
    ]
    return {
        **_column(dialog_manager, column),
        "title": clip(column.title, TITLE_LIMIT),
        "groups": groups,
        "checked": "yes" if column.checked else "no",
        "until": date.fromisoformat(dialog_manager.dialog_data.get("until") or today.isoformat()),
        "waiting": len(late) + len(going),
        "asks": bool(late or going),
    }


def _group(state: str, cells: list[matrix.Cell]) -> dict[str, Any]:
    names = [shortened(cell.school, WHOLE) for cell in cells[:_MOST_SCHOOLS]]
    return {
        "state": state,
        "count": len(cells),
        "names": ", ".join(names),
        "more": len(cells) - len(names),
    }


async def on_remind(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    activity, window = _shown(manager)
    nudged = await matrix.remind_of(unit_of(manager), activity_id=activity, window=window)
    remark(manager, "roadmap-reminded", **asdict(nudged))


async def on_check(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Have its documents looked at by a person, or let them be accepted by themselves."""
    unit, (activity, window) = unit_of(manager), _shown(manager)
    column, _cells = await matrix.column(unit, activity_id=activity, window=window)
    await accepting.check(unit, activity_id=activity, checked=not column.checked)


async def on_day(manager: DialogManager, day: date) -> None:
    asking.check_day(unit_of(manager), day)
    manager.dialog_data["until"] = day.isoformat()
    await manager.switch_to(Board.reason)


async def on_reason(manager: DialogManager, reason: str) -> None:
    activity, window = _shown(manager)
    count = await asking.move_for_all(
        unit_of(manager),
        activity_id=activity,
        window=window,
        until=date.fromisoformat(manager.dialog_data["until"]),
        reason=reason,
    )
    remark(manager, "roadmap-moved-for-all", count=count)
    await manager.switch_to(Board.activity)


async def on_activities(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    to_first_page(manager)
    await manager.switch_to(Board.activities)


async def on_schools(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    to_first_page(manager)
    await manager.switch_to(Board.schools)


@action("roadmap-rows")
async def open_activities(manager: DialogManager, _argument: str) -> None:
    """Under the message that schools have got their assignments: all of them."""
    await open_dialog(manager, Board.activities)


def screens() -> list[Screen]:
    """The list of activities, and one with its schools."""
    return [
        Screen(
            Say("roadmap-columns"),
            SayEach("roadmap-column", "columns"),
            Say("roadmap-columns-none", when="none"),
            *numbers("a", on_column),
            page_buttons(),
            button("roadmap-to-schools", "back", on_schools),
            leave("button-home"),
            state=Board.activities,
            getter=activities_data,
        ),
        Screen(
            Say("roadmap-column-card"),
            SayEach("roadmap-column-group", "groups"),
            button("roadmap-remind-all", "remind", on_remind, when="asks"),
            go("roadmap-move-for-all", "move", Board.term, when="asks"),
            button("roadmap-checked", "checked", on_check),
            go("button-back", "back", Board.activities),
            leave("button-home"),
            state=Board.activity,
            getter=activity_data,
        ),
        Screen(
            Say("roadmap-move-ask"),
            DayCalendar("day", on_day),
            typed_day(on_day, "roadmap-term-unread"),
            go("button-back", "back", Board.activity),
            state=Board.term,
            getter=activity_data,
        ),
        Screen(
            Say("roadmap-move-reason"),
            typed(on_reason, limit=asking.REASON_LIMIT),
            go("button-back", "back", Board.term),
            state=Board.reason,
            getter=activity_data,
        ),
    ]
