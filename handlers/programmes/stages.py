"""The stages of a programme as its curator wants them: named, dated, added, moved, taken away."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row

from handlers.kit.dates import parse_day
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.programmes.states import Stages
from mentoring.programmes import stages


def _programme(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("programme", 0))


def _here(manager: DialogManager) -> dict[str, Any]:
    """Programme and stage, as the use cases take them."""
    return {
        "programme_id": _programme(manager),
        "stage": str(manager.dialog_data.get("edited", "")),
    }


async def _read(manager: DialogManager) -> stages.Plan:
    return await stages.read(unit_of(manager), programme_id=_programme(manager))


async def edit_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language, plan = words_of(dialog_manager).language, await _read(dialog_manager)
    rows = [
        {"id": one.key, "label": shortened(stages.title(plan, one, language), WHOLE)}
        for one in plan.stages
    ]
    return {
        "stages": rows,
        "model": plan.model,
        "rhythm": plan.rhythm_days,
        "target": plan.target_pairs or 0,
    }


async def stage_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, plan = words_of(dialog_manager), await _read(dialog_manager)
    edited = dialog_manager.dialog_data.get("edited")
    places = [place for place, one in enumerate(plan.stages) if one.key == edited]
    # A colleague has just removed it: the first one stands in, and presses are refused.
    place = places[0] if places else 0
    stage = plan.stages[place]
    return {
        "n": place + 1,
        "of": len(plan.stages),
        "stage": stages.title(plan, stage, words.language),
        "checks": [
            {
                "id": check,
                "label": words.plain(
                    "board-check-mark",
                    what=words.plain(f"board-{check}"),
                    on="yes" if check in stage.checks else "no",
                ),
            }
            for check in stages.every_check()
        ],
        "wanted": len(stage.checks),
        "can_up": place > 0,
        "can_down": place < len(plan.stages) - 1,
        "can_remove": len(plan.stages) > 1,
    }


async def on_stage(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["edited"] = item
    await manager.switch_to(Stages.stage)


async def _change_stage(manager: DialogManager, **what: Any) -> None:
    await stages.change_stage(unit_of(manager), **_here(manager), **what)
    remark(manager, "board-kept")
    await manager.switch_to(Stages.stage)


async def on_title(manager: DialogManager, text: str) -> None:
    await _change_stage(manager, title=" ".join(text.split()))


async def on_until(manager: DialogManager, text: str) -> None:
    today, language = unit_of(manager).today(), words_of(manager).language
    day = parse_day(text, today=today, language=language)
    if day is None:
        remark(manager, "programme-day-unclear")
        return
    await _change_stage(manager, until=day)


async def on_check(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    here = _here(manager)
    wanted = item not in (await _read(manager)).stage_of(here["stage"]).checks
    await stages.check_stage(unit_of(manager), **here, check=item, wanted=wanted)


def _shifting(*, earlier: bool) -> Any:
    async def on_shift(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await stages.shift_stage(unit_of(manager), **_here(manager), earlier=earlier)

    return on_shift


async def on_new(manager: DialogManager, text: str) -> None:
    here = _here(manager)
    key = await stages.add_stage(
        unit_of(manager),
        programme_id=here["programme_id"],
        after=here["stage"],
        title=" ".join(text.split()),
    )
    manager.dialog_data["edited"] = key
    remark(manager, "board-kept")
    await manager.switch_to(Stages.stage)


async def on_remove(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await stages.remove_stage(unit_of(manager), **_here(manager))
    remark(manager, "board-kept")
    await manager.switch_to(Stages.edit)


async def on_model(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    present = (await _read(manager)).model
    other = stages.TEACHERS if present == stages.PUPILS else stages.PUPILS
    await stages.change(unit_of(manager), programme_id=_programme(manager), model=other)
    remark(manager, "board-kept")
    await manager.switch_to(Stages.edit)


def _typed_number(field: str) -> Any:
    async def on_number(manager: DialogManager, text: str) -> None:
        if not (text.isascii() and text.isdigit() and len(text) < 6):
            remark(manager, "care-number")
            return
        programme = _programme(manager)
        what: dict[str, Any] = {field: int(text)}
        await stages.change(unit_of(manager), programme_id=programme, **what)
        remark(manager, "board-kept")
        await manager.switch_to(Stages.edit)

    return on_number


def _asking(key: str, state: State, on_text: Any, limit: int, back: State = Stages.edit) -> Screen:
    return Screen(
        Say(key),
        typed(on_text, limit=limit),
        go("button-back", "back", back),
        state=state,
        getter=edit_data if back == Stages.edit else stage_data,
    )


def screens() -> list[Screen]:
    return [
        Screen(
            Say("board-editing"),
            Column(choice("s", "stages", on_stage)),
            go("board-rhythm", "rhythm", Stages.rhythm),
            go("board-target", "target", Stages.target),
            go("board-model", "model", Stages.model),
            go("button-back", "back", Stages.now),
            state=Stages.edit,
            getter=edit_data,
        ),
        Screen(
            Say("board-stage-how"),
            typed(on_title, limit=stages.TITLE_LIMIT),
            go("board-until", "until", Stages.until),
            go("board-checks", "checks", Stages.checks),
            Row(
                button("board-up", "up", _shifting(earlier=True), when="can_up"),
                button("board-down", "down", _shifting(earlier=False), when="can_down"),
            ),
            go("board-new", "new", Stages.new),
            go("board-remove", "remove", Stages.remove, when="can_remove"),
            go("button-back", "back", Stages.edit),
            state=Stages.stage,
            getter=stage_data,
        ),
        _asking("board-until-how", Stages.until, on_until, 30, Stages.stage),
        Screen(
            Say("board-checks-how"),
            Column(choice("c", "checks", on_check)),
            go("button-done", "back", Stages.stage),
            state=Stages.checks,
            getter=stage_data,
        ),
        _asking("board-new-how", Stages.new, on_new, stages.TITLE_LIMIT, Stages.stage),
        Screen(
            Say("board-remove-ask"),
            button("board-remove-yes", "yes", on_remove),
            go("button-back", "back", Stages.stage),
            state=Stages.remove,
            getter=stage_data,
        ),
        Screen(
            Say("board-model-ask"),
            button("board-model-yes", "yes", on_model),
            go("button-back", "back", Stages.edit),
            state=Stages.model,
            getter=edit_data,
        ),
        _asking("board-rhythm-how", Stages.rhythm, _typed_number("rhythm_days"), 10),
        _asking("board-target-how", Stages.target, _typed_number("target_pairs"), 10),
    ]
