"""Which notices a person does without, who stands in while they are on leave, and the rules."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.calendar import DayCalendar
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps.place import KEEPERS, my_place
from mentoring.roadmaps import leaves, policies, switches
from mentoring.roadmaps.audience import STAFF
from mentoring.roadmaps.rules import Alert, Policy
from mentoring.roles import Role

# What a press goes through; other numbers are rarely wanted.
_NOTICE_DAYS = (3, 5, 7, 10, 14)
_WORKING_DAYS = (1, 3, 5, 7, 10)
_MOST_DEPUTIES = 20
_LONGEST_LEAVE = timedelta(days=366)


class Notices(StatesGroup):
    """What comes by itself."""

    home = State()
    deputy = State()
    first = State()
    last = State()
    rules = State()


def _place(manager: DialogManager) -> int:
    """Where the person may be told of a roadmap: the first of their staff seats."""
    seats = unit_of(manager).actor.seats
    return next((seat.organisation_id for seat in seats if seat.role in STAFF), 0)


async def home_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    present = await switches.present(unit)
    away = await leaves.mine(unit)
    return {
        "kinds": [
            {
                "id": str(kind),
                "label": words.plain("notices-switch", kind=str(kind), on="yes" if on else "no"),
            }
            for kind, on in present.items()
        ],
        "away": [
            {"deputy": one.deputy, "from": one.first_day, "until": one.last_day} for one in away
        ],
        "is_away": bool(away),
        "present": not away,
        "keeps": any(seat.role in KEEPERS for seat in unit.actor.seats),
    }


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    unit = unit_of(manager)
    present = await switches.present(unit)
    if item in set(Alert) and Alert(item) in present:
        kind = Alert(item)
        await switches.switch(unit, kind=kind, on=not present[kind])


async def on_back_at_work(
    _callback: CallbackQuery, _button: Button, manager: DialogManager
) -> None:
    await leaves.end(unit_of(manager))
    remark(manager, "leave-ended")


async def deputy_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await leaves.deputies(unit_of(dialog_manager), organisation_id=_place(dialog_manager))
    return {
        "people": [
            {"id": str(person), "label": shortened(name, WHOLE)}
            for person, name in found[:_MOST_DEPUTIES]
        ],
        "none": not found,
        "any": bool(found),
    }


async def on_deputy(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["deputy"] = number(item)
    await manager.switch_to(Notices.first)


def _first_bounds(manager: DialogManager) -> tuple[date, date]:
    today = unit_of(manager).today()
    return today, today + _LONGEST_LEAVE


def _first(manager: DialogManager) -> date:
    kept = manager.dialog_data.get("first")
    return date.fromisoformat(kept) if kept else unit_of(manager).today()


def _last_bounds(manager: DialogManager) -> tuple[date, date]:
    first = _first(manager)
    return first, first + _LONGEST_LEAVE


async def on_first(manager: DialogManager, day: date) -> None:
    manager.dialog_data["first"] = day.isoformat()
    await manager.switch_to(Notices.last)


async def last_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"from": _first(dialog_manager)}


async def on_last(manager: DialogManager, day: date) -> None:
    await leaves.begin(
        unit_of(manager),
        organisation_id=_place(manager),
        deputy_id=number(str(manager.dialog_data.get("deputy", ""))),
        first_day=_first(manager),
        last_day=day,
    )
    remark(manager, "leave-begun")
    await manager.switch_to(Notices.home)


async def rules_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    policy = await policies.present(
        unit_of(dialog_manager), organisation_id=my_place(dialog_manager)
    )
    return {
        "notice": policy.notice_days,
        "escalation": policy.escalation_days,
        "acceptance": policy.acceptance_days,
        "six": "yes" if policy.six_day_week else "no",
    }


def _next(present: int, among: tuple[int, ...]) -> int:
    return next((one for one in among if one > present), among[0])


def _notice(policy: Policy) -> Policy:
    return replace(policy, notice_days=_next(policy.notice_days, _NOTICE_DAYS))


def _escalation(policy: Policy) -> Policy:
    return replace(policy, escalation_days=_next(policy.escalation_days, _WORKING_DAYS))


def _acceptance(policy: Policy) -> Policy:
    return replace(policy, acceptance_days=_next(policy.acceptance_days, _WORKING_DAYS))


def _week(policy: Policy) -> Policy:
    return replace(policy, six_day_week=not policy.six_day_week)


def _changing(change: Any) -> Any:
    async def on_press(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        unit, place = unit_of(manager), my_place(manager)
        policy = await policies.present(unit, organisation_id=place)
        await policies.settle(unit, organisation_id=place, policy=change(policy))

    return on_press


def dialog() -> Dialog:
    menu.entry("notices", "menu-notices", Notices.home, *(Role(role) for role in STAFF))
    return Dialog(
        Screen(
            Say("notices"),
            SayEach("notices-away", "away"),
            Column(choice("k", "kinds", on_kind)),
            go("leave-button", "leaving", Notices.deputy, when="present"),
            button("leave-end", "backatwork", on_back_at_work, when="is_away"),
            go("notices-rules-button", "rules", Notices.rules, when="keeps"),
            leave("button-home"),
            state=Notices.home,
            getter=home_data,
        ),
        Screen(
            Say("leave-deputy", when="any"),
            Say("leave-nobody", when="none"),
            Column(choice("p", "people", on_deputy)),
            go("button-back", "back", Notices.home),
            state=Notices.deputy,
            getter=deputy_data,
        ),
        Screen(
            Say("leave-first"),
            DayCalendar("first", on_first, bounds=_first_bounds),
            go("button-back", "back", Notices.deputy),
            state=Notices.first,
        ),
        Screen(
            Say("leave-last"),
            DayCalendar("last", on_last, bounds=_last_bounds),
            go("button-back", "back", Notices.first),
            state=Notices.last,
            getter=last_data,
        ),
        Screen(
            Say("notices-rules"),
            button("notices-rule-notice", "notice", _changing(_notice)),
            button("notices-rule-escalation", "escalation", _changing(_escalation)),
            button("notices-rule-acceptance", "acceptance", _changing(_acceptance)),
            button("notices-rule-week", "week", _changing(_week)),
            go("button-back", "back", Notices.home),
            state=Notices.rules,
            getter=rules_data,
        ),
    )
