"""A draft is looked through as a whole; its confirmation is in `confirming`."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of
from handlers.roadmaps import confirming, rows
from handlers.roadmaps.place import draft_of
from handlers.roadmaps.states import Agreeing, Review, Tasks
from mentoring.roadmaps import approving, remarks, review, years
from mentoring.roadmaps.wording import HEAD_LIMIT, LINE_LIMIT, clip

_YEAR_INPUT_LIMIT = 40
# Sections that a screen names; the rest is counted.
_MOST_SECTIONS = 20


async def open_review(manager: DialogManager, roadmap_id: int, *, anew: bool = False) -> None:
    """Begin with the school year where it is not known; `anew` in a new message below."""
    draft = await review.overview(unit_of(manager), roadmap_id=roadmap_id)
    state = Review.year if draft.needs_year else Review.overview
    if anew:
        await open_dialog(manager, state, {"roadmap": roadmap_id})
    else:
        await manager.start(state, {"roadmap": roadmap_id})


async def overview_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    draft = await review.overview(unit_of(dialog_manager), roadmap_id=draft_of(dialog_manager))
    named = [section for section in draft.sections if section.name]
    unit, roadmap = unit_of(dialog_manager), draft_of(dialog_manager)
    lies = (await approving.standing(unit, roadmap_id=roadmap)).with_head
    return {
        "lies": lies,
        "ours": not lies,
        "remarks": len(await remarks.unanswered(unit, roadmap_id=roadmap)),
        "title": clip(draft.title, HEAD_LIMIT),
        "activities": draft.activities,
        "questions": draft.questions,
        "asks": draft.questions > 0,
        "sections": [
            {
                "name": clip(section.name, LINE_LIMIT),
                "activities": section.activities,
                "questions": section.questions,
            }
            for section in named[:_MOST_SECTIONS]
        ],
        "more": len(named) - _MOST_SECTIONS,
        "has_more": len(named) > _MOST_SECTIONS,
        "year": years.written(draft.school_year) if draft.school_year else "",
        "has_year": draft.school_year is not None and draft.has_document,
    }


async def year_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    draft = await review.overview(unit, roadmap_id=draft_of(dialog_manager))
    year = draft.school_year or years.school_year_of(unit.today())
    return {
        "title": clip(draft.title, HEAD_LIMIT),
        "changing": "no" if draft.needs_year else "yes",
        "years": [{"id": each, "label": years.written(each)} for each in (year, year + 1)],
        "known": not draft.needs_year,
    }


async def _set_year(manager: DialogManager, roadmap_id: int, year: int) -> None:
    await review.set_year(unit_of(manager), roadmap_id=roadmap_id, school_year=year)


async def on_year(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _read_anew(manager, number(item))


async def on_typed_year(manager: DialogManager, text: str) -> None:
    year = years.typed(text)
    if year is None:
        remark(manager, "roadmap-year-unread")
    else:
        await _read_anew(manager, year)


async def _read_anew(manager: DialogManager, year: int) -> None:
    await _set_year(manager, draft_of(manager), year)
    await manager.done()
    await manager.start(Tasks.reading, {"year": years.written(year)})


async def on_agreeing(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Agreeing.home, {"roadmap": draft_of(manager)})


@action("roadmap-review")
async def open_draft(manager: DialogManager, argument: str) -> None:
    """Under the message that a document was read: what was understood."""
    await open_review(manager, number(argument), anew=True)


@action("roadmap-year")
async def answer_year(manager: DialogManager, argument: str) -> None:
    """Under the same message: which school year the document is for."""
    roadmap_id, _, year = argument.partition("-")
    if years.typed(year) is None:
        await open_review(manager, number(roadmap_id), anew=True)
        return
    await _set_year(manager, number(roadmap_id), number(year))
    await open_dialog(manager, Tasks.reading, {"year": years.written(number(year))})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("roadmap-draft"),
            SayEach("roadmap-draft-section", "sections"),
            Say("roadmap-draft-more", when="has_more"),
            Say("roadmap-draft-lies", when="lies"),
            Say("roadmap-draft-next", when="ours"),
            button("roadmap-ask", "ask", rows.on_ask, when="asks"),
            button("roadmap-rows-button", "rows", rows.on_rows),
            go("roadmap-year-button", "year", Review.year, when="has_year"),
            button("agreeing-button", "agreeing", on_agreeing),
            go("roadmap-confirm-button", "confirm", Review.confirm, when="ours"),
            leave("roadmap-later"),
            state=Review.overview,
            getter=overview_data,
        ),
        Screen(
            Say("roadmap-year-ask"),
            Group(choice("y", "years", on_year), width=2),
            typed(on_typed_year, limit=_YEAR_INPUT_LIMIT),
            go("button-back", "back", Review.overview, when="known"),
            leave("roadmap-later"),
            state=Review.year,
            getter=year_data,
        ),
        *confirming.screens(),
        *rows.screens(),
        on_start=adopt,
    )
