"""The stage board: where a programme is, what is missing, who stands behind each line."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit.actions import number
from handlers.kit.dates import parse_day
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps.paging import page_buttons, page_of, to_first_page, turning
from mentoring.programmes import board

_PAGE = 20


class Stages(StatesGroup):
    """One programme's stages."""

    now = State()
    behind = State()
    edit = State()
    stage = State()
    until = State()
    rhythm = State()
    target = State()


def _programme(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("programme", 0))


async def _read(manager: DialogManager) -> board.Board:
    return await board.read(unit_of(manager), programme_id=_programme(manager))


async def now_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _read(dialog_manager)
    plan, today = found.plan, unit_of(dialog_manager).today()
    stages = [
        {
            "n": place + 1,
            "stage": board.title(plan, one, words.language),
            "where": "done" if one.done_on else "now" if place == found.current else "ahead",
            "dated": "yes" if one.done_on or one.until else "no",
            "day": one.done_on or one.until or today,
        }
        for place, one in enumerate(plan.stages)
    ]
    lines = [
        {"id": one.check, "label": words.plain(f"board-{one.check}", count=one.count)}
        for one in found.missing
    ]
    dialog_manager.dialog_data["stage"] = found.current
    return {
        "title": found.title,
        "stages": stages,
        "lines": lines,
        "count": len(lines),
        "over": "yes" if found.current == len(plan.stages) else "no",
        "pairs": found.pairs,
        "target": plan.target_pairs or 0,
        "rhythm": plan.rhythm_days,
        "can_go": found.current < len(plan.stages),
        "can_back": found.current > 0,
    }


async def behind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    check = dialog_manager.dialog_data.get("check", "no-entry")
    found = await board.behind(
        unit_of(dialog_manager), programme_id=_programme(dialog_manager), check=check
    )
    rows = [{"n": place, "name": name} for place, name in enumerate(found, start=1)]
    page = page_of(dialog_manager)
    return {
        "line": words_of(dialog_manager).plain(f"board-{check}", count=len(rows)),
        "shown": rows[page * _PAGE : (page + 1) * _PAGE],
        **turning(page, more=len(rows) > (page + 1) * _PAGE),
    }


async def edit_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language, found = words_of(dialog_manager).language, await _read(dialog_manager)
    rows = [
        {"id": place, "label": shortened(board.title(found.plan, one, language), WHOLE)}
        for place, one in enumerate(found.plan.stages)
    ]
    wanted = min(int(dialog_manager.dialog_data.get("edited", 0)), len(rows) - 1)
    return {
        "stages": rows,
        "stage": board.title(found.plan, found.plan.stages[wanted], language),
        "model": found.plan.model,
        "rhythm": found.plan.rhythm_days,
        "target": found.plan.target_pairs or 0,
    }


async def on_line(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["check"] = item
    to_first_page(manager)
    await manager.switch_to(Stages.behind)


async def _move(manager: DialogManager, *, done: bool) -> None:
    stage = int(manager.dialog_data.get("stage", 0))
    await board.move(
        unit_of(manager),
        programme_id=_programme(manager),
        number=stage if done else stage - 1,
        done=done,
    )


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _move(manager, done=True)


async def on_reopen(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _move(manager, done=False)


async def on_stage(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["edited"] = number(item)
    await manager.switch_to(Stages.stage)


async def _change_stage(manager: DialogManager, **what: Any) -> None:
    edited = int(manager.dialog_data.get("edited", 0))
    programme = _programme(manager)
    await board.change_stage(unit_of(manager), programme_id=programme, number=edited, **what)
    remark(manager, "board-kept")
    await manager.switch_to(Stages.edit)


async def on_title(manager: DialogManager, text: str) -> None:
    await _change_stage(manager, title=" ".join(text.split()))


async def on_until(manager: DialogManager, text: str) -> None:
    today, language = unit_of(manager).today(), words_of(manager).language
    day = parse_day(text, today=today, language=language)
    if day is None:
        remark(manager, "programme-day-unclear")
        return
    await _change_stage(manager, until=day)


async def on_model(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    present = (await _read(manager)).plan.model
    other = board.TEACHERS if present == board.PUPILS else board.PUPILS
    await board.change(unit_of(manager), programme_id=_programme(manager), model=other)
    remark(manager, "board-kept")


def _typed_number(field: str) -> Any:
    async def on_number(manager: DialogManager, text: str) -> None:
        if not (text.isascii() and text.isdigit() and len(text) < 6):
            remark(manager, "care-number")
            return
        programme = _programme(manager)
        what: dict[str, Any] = {field: int(text)}
        await board.change(unit_of(manager), programme_id=programme, **what)
        remark(manager, "board-kept")
        await manager.switch_to(Stages.edit)

    return on_number


def _asking(key: str, state: State, on_text: Any, limit: int) -> Screen:
    return Screen(
        Say(key),
        typed(on_text, limit=limit),
        go("button-back", "back", Stages.edit),
        state=state,
        getter=edit_data,
    )


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
        Screen(
            Say("board-editing"),
            Column(choice("s", "stages", on_stage)),
            go("board-rhythm", "rhythm", Stages.rhythm),
            go("board-target", "target", Stages.target),
            button("board-model", "model", on_model),
            go("button-back", "back", Stages.now),
            state=Stages.edit,
            getter=edit_data,
        ),
        Screen(
            Say("board-stage-how"),
            typed(on_title, limit=board.TITLE_LIMIT),
            go("board-until", "until", Stages.until),
            go("button-back", "back", Stages.edit),
            state=Stages.stage,
            getter=edit_data,
        ),
        _asking("board-until-how", Stages.until, on_until, 30),
        _asking("board-rhythm-how", Stages.rhythm, _typed_number("rhythm_days"), 10),
        _asking("board-target-how", Stages.target, _typed_number("target_pairs"), 10),
        on_start=adopt,
    )
