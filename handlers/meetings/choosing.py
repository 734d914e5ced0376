"""The time of a meeting to come is chosen: chips from the pair's habit, a calendar, half hours, or
typed.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Group

from handlers.kit.actions import number
from handlers.kit.calendar import Bounds, DayCalendar
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings import reasons
from handlers.meetings.states import Planning
from mentoring.meetings import habit, meetings, planning, repeats, times
from mentoring.meetings.freetext.moments import read_moment
from mentoring.meetings.freetext.rounds import Unclear, read_round
from mentoring.meetings.outings import Setting
from mentoring.meetings.status import REASONS
from mentoring.quiet import at_minute


async def begin(data: Any, manager: DialogManager) -> None:
    """To the chips, unless there are several pairs to choose from.

    `said`: what a typed line has said of the meeting already; `among`: whom it may be about.
    """
    given = data if isinstance(data, dict) else {}
    mine = await meetings.my_pairs(unit_of(manager))
    chosen = next((pair for pair in mine if pair.id == given.get("pair")), None)
    if chosen is None and len(mine) == 1:
        chosen = mine[0]
    manager.dialog_data.update(
        instead_of=given.get("instead_of", 0),
        ask_why=bool(given.get("ask_why")),
        reason="",
        said=given.get("said", {}),
        among=given.get("among", []),
    )
    if chosen is None:
        return
    await _choose(manager, chosen)
    if "was" in given:
        data, was = manager.dialog_data, datetime.fromisoformat(given["was"])
        data.update({key: given[key] for key in ("minutes", "place", "setting")})
        # Its own time comes first: perhaps only the place is another.
        if at_minute(was.date(), was.hour * 60 + was.minute, data["zone"]) > unit_of(manager).now:
            chips = [given["was"], *(one for one in data["chips"] if one != given["was"])]
            data.update(chips=chips[: habit.HOW_MANY], was=given["was"])
        data["round"] = given["round"]


async def _choose(manager: DialogManager, pair: meetings.MyPair) -> None:
    found = await times.choice(unit_of(manager), pair_id=pair.id)
    manager.dialog_data.update(
        pair=pair.id,
        who=", ".join(pair.names),
        zone=found.zone,
        minutes=found.minutes,
        place=found.place,
        # What is usual for a pair is the link of its calls.
        setting=Setting.ONLINE if found.place else Setting.SCHOOL,
        chips=[one.isoformat() for one in found.chips],
        rule="",
        day="",
        minute=None,
        kind="",
    )
    said = manager.dialog_data["said"]
    manager.dialog_data.update(said)
    await manager.switch_to(Planning.when)
    if said.get("comes_round"):
        await took_round(manager, said["comes_round"])
    elif said.get("day"):
        await go_on(manager, date.fromisoformat(said["day"]), said.get("minute"))


async def pair_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    mine = await meetings.my_pairs(unit_of(dialog_manager))
    among = dialog_manager.dialog_data.get("among") or [pair.id for pair in mine]
    rows = [
        {"id": pair.id, "label": shortened(", ".join(pair.names), WHOLE + 2)}
        for pair in mine
        if pair.id in among
    ]
    return {"pairs": rows, "count": len(rows)}


def _chip(manager: DialogManager, moment: datetime) -> str:
    own = moment.isoformat() == manager.dialog_data.get("was")
    key = "plan-chip-own" if own else "plan-chip"
    return words_of(manager).plain(key, day=moment.date(), time=f"{moment:%H:%M}")


async def when_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    chips = [datetime.fromisoformat(one) for one in data["chips"]]
    rows = [{"id": place, "label": _chip(dialog_manager, chip)} for place, chip in enumerate(chips)]
    return {"who": data["who"], "chips": rows, "moves": "yes" if data["instead_of"] else "no"}


async def time_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    day = date.fromisoformat(data["day"])
    found = await times.times(unit_of(dialog_manager), pair_id=data["pair"], day=day)
    rows = [{"id": minute, "label": f"{minute // 60}:{minute % 60:02}"} for minute in found]
    return {"day": day, "times": rows, "count": len(rows)}


async def why_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"reasons": reasons.rows(dialog_manager)}


def starts_at(manager: DialogManager) -> datetime:
    data = manager.dialog_data
    return at_minute(date.fromisoformat(data["day"]), data["minute"], data["zone"])


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    mine = await meetings.my_pairs(unit_of(manager))
    chosen = next((pair for pair in mine if pair.id == number(item)), None)
    if chosen is not None:
        await _choose(manager, chosen)


async def on_chip(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    chips = manager.dialog_data["chips"]
    if number(item) < len(chips):
        chip = datetime.fromisoformat(chips[number(item)])
        await go_on(manager, chip.date(), chip.hour * 60 + chip.minute)


async def on_day(manager: DialogManager, day: date) -> None:
    await go_on(manager, day, None)


async def on_time(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await go_on(manager, date.fromisoformat(manager.dialog_data["day"]), number(item))


async def on_typed_time(manager: DialogManager, text: str) -> None:
    """ "tomorrow 15:30", or only a day, or, when there is one, only a time."""
    unit, data = unit_of(manager), manager.dialog_data
    if await took_round(manager, text):
        return
    said = read_moment(text, today=unit.today(), language=words_of(manager).language)
    if said is None or (said.day is None and not data["day"]):
        remark(manager, "plan-not-read")
        return
    day = said.day or date.fromisoformat(data["day"])
    # The hour may have been told before the day.
    minute = data["minute"] if said.minute is None and not data["day"] else said.minute
    await go_on(manager, day, minute)


async def took_round(manager: DialogManager, text: str) -> bool:
    """ "Every Wednesday at 15:30": the rule, and on with its first day; False when it is none."""
    unit, data = unit_of(manager), manager.dialog_data
    today = unit.today(data["zone"])
    try:
        said = read_round(text, today=today, language=words_of(manager).language)
    except Unclear:
        remark(manager, "plan-repeat-unclear")
        return True
    if said is None:
        return False
    minute = data["minute"] if said.minute is None else said.minute
    repeat = said.repeat
    if not repeat.days:
        chosen = date.fromisoformat(data["day"]) if data["day"] else today + timedelta(days=1)
        repeat = replace(repeat, days=(chosen.weekday(),))
    data["rule"] = repeat.rule
    yesterday = today - timedelta(days=1)
    late = minute is not None and at_minute(today, minute, data["zone"]) <= unit.now
    first = next(
        repeats.occurrences(
            repeat.rule,
            today,
            after=today if late else yesterday,
            through=today + planning.FURTHEST,
        ),
        None,
    )
    if first is None:
        data["rule"] = ""
        remark(manager, "plan-past")
    else:
        await go_on(manager, first, minute)
    return True


async def go_on(manager: DialogManager, day: date, minute: int | None) -> None:
    """To whatever is missing: the time, the reason, else the card."""
    data, today = manager.dialog_data, unit_of(manager).today()
    if not today <= day <= today + planning.FURTHEST:
        key = "plan-past" if day < today else "plan-too-far"
        remark(manager, key, days=planning.FURTHEST.days)
        return
    data["day"] = day.isoformat()
    if data["rule"]:
        data["rule"] = repeats.moved(data["rule"], day)
    if minute is None or not 0 <= minute < 24 * 60:
        await manager.switch_to(Planning.time)
        return
    data["minute"] = minute
    if starts_at(manager) <= unit_of(manager).now:
        remark(manager, "plan-past")
        return
    wants_reason = data["ask_why"] and not data["reason"]
    await manager.switch_to(Planning.why if wants_reason else Planning.card)


async def on_reason(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in REASONS:
        await on_typed_reason(manager, item)


async def on_typed_reason(manager: DialogManager, text: str) -> None:
    manager.dialog_data["reason"] = text
    await manager.switch_to(Planning.card)


def _bounds(manager: DialogManager) -> Bounds:
    today = unit_of(manager).today()
    return today, today + planning.FURTHEST - timedelta(days=1)


def screens() -> list[Screen]:
    """All that comes before the card."""
    return [
        Screen(
            Say("plan-pair"),
            pages(choice("p", "pairs", on_pair), "pp"),
            leave("button-cancel"),
            state=Planning.pair,
            getter=pair_data,
        ),
        Screen(
            Say("plan-when"),
            Column(choice("c", "chips", on_chip)),
            go("plan-another-day", "day", Planning.day),
            leave("button-cancel"),
            typed(on_typed_time, limit=60),
            state=Planning.when,
            getter=when_data,
        ),
        Screen(
            Say("plan-day"),
            DayCalendar("cal", on_day, bounds=_bounds),
            go("button-back", "back", Planning.when),
            typed(on_typed_time, limit=60),
            state=Planning.day,
        ),
        Screen(
            Say("plan-time"),
            Group(choice("t", "times", on_time), width=4),
            go("button-back", "back", Planning.day),
            typed(on_typed_time, limit=60),
            state=Planning.time,
            getter=time_data,
        ),
        Screen(
            Say("plan-why"),
            Column(choice("w", "reasons", on_reason)),
            go("button-back", "back", Planning.when),
            typed(on_typed_reason, limit=planning.REASON_LIMIT),
            state=Planning.why,
            getter=why_data,
        ),
    ]
