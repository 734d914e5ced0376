"""A curator answers a question: by the button under its notice, in a line of text."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram_dialog import Dialog, DialogManager

from handlers.kit.actions import action, number
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, Screen, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of
from mentoring.consent import questions


class Answer(StatesGroup):
    """One question and its answer."""

    text = State()


async def question_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    asked = await questions.read(
        unit_of(dialog_manager), question_id=dialog_manager.dialog_data.get("question", 0)
    )
    return {"text": asked.text, "answered": "yes" if asked.answered else "no"}


async def on_text(manager: DialogManager, text: str) -> None:
    await questions.answer(
        unit_of(manager), question_id=manager.dialog_data.get("question", 0), text=text
    )
    remark(manager, "question-answer-sent")
    await go_home(manager)


@action("answer")
async def open_question(manager: DialogManager, argument: str) -> None:
    """Under the notice of a question."""
    await questions.read(unit_of(manager), question_id=number(argument))
    await open_dialog(manager, Answer.text, {"question": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("question-to-answer"),
            typed(on_text, limit=questions.LIMIT),
            leave("button-home"),
            state=Answer.text,
            getter=question_data,
        ),
        on_start=adopt,
    )
