"""A curator fills what the department looks for, and answers what it advises."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps import files
from handlers.roadmaps.monitoring import advice_fields, mark_rows
from handlers.roadmaps.place import place_of
from handlers.roadmaps.states import Introducing
from mentoring.roadmaps import introduction, recommending
from mentoring.roadmaps.introduction import SAID, Mark
from mentoring.roadmaps.wording import LINE_LIMIT, clip

_MOST_ADVICES = 10


async def marks_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words, place = unit_of(dialog_manager), words_of(dialog_manager), place_of(dialog_manager)
    one = await introduction.mine(unit, organisation_id=place)
    advices = await recommending.received(unit, organisation_id=place)
    return {
        "name": one.name,
        "rows": mark_rows(dialog_manager, one),
        "said": [
            {
                "id": str(mark),
                "label": words.plain(
                    "introduction-say",
                    mark=words.plain(f"introduction-mark-{mark}"),
                    there="yes" if mark in one.marks else "no",
                ),
            }
            for mark in SAID
        ],
        "advices": len(advices),
    }


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in set(SAID):
        manager.dialog_data["mark"] = item
        await manager.switch_to(Introducing.say)


def _mark(manager: DialogManager) -> Mark:
    return Mark(manager.dialog_data.get("mark", Mark.ORDER))


async def say_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    mark = _mark(dialog_manager)
    return {
        "mark": words_of(dialog_manager).plain(f"introduction-mark-{mark}"),
        "kind": str(mark),
    }


async def on_note(manager: DialogManager, text: str) -> None:
    await introduction.say(
        unit_of(manager), organisation_id=place_of(manager), mark=_mark(manager), note=text
    )
    remark(manager, "introduction-noted")
    await manager.switch_to(Introducing.marks)


async def on_file(manager: DialogManager, message: Message) -> None:
    file_id = await files.keep(manager, message, place_of(manager))
    await introduction.say(
        unit_of(manager),
        organisation_id=place_of(manager),
        mark=_mark(manager),
        note=(message.caption or "")[: introduction.NOTE_LIMIT],
        file_id=file_id,
    )
    remark(manager, "introduction-noted")
    await manager.switch_to(Introducing.marks)


async def advices_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await recommending.received(
        unit_of(dialog_manager), organisation_id=place_of(dialog_manager)
    )
    rows = [
        {
            "id": one.id,
            "label": f"{place}. {shortened(one.text, WHOLE)}",
            "place": place,
            "school": one.issuer,
            "text": clip(one.text, LINE_LIMIT),
            "due": one.due_on,
            "state": str(one.state),
        }
        for place, one in enumerate(found[:_MOST_ADVICES], 1)
    ]
    return {"rows": rows, "none": not rows}


def _advice(manager: DialogManager) -> int:
    return number(str(manager.dialog_data.get("advice", "")))


async def on_advice(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["advice"] = number(item)
    await manager.switch_to(Introducing.advice)


async def advice_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await recommending.mine(
        unit_of(dialog_manager), recommendation_id=_advice(dialog_manager)
    )
    return advice_fields(found)


async def on_answer(manager: DialogManager, text: str) -> None:
    kept = await recommending.answer(
        unit_of(manager), recommendation_id=_advice(manager), text=text
    )
    remark(manager, "advice-answered", kept=kept)


async def on_answer_file(manager: DialogManager, message: Message) -> None:
    file_id = await files.keep(manager, message, place_of(manager))
    kept = await recommending.answer(
        unit_of(manager),
        recommendation_id=_advice(manager),
        text=(message.caption or "")[: recommending.TEXT_LIMIT],
        file_id=file_id,
    )
    remark(manager, "advice-answered", kept=kept)


async def on_advices(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Introducing.advices)


@action("introduction")
async def open_marks(manager: DialogManager, argument: str) -> None:
    """Under the department's question: what is there and what is not."""
    await open_dialog(manager, Introducing.marks, {"organisation": number(argument)})


@action("advice-received")
async def open_advices(manager: DialogManager, argument: str) -> None:
    """Under the morning's line: what the school is advised."""
    await open_dialog(manager, Introducing.advices, {"organisation": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("introduction-mine"),
            SayEach("introduction-said", "rows"),
            Say("introduction-mine-ask"),
            Column(choice("m", "said", on_mark)),
            button("advice-list-button", "advices", on_advices, when="advices"),
            leave("button-back"),
            state=Introducing.marks,
            getter=marks_data,
        ),
        Screen(
            Say("introduction-say-ask"),
            files.file_input(on_file),
            typed(on_note, limit=introduction.NOTE_LIMIT),
            go("button-back", "back", Introducing.marks),
            state=Introducing.say,
            getter=say_data,
        ),
        Screen(
            Say("advice-list"),
            SayEach("advice-row", "rows"),
            Say("advice-none", when="none"),
            Column(choice("a", "rows", on_advice)),
            go("button-back", "back", Introducing.marks),
            state=Introducing.advices,
            getter=advices_data,
        ),
        Screen(
            Say("advice-card"),
            Say("advice-card-more", when="has_more"),
            Say("advice-card-answer", when="has_answer"),
            Say("advice-card-file", when="has_file"),
            Say("advice-answer-ask", when="open"),
            files.file_input(on_answer_file),
            typed(on_answer, limit=recommending.TEXT_LIMIT),
            go("button-back", "back", Introducing.advices),
            state=Introducing.advice,
            getter=advice_data,
        ),
        on_start=adopt,
    )
