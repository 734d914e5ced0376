"""The stage board: where a programme is, what is missing, who stands behind each line."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from core.translator import Words
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave
from handlers.kit.starting import adopt
from handlers.kit.turn import unit_of, words_of
from handlers.kit.turning import page_buttons, page_of, to_first_page, turning
from handlers.programmes import stages as editing
from handlers.programmes.states import Stages
from mentoring.programmes import board, stages

_PAGE = 20


def _programme(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("programme", 0))


async def _read(manager: DialogManager) -> board.Board:
    return await board.read(unit_of(manager), programme_id=_programme(manager))


def _line(words: Words, check: str, count: int) -> str:
    return words.plain("board-line", what=words.plain(f"board-{check}"), count=count)


async def now_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _read(dialog_manager)
    plan, today = found.plan, unit_of(dialog_manager).today()
    rows = [
        {
            "n": place + 1,
            "stage": stages.title(plan, one, words.language),
            "where": "done" if one.done_on else "now" if place == found.current else "ahead",
            "dated": "yes" if one.done_on or one.until else "no",
            "day": one.done_on or one.until or today,
        }
        for place, one in enumerate(plan.stages)
    ]
    lines = [
        {"id": one.check, "label": _line(words, one.check, one.count)} for one in found.missing
    ]
    keys, last = [one.key for one in plan.stages], found.last_done
    dialog_manager.dialog_data["stage"] = keys[found.current] if found.current < len(keys) else ""
    dialog_manager.dialog_data["reopened"] = "" if last is None else keys[last]
    return {
        "title": found.title,
        "stages": rows,
        "lines": lines,
        "count": len(lines),
        "over": "yes" if found.current == len(plan.stages) else "no",
        "pairs": found.pairs,
        "target": plan.target_pairs or 0,
        "rhythm": plan.rhythm_days,
        "can_go": found.current < len(plan.stages),
        "can_back": last is not None,
    }


async def behind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    check = dialog_manager.dialog_data.get("check", "no-entry")
    found = await board.behind(
        unit_of(dialog_manager), programme_id=_programme(dialog_manager), check=check
    )
    rows = [{"n": place, "name": name} for place, name in enumerate(found, start=1)]
    page = page_of(dialog_manager)
    return {
        "line": _line(words_of(dialog_manager), check, len(rows)),
        "shown": rows[page * _PAGE : (page + 1) * _PAGE],
        **turning(page, more=len(rows) > (page + 1) * _PAGE),
    }


async def on_line(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["check"] = item
    to_first_page(manager)
    await manager.switch_to(Stages.behind)


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _move(manager, "stage", done=True)


async def on_reopen(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _move(manager, "reopened", done=False)


async def _move(manager: DialogManager, which: str, *, done: bool) -> None:
    """The stage is the one the screen showed, kept while it was rendered."""
    stage = str(manager.dialog_data.get(which, ""))
    await board.move(unit_of(manager), programme_id=_programme(manager), stage=stage, done=done)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("board-title"),
            SayEach("board-stage", "stages"),
            Say("board-missing"),
            Column(choice("l", "lines", on_line)),
            button("board-done", "done", on_done, when="can_go"),
            button("board-reopen", "reopen", on_reopen, when="can_back"),
            go("board-edit", "edit", Stages.edit),
            leave("button-back"),
            state=Stages.now,
            getter=now_data,
        ),
        Screen(
            Say("board-behind"),
            SayEach("board-name", "shown"),
            page_buttons(),
            go("button-back", "back", Stages.now),
            state=Stages.behind,
            getter=behind_data,
        ),
        *editing.screens(),
        on_start=adopt,
    )
