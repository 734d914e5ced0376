"""A time is accepted that runs into another meeting of the same person: they are asked first."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.clock import local_date
from handlers.kit.screens import OnClick, Say, Screen, button, go
from handlers.kit.turn import remark, unit_of
from handlers.meetings.states import Plans
from mentoring.meetings import coming, planning, plans, times
from mentoring.meetings.status import Status


async def begins(manager: DialogManager, plan: plans.Plan) -> datetime | None:
    """When the reader's meeting begins that the proposed one runs into; None without one."""
    if plan.status is not Status.PROPOSED or plan.mine:
        return None
    doubts = await times.doubts(
        unit_of(manager),
        pair_id=plan.pair_id,
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        but=plan.id,
    )
    return doubts.own


async def accept(manager: DialogManager, meeting_id: int) -> plans.Plan:
    """Agree, and say whether a reminder is still to come."""
    unit = unit_of(manager)
    plan = await planning.accept(unit, meeting_id=meeting_id)
    day = plan.local.date()
    today = local_date(unit.now, plan.zone)
    remark(manager, "plan-agreed", reminded="yes" if coming.reminded_on(day) > today else "no")
    return plan


async def clash_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    meeting = int(dialog_manager.dialog_data.get("meeting", 0))
    plan = await plans.plan(unit_of(dialog_manager), meeting_id=meeting)
    other = await begins(dialog_manager, plan)
    return {
        "who": ", ".join(plan.partners),
        "day": plan.local.date(),
        "time": f"{plan.local:%H:%M}",
        "clashes": "yes" if other else "no",
        "other_on": (other or plan.local).date(),
        "other_time": f"{other or plan.local:%H:%M}",
    }


async def on_anyway(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await accept(manager, manager.dialog_data["meeting"])
    await manager.switch_to(Plans.one)


def screen(on_other: OnClick) -> Screen:
    return Screen(
        Say("plan-clash"),
        button("plan-accept-anyway", "anyway", on_anyway),
        button("plan-offer-other", "other", on_other),
        go("button-back", "back", Plans.one),
        state=Plans.clash,
        getter=clash_data,
    )
