"""The rows of a draft: the list, and the card on which a doubt is settled by one answer."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row

from core.translator import Markup
from handlers.kit.actions import number
from handlers.kit.calendar import DayCalendar
from handlers.kit.screens import Say, Screen, button, choice, go, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import (
    labelled,
    numbers,
    page_buttons,
    page_of,
    to_first_page,
    turning,
)
from handlers.roadmaps import editing
from handlers.roadmaps.place import draft_of, row_of
from handlers.roadmaps.states import Review
from handlers.roadmaps.wording import deadline_words, doubt_words
from mentoring.roadmaps import editing as changes
from mentoring.roadmaps import review
from mentoring.roadmaps.deadlines import Deadline, Warn
from mentoring.roadmaps.wording import (
    HEAD_LIMIT,
    LINE_LIMIT,
    RESULT_LIMIT,
    SOURCE_LIMIT,
    TITLE_LIMIT,
    clip,
)

_PAGE = 5


async def rows_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    page = page_of(dialog_manager)
    found, total = await review.rows(
        unit_of(dialog_manager),
        roadmap_id=draft_of(dialog_manager),
        offset=page * _PAGE,
        limit=_PAGE,
    )
    return {
        "page": page + 1,
        "pages": max(1, -(-total // _PAGE)),
        "list": Markup("\n\n".join(_described(dialog_manager, row) for row in found)),
        **labelled([{"id": row.id, "label": row.number} for row in found]),
        **turning(page, more=(page + 1) * _PAGE < total),
    }


def _described(manager: DialogManager, row: review.Row) -> str:
    """A row of the list, as HTML: what is asked, by when, of whom, and what is to come of it."""
    words = words_of(manager)
    head = words("roadmap-row", number=row.number, title=clip(row.title, HEAD_LIMIT))
    if row.removed:
        return f"{head}\n{words('roadmap-row-removed')}"
    lines = [head, words("roadmap-row-deadline", deadline=deadline_words(words, row.deadline))]
    if row.responsible:
        people = clip(", ".join(row.responsible), LINE_LIMIT)
        lines.append(words("roadmap-row-people", people=people))
    if row.result:
        lines.append(words("roadmap-row-result", result=clip(row.result, LINE_LIMIT)))
    if row.asks:
        doubt = doubt_words(words, row.deadline.warnings)
        lines.append(words("roadmap-row-asks", doubt=doubt))
    elif Warn.DAY_OFF in row.deadline.warnings:
        # No question, but a day somebody may want to change.
        lines.append(words("roadmap-row-note", doubt=doubt_words(words, (Warn.DAY_OFF,))))
    return "\n".join(lines)


async def row_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    row, left = await review.row(unit_of(dialog_manager), activity_id=row_of(dialog_manager))
    answers = row.answers
    doubt = doubt_words(words, row.deadline.warnings)
    return {
        "number": row.number,
        "title": clip(row.title, TITLE_LIMIT),
        "source": clip(row.source, SOURCE_LIMIT),
        "deadline": deadline_words(words, row.deadline),
        "doubt": doubt,
        "people": clip(", ".join(row.responsible), SOURCE_LIMIT),
        "result": clip(row.result, RESULT_LIMIT),
        "left": left,
        "asks": row.asks,
        "has_source": bool(row.source),
        "has_doubt": bool(doubt) and not row.removed,
        "has_people": "yes" if row.responsible else "no",
        "has_result": bool(row.result),
        "result_known": "yes" if row.result else "no",
        "right": "read" in answers,
        "answers": [
            {"id": name, "label": deadline_words(words, deadline)}
            for name, deadline in answers.items()
            if name != "read"
        ],
        "kept": not row.removed,
        "removed": row.removed,
        "sure": not row.asks and not row.removed,
        "others": row.asks and left > 1,
    }


async def on_rows(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    to_first_page(manager)
    await manager.switch_to(Review.rows)


async def on_ask(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.update(row=0, asking=True)
    await _next_question(manager)


async def on_row(_callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data.update(row=number(item), asking=False)
    await manager.switch_to(Review.row)


async def _next_question(manager: DialogManager) -> None:
    """The next doubtful row; with none left, back to the whole."""
    found = await review.next_question(
        unit_of(manager), roadmap_id=draft_of(manager), after=row_of(manager)
    )
    if found is None:
        await manager.switch_to(Review.overview)
        return
    manager.dialog_data["row"] = found
    await manager.switch_to(Review.row)


async def _settled(manager: DialogManager, deadline: Deadline) -> None:
    words = words_of(manager)
    remark(manager, "roadmap-settled", deadline=deadline_words(words, deadline))
    if manager.dialog_data.get("asking"):
        await _next_question(manager)
    else:
        await manager.switch_to(Review.row)


async def _answer(manager: DialogManager, answer: str) -> None:
    unit, row = unit_of(manager), row_of(manager)
    await _settled(manager, await review.settle(unit, activity_id=row, answer=answer))


async def on_answer(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _answer(manager, item)


def _answering(answer: str) -> Any:
    async def on_click(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await _answer(manager, answer)

    return on_click


async def on_day(manager: DialogManager, day: date) -> None:
    unit, row = unit_of(manager), row_of(manager)
    await _settled(manager, await review.settle_day(unit, activity_id=row, day=day))


async def on_deadline(manager: DialogManager, text: str) -> None:
    unit, row = unit_of(manager), row_of(manager)
    await _settled(manager, await review.settle_typed(unit, activity_id=row, text=text))


def _removing(removed: bool) -> Any:
    async def on_click(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        unit, row = unit_of(manager), row_of(manager)
        await changes.remove(unit, activity_id=row, removed=removed)

    return on_click


async def on_skip(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["asking"] = True
    await _next_question(manager)


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    if manager.dialog_data.get("visiting"):
        # Somebody looked at this one row from elsewhere.
        await manager.done()
        return
    asking = manager.dialog_data.get("asking")
    await manager.switch_to(Review.overview if asking else Review.rows)


def screens() -> list[Screen]:
    """The list of rows, a row's card, the calendar, and the windows that correct the rest."""
    return [
        Screen(
            Say("roadmap-rows"),
            *numbers("r", on_row),
            page_buttons(),
            button("roadmap-add-button", "add", editing.on_add),
            go("roadmap-to-draft", "back", Review.overview),
            state=Review.rows,
            getter=rows_data,
        ),
        Screen(
            Say("roadmap-question", when="asks"),
            Say("roadmap-row-card"),
            Say("roadmap-card-source", when="has_source"),
            Say("roadmap-row-read", when="kept"),
            Say("roadmap-row-doubt", when="has_doubt"),
            Say("roadmap-card-people", when="people"),
            Say("roadmap-card-result", when="has_result"),
            Say("roadmap-row-removed", when="removed"),
            Say("roadmap-row-choose", when="asks"),
            Say("roadmap-row-hint", when="sure"),
            button("roadmap-answer-right", "right", _answering("read"), when="right"),
            Column(choice("a", "answers", on_answer)),
            Row(
                button("roadmap-answer-none", "none", _answering("none")),
                button("roadmap-answer-year", "year", _answering("all_year")),
                when="kept",
            ),
            Row(
                go("roadmap-day-button", "day", Review.day),
                go("roadmap-edit-button", "edit", Review.edit),
                when="kept",
            ),
            button("roadmap-remove", "remove", _removing(True), when="kept"),
            button("roadmap-restore", "restore", _removing(False), when="removed"),
            button("roadmap-skip", "skip", on_skip, when="others"),
            button("button-back", "back", on_back),
            typed(on_deadline, limit=review.DEADLINE_INPUT_LIMIT),
            state=Review.row,
            getter=row_data,
        ),
        Screen(
            Say("roadmap-day-ask"),
            Say("roadmap-card-source", when="has_source"),
            DayCalendar("day", on_day),
            typed(on_deadline, limit=review.DEADLINE_INPUT_LIMIT),
            go("button-back", "back", Review.row),
            state=Review.day,
            getter=row_data,
        ),
        *editing.screens(row_data),
    ]
