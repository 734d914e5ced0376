"""Forms on paper: what is printed for a class, the table that comes back, looked through."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import action, number
from handlers.kit.labels import shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, pages
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from handlers.roadmaps.files import file_input, incoming
from handlers.surveys.states import Putting
from mentoring.roles import Role
from mentoring.surveys import paper, sheets

_CLASSES = 8
# So many errors of a sheet fit one message.
_ERRORS = 15


def _key(manager: DialogManager) -> str:
    return str(manager.dialog_data.get("occasion", ""))


async def sheet_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    view = await sheets.card(
        unit_of(dialog_manager), sheet_id=dialog_manager.dialog_data.get("sheet", 0)
    )
    return {
        "title": view.title,
        "people": view.people,
        "answers": view.answers,
        "unanswered": view.unanswered,
        "count": len(view.errors),
        "errors": [{"what": shortened(one, 180)} for one in view.errors[:_ERRORS]],
        "more": max(0, len(view.errors) - _ERRORS),
        "faulty": bool(view.errors),
        "can_save": view.people > 0 and view.status == sheets.PREVIEW,
    }


def _sheet(role: Role) -> Any:
    async def send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        count = await paper.send_sheet(unit_of(manager), my_school(manager), _key(manager), role)
        remark(manager, "putting-file-comes", count=count)

    return send


async def _classes(manager: DialogManager) -> list[tuple[str, int]]:
    role = Role(manager.dialog_data.get("role", Role.MENTEE))
    return await paper.classes(unit_of(manager), my_school(manager), _key(manager), role)


async def classes_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await _classes(dialog_manager)
    return {
        "classes": [
            {
                "id": place,
                "label": words.plain(
                    "putting-class", named="yes" if name else "no", name=name or "-", count=count
                ),
            }
            for place, (name, count) in enumerate(found)
        ],
        "count": sum(count for _name, count in found),
    }


def _blanks(role: Role) -> Any:
    async def on_blanks(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        """Where there are classes, one of them is printed, or all."""
        manager.dialog_data["role"] = role
        if len(await _classes(manager)) > 1:
            await manager.switch_to(Putting.classes)
        else:
            await _print(manager, None)

    return on_blanks


async def _print(manager: DialogManager, class_name: str | None) -> None:
    role = Role(manager.dialog_data.get("role", Role.MENTEE))
    count = await paper.send_blanks(
        unit_of(manager), my_school(manager), _key(manager), role, class_name
    )
    remark(manager, "putting-file-comes", count=count)


async def on_class(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    found, place = await _classes(manager), number(item)
    if 0 <= place < len(found):
        await _print(manager, found[place][0])


async def on_all(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _print(manager, None)


async def on_table(manager: DialogManager, message: Message) -> None:
    file = incoming(message)
    if file is not None:
        await sheets.receive(unit_of(manager), organisation_id=my_school(manager), file=file)
        remark(manager, "putting-reading")
        await manager.switch_to(Putting.list)


async def on_save(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    saved, kept = await sheets.save(unit_of(manager), sheet_id=manager.dialog_data.get("sheet", 0))
    remark(manager, "sheet-saved", saved=saved, kept=kept)
    await manager.switch_to(Putting.list)


async def on_discard(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await sheets.discard(unit_of(manager), sheet_id=manager.dialog_data.get("sheet", 0))
    remark(manager, "sheet-discarded")
    await manager.switch_to(Putting.list)


@action("sheet")
async def open_sheet(manager: DialogManager, argument: str) -> None:
    """Under the message that a table was read."""
    await open_dialog(manager, Putting.sheet, {"sheet": number(argument)})


def screens() -> list[Screen]:
    return [
        Screen(
            Say("putting-paper-how"),
            button("putting-blanks-mentees", "be", _blanks(Role.MENTEE)),
            button("putting-blanks-mentors", "bm", _blanks(Role.MENTOR)),
            button("putting-sheet-mentees", "se", _sheet(Role.MENTEE)),
            button("putting-sheet-mentors", "sm", _sheet(Role.MENTOR)),
            file_input(on_table),
            go("putting-upload", "upload", Putting.upload),
            go("button-back", "back", Putting.card),
            state=Putting.paper,
        ),
        Screen(
            Say("putting-classes"),
            pages(choice("c", "classes", on_class), "cp", height=_CLASSES),
            button("putting-classes-all", "all", on_all),
            go("button-back", "back", Putting.paper),
            state=Putting.classes,
            getter=classes_data,
        ),
        Screen(
            Say("putting-upload-how"),
            file_input(on_table),
            go("button-back", "back", Putting.list),
            state=Putting.upload,
        ),
        Screen(
            Say("sheet-card"),
            SayEach("sheet-line", "errors"),
            Say("sheet-more", when="more"),
            Say("sheet-mend", when="faulty"),
            button("sheet-save", "save", on_save, when="can_save"),
            button("sheet-discard", "discard", on_discard, when="can_save"),
            go("button-back", "back", Putting.list),
            state=Putting.sheet,
            getter=sheet_data,
        ),
    ]
