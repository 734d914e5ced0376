"""Which notices a person does without, and the rules an organisation goes by."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit import menu
from handlers.kit.screens import Say, Screen, button, choice, go, leave
from handlers.kit.turn import unit_of, words_of
from handlers.notices import calendars, holidays, lessons
from handlers.notices.states import Notices
from handlers.roadmaps.place import KEEPERS, my_place
from mentoring.roadmaps import policies, switches
from mentoring.roadmaps.audience import STAFF
from mentoring.roadmaps.rules import Alert, Policy
from mentoring.roles import Role

# What a press goes through; other numbers are rarely wanted.
_NOTICE_DAYS = (3, 5, 7, 10, 14)
_WORKING_DAYS = (1, 3, 5, 7, 10)


async def home_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    present = await switches.present(unit)
    return {
        "kinds": [
            {
                "id": str(kind),
                "label": words.plain("notices-switch", kind=str(kind), on="yes" if on else "no"),
            }
            for kind, on in present.items()
        ],
        "web": bool(unit.calendars),
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
            Column(choice("k", "kinds", on_kind)),
            calendars.start(),
            go("notices-rules-button", "rules", Notices.rules, when="keeps"),
            leave("button-home"),
            state=Notices.home,
            getter=home_data,
        ),
        Screen(
            Say("notices-rules"),
            button("notices-rule-notice", "notice", _changing(_notice)),
            button("notices-rule-escalation", "escalation", _changing(_escalation)),
            button("notices-rule-acceptance", "acceptance", _changing(_acceptance)),
            button("notices-rule-week", "week", _changing(_week)),
            go("holidays-button", "holidays", Notices.holidays),
            go("lessons-button", "lessons", Notices.lessons),
            go("button-back", "back", Notices.home),
            state=Notices.rules,
            getter=rules_data,
        ),
        holidays.screen(),
        lessons.screen(),
    )
