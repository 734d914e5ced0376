"""A list of people: sent or pasted, looked through, saved when the curator says so."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.bank.states import Bank, RosterScreens
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from handlers.roadmaps import files
from mentoring.bank import roster
from mentoring.bank.status import Side
from mentoring.programmes import programmes

# What of a long list is shown before it is saved.
_SHOWN = 8
_ERRORS = 12
_CELL = 40


async def _open_programmes(manager: DialogManager) -> list[programmes.ProgrammeView]:
    found = await programmes.listed(unit_of(manager), organisation_id=my_school(manager))
    return [one for one in found if one.status != programmes.ProgrammeStatus.ENDED]


async def begin(data: Any, manager: DialogManager) -> None:
    """With one programme there is nothing to choose."""
    await adopt(data, manager)
    if "roster" in manager.dialog_data:
        return
    found = await _open_programmes(manager)
    if len(found) == 1:
        manager.dialog_data["programme"] = found[0].id
        await manager.switch_to(RosterScreens.send)


async def programme_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _open_programmes(dialog_manager)
    rows = [{"id": one.id, "label": shortened(one.title, WHOLE)} for one in found]
    return {"programmes": rows, "count": len(rows)}


def _side(manager: DialogManager) -> Side:
    return Side(manager.dialog_data.get("side", Side.MENTEE))


async def send_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"side": str(_side(dialog_manager))}


async def reading_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"name": dialog_manager.dialog_data.get("name", "") or "-"}


async def on_programme(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["programme"] = number(item)
    await manager.switch_to(RosterScreens.send)


async def on_file(manager: DialogManager, message: Message) -> None:
    file_id = await files.keep(manager, message, my_school(manager))
    manager.dialog_data["name"] = await roster.read_file(
        unit_of(manager),
        file_id=file_id,
        programme_id=manager.dialog_data.get("programme", 0),
        side=_side(manager),
    )
    await manager.switch_to(RosterScreens.reading)


async def on_paste(manager: DialogManager, text: str) -> None:
    manager.dialog_data["roster"] = await roster.read_text(
        unit_of(manager),
        programme_id=manager.dialog_data.get("programme", 0),
        side=_side(manager),
        text=text,
    )
    manager.dialog_data["others"] = []
    await manager.switch_to(RosterScreens.preview)


async def _preview(manager: DialogManager) -> roster.Preview:
    return await roster.preview(unit_of(manager), roster_id=manager.dialog_data.get("roster", 0))


def _others(manager: DialogManager) -> list[int]:
    return [int(row) for row in manager.dialog_data.get("others", ())]


async def preview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _preview(dialog_manager)
    columns = [
        words.plain(f"roster-column-{kind}") + (f" «{shortened(heading, 20)}»" if heading else "")
        for kind, heading in found.columns.items()
    ]
    others, open_yet = _others(dialog_manager), found.status == "read"
    fresh = len(found.new) + len(others)
    return {
        "side": str(found.side),
        "new": fresh,
        "updated": found.updated,
        "repeated": found.repeated,
        "count": len(found.alike) - len(others),
        "errors": len(found.errors),
        "columns": ", ".join(columns) or "-",
        "people": [
            {
                "row": one.row,
                "name": shortened(one.name, _CELL),
                "place": one.class_name or shortened(one.post, _CELL) or "-",
            }
            for one in found.new[:_SHOWN]
        ],
        "more": max(0, len(found.new) - _SHOWN),
        "has_more": len(found.new) > _SHOWN,
        "open": open_yet,
        "decided": not open_yet,
        "can_save": open_yet and fresh + found.updated > 0,
        "has_alike": open_yet and bool(found.alike),
        "has_errors": open_yet and bool(found.errors),
    }


async def errors_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _preview(dialog_manager)
    rows = [
        {
            "row": row,
            "why": words.plain(f"roster-error-{code}"),
            "cell": shortened(text, _CELL),
        }
        for row, code, text in found.errors[:_ERRORS]
    ]
    return {"errors": rows, "count": len(found.errors)}


async def alike_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _preview(dialog_manager)
    others = _others(dialog_manager)
    rows = []
    for one in found.alike:
        key = "roster-alike-other" if one.entry.row in others else "roster-alike-same"
        rows.append(
            {
                "id": one.entry.row,
                "label": shortened(words.plain(key, name=one.entry.name), WHOLE),
                "row": one.entry.row,
                "name": shortened(one.entry.name, _CELL),
                "place": one.entry.class_name or "-",
                "known": shortened(one.name, _CELL),
                "known_place": one.class_name or "-",
                "other": "yes" if one.entry.row in others else "no",
            }
        )
    return {"alike": rows, "shown": rows[:_ERRORS], "count": len(rows)}


async def on_alike(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    row, others = number(item), _others(manager)
    if row in others:
        others.remove(row)
    else:
        others.append(row)
    manager.dialog_data["others"] = others


async def on_save(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    done = await roster.save(
        unit_of(manager),
        roster_id=manager.dialog_data.get("roster", 0),
        others=frozenset(_others(manager)),
    )
    remark(manager, "roster-saved" if done else "roster-saving")
    await _to_list(manager)


async def on_drop(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await roster.drop(unit_of(manager), roster_id=manager.dialog_data.get("roster", 0))
    remark(manager, "roster-dropped")
    await _to_list(manager)


async def _to_list(manager: DialogManager) -> None:
    """The bank the list was for, which stands below unless a message has led here."""
    side, data = _side(manager), manager.start_data
    await manager.done()
    if isinstance(data, dict) and "roster" in data:
        await manager.start(Bank.list, {"side": side})


@action("roster")
async def open_preview(manager: DialogManager, argument: str) -> None:
    """Under the message that a list was read."""
    found = await roster.preview(unit_of(manager), roster_id=number(argument))
    data = {"roster": found.id, "side": found.side, "others": []}
    await open_dialog(manager, RosterScreens.preview, data)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("roster-programme"),
            pages(choice("p", "programmes", on_programme), "pp"),
            leave("button-back"),
            state=RosterScreens.programme,
            getter=programme_data,
        ),
        Screen(
            Say("roster-send"),
            files.file_input(on_file),
            typed(on_paste, limit=roster.PASTE_LIMIT),
            leave("button-back"),
            state=RosterScreens.send,
            getter=send_data,
        ),
        Screen(
            Say("roster-reading"),
            leave("button-back"),
            state=RosterScreens.reading,
            getter=reading_data,
        ),
        Screen(
            Say("roster-preview", when="open"),
            SayEach("roster-person", "people", when="open"),
            Say("roster-more", when="has_more"),
            Say("roster-decided", when="decided"),
            button("roster-save", "save", on_save, when="can_save"),
            go("roster-show-alike", "alike", RosterScreens.alike, when="has_alike"),
            go("roster-show-errors", "errors", RosterScreens.errors, when="has_errors"),
            button("roster-drop", "drop", on_drop, when="open"),
            leave("button-back"),
            state=RosterScreens.preview,
            getter=preview_data,
        ),
        Screen(
            Say("roster-errors"),
            SayEach("roster-error", "errors"),
            go("button-back", "back", RosterScreens.preview),
            state=RosterScreens.errors,
            getter=errors_data,
        ),
        Screen(
            Say("roster-alike"),
            SayEach("roster-alike-row", "shown"),
            pages(choice("a", "alike", on_alike), "ap", height=8),
            go("button-back", "back", RosterScreens.preview),
            state=RosterScreens.alike,
            getter=alike_data,
        ),
        on_start=begin,
    )
