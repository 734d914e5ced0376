"""What is rarely changed on a meeting's card: its kind, its notes, who was not there."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, pages, typed
from handlers.kit.turn import words_of
from handlers.meetings.card import filled, settle
from handlers.meetings.states import Record
from mentoring.meetings import meetings
from mentoring.meetings.cycle import KINDS

# The three texts of a record: whose they are is said before one is typed.
_TEXTS = ("note", "shared_note", "agreed")


async def more_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    rows = [{"id": name, "label": words.plain(f"meeting-text-{name}")} for name in _TEXTS]
    return filled(dialog_manager) | {"texts": rows}


async def text_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    name = dialog_manager.dialog_data.get("text", _TEXTS[0])
    written = dialog_manager.dialog_data[name]
    return {"what": name, "written": written, "is_written": bool(written)}


async def kind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    rows = [
        {"id": kind, "label": words.plain(f"meeting-kind-{kind}").capitalize()} for kind in KINDS
    ]
    return {"kinds": rows}


async def roll_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, words = dialog_manager.dialog_data, words_of(dialog_manager)
    rows = [
        {
            "id": person,
            "label": words.plain(
                "meeting-roll-name",
                name=shortened(name, WHOLE - 4),
                here="no" if int(person) in data["absent"] else "yes",
            ),
        }
        for person, name in data["group"].items()
    ]
    here = len(rows) - len(data["absent"])
    return {"people": rows, "here": here, "count": len(rows)}


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in KINDS:
        data = manager.dialog_data
        data["kind"] = data["told"]["kind"] = item
        data.update(beyond=0, another=False)
        settle(manager, "kind")
    await manager.switch_to(Record.card)


async def on_which_text(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in _TEXTS:
        manager.dialog_data["text"] = item
        await manager.switch_to(Record.text)


async def on_text(manager: DialogManager, text: str) -> None:
    manager.dialog_data[manager.dialog_data.get("text", _TEXTS[0])] = text
    await manager.switch_to(Record.card)


async def on_clear(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data[manager.dialog_data.get("text", _TEXTS[0])] = ""
    await manager.switch_to(Record.card)


async def on_person(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    data, person = manager.dialog_data, number(item)
    if str(person) not in data["group"]:
        return
    absent = set(data["absent"]) ^ {person}
    data["absent"] = sorted(absent)


def screens() -> list[Screen]:
    return [
        Screen(
            Say("meeting-more-text"),
            Column(choice("x", "texts", on_which_text)),
            go("meeting-other-kind", "kind", Record.kind),
            go("button-back", "back", Record.card),
            state=Record.more,
            getter=more_data,
        ),
        Screen(
            Say("meeting-kind"),
            Column(choice("k", "kinds", on_kind)),
            go("button-back", "back", Record.card),
            state=Record.kind,
            getter=kind_data,
        ),
        Screen(
            Say("meeting-text"),
            Say("meeting-text-written", when="is_written"),
            button("meeting-text-clear", "clear", on_clear, when="is_written"),
            go("button-back", "back", Record.card),
            typed(on_text, limit=meetings.NOTE_LIMIT),
            state=Record.text,
            getter=text_data,
        ),
        Screen(
            Say("meeting-roll-call"),
            pages(choice("r", "people", on_person), "rp"),
            go("button-done", "back", Record.card),
            state=Record.roll,
            getter=roll_data,
        ),
    ]
