"""The roadmap in force: how it stands, its lists, and the way to a new one."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import unit_of, words_of
from handlers.kit.turning import (
    numbers,
    page_buttons,
    page_of,
    to_first_page,
    turning,
)
from handlers.roadmaps import asking, card, files, lists, starting
from handlers.roadmaps.place import keeps, place_of
from handlers.roadmaps.review import open_review
from handlers.roadmaps.states import Executors, Looking, Tasks
from mentoring.roadmaps import board, naming, receiving, review, twins
from mentoring.roadmaps.status import Part
from mentoring.roadmaps.wording import HEAD_LIMIT, LINE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 8
# As much as one message holds.
_TEXT_LIMIT = 4096
# The lists offered on the first screen when they are not empty; all of them always is.
_OFFERED = (Part.OVERDUE, Part.WEEK, Part.MONTH, Part.UNDATED, Part.CLOSED, Part.GIVEN)


async def home_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words, place = unit_of(dialog_manager), words_of(dialog_manager), place_of(dialog_manager)
    live = await review.live(unit, organisation_id=place)
    draft = next((one for one in live if one.is_draft), None)
    plan = next((one for one in live if not one.is_draft), None)
    counts = await board.counts(unit, organisation_id=place)
    # A school without a plan of its own may have what its department asks of it.
    any_rows = plan is not None or counts[Part.ALL] > 0
    offered = [part for part in _OFFERED if counts[part]] + ([Part.ALL] if any_rows else [])
    own = counts[Part.ALL] - counts[Part.GIVEN]
    if plan is None and Part.GIVEN in offered:
        # There is nothing else to tell them from.
        offered.remove(Part.GIVEN)
    return {
        "title": clip(plan.title, HEAD_LIMIT) if plan else words.plain("roadmap-home-given"),
        "in_force": plan is not None,
        "any_rows": any_rows,
        "none_at_all": not any_rows and draft is None,
        "total": counts[Part.ALL],
        "closed": counts[Part.CLOSED],
        "repeats": "yes" if plan and own > plan.activities else "no",
        "overdue": counts[Part.OVERDUE],
        "unnamed": await naming.waiting(unit, organisation_id=place) if plan else 0,
        "twins": len(await twins.offers(unit, organisation_id=place)) if plan else 0,
        "draft": draft is not None,
        "fresh": plan is None and draft is None,
        "draft_title": clip(draft.title, LINE_LIMIT) if draft else "",
        "activities": draft.activities if draft else 0,
        "questions": draft.questions if draft else 0,
        "parts": [
            {"id": part, "label": words.plain(f"roadmap-part-{part}", count=counts[part])}
            for part in offered
        ],
    }


async def on_part(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in (*_OFFERED, Part.ALL):
        manager.dialog_data["part"] = item
    to_first_page(manager)
    await manager.switch_to(Tasks.list)


async def on_draft(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    live = await review.live(unit_of(manager), organisation_id=place_of(manager))
    draft = next((one for one in live if one.is_draft), None)
    if draft is not None:
        await manager.done()
        await open_review(manager, draft.id)


async def on_executors(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Executors.list, {"organisation": place_of(manager)})


async def on_look(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Looking.menu, {"organisation": place_of(manager)})


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    part = Part(dialog_manager.dialog_data.get("part", Part.NEAR))
    page = page_of(dialog_manager)
    tasks = await board.tasks(
        unit,
        organisation_id=place_of(dialog_manager),
        part=part,
        offset=page * _PAGE,
        limit=_PAGE + 1,
    )
    return {
        "part": words.plain(f"roadmap-list-{part}"),
        **lists.rows_of(dialog_manager, tasks[:_PAGE]),
        "keeps": keeps(dialog_manager),
        **turning(page, more=len(tasks) > _PAGE),
    }


async def on_task(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["task"] = number(item)
    await manager.switch_to(Tasks.card)


async def reading_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    return {
        "name": data.get("name", ""),
        "year": data.get("year", ""),
    }


async def start_reading(manager: DialogManager, file_id: int) -> str:
    """Have a kept file read. Returns its name, for the screen that says so."""
    name = await receiving.read_as_roadmap(unit_of(manager), file_id=file_id)
    return clip(name, LINE_LIMIT)


async def on_roadmap_file(manager: DialogManager, message: Message) -> None:
    file_id = await files.keep(manager, message, place_of(manager))
    manager.dialog_data["name"] = await start_reading(manager, file_id)
    await manager.switch_to(Tasks.reading)


async def on_roadmap_text(manager: DialogManager, text: str) -> None:
    """A plan pasted or forwarded as a message."""
    await receiving.read_text(unit_of(manager), organisation_id=place_of(manager), text=text)
    await manager.switch_to(Tasks.reading)


@action("roadmap-list")
async def open_list(manager: DialogManager, argument: str) -> None:
    """Under the morning's alerts: what is pressing in that school."""
    await open_dialog(manager, Tasks.list, {"organisation": number(argument), "part": Part.NEAR})


@action("roadmap-task")
async def open_task(manager: DialogManager, argument: str) -> None:
    """Under a message about one activity: its card."""
    task = number(argument)
    found = await board.card(unit_of(manager), assignment_id=task)
    await open_dialog(manager, Tasks.card, {"task": task, "organisation": found.organisation_id})


def dialog() -> Dialog:
    menu.entry(
        "roadmap", "menu-roadmap", Tasks.home, Role.CURATOR, Role.DEPARTMENT, command="roadmap"
    )
    return Dialog(
        Screen(
            Say("roadmap-home"),
            Say("roadmap-home-plan", when="any_rows"),
            Say("roadmap-home-none", when="none_at_all"),
            Say("roadmap-home-draft", when="draft"),
            Column(choice("part", "parts", on_part)),
            button("roadmap-go-on", "draft", on_draft, when="draft"),
            button("roadmap-executors-button", "executors", on_executors, when="in_force"),
            go("roadmap-twins-button", "twins", Tasks.twins, when="twins"),
            button("roadmap-look-button", "look", on_look, when="any_rows"),
            go("roadmap-new", "new", Tasks.upload),
            go("roadmap-start-button", "start", Tasks.start, when="fresh"),
            leave("button-home"),
            state=Tasks.home,
            getter=home_data,
        ),
        Screen(
            Say("roadmap-upload"),
            files.file_input(on_roadmap_file),
            typed(on_roadmap_text, limit=_TEXT_LIMIT),
            go("roadmap-start-button", "start", Tasks.start),
            go("button-back", "back", Tasks.home),
            state=Tasks.upload,
        ),
        Screen(
            Say("roadmap-reading-file", when="name"),
            Say("roadmap-reading-year", when="year"),
            Say("roadmap-reading"),
            leave("button-home"),
            state=Tasks.reading,
            getter=reading_data,
        ),
        Screen(
            Say("roadmap-list"),
            SayEach("roadmap-task", "tasks"),
            Say("roadmap-list-empty", when="empty"),
            *numbers("t", on_task),
            page_buttons(),
            go("roadmap-to-home", "back", Tasks.home, when="keeps"),
            leave("button-home"),
            state=Tasks.list,
            getter=list_data,
        ),
        *starting.screens(),
        *card.screens(),
        *asking.screens(),
        *lists.screens(on_task),
        on_start=adopt,
    )
