"""A file that comes by itself: a new roadmap, or what proves one of its activities."""

from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.errors import Refusal
from handlers.kit.actions import number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave
from handlers.kit.starting import adopt
from handlers.kit.turn import Turn, turn_of, unit_of, words_of
from handlers.kit.turning import (
    labelled,
    numbers,
    page_buttons,
    page_of,
    to_first_page,
    turning,
)
from handlers.roadmaps import files
from handlers.roadmaps.card import prove, say_given
from handlers.roadmaps.place import KEEPERS, my_place
from handlers.roadmaps.states import Stray, Tasks
from handlers.roadmaps.tasks import start_reading
from handlers.roadmaps.wording import task_row
from mentoring.roadmaps import board, closing, review
from mentoring.roadmaps.status import Part
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Role

# Whom a plan may name beside those who keep it.
EXECUTORS = (Role.EXECUTOR, Role.HEAD, Role.COUNCIL, Role.METHODOLOGIST)
_NEAREST = 5
_PAGE = 8


async def from_closer(message: Message, turn: Turn) -> bool:
    """Filter: a file, from somebody who may have rows to close."""
    return _place(turn) != 0 and files.incoming(message) is not None


async def link_from_closer(message: Message, turn: Turn) -> bool:
    """Filter: an address of a page, from somebody who may have rows to close."""
    return _place(turn) != 0 and files.LINK.search(message.text or "") is not None


def _place(turn: Turn) -> int:
    """The organisation whose rows the person closes, that of a kept roadmap first; 0: none."""
    actor = turn.unit.actor
    seat = actor.seat(*KEEPERS) or actor.seat(*EXECUTORS)
    return seat.organisation_id if seat else 0


async def on_stray(message: Message, dialog_manager: DialogManager) -> None:
    """A keeper's document is a plan where nothing is open; else the person says what it is."""
    file, place = files.incoming(message), _place(turn_of(dialog_manager))
    if file is None:
        return
    unit, is_document = unit_of(dialog_manager), file.sent_as == "document"
    if not my_place(dialog_manager):
        await _ask_executor(dialog_manager, message, place)
        return
    live = await review.live(unit, organisation_id=place)
    if all(one.is_draft for one in live) and not await _open_tasks(dialog_manager, 0, 1):
        if not is_document:
            raise Refusal("roadmap-file-nowhere")
        file_id = await files.keep(dialog_manager, message, place)
        name = await start_reading(dialog_manager, file_id)
        await open_dialog(dialog_manager, Tasks.reading, {"name": name})
        return
    await _ask(dialog_manager, message, place)


async def _ask_executor(manager: DialogManager, message: Message, place: int) -> None:
    """An executor's file is for one of their own rows, or for nothing here."""
    if not await board.mine(unit_of(manager), offset=0, limit=1):
        raise SkipHandler
    await _ask(manager, message, place)


async def _ask(manager: DialogManager, message: Message, place: int) -> None:
    file = files.incoming(message)
    if file is None:
        return
    file_id = await files.keep(manager, message, place)
    if _same_album(manager, message):
        manager.dialog_data["files"].append(file_id)
        await manager.show()
        return
    data = {
        "files": [file_id],
        "album": message.media_group_id,
        "name": clip(file.name, LINE_LIMIT),
        "sent_as": file.sent_as,
        "keeps": bool(my_place(manager)),
    }
    await open_dialog(manager, Stray.ask, data)


async def on_link(message: Message, dialog_manager: DialogManager) -> None:
    """An address alone proves a row as a document does, should there be any open one."""
    keeps = bool(my_place(dialog_manager))
    if not await _open_tasks(dialog_manager, 0, 1):
        raise SkipHandler
    note = (message.text or "")[: closing.NOTE_LIMIT]
    words = words_of(dialog_manager)
    found = files.LINK.search(note)
    data: dict[str, Any] = {
        "files": [],
        "note": note,
        "album": None,
        "name": words.plain("roadmap-link", link=clip(found[0] if found else note, LINE_LIMIT)),
        "sent_as": "link",
        "keeps": keeps,
    }
    await open_dialog(dialog_manager, Stray.ask, data)


