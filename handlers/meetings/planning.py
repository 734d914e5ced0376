"""A meeting to come is proposed: its time, how long, where, whether it comes round."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row

from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings import choosing
from handlers.meetings.choosing import go_on, starts_at, took_round
from handlers.meetings.states import Planning
from mentoring.letters import spoken
from mentoring.meetings import outings, planning, plans, repeats, times
from mentoring.meetings.freetext.moments import read_moment
from mentoring.meetings.outings import Setting
from mentoring.meetings.status import Status
from mentoring.people import zones

_LENGTHS = (30, 45, 60, 90)


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, unit, words = (
        dialog_manager.dialog_data,
        unit_of(dialog_manager),
        words_of(dialog_manager),
    )
    begins = starts_at(dialog_manager)
    doubts = await times.doubts(
        unit,
        pair_id=data["pair"],
        starts_at=begins,
        minutes=data["minutes"],
        but=data["instead_of"],
    )
    return {
        "who": data["who"],
        "minutes": data["minutes"],
        "place": data["place"],
        "placed": "yes" if data["place"] else "no",
        "kind": words.plain(f"meeting-kind-{data['kind']}") if data["kind"] else "",
        "is_kind": bool(data["kind"]),
        "setting": data["setting"],
        "only_this": bool(data.get("round")) and not data["rule"],
        "needs_yes": data["setting"] == Setting.OUTSIDE
        and await outings.wanted(unit, pair_id=data["pair"]),
        **spoken(repeats.said(data["rule"], date.fromisoformat(data["day"]))),
        **when_said(dialog_manager, begins, data["zone"]),
        "collisions": [
            {"name": name, "time": f"{begins:%H:%M}"} for name, begins in doubts.collisions
        ],
        "in_lessons": doubts.in_lessons,
        "lengths": [
            {"id": one, "label": words.plain("meeting-length", minutes=one)} for one in _LENGTHS
        ],
    }


def when_said(manager: DialogManager, starts_at: datetime, zone: str) -> dict[str, Any]:
    """Day and time as agreed, and in the reader's own zone where that differs."""
    unit, words = unit_of(manager), words_of(manager)
    here, there = (
        starts_at.astimezone(ZoneInfo(unit.timezone)),
        starts_at.astimezone(ZoneInfo(zone)),
    )
    differs = here.utcoffset() != there.utcoffset()
    return {
        "day": there.date(),
        "time": f"{there:%H:%M}",
        "zones": "yes" if differs else "no",
        "own_time": f"{here:%H:%M}",
        "own_day": here.date(),
        "city": zones.city(zone, words.language),
        "own_city": zones.city(unit.timezone, words.language),
    }


async def on_length(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if number(item) in _LENGTHS:
        manager.dialog_data["minutes"] = number(item)


async def on_repeat(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    data = manager.dialog_data
    choices = repeats.choices(date.fromisoformat(data["day"]))
    now = choices.index(data["rule"]) if data["rule"] in choices else -1
    data["rule"] = choices[(now + 1) % len(choices)]


async def on_setting(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    settings, data = list(Setting), manager.dialog_data
    place = settings.index(Setting(data["setting"]))
    data["setting"] = settings[(place + 1) % len(settings)]


def _said(manager: DialogManager, text: str) -> Setting | None:
    """A setting by its name."""
    words = words_of(manager)
    return next(
        (
            one
            for one in Setting
            if words.plain("outing-where", setting=one, place="", placed="no") == text.casefold()
        ),
        None,
    )


async def on_place(manager: DialogManager, text: str) -> None:
    """Another time, or else the place; a link is a call."""
    today, language = unit_of(manager).today(), words_of(manager).language
    if await took_round(manager, text):
        return
    said = read_moment(text, today=today, language=language)
    if said is not None and (said.day is not None or said.minute is not None):
        data = manager.dialog_data
        minute = data["minute"] if said.minute is None else said.minute
        await go_on(manager, said.day or date.fromisoformat(data["day"]), minute)
    elif (setting := _said(manager, text)) is not None:
        manager.dialog_data["setting"] = setting
    else:
        manager.dialog_data["place"] = text
        if text.startswith(("http://", "https://")):
            manager.dialog_data["setting"] = Setting.ONLINE


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    data = manager.dialog_data
    meeting = await planning.propose(
        unit_of(manager),
        pair_id=data["pair"],
        starts_at=starts_at(manager),
        minutes=data["minutes"],
        place=data["place"],
        setting=Setting(data["setting"]),
        rule=data["rule"],
        kind=data["kind"],
        instead_of=data["instead_of"],
        reason=data["reason"],
    )
    plan = await plans.plan(unit_of(manager), meeting_id=meeting)
    remark(manager, "plan-sent" if plan.status is Status.PROPOSED else "plan-told")
    await manager.done()


@action("plan-new")
async def plan_new(manager: DialogManager, argument: str) -> None:
    """A time for a pair, from nothing."""
    await open_dialog(manager, Planning.pair, {"pair": number(argument)})


@action("plan-other")
async def plan_other(manager: DialogManager, argument: str) -> None:
    """Another time in place of one proposed or planned; of one agreed upon, the reason is asked."""
    plan = await plans.plan(unit_of(manager), meeting_id=number(argument))
    await open_dialog(manager, Planning.pair, instead(plan))


def instead(plan: plans.Plan) -> dict[str, Any]:
    """The start data of planning another time or place: what is not changed stays."""
    return {
        "pair": plan.pair_id,
        "instead_of": plan.id,
        "ask_why": plan.status is Status.PLANNED,
        "minutes": plan.minutes,
        "place": plan.place,
        "setting": plan.setting,
        "round": bool(plan.rule),
        "was": plan.local.replace(tzinfo=None).isoformat(),
    }


def dialog() -> Dialog:
    return Dialog(
        *choosing.screens(),
        Screen(
            Say("plan-card"),
            Say("plan-kind", when="is_kind"),
            SayEach("plan-collision", "collisions"),
            Say("plan-in-lessons", when="in_lessons"),
            Say("outing-needed", when="needs_yes"),
            Say("plan-only-this", when="only_this"),
            Say("plan-card-how"),
            button("plan-send", "send", on_send),
            Group(choice("l", "lengths", on_length), width=len(_LENGTHS)),
            button("outing-setting", "setting", on_setting),
            button("plan-repeat", "repeat", on_repeat),
            Row(go("plan-change-time", "back", Planning.when), leave("button-cancel")),
            typed(on_place, limit=planning.PLACE_LIMIT),
            state=Planning.card,
            getter=card_data,
        ),
        on_start=choosing.begin,
    )
