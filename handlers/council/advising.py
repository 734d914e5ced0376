"""Difficulties of pairs before the council: read one by one, answered in words, once."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.council.states import Advising
from handlers.council.wording import of_pair, row_of
from handlers.kit.actions import number
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of
from handlers.plans.office import deciding_school
from mentoring.council import answering
from mentoring.council.passing import TEXT_LIMIT, Kind


async def _listed(manager: DialogManager) -> list[answering.Case]:
    return await answering.listed(
        unit_of(manager), organisation_id=deciding_school(manager), kind=Kind.DIFFICULTY
    )


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _listed(dialog_manager)
    return {"cases": [row_of(one) for one in found], "count": len(found)}


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    wanted = dialog_manager.dialog_data.get("case", 0)
    found = next((one for one in await _listed(dialog_manager) if one.id == wanted), None)
    text = dialog_manager.dialog_data.get("text", "")
    return {
        **of_pair(found, unit_of(dialog_manager).today()),
        "waits": "yes" if found else "no",
        "written": "yes" if text and found else "no",
        "text": text,
        "ready": bool(text and found),
    }


async def on_case(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data.update(case=number(item), text="")
    await manager.switch_to(Advising.card)


async def on_text(manager: DialogManager, text: str) -> None:
    """It is shown before it goes: once sent, it stands."""
    manager.dialog_data["text"] = text


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await answering.advise(
        unit_of(manager),
        case_id=manager.dialog_data.get("case", 0),
        text=manager.dialog_data.get("text", ""),
    )
    remark(manager, "council-advice-sent")
    await manager.switch_to(Advising.list)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("council-difficulties"),
            pages(choice("c", "cases", on_case), "cp"),
            leave("button-back"),
            state=Advising.list,
            getter=list_data,
        ),
        Screen(
            Say("council-difficulty"),
            typed(on_text, limit=TEXT_LIMIT),
            button("council-send", "send", on_send, when="ready"),
            go("button-back", "back", Advising.list),
            state=Advising.card,
            getter=card_data,
        ),
        on_start=adopt,
    )