async def _open_tasks(manager: DialogManager, offset: int, limit: int) -> list[board.Task]:
    """Rows that may be meant: the plan's for whoever keeps it, else one's own."""
    unit, place = unit_of(manager), my_place(manager)
    if not place:
        return await board.mine(unit, offset=offset, limit=limit)
    return await board.tasks(
        unit, organisation_id=place, part=Part.OPEN, offset=offset, limit=limit
    )


def _same_album(manager: DialogManager, message: Message) -> bool:
    """Whether the file belongs to those the question on the screen is about."""
    if message.media_group_id is None or not manager.has_context():
        return False
    here = manager.current_context().state in (Stray.ask, Stray.pick)
    return here and manager.dialog_data.get("album") == message.media_group_id


async def _tasks_data(manager: DialogManager, page: int, size: int) -> dict[str, Any]:
    unit, words = unit_of(manager), words_of(manager)
    tasks = await _open_tasks(manager, page * size, size + 1)
    shown = tasks[:size]
    numbered = [task.number for task in shown]
    rows = [
        task_row(words, task, unit.today(), repeated=numbered.count(task.number) > 1)
        | {"title": clip(task.title, LINE_LIMIT)}
        for task in shown
    ]
    return {
        "tasks": rows,
        **labelled(rows),
        "none": not tasks,
        **turning(page, more=len(tasks) > size),
    }


async def ask_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, words = dialog_manager.dialog_data, words_of(dialog_manager)
    if data["sent_as"] == "link":
        name = data["name"]
    elif not data["name"]:
        name = words.plain(f"roadmap-sent-{data['sent_as']}")
    else:
        name = words.plain("roadmap-file-named", name=data["name"])
    return await _tasks_data(dialog_manager, 0, _NEAREST) | {
        "name": name,
        "count": len(data["files"]) or 1,
        "document": data["sent_as"] == "document" and len(data["files"]) == 1 and data["keeps"],
    }


async def pick_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await _tasks_data(dialog_manager, page_of(dialog_manager), _PAGE)


async def on_task(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    task, data, unit = number(item), manager.dialog_data, unit_of(manager)
    sent = data["files"]
    if len(sent) > 1:
        say_given(manager, await closing.attach(unit, assignment_id=task, file_ids=sent), "file")
    found = await board.card(unit, assignment_id=task)
    await manager.done()
    await manager.start(Tasks.card, {"task": task})
    if len(sent) > 1:
        return
    if sent:
        await prove(manager, found, {"file": sent[0]}, data["name"])
    else:
        await prove(manager, found, {"note": data["note"]}, data["note"])
    # The card was drawn as it began, before the document was there.
    await manager.show()


async def on_pick(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    to_first_page(manager)
    await manager.switch_to(Stray.pick)


async def on_roadmap(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    name = await start_reading(manager, manager.dialog_data["files"][0])
    await manager.done()
    await manager.start(Tasks.reading, {"name": name})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("roadmap-stray"),
            SayEach("roadmap-task", "tasks"),
            *numbers("t", on_task),
            button("roadmap-stray-other", "other", on_pick, when="has_next"),
            button("roadmap-stray-new", "new", on_roadmap, when="document"),
            leave("button-cancel"),
            state=Stray.ask,
            getter=ask_data,
        ),
        Screen(
            Say("roadmap-stray-pick"),
            SayEach("roadmap-task", "tasks"),
            *numbers("t", on_task),
            page_buttons(),
            go("button-back", "back", Stray.ask),
            state=Stray.pick,
            getter=pick_data,
        ),
        on_start=adopt,
    )


def router() -> Router:
    """Behind all dialogs: only files and addresses that no window has taken come here."""
    created = Router(name="stray files")
    created.message.register(on_stray, from_closer)
    created.message.register(on_link, link_from_closer)
    return created
