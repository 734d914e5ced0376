"""Another term, or none at all: the day, the reason, and what becomes of it."""

from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from handlers.kit.calendar import DayCalendar
from handlers.kit.dates import typed_day
from handlers.kit.screens import Say, Screen, go, typed
from handlers.kit.turn import remark, unit_of
from handlers.roadmaps.card import card_data, task_of
from handlers.roadmaps.states import Tasks
from mentoring.roadmaps import asking


async def on_unneeded(manager: DialogManager, reason: str) -> None:
    closed = await asking.not_needed(
        unit_of(manager), assignment_id=task_of(manager), reason=reason
    )
    remark(manager, "roadmap-closed-unneeded" if closed else "roadmap-asked")
    await manager.switch_to(Tasks.card)


async def on_day(manager: DialogManager, day: date) -> None:
    asking.check_day(unit_of(manager), day)
    manager.dialog_data["until"] = day.isoformat()
    await manager.switch_to(Tasks.reason)


async def reason_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = await card_data(dialog_manager)
    until = dialog_manager.dialog_data.get("until")
    return {
        **data,
        "until": date.fromisoformat(until) if until else unit_of(dialog_manager).today(),
    }


async def on_reason(manager: DialogManager, reason: str) -> None:
    until = date.fromisoformat(manager.dialog_data["until"])
    moved = await asking.another_term(
        unit_of(manager), assignment_id=task_of(manager), until=until, reason=reason
    )
    remark(manager, "roadmap-term-moved" if moved else "roadmap-asked")
    await manager.switch_to(Tasks.card)


def screens() -> list[Screen]:
    return [
        Screen(
            Say("roadmap-unneeded-ask"),
            typed(on_unneeded, limit=asking.REASON_LIMIT),
            go("button-back", "back", Tasks.card),
            state=Tasks.unneeded,
            getter=card_data,
        ),
        Screen(
            Say("roadmap-term-ask"),
            DayCalendar("day", on_day),
            typed_day(on_day, "roadmap-term-unread"),
            go("button-back", "back", Tasks.card),
            state=Tasks.term,
            getter=card_data,
        ),
        Screen(
            Say("roadmap-reason-ask"),
            typed(on_reason, limit=asking.REASON_LIMIT),
            go("button-back", "back", Tasks.term),
            state=Tasks.reason,
            getter=reason_data,
        ),
    ]
