"""The department follows how schools introduce mentoring, and advises them one by one."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit.actions import action, number
from handlers.kit.calendar import DayCalendar, usual_bounds
from handlers.kit.dates import typed_day
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import labelled, numbers, page_buttons, page_of, turning
from handlers.kit.turning import to_first_page as first_page
from handlers.roadmaps.matrix import my_department
from handlers.roadmaps.states import Monitoring
from mentoring.roadmaps import introduction, recommending
from mentoring.roadmaps.introduction import Mark
from mentoring.roadmaps.recommending import State
from mentoring.roadmaps.wording import LINE_LIMIT, SOURCE_LIMIT, clip

_PAGE = 8
# What is sent back is to be mended within so many days.
_FOLLOW_UP = timedelta(days=7)


def _names(manager: DialogManager, marks: list[Mark]) -> str:
    words = words_of(manager)
    return ", ".join(words.plain(f"introduction-mark-{mark}").casefold() for mark in marks)


async def table_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    page = page_of(dialog_manager)
    found = await introduction.table(
        unit_of(dialog_manager), department_id=my_department(dialog_manager)
    )
    shown = [
        {
            "id": one.id,
            "label": shortened(one.name, WHOLE),
            "name": one.name,
            "there": len(one.marks),
            "all": len(Mark),
            "missing": len(one.gaps),
            "gaps": _names(dialog_manager, one.gaps),
        }
        for one in found[page * _PAGE : (page + 1) * _PAGE]
    ]
    gaps = sum(1 for one in found if one.gaps)
    return {
        "rows": shown,
        "count": len(found),
        "complete": len(found) - gaps,
        "gaps": gaps,
        **turning(page, more=(page + 1) * _PAGE < len(found)),
    }


async def on_nudge_all(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    nudged = await introduction.nudge_all(unit_of(manager), department_id=my_department(manager))
    remark(manager, "roadmap-reminded", **asdict(nudged))


async def on_table(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await introduction.ask_for_table(unit_of(manager), department_id=my_department(manager))
    remark(manager, "roadmap-coming")


def _school(manager: DialogManager) -> int:
    return number(str(manager.dialog_data.get("school", "")))


async def on_school(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["school"] = number(item)
    await manager.switch_to(Monitoring.school)


def mark_rows(manager: DialogManager, one: introduction.School) -> list[dict[str, Any]]:
    words = words_of(manager)
    return [
        {
            "mark": words.plain(f"introduction-mark-{mark}"),
            "there": "yes" if mark in one.marks else "no",
            "said": clip(one.marks.get(mark, ""), LINE_LIMIT),
        }
        for mark in Mark
    ]


async def school_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one = await introduction.school(
        unit_of(dialog_manager), organisation_id=_school(dialog_manager)
    )
    until = dialog_manager.dialog_data.get("text", "")
    return {
        "name": one.name,
        "rows": mark_rows(dialog_manager, one),
        "gaps": bool(one.gaps),
        "text": clip(str(until), SOURCE_LIMIT),
    }


async def on_nudge(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    nudged = await introduction.nudge(unit_of(manager), organisation_id=_school(manager))
    remark(manager, "roadmap-reminded-school", **asdict(nudged))


async def on_text(manager: DialogManager, text: str) -> None:
    manager.dialog_data["text"] = text
    await manager.switch_to(Monitoring.term)


async def on_day(manager: DialogManager, day: date) -> None:
    await recommending.advise(
        unit_of(manager),
        school_id=_school(manager),
        department_id=my_department(manager),
        text=str(manager.dialog_data.get("text", "")),
        due_on=day,
    )
    remark(manager, "advice-made")
    await manager.switch_to(Monitoring.school)


def _from_today(manager: DialogManager) -> tuple[date, date]:
    return unit_of(manager).today(), usual_bounds(manager)[1]


async def on_advices(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    first_page(manager)
    await manager.switch_to(Monitoring.advices)


async def advices_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    page = page_of(dialog_manager)
    found = await recommending.issued(
        unit_of(dialog_manager),
        department_id=my_department(dialog_manager),
        offset=page * _PAGE,
        limit=_PAGE + 1,
    )
    rows = [
        {
            "id": one.id,
            "label": str(page * _PAGE + place),
            "place": page * _PAGE + place,
            "school": one.school,
            "text": clip(one.text, LINE_LIMIT),
            "due": one.due_on,
            "state": str(one.state),
        }
        for place, one in enumerate(found[:_PAGE], 1)
    ]
    return {
        "rows": rows,
        "none": not rows,
        **labelled(rows),
        **turning(page, more=len(found) > _PAGE),
    }


def _advice(manager: DialogManager) -> int:
    return number(str(manager.dialog_data.get("advice", "")))


async def on_advice(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["advice"] = number(item)
    await manager.switch_to(Monitoring.advice)


def advice_fields(one: recommending.Advice) -> dict[str, Any]:
    return {
        "school": one.school,
        "issuer": one.issuer,
        # Both sides read them whole; of an answer added to again and again, what came last.
        "text": one.text,
        "due": one.due_on,
        "state": str(one.state),
        "answer": one.answer[-recommending.TEXT_LIMIT :],
        "file": clip(one.file, LINE_LIMIT),
        "more": one.more,
        "has_answer": bool(one.answer) and one.state is not State.ASKED,
        "has_file": one.has_file,
        "has_more": bool(one.more),
        "answered": one.state is State.ANSWERED,
        "open": one.state is not State.ACCEPTED,
    }


async def advice_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await recommending.one(
        unit_of(dialog_manager), recommendation_id=_advice(dialog_manager)
    )
    return advice_fields(found)


async def on_accept(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await recommending.accept(unit_of(manager), recommendation_id=_advice(manager))
    remark(manager, "advice-accepted")


async def on_document(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await recommending.send_document(unit_of(manager), recommendation_id=_advice(manager))
    remark(manager, "roadmap-coming")


async def on_more(manager: DialogManager, text: str) -> None:
    unit = unit_of(manager)
    await recommending.ask_more(
        unit, recommendation_id=_advice(manager), text=text, due_on=unit.today() + _FOLLOW_UP
    )
    remark(manager, "advice-returned")
    await manager.switch_to(Monitoring.advice)


@action("advice-issued")
async def open_issued(manager: DialogManager, _argument: str) -> None:
    """Under the morning's line: who has answered."""
    await open_dialog(manager, Monitoring.advices)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("introduction"),
            SayEach("introduction-row", "rows"),
            Column(choice("s", "rows", on_school)),
            page_buttons(),
            button("introduction-nudge-all", "nudge", on_nudge_all, when="gaps"),
            button("advice-list-button", "advices", on_advices),
            button("introduction-xlsx", "xlsx", on_table, when="count"),
            leave("button-back"),
            state=Monitoring.table,
            getter=table_data,
        ),
        Screen(
            Say("introduction-school"),
            SayEach("introduction-said", "rows"),
            button("introduction-nudge-button", "nudge", on_nudge, when="gaps"),
            go("advice-new-button", "new", Monitoring.text),
            go("button-back", "back", Monitoring.table),
            state=Monitoring.school,
            getter=school_data,
        ),
        Screen(
            Say("advice-text-ask"),
            typed(on_text, limit=recommending.TEXT_LIMIT),
            go("button-back", "back", Monitoring.school),
            state=Monitoring.text,
            getter=school_data,
        ),
        Screen(
            Say("advice-term-ask"),
            DayCalendar("day", on_day, bounds=_from_today),
            typed_day(on_day, "roadmap-term-unread"),
            go("button-back", "back", Monitoring.text),
            state=Monitoring.term,
            getter=school_data,
        ),
        Screen(
            Say("advice-list"),
            SayEach("advice-row", "rows"),
            Say("advice-none", when="none"),
            *numbers("a", on_advice),
            page_buttons(),
            go("button-back", "back", Monitoring.table),
            state=Monitoring.advices,
            getter=advices_data,
        ),
        Screen(
            Say("advice-card"),
            Say("advice-card-more", when="has_more"),
            Say("advice-card-answer", when="has_answer"),
            Say("advice-card-file", when="has_file"),
            button("advice-accept", "accept", on_accept, when="answered"),
            go("advice-return", "return", Monitoring.more, when="answered"),
            button("advice-file-button", "file", on_document, when="has_file"),
            go("button-back", "back", Monitoring.advices),
            state=Monitoring.advice,
            getter=advice_data,
        ),
        Screen(
            Say("advice-more-ask"),
            typed(on_more, limit=recommending.TEXT_LIMIT),
            go("button-back", "back", Monitoring.advice),
            state=Monitoring.more,
            getter=advice_data,
        ),
    )
