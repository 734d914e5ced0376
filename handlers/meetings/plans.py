"""Meetings to come: agreed to, moved, called off; and the card after the planned end."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Column, Start

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, shortened
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import OpenScreen, Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings import clashing, reasons
from handlers.meetings.planning import instead, when_said
from handlers.meetings.states import MyMeetings, Planning, Plans, Record
from handlers.notices import calendars as notices
from mentoring.letters import spoken
from mentoring.meetings import attendance, calendars, feedback, planning, plans, releases, repeats
from mentoring.meetings.status import AHEAD, PAST, REASONS, Status
from mentoring.roles import Role


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    mine = await plans.mine(unit)
    rows = [
        {
            "id": one.id,
            "label": words.plain(
                "plans-label",
                day=one.local.date(),
                time=f"{one.local:%H:%M}",
                who=shortened(", ".join(one.partners), HALF),
            ),
        }
        for one in mine
    ]
    waits = sum(1 for one in mine if one.status is Status.PROPOSED and not one.mine)
    return {
        "plans": rows,
        "count": len(rows),
        "waits": waits,
        "web": bool(unit.calendars),
        "on": "yes" if await calendars.hour_before(unit) else "no",
    }


async def one_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    plan = await _plan(dialog_manager)
    away = await attendance.away(unit, meeting_id=plan.id)
    ahead = plan.status in AHEAD
    over = plan.starts_at <= unit.now
    state = "over" if ahead and over else str(plan.status)
    return {
        "who": ", ".join(plan.partners),
        "minutes": plan.minutes,
        "place": plan.place,
        "placed": "yes" if plan.place else "no",
        "setting": plan.setting,
        "waits": "yes" if plan.waits else "no",
        "mine": "yes" if plan.mine else "no",
        "state": state,
        **when_said(dialog_manager, plan.starts_at, plan.zone),
        "can_accept": plan.status is Status.PROPOSED and not plan.mine and not over,
        "can_move": ahead,
        "can_cancel": ahead and not over,
        "can_miss": ahead and over,
        "can_hold": plan.status is Status.PLANNED and plan.ends_at <= unit.now,
        "can_export": ahead and not over,
        "away": ", ".join(away.values()),
        "me_away": ahead and unit.me in away,
        "others_away": ahead and bool(away.keys() - {unit.me}) and plan.side is Role.MENTOR,
        "in_lessons": await releases.wanted(unit, meeting_id=plan.id),
        "repeats": ahead and bool(plan.rule),
        **spoken(repeats.said(plan.rule, plan.local.date())),
    }


async def reason_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    plan = await _plan(dialog_manager)
    return {
        "reasons": reasons.rows(dialog_manager),
        "over": "yes" if plan.starts_at <= unit_of(dialog_manager).now else "no",
    }


async def _plan(manager: DialogManager) -> plans.Plan:
    return await plans.plan(unit_of(manager), meeting_id=int(manager.dialog_data.get("meeting", 0)))


async def on_plan(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["meeting"] = number(item)
    await manager.switch_to(Plans.one)


async def on_accept(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    if await clashing.begins(manager, await _plan(manager)):
        await manager.switch_to(Plans.clash)
        return
    await clashing.accept(manager, manager.dialog_data["meeting"])


async def on_move(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Planning.pair, instead(await _plan(manager)))


async def on_held(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Record.pair, await card_of(manager, await _plan(manager)))


async def on_export(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await calendars.send(unit_of(manager), meeting_id=manager.dialog_data["meeting"])
    remark(manager, "plan-ics-sent")


async def on_release(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await releases.ask(unit_of(manager), meeting_id=manager.dialog_data["meeting"])
    remark(manager, "release-asked")


async def on_stop(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await planning.stop_repeating(unit_of(manager), meeting_id=manager.dialog_data["meeting"])
    remark(manager, "plan-repeats-no-more")


async def on_reason(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in REASONS:
        await on_typed_reason(manager, item)


async def on_typed_reason(manager: DialogManager, text: str) -> None:
    await planning.call_off(
        unit_of(manager), meeting_id=manager.dialog_data["meeting"], reason=text
    )
    remark(manager, "plan-called-off-done")
    await manager.switch_to(Plans.list)


async def on_hour(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    unit = unit_of(manager)
    await calendars.wish_hour_before(unit, on=not await calendars.hour_before(unit))


async def card_of(manager: DialogManager, plan: plans.Plan, *, mark: int = 0) -> dict[str, Any]:
    """The start data of recording a planned meeting; with a mark, it is recorded at once.

    Who has said that they would not come is absent on it already.
    """
    away = await attendance.away(unit_of(manager), meeting_id=plan.id) if plan.is_group else {}
    return {
        "pair": plan.pair_id,
        "told": {
            "held_on": plan.local.date().isoformat(),
            "minutes": plan.minutes,
            "absent": sorted(away),
        },
        "planned": plan.id,
        "mark": mark,
    }


async def _over(manager: DialogManager, argument: str) -> plans.Plan:
    return await plans.plan(unit_of(manager), meeting_id=number(argument))


@action("plan-yes")
async def accept(manager: DialogManager, argument: str) -> None:
    """Under a proposal."""
    plan = await _over(manager, argument)
    if await clashing.begins(manager, plan):
        await open_dialog(manager, Plans.clash, {"meeting": plan.id})
        return
    plan = await clashing.accept(manager, plan.id)
    await open_dialog(manager, Plans.one, {"meeting": plan.id})


@action("plan-no")
async def decline(manager: DialogManager, argument: str) -> None:
    """Under a proposal, or on the card after the end: why not."""
    plan = await _over(manager, argument)
    state = Plans.reason if plan.status in AHEAD else Plans.one
    await open_dialog(manager, state, {"meeting": plan.id})


@action("plan-ics")
async def export(manager: DialogManager, argument: str) -> None:
    """Under what was agreed: the file for one's own calendar."""
    await calendars.send(unit_of(manager), meeting_id=number(argument))
    remark(manager, "plan-ics-sent")
    await go_home(manager, ShowMode.SEND)


