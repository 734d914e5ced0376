"""A curator has a draft agreed upon: whom to ask, and remarks answered one by one."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, Screen, button, choice, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps.place import draft_of
from handlers.roadmaps.states import Agreeing, Review
from mentoring.roadmaps import approving, remarks
from mentoring.roadmaps.wording import LINE_LIMIT, SOURCE_LIMIT, clip
from mentoring.roles import Role


async def home_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words, roadmap = (
        unit_of(dialog_manager),
        words_of(dialog_manager),
        draft_of(dialog_manager),
    )
    circles = await remarks.circles(unit, roadmap_id=roadmap)
    lies = (await approving.standing(unit, roadmap_id=roadmap)).with_head
    return {
        "circles": [
            {
                "id": str(one.role),
                "label": words.plain(
                    "agreeing-circle",
                    role=str(one.role),
                    people=one.people,
                    asked="yes" if one.asked else "no",
                ),
            }
            for one in circles
        ],
        "any": bool(circles),
        "none": not circles,
        "remarks": len(await remarks.unanswered(unit, roadmap_id=roadmap)),
        "lies": lies,
    }


async def on_circle(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in set(Role):
        count = await remarks.ask(unit_of(manager), roadmap_id=draft_of(manager), role=Role(item))
        remark(manager, "agreeing-asked", count=count)


async def on_withdraw(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await approving.withdraw(unit_of(manager), roadmap_id=draft_of(manager))
    remark(manager, "agreeing-withdrawn")


async def remark_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    waiting = await remarks.unanswered(unit_of(dialog_manager), roadmap_id=draft_of(dialog_manager))
    one = waiting[0] if waiting else None
    # What is shown is what an answer is for, whatever else is said meanwhile.
    dialog_manager.dialog_data.update(
        remark=one.id if one else 0, row=one.activity_id if one else 0
    )
    return {
        "any": one is not None,
        "none": one is None,
        "count": len(waiting),
        "number": one.number if one else "",
        "title": clip(one.title, LINE_LIMIT) if one else "",
        "text": clip(one.text, SOURCE_LIMIT) if one else "",
        "by": one.by if one else "",
    }


async def _answer(manager: DialogManager, text: str) -> None:
    found = number(str(manager.dialog_data.get("remark", "")))
    await remarks.answer(unit_of(manager), remark_id=found, text=text)
    remark(manager, "agreeing-answered")
    await manager.switch_to(Agreeing.remark)


async def on_taken(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _answer(manager, "")


async def on_row(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the row itself; back from there the remark waits as it was."""
    row = number(str(manager.dialog_data.get("row", "")))
    await manager.start(Review.row, {"roadmap": draft_of(manager), "row": row, "visiting": True})


@action("roadmap-remarks")
async def open_remarks(manager: DialogManager, argument: str) -> None:
    """Under the morning's line: the remarks, one by one."""
    await open_dialog(manager, Agreeing.remark, {"roadmap": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("agreeing", when="any"),
            Say("agreeing-nobody", when="none"),
            Say("roadmap-draft-lies", when="lies"),
            go("agreeing-remarks", "remarks", Agreeing.remark, when="remarks"),
            Column(choice("c", "circles", on_circle)),
            button("agreeing-withdraw", "withdraw", on_withdraw, when="lies"),
            leave("button-back"),
            state=Agreeing.home,
            getter=home_data,
        ),
        Screen(
            Say("agreeing-remark", when="any"),
            Say("agreeing-remark-none", when="none"),
            button("agreeing-taken", "taken", on_taken, when="any"),
            button("agreeing-row", "row", on_row, when="any"),
            typed(_answer, limit=remarks.TEXT_LIMIT),
            go("button-back", "back", Agreeing.home),
            state=Agreeing.remark,
            getter=remark_data,
        ),
        on_start=adopt,
    )
