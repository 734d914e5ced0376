"""The school's ticks about its mentors: trained, checked for work with minors."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, pages
from handlers.kit.turn import remark, unit_of
from handlers.matching.states import Tuning
from mentoring.matching import checks
from mentoring.matching.loading import MINORS, TRAINING

_PAGE = 6
_TICKS = (("yes", True), ("no", False), ("gone", None))
_SAID = {True: "yes", False: "no", None: "unknown"}


async def _mentors(manager: DialogManager) -> list[checks.Checked]:
    programme = int(manager.dialog_data.get("programme", 0))
    return await checks.listed(unit_of(manager), programme_id=programme)


def _row(one: checks.Checked) -> dict[str, Any]:
    return {
        "id": one.profile_id,
        "label": shortened(one.name, WHOLE),
        "name": one.name,
        "training": _SAID[one.known.get(TRAINING)],
        "minors": _SAID[one.known.get(MINORS)],
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = [_row(one) for one in await _mentors(dialog_manager)]
    page = await shown(dialog_manager, "kp", rows, _PAGE)
    return {"mentors": rows, "shown": page, "count": len(rows)}


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    wanted = dialog_manager.dialog_data.get("checked", 0)
    found = next((one for one in await _mentors(dialog_manager) if one.profile_id == wanted), None)
    one = found or checks.Checked(0, "-")
    notes = [
        {"check": kind, "noted_on": tick.noted_on, "by": tick.by}
        for kind, tick in one.ticks.items()
    ]
    offered = {
        f"can_{kind}_{said}": kind in one.ticks
        if passed is None
        else one.known.get(kind) is not passed
        for kind in checks.KINDS
        for said, passed in _TICKS
    }
    return _row(one) | {"notes": notes} | offered


async def on_mentor(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["checked"] = number(item)
    await manager.switch_to(Tuning.check)


def _ticking(kind: str, *, passed: bool | None) -> Any:
    async def on_tick(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await checks.tick(
            unit_of(manager),
            profile_id=manager.dialog_data.get("checked", 0),
            kind=kind,
            passed=passed,
        )
        remark(manager, "check-kept")

    return on_tick


def screens() -> list[Screen]:
    ticks = [
        button(
            f"check-{kind}-{said}",
            f"{kind}_{said}",
            _ticking(kind, passed=passed),
            when=f"can_{kind}_{said}",
        )
        for kind in checks.KINDS
        for said, passed in _TICKS
    ]
    return [
        Screen(
            Say("checks-title"),
            SayEach("check-row", "shown"),
            pages(choice("c", "mentors", on_mentor), "kp", height=_PAGE),
            go("button-back", "back", Tuning.menu),
            state=Tuning.checks,
            getter=list_data,
        ),
        Screen(
            Say("check-row"),
            SayEach("check-note", "notes"),
            *ticks,
            go("button-back", "back", Tuning.checks),
            state=Tuning.check,
            getter=card_data,
        ),
    ]
