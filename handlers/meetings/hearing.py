"""A curator enters what somebody has said of a meeting: whose, which mark, perhaps words."""

import re
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings.marks import MARK_ROWS, marks
from handlers.people.participants import my_school
from mentoring.meetings import feedback, owed

_PAGE = 8
_MARK_FIRST = re.compile(r"(\d{1,2})\b[\s,.;:–-]*(.*)", re.DOTALL)


class Hearing(StatesGroup):
    """Feedback entered in somebody's words."""

    list = State()
    mark = State()


async def _owed(manager: DialogManager) -> list[owed.Owed]:
    return await owed.listed(
        unit_of(manager),
        organisation_id=my_school(manager),
        pair_id=manager.dialog_data.get("pair"),
    )


def _key(one: owed.Owed) -> str:
    return f"{one.meeting_id}-{one.person_id}"


async def _chosen(manager: DialogManager) -> owed.Owed | None:
    key = manager.dialog_data.get("owed")
    return next((one for one in await _owed(manager) if _key(one) == key), None)


async def begin(data: Any, manager: DialogManager) -> None:
    """A choice of one is none."""
    await adopt(data, manager)
    found = await _owed(manager)
    if len(found) == 1:
        manager.dialog_data["owed"] = _key(found[0])
        await manager.switch_to(Hearing.mark)


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    rows = [
        {
            "id": _key(one),
            "label": shortened(
                words.plain(
                    "hearing-label",
                    held_on=one.held_on,
                    name=f"{one.name}, {one.class_name}" if one.class_name else one.name,
                ),
                WHOLE,
            ),
        }
        for one in await _owed(dialog_manager)
    ]
    return {"owed": rows, "count": len(rows)}


async def mark_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one = await _chosen(dialog_manager)
    if one is None:
        return {"gone": True}
    return {"there": True, "name": one.name, "held_on": one.held_on, "marks": MARK_ROWS}


async def on_owed(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["owed"] = item
    await manager.switch_to(Hearing.mark)


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _enter(manager, number(item), "")


async def on_words(manager: DialogManager, text: str) -> None:
    """A mark, and what else was said behind it."""
    found = _MARK_FIRST.fullmatch(text.strip())
    if found is None or int(found[1]) not in feedback.MARKS:
        remark(manager, "hearing-mark-first")
        return
    await _enter(manager, int(found[1]), found[2].strip())


async def _enter(manager: DialogManager, mark: int, text: str) -> None:
    one = await _chosen(manager)
    if one is not None:
        done = await feedback.enter_for(
            unit_of(manager),
            meeting_id=one.meeting_id,
            person_id=one.person_id,
            mark=mark,
            text=text,
            channel="spoken",
        )
        remark(manager, "hearing-saved" if done else "hearing-answered", name=one.name, mark=mark)
    if await _owed(manager):
        await manager.switch_to(Hearing.list)
    else:
        await manager.done()


async def open_for(_callback: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """From a pair's timeline: only what is owed of this pair."""
    await manager.start(Hearing.list, {"pair": manager.dialog_data.get("pair")})


def entry() -> Any:
    """The button on a pair's timeline."""
    return button("hearing-open", "hear", open_for, when="owed")


async def owed_of(manager: DialogManager, pair_id: int) -> bool:
    """Whether the button has anything to lead to."""
    return bool(
        await owed.listed(unit_of(manager), organisation_id=my_school(manager), pair_id=pair_id)
    )


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("hearing"),
            pages(choice("o", "owed", on_owed), "op", height=_PAGE),
            leave("button-back"),
            state=Hearing.list,
            getter=list_data,
        ),
        Screen(
            Say("hearing-gone", when="gone"),
            Say("hearing-mark", when="there"),
            marks(on_mark, when="there"),
            typed(on_words, limit=feedback.WORDS_LIMIT),
            go("button-back", "back", Hearing.list),
            state=Hearing.mark,
            getter=mark_data,
        ),
        on_start=begin,
    )
