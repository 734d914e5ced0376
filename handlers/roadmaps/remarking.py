"""Those who were asked look a draft through, and say what they think of its rows."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.translator import Markup
from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import labelled, numbers, page_buttons, page_of, turning
from handlers.people.signing import Signing
from handlers.roadmaps.place import draft_of, row_of
from handlers.roadmaps.states import Remarking
from handlers.roadmaps.wording import deadline_words
from mentoring.roadmaps import approving, remarks
from mentoring.roadmaps.wording import HEAD_LIMIT, LINE_LIMIT, SOURCE_LIMIT, TITLE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 6
_MOST_SAID = 8


async def rows_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    page, roadmap = page_of(dialog_manager), draft_of(dialog_manager)
    title, lies = await remarks.title(unit, roadmap_id=roadmap)
    found, total = await remarks.rows(unit, roadmap_id=roadmap, offset=page * _PAGE, limit=_PAGE)
    listed = "\n\n".join(
        words(
            "remarking-row",
            number=one.number,
            title=clip(one.title, HEAD_LIMIT),
            deadline=deadline_words(words, one.deadline),
            people=clip(", ".join(one.responsible), LINE_LIMIT) or "-",
            remarks=one.remarks,
        )
        for one in found
    )
    signs = lies and unit.actor.seat(Role.HEAD) is not None
    return {
        "title": clip(title, HEAD_LIMIT),
        "total": total,
        "list": Markup(listed),
        "signs": signs,
        **labelled([{"id": one.id, "label": one.number} for one in found]),
        **turning(page, more=(page + 1) * _PAGE < total),
    }


async def on_row(_callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data["row"] = number(item)
    await manager.switch_to(Remarking.row)


async def row_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    row, said = await remarks.row(unit_of(dialog_manager), activity_id=row_of(dialog_manager))
    return {
        "number": row.number,
        "title": clip(row.title, TITLE_LIMIT),
        "deadline": deadline_words(words, row.deadline),
        "people": clip(", ".join(row.responsible), SOURCE_LIMIT) or "-",
        "result": clip(row.result, SOURCE_LIMIT) or "-",
        "said": [
            {
                "by": one.by,
                "text": clip(one.text, LINE_LIMIT),
                "state": "waits" if one.answer is None else "words" if one.answer else "taken",
                "answer": clip(one.answer or "", LINE_LIMIT),
            }
            for one in said[-_MOST_SAID:]
        ],
    }


async def on_text(manager: DialogManager, text: str) -> None:
    await remarks.remark(unit_of(manager), activity_id=row_of(manager), text=text)
    remark(manager, "remarking-done")
    await manager.switch_to(Remarking.rows)


async def on_sign(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Signing.order, {"thing": f"roadmap-{draft_of(manager)}"})


async def on_back(manager: DialogManager, text: str) -> None:
    await approving.give_back(unit_of(manager), roadmap_id=draft_of(manager), note=text)
    remark(manager, "remarking-given-back")
    await manager.done()


@action("roadmap-remarking")
@action("sign-look-roadmap")
async def open_rows(manager: DialogManager, argument: str) -> None:
    """Under the message that asks for remarks or a signature: the rows of the draft."""
    roadmap = number(argument)
    await remarks.title(unit_of(manager), roadmap_id=roadmap)
    await open_dialog(manager, Remarking.rows, {"roadmap": roadmap})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("remarking"),
            *numbers("r", on_row),
            page_buttons(),
            button("remarking-sign", "sign", on_sign, when="signs"),
            go("remarking-give-back", "giveback", Remarking.back, when="signs"),
            leave("button-home"),
            state=Remarking.rows,
            getter=rows_data,
        ),
        Screen(
            Say("remarking-card"),
            SayEach("remarking-said", "said"),
            Say("remarking-ask"),
            typed(on_text, limit=remarks.TEXT_LIMIT),
            go("button-back", "back", Remarking.rows),
            state=Remarking.row,
            getter=row_data,
        ),
        Screen(
            Say("remarking-back-ask"),
            typed(on_back, limit=approving.NOTE_LIMIT),
            go("button-back", "back", Remarking.rows),
            state=Remarking.back,
        ),
        on_start=adopt,
    )
