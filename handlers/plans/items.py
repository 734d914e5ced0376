"""One line of a programme: changed, taken in, ticked, marked."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from core.errors import NotAllowed
from handlers.kit.actions import number
from handlers.kit.calendar import Bounds, DayCalendar
from handlers.kit.dates import typed_day
from handlers.kit.screens import Say, Screen, button, choice, go, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.plans.showing import item_data
from handlers.plans.states import MyPlan
from mentoring.plans import reading, working
from mentoring.plans.reading import Item, Plan
from mentoring.plans.rules import MARKS, TITLE_LIMIT, WORDS_LIMIT, ItemStatus
from mentoring.roles import Role

_AHEAD = timedelta(days=730)


def _item(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("item", 0))


def _of(plan: Plan, item_id: int) -> Item:
    found = next((item for item in plan.items if item.id == item_id), None)
    if found is None:
        raise NotAllowed
    return found


async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    plan = await reading.mine(unit, pair_id=dialog_manager.dialog_data.get("pair", 0))
    item = _of(plan, _item(dialog_manager))
    is_mentor = plan.side == Role.MENTOR
    waits, opened = item.status == ItemStatus.PROPOSED, item.status == ItemStatus.OPEN
    edits = plan.working and ((opened and is_mentor) or (waits and (is_mentor or item.mine)))
    return {
        **item_data(words_of(dialog_manager), item),
        "title": item.title,
        "can_finish": plan.working and is_mentor and opened,
        "can_reopen": plan.working and is_mentor and item.status == ItemStatus.DONE,
        "can_tell": plan.working and not is_mentor and opened and not item.told,
        "can_untell": plan.working and not is_mentor and item.told,
        "can_take": plan.working and is_mentor and waits,
        "can_edit": edits,
        "marks": [{"id": str(mark), "label": str(mark)} for mark in MARKS],
    }


async def _decide(manager: DialogManager, *, take: bool) -> None:
    await working.decide(unit_of(manager), item_id=_item(manager), take=take)
    remark(manager, "personal-taken" if take else "personal-declined")
    await manager.switch_to(MyPlan.plan)


async def on_take(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _decide(manager, take=True)


async def on_decline(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _decide(manager, take=False)


async def _tell(manager: DialogManager, *, done: bool) -> None:
    await working.tell_done(unit_of(manager), item_id=_item(manager), done=done)
    remark(manager, "personal-told" if done else "personal-untold")
    await manager.switch_to(MyPlan.plan)


async def on_tell(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _tell(manager, done=True)


async def on_untell(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _tell(manager, done=False)


async def on_finish(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await working.finish(unit_of(manager), item_id=_item(manager))
    await manager.switch_to(MyPlan.done)


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await working.finish(unit_of(manager), item_id=_item(manager), mark=number(item))
    remark(manager, "personal-kept")


async def on_actual(manager: DialogManager, text: str) -> None:
    await working.finish(unit_of(manager), item_id=_item(manager), actual=text)
    remark(manager, "personal-kept")


async def on_reopen(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await working.reopen(unit_of(manager), item_id=_item(manager))
    remark(manager, "personal-kept")


async def on_drop(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await working.drop(unit_of(manager), item_id=_item(manager))
    remark(manager, "personal-dropped")
    await manager.switch_to(MyPlan.plan)


async def on_title(manager: DialogManager, text: str) -> None:
    await working.change(unit_of(manager), item_id=_item(manager), title=text)
    await _kept(manager)


async def on_expected(manager: DialogManager, text: str) -> None:
    await working.change(unit_of(manager), item_id=_item(manager), expected=text)
    await _kept(manager)


async def on_due(manager: DialogManager, day: date) -> None:
    await working.change(unit_of(manager), item_id=_item(manager), due_on=day)
    await _kept(manager)


async def _kept(manager: DialogManager) -> None:
    remark(manager, "personal-kept")
    await manager.switch_to(MyPlan.item)


def _bounds(manager: DialogManager) -> Bounds:
    today = unit_of(manager).today()
    return today, today + _AHEAD


def screens() -> list[Screen]:
    return [
        Screen(
            Say("personal-item"),
            button("personal-take", "take", on_take, when="can_take"),
            button("personal-decline", "decline", on_decline, when="can_take"),
            button("personal-finish", "finish", on_finish, when="can_finish"),
            button("personal-reopen", "reopen", on_reopen, when="can_reopen"),
            go("personal-result", "result", MyPlan.done, when="can_reopen"),
            button("personal-tell", "tell", on_tell, when="can_tell"),
            button("personal-untell", "untell", on_untell, when="can_untell"),
            go("personal-due", "due", MyPlan.due, when="can_edit"),
            go("personal-title", "title", MyPlan.title, when="can_edit"),
            go("personal-expected", "expected", MyPlan.expected, when="can_edit"),
            go("personal-drop", "drop", MyPlan.drop, when="can_edit"),
            go("button-back", "back", MyPlan.plan),
            state=MyPlan.item,
            getter=data,
        ),
        Screen(
            Say("personal-title-ask"),
            typed(on_title, limit=TITLE_LIMIT),
            go("button-back", "back", MyPlan.item),
            state=MyPlan.title,
            getter=data,
        ),
        Screen(
            Say("personal-due-ask"),
            DayCalendar("due_day", on_due, bounds=_bounds),
            typed_day(on_due, "day-not-understood"),
            go("button-back", "back", MyPlan.item),
            state=MyPlan.due,
            getter=data,
        ),
        Screen(
            Say("personal-expected-ask"),
            typed(on_expected, limit=WORDS_LIMIT),
            go("button-back", "back", MyPlan.item),
            state=MyPlan.expected,
            getter=data,
        ),
        Screen(
            Say("personal-drop-sure"),
            button("personal-drop-yes", "yes", on_drop),
            go("button-back", "back", MyPlan.item),
            state=MyPlan.drop,
            getter=data,
        ),
        Screen(
            Say("personal-done"),
            Group(choice("m", "marks", on_mark), width=5),
            typed(on_actual, limit=WORDS_LIMIT),
            go("personal-done-back", "back", MyPlan.plan),
            state=MyPlan.done,
            getter=data,
        ),
    ]
