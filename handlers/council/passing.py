"""The curator passes a pair's difficulty or results to the council, and reads what it says."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.council.states import Council
from handlers.council.wording import marks_of
from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from mentoring.council import passing, sheet
from mentoring.council.passing import Kind
from mentoring.pairs import rules


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


async def on_open(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """On whatever card of a pair the button stands."""
    await manager.start(Council.pair, {"pair": _pair(manager)})


async def pair_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk = await passing.desk(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    last = desk.passed[0] if desk.passed else None
    return {
        "mentors": desk.mentors,
        "mentees": desk.mentees,
        "council": "yes" if desk.members else "no",
        "may": str(desk.may or "nothing"),
        "passed": [_passed(dialog_manager, one) for one in desk.passed],
        "results": desk.may is Kind.RESULTS,
        "open": last is not None and last.advised_on is None and last.result is None,
        "sharable": last is not None and last.advised_on is not None and not last.shared,
        "last": last.id if last else 0,
    }


def _passed(manager: DialogManager, one: passing.Passed) -> dict[str, Any]:
    return {
        "kind": str(one.kind),
        "asked_on": one.asked_on,
        "question": one.question or "-",
        "worded": "yes" if one.question else "no",
        "advised": "yes" if one.advised_on else "no",
        "advised_on": one.advised_on or one.asked_on,
        "adviser": one.adviser,
        "advice": one.advice,
        "shared": "yes" if one.shared else "no",
        **marks_of(words_of(manager), one.result),
    }


async def criteria_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await rules.criteria(unit_of(dialog_manager), organisation_id=my_school(dialog_manager))
    lines = [{"line": sheet.said(words_of(dialog_manager), one)} for one in found]
    return {"lines": lines, "own": found != sheet.SHIPPED}


async def _pass_on(manager: DialogManager, text: str) -> None:
    kind = await passing.pass_on(unit_of(manager), pair_id=_pair(manager), text=text)
    remark(manager, f"council-passed-{kind}")


async def on_text(manager: DialogManager, text: str) -> None:
    await _pass_on(manager, text)


async def on_results(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _pass_on(manager, "")


async def on_withdraw(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    last = (await pair_data(manager))["last"]
    await passing.withdraw(unit_of(manager), case_id=last)
    remark(manager, "council-withdrawn")


async def on_share(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    last = (await pair_data(manager))["last"]
    await passing.share(unit_of(manager), case_id=last)
    remark(manager, "council-shared")


@action("council-share")
async def share(manager: DialogManager, argument: str) -> None:
    """Under the council's advice."""
    pair_id = await passing.share(unit_of(manager), case_id=number(argument))
    remark(manager, "council-shared")
    await open_dialog(manager, Council.pair, {"pair": pair_id})


async def _change(manager: DialogManager, text: str | None) -> None:
    await rules.set_criteria(unit_of(manager), organisation_id=my_school(manager), text=text)
    remark(manager, "rules-kept")
    await manager.switch_to(Council.pair)


async def on_criteria(manager: DialogManager, text: str) -> None:
    await _change(manager, text)


async def on_usual(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _change(manager, None)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("council-pair"),
            SayEach("council-passed", "passed", separator="\n\n"),
            Say("council-may"),
            typed(on_text, limit=passing.TEXT_LIMIT),
            button("council-pass-results", "pass", on_results, when="results"),
            button("council-share", "share", on_share, when="sharable"),
            button("council-withdraw", "withdraw", on_withdraw, when="open"),
            go("council-criteria", "criteria", Council.criteria, when="results"),
            leave("button-back"),
            state=Council.pair,
            getter=pair_data,
        ),
        Screen(
            Say("council-criteria-how"),
            SayEach("rules-line", "lines"),
            typed(on_criteria, limit=1000),
            button("rules-usual", "usual", on_usual, when="own"),
            go("button-back", "back", Council.pair),
            state=Council.criteria,
            getter=criteria_data,
        ),
        on_start=adopt,
    )
