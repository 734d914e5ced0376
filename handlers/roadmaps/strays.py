"""A file that comes by itself: a new roadmap, or what proves one of its activities."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.errors import Refusal
from handlers.kit.actions import number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave
from handlers.kit.starting import adopt
from handlers.kit.turn import Turn, unit_of, words_of
from handlers.roadmaps import files
from handlers.roadmaps.card import say_given
from handlers.roadmaps.paging import (
    labelled,
    numbers,
    page_buttons,
    page_of,
    to_first_page,
    turning,
)
from handlers.roadmaps.place import KEEPERS, my_place
from handlers.roadmaps.states import Stray, Tasks
from handlers.roadmaps.tasks import start_reading
from handlers.roadmaps.wording import task_row
from mentoring.roadmaps import board, closing, review
from mentoring.roadmaps.status import Part
from mentoring.roadmaps.wording import LINE_LIMIT, clip

_NEAREST = 5
_PAGE = 8


def from_keeper(message: Message, turn: Turn) -> bool:
    """Filter: a file, from somebody who keeps a roadmap."""
    keeps = any(turn.unit.actor.seat(role) for role in KEEPERS)
    return keeps and files.incoming(message) is not None


async def on_stray(message: Message, dialog_manager: DialogManager) -> None:
    """Without a plan in force a document is one; with one, the person says what it is."""
    file, place = files.incoming(message), my_place(dialog_manager)
    if file is None:
        return
    unit, is_document = unit_of(dialog_manager), file.sent_as == "document"
    live = await review.live(unit, organisation_id=place)
    if all(one.is_draft for one in live):
        if not is_document:
            raise Refusal("roadmap-file-nowhere")
        file_id = await files.keep(dialog_manager, message, place)
        name = await start_reading(dialog_manager, file_id)
        await open_dialog(dialog_manager, Tasks.reading, {"name": name})
        return
    file_id = await files.keep(dialog_manager, message, place)
    if _same_album(dialog_manager, message):
        dialog_manager.dialog_data["files"].append(file_id)
        await dialog_manager.show()
        return
    data = {
        "files": [file_id],
        "album": message.media_group_id,
        "name": clip(file.name, LINE_LIMIT),
        "sent_as": file.sent_as,
    }
    await open_dialog(dialog_manager, Stray.ask, data)


def _same_album(manager: DialogManager, message: Message) -> bool:
    """Whether the file belongs to those the question on the screen is about."""
    if message.media_group_id is None or not manager.has_context():
        return False
    here = manager.current_context().state in (Stray.ask, Stray.pick)
    return here and manager.dialog_data.get("album") == message.media_group_id


async def _tasks_data(manager: DialogManager, page: int, size: int) -> dict[str, Any]:
    unit, words = unit_of(manager), words_of(manager)
    tasks = await board.tasks(
        unit,
        organisation_id=my_place(manager),
        part=Part.OPEN,
        offset=page * size,
        limit=size + 1,
    )
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
    name = words.plain(f"roadmap-sent-{data['sent_as']}")
    if data["name"]:
        name = words.plain("roadmap-file-named", name=data["name"])
    return await _tasks_data(dialog_manager, 0, _NEAREST) | {
        "name": name,
        "count": len(data["files"]),
        "document": data["sent_as"] == "document" and len(data["files"]) == 1,
    }


async def pick_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await _tasks_data(dialog_manager, page_of(dialog_manager), _PAGE)


async def on_task(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    task = number(item)
    given = await closing.attach(
        unit_of(manager), assignment_id=task, file_ids=manager.dialog_data["files"]
    )
    say_given(manager, given, "file")
    await manager.done()
    await manager.start(Tasks.card, {"task": task})


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
    """Behind all dialogs: only files that no window has taken come here."""
    created = Router(name="stray files")
    created.message.register(on_stray, from_keeper)
    return created
