"""The roadmap in force as a whole: by section, as a picture, as files; rolled over to next year."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row

from core.errors import Refusal
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.orders import parse_order
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import (
    labelled,
    numbers,
    page_buttons,
    page_of,
    to_first_page,
    turning,
)
from handlers.roadmaps import former as former_screens
from handlers.roadmaps.place import place_of
from handlers.roadmaps.review import open_review
from handlers.roadmaps.states import Introducing, Looking, Tasks
from handlers.roadmaps.wording import task_row
from mentoring.roadmaps import approving, archiving, former, looking, review, rolling, years
from mentoring.roadmaps.wording import LINE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 8
_MOST_SECTIONS = 20


async def menu_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, place = unit_of(dialog_manager), place_of(dialog_manager)
    live = await review.live(unit, organisation_id=place)
    plan = next((one for one in live if not one.is_draft), None)
    year = await rolling.next_year(unit, roadmap_id=plan.id) if plan else 0
    dialog_manager.dialog_data.update(plan=plan.id if plan else 0, year=year)
    order = await approving.standing(unit, roadmap_id=plan.id) if plan else None
    ordered = order.ordered_on if order else None
    return {
        "number": order.number if order else "",
        "day": ordered or unit.today(),
        "ordered": ordered is not None,
        "former": bool(await former.listed(unit, organisation_id=place)),
        "school": any(
            seat.role == Role.CURATOR and seat.organisation_id == place for seat in unit.actor.seats
        ),
        "unordered": plan is not None and ordered is None,
        "title": clip(plan.title, LINE_LIMIT) if plan else "",
        "own": plan is not None,
        "year": years.written(year),
        "draft": any(one.is_draft for one in live),
    }


def _sending(what: str) -> Any:
    async def on_click(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        unit, place = unit_of(manager), place_of(manager)
        await looking.ask_for(unit, organisation_id=place, what=what)
        remark(manager, "roadmap-coming")

    return on_click


async def on_archive(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await archiving.ask_for(unit_of(manager), organisation_id=place_of(manager))
    remark(manager, "roadmap-archive-coming")


async def on_seen(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Introducing.marks, {"organisation": place_of(manager)})


async def on_roll(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    data = manager.dialog_data
    draft = await rolling.roll_over(
        unit_of(manager),
        roadmap_id=number(str(data.get("plan", ""))),
        school_year=number(str(data.get("year", ""))),
    )
    await manager.done()
    await open_review(manager, draft)


async def on_order(manager: DialogManager, text: str) -> None:
    unit = unit_of(manager)
    order = parse_order(text, today=unit.today(), language=words_of(manager).language)
    if order is None:
        remark(manager, "order-not-understood")
        return
    plan = number(str(manager.dialog_data.get("plan", "")))
    await approving.note_order(unit, roadmap_id=plan, number=order[0], day=order[1])
    remark(manager, "sign-done")
    await manager.switch_to(Looking.menu)


async def sections_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await looking.sections(
        unit_of(dialog_manager), organisation_id=place_of(dialog_manager)
    )
    words = words_of(dialog_manager)
    shown = [
        {
            "id": one.place,
            "label": shortened(one.name or words.plain("roadmap-section-none"), WHOLE),
            "name": clip(one.name, LINE_LIMIT) or words.plain("roadmap-section-none"),
            "total": one.total,
            "closed": one.closed,
            "overdue": one.overdue,
        }
        for one in found[:_MOST_SECTIONS]
    ]
    return {"sections": shown, "none": not shown}


async def on_section(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["section"] = number(item)
    to_first_page(manager)
    await manager.switch_to(Looking.section)


async def section_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words, place = unit_of(dialog_manager), words_of(dialog_manager), place_of(dialog_manager)
    found = await looking.sections(unit, organisation_id=place)
    wanted = number(str(dialog_manager.dialog_data.get("section", "")))
    if wanted >= len(found):
        raise Refusal("roadmap-nothing-to-show")
    name, page = found[wanted].name, page_of(dialog_manager)
    tasks = await looking.tasks_of(
        unit, organisation_id=place, section=name, offset=page * _PAGE, limit=_PAGE + 1
    )
    shown = tasks[:_PAGE]
    numbered = [task.number for task in shown]
    rows = [
        task_row(words, task, unit.today(), repeated=numbered.count(task.number) > 1)
        | {"title": clip(task.title, LINE_LIMIT)}
        for task in shown
    ]
    return {
        "part": clip(name, LINE_LIMIT) or words.plain("roadmap-section-none"),
        "tasks": rows,
        **labelled(rows),
        **turning(page, more=len(tasks) > _PAGE),
    }


async def on_task(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await manager.start(Tasks.card, {"task": number(item), "organisation": place_of(manager)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("roadmap-look"),
            Say("roadmap-look-order", when="ordered"),
            go("roadmap-look-sections", "sections", Looking.sections),
            button("roadmap-look-picture", "picture", _sending("picture")),
            Row(
                button("roadmap-look-paper", "paper", _sending("paper")),
                button("roadmap-look-table", "table", _sending("table")),
            ),
            button("roadmap-look-calendar", "calendar", _sending("calendar")),
            button("roadmap-look-archive", "archive", on_archive),
            go("roadmap-look-roll", "roll", Looking.roll, when="own"),
            go("roadmap-look-order-button", "order", Looking.order, when="unordered"),
            go("roadmap-former-button", "former", Looking.former, when="former"),
            button("introduction-mine-button", "seen", on_seen, when="school"),
            leave("button-back"),
            state=Looking.menu,
            getter=menu_data,
        ),
        Screen(
            Say("roadmap-order-ask"),
            typed(on_order, limit=80),
            go("button-back", "back", Looking.menu),
            state=Looking.order,
        ),
        Screen(
            Say("roadmap-roll"),
            Say("roadmap-roll-draft", when="draft"),
            button("roadmap-roll-button", "yes", on_roll),
            go("button-back", "back", Looking.menu),
            state=Looking.roll,
            getter=menu_data,
        ),
        Screen(
            Say("roadmap-sections"),
            SayEach("roadmap-section", "sections"),
            Say("roadmap-list-empty", when="none"),
            Column(choice("s", "sections", on_section)),
            go("button-back", "back", Looking.menu),
            state=Looking.sections,
            getter=sections_data,
        ),
        Screen(
            Say("roadmap-list"),
            SayEach("roadmap-task", "tasks"),
            *numbers("t", on_task),
            page_buttons(),
            go("button-back", "back", Looking.sections),
            state=Looking.section,
            getter=section_data,
        ),
        *former_screens.screens(),
        on_start=adopt,
    )
