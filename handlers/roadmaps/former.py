"""Plans of former days, to be looked at and rolled over."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, choice, go
from handlers.kit.turn import unit_of
from handlers.kit.turning import page_buttons, page_of, to_first_page, turning
from handlers.roadmaps.place import place_of
from handlers.roadmaps.states import Looking
from mentoring.roadmaps import former
from mentoring.roadmaps.wording import LINE_LIMIT, clip

_PAGE = 8
_MOST = 10


async def plans_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await former.listed(unit_of(dialog_manager), organisation_id=place_of(dialog_manager))
    rows = [
        {
            "id": one.id,
            "label": f"{place}. {shortened(one.title, WHOLE)}",
            "place": place,
            "title": clip(one.title, LINE_LIMIT),
            "since": one.since,
            "closed": one.closed,
            "total": one.total,
        }
        for place, one in enumerate(found[:_MOST], 1)
    ]
    return {"plans": rows, "none": not rows}


async def on_plan(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["former"] = number(item)
    to_first_page(manager)
    await manager.switch_to(Looking.former_rows)


async def rows_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    page, unit = page_of(dialog_manager), unit_of(dialog_manager)
    found = await former.rows(
        unit,
        roadmap_id=number(str(dialog_manager.dialog_data.get("former", ""))),
        offset=page * _PAGE,
        limit=_PAGE + 1,
    )
    return {
        "rows": [
            {
                "number": row.number,
                "title": clip(row.title, LINE_LIMIT),
                "due": row.due_on or unit.today(),
                "has_due": "yes" if row.due_on else "no",
                "closed": row.closed,
                "total": row.total,
                "documents": row.documents,
            }
            for row in found[:_PAGE]
        ],
        **turning(page, more=len(found) > _PAGE),
    }


def screens() -> list[Screen]:
    """The list, and the rows of one."""
    return [
        Screen(
            Say("roadmap-former"),
            SayEach("roadmap-former-plan", "plans"),
            Say("roadmap-former-none", when="none"),
            Column(choice("f", "plans", on_plan)),
            go("button-back", "back", Looking.menu),
            state=Looking.former,
            getter=plans_data,
        ),
        Screen(
            Say("roadmap-former"),
            SayEach("roadmap-former-row", "rows"),
            page_buttons(),
            go("button-back", "back", Looking.former),
            state=Looking.former_rows,
            getter=rows_data,
        ),
    ]
