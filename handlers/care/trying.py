"""Do they suit? One press after the trial meeting."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Column

from handlers.care.states import Trial
from handlers.kit.actions import action, number
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, Screen, choice, leave
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.care import trial


async def trial_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    others = await trial.question(
        unit_of(dialog_manager), verdict_id=dialog_manager.dialog_data.get("verdict", 0)
    )
    answers = [{"id": one, "label": words.plain(f"trial-answer-{one}")} for one in trial.ANSWERS]
    return {"others": others, "answers": answers}


async def on_answer(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    verdict_id = manager.dialog_data.get("verdict", 0)
    await trial.answer(unit_of(manager), verdict_id=verdict_id, said=item)
    remark(manager, "silence-thanks")
    await go_home(manager)


@action("trial")
async def open_trial(manager: DialogManager, argument: str) -> None:
    """Out of the morning digest."""
    await trial.question(unit_of(manager), verdict_id=number(argument))
    await open_dialog(manager, Trial.answer, {"verdict": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("trial-ask"),
            Column(choice("t", "answers", on_answer)),
            leave("button-home"),
            state=Trial.answer,
            getter=trial_data,
        ),
        on_start=adopt,
    )