@action("plans")
async def open_list(manager: DialogManager, _argument: str) -> None:
    """Under a reminder."""
    await open_dialog(manager, Plans.list)


@action("after")
async def after(manager: DialogManager, argument: str) -> None:
    """On the card of several meetings: one of them."""
    plan = await _over(manager, argument)
    await open_dialog(manager, Plans.one, {"meeting": plan.id})


@action("after-held")
async def held(manager: DialogManager, argument: str) -> None:
    """On the card after the end: it took place; the record is open for notes and a mark."""
    plan = await _over(manager, argument)
    if plan.status in AHEAD:
        await open_dialog(manager, Record.pair, await card_of(manager, plan))
    else:
        await _as_it_is(manager, plan)


@action("after-mark")
async def held_and_marked(manager: DialogManager, argument: str) -> None:
    """On the card after the end: "<meeting>:<mark>", recorded and marked at once."""
    meeting, _, mark = argument.partition(":")
    plan = await _over(manager, meeting)
    if plan.status in AHEAD:
        await open_dialog(manager, Record.pair, await card_of(manager, plan, mark=number(mark)))
        return
    if plan.status in PAST:
        await feedback.give(unit_of(manager), meeting_id=plan.id, mark=number(mark))
    await _as_it_is(manager, plan)


async def _as_it_is(manager: DialogManager, plan: plans.Plan) -> None:
    """The card was pressed again: what has become of the meeting by now."""
    if plan.status in PAST:
        await open_dialog(manager, MyMeetings.card, {"meeting": plan.id})
    else:
        await open_dialog(manager, Plans.one, {"meeting": plan.id})


def dialog() -> Dialog:
    menu.entry("plans", "menu-plans", Plans.list, Role.MENTOR, Role.MENTEE)
    return Dialog(
        OpenScreen(
            Say("plans"),
            pages(choice("m", "plans", on_plan), "mp", height=6),
            Start(Say("plans-new", plain=True), id="new", state=Planning.pair),
            button("plans-hour", "hour", on_hour),
            notices.start(),
            leave("button-home"),
            state=Plans.list,
            getter=list_data,
        ),
        OpenScreen(
            Say("plan-one"),
            Say("plan-rounds", when="repeats"),
            Say("plan-me-away", when="me_away"),
            Say("plan-others-away", when="others_away"),
            button("plan-accept", "yes", on_accept, when="can_accept"),
            button("meeting-after-held", "held", on_held, when="can_hold"),
            button("plan-other-time", "other", on_move, when="can_move"),
            go("plan-cancel", "no", Plans.reason, when="can_cancel"),
            go("meeting-after-missed", "missed", Plans.reason, when="can_miss"),
            button("plan-ics", "ics", on_export, when="can_export"),
            button("release-ask", "release", on_release, when="in_lessons"),
            button("plan-stop-repeating", "stop", on_stop, when="repeats"),
            go("button-back", "back", Plans.list),
            state=Plans.one,
            getter=one_data,
        ),
        clashing.screen(on_move),
        Screen(
            Say("plan-reason"),
            Column(choice("w", "reasons", on_reason)),
            go("button-back", "back", Plans.one),
            typed(on_typed_reason, limit=planning.REASON_LIMIT),
            state=Plans.reason,
            getter=reason_data,
        ),
        on_start=adopt,
    )
