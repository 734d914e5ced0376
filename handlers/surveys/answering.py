"""Answering a survey: a screen a question, back and forth, left and taken up again."""

from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Group

from core.errors import NotAllowed
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.roles import Role
from mentoring.surveys import answering
from mentoring.surveys.forms import Form, forms
from mentoring.surveys.questions import SCALE, TEXT_LIMIT, Kind, Question

_SHOWN = 200


class Answering(StatesGroup):
    """A survey being answered; a window for each kind of question."""

    list = State()
    scale = State()
    choice = State()
    text = State()
    review = State()


_WINDOWS = {
    Kind.SCALE: Answering.scale,
    Kind.CHOICE: Answering.choice,
    Kind.TEXT: Answering.text,
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the person is: the response, its questions, which of them is asked now."""

    response_id: int
    form: Form
    role: Role
    at: int

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.form.roles[self.role]

    @property
    def question(self) -> Question:
        return self.questions[self.at]


def _place(manager: DialogManager) -> _Place:
    data = manager.dialog_data
    form = forms().get(data.get("form", ""))
    if form is None:
        raise NotAllowed
    return _Place(data["response"], form, Role(data["role"]), data["at"])


async def begin(data: Any, manager: DialogManager) -> None:
    """Straight into the survey a button named, else to the list."""
    if isinstance(data, dict):
        await _sit_down(manager, data.get("survey", 0))


async def _sit_down(manager: DialogManager, survey_id: int) -> None:
    sitting = await answering.begin(unit_of(manager), survey_id=survey_id)
    manager.dialog_data.update(
        response=sitting.response_id, form=sitting.form.id, role=sitting.role, reviewing=False
    )
    await _ask(manager, sitting.position, reached=sitting.position)


async def _ask(manager: DialogManager, at: int, *, reached: int | None = None) -> None:
    """Show a question, or the review behind the last one."""
    data = manager.dialog_data
    data["at"] = at
    # Only what was passed already can have an answer to show.
    data["reached"] = max(at, data.get("reached", 0)) if reached is None else reached
    place = _place(manager)
    if at < len(place.questions):
        await manager.switch_to(_WINDOWS[place.question.kind])
    else:
        data["reviewing"] = True
        await manager.switch_to(Answering.review)


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    mine = await answering.mine(unit_of(dialog_manager))
    rows = [
        {"id": survey.id, "label": shortened(survey.form.title.to(words.language), WHOLE)}
        for survey in mine
    ]
    return {"surveys": rows, "count": len(rows)}


async def question_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    place, data = _place(dialog_manager), dialog_manager.dialog_data
    language, question = words_of(dialog_manager).language, place.question
    given: answering.Value = None
    if place.at < data["reached"] or data["reviewing"]:
        unit = unit_of(dialog_manager)
        sitting = await answering.sitting(unit, response_id=place.response_id)
        given = sitting.answers.get(question.key)
    return {
        "title": place.form.title.to(language),
        "n": place.at + 1,
        "total": len(place.questions),
        "question": question.text.to(language),
        "first": place.at == 0 and not data["reviewing"],
        "given": _spoken(question, given, language),
        "was_given": given is not None,
        "can_skip": not question.required and given is None,
        "can_go_back": place.at > 0 or data["reviewing"],
        "marks": [{"id": mark, "label": str(mark)} for mark in SCALE],
        "options": [
            {"id": key, "label": option.to(language)} for key, option in question.options.items()
        ],
    }


def _spoken(question: Question, value: answering.Value, language: str) -> str:
    """An answer as the person sees it, empty for none."""
    if value is None:
        return ""
    option = question.options.get(str(value))
    return option.to(language) if option else shortened(str(value), _SHOWN)


async def review_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    place, language = _place(dialog_manager), words_of(dialog_manager).language
    unit = unit_of(dialog_manager)
    sitting = await answering.sitting(unit, response_id=place.response_id)
    rows = []
    for n, question in enumerate(sitting.questions, start=1):
        said = _spoken(question, sitting.answers.get(question.key), language)
        rows.append(
            {
                "id": n,
                "label": str(n),
                "n": n,
                "name": question.name.to(language),
                "said": said,
                "answered": "yes" if said else "no",
            }
        )
    return {"title": place.form.title.to(language), "answers": rows}


async def on_survey(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _sit_down(manager, number(item))


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _answer(manager, number(item))


async def on_option(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _answer(manager, item)


async def on_text(manager: DialogManager, text: str) -> None:
    await _answer(manager, text)


async def on_no_mark(manager: DialogManager, _text: str) -> None:
    """Typed, and the name of no button: a number is meant as a mark, never as a button's place."""
    remark(manager, "survey-no-mark", least=SCALE[0], most=SCALE[-1])


async def on_skip(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _answer(manager, None)


async def _answer(manager: DialogManager, value: answering.Value) -> None:
    place = _place(manager)
    await answering.answer(
        unit_of(manager),
        response_id=place.response_id,
        form=place.form.id,
        role=place.role,
        question=place.question.key,
        value=value,
    )
    await _next(manager)


async def on_keep(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _next(manager)


async def _next(manager: DialogManager) -> None:
    place = _place(manager)
    reviewing = manager.dialog_data["reviewing"]
    await _ask(manager, len(place.questions) if reviewing else place.at + 1)


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    place = _place(manager)
    reviewing = manager.dialog_data["reviewing"]
    await _ask(manager, len(place.questions) if reviewing else max(0, place.at - 1))


async def on_fix(_callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    await _ask(manager, min(max(number(item), 1), len(_place(manager).questions)) - 1)


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    place = _place(manager)
    await answering.submit(unit_of(manager), response_id=place.response_id)
    remark(manager, "survey-sent")
    await go_home(manager)


@action("survey")
async def open_survey(manager: DialogManager, argument: str) -> None:
    """Under a line of the digest, or the message about a survey set for today."""
    await open_dialog(manager, Answering.list, {"survey": number(argument)})


def _question_window(state: State, *widgets: Any) -> Screen:
    return Screen(
        Say("survey-intro", when="first"),
        Say("survey-question"),
        Say("survey-given", when="was_given"),
        *widgets,
        button("survey-keep", "keep", on_keep, when="was_given"),
        button("button-skip", "skip", on_skip, when="can_skip"),
        button("button-back", "back", on_back, when="can_go_back"),
        leave("survey-later"),
        state=state,
        getter=question_data,
    )


def dialog() -> Dialog:
    menu.entry("answering", "menu-my-surveys", Answering.list, Role.MENTOR, Role.MENTEE)
    return Dialog(
        Screen(
            Say("my-surveys"),
            pages(choice("s", "surveys", on_survey), "sp"),
            leave("button-home"),
            state=Answering.list,
            getter=list_data,
        ),
        _question_window(
            Answering.scale,
            Group(choice("m", "marks", on_mark), width=5),
            typed(on_no_mark, limit=TEXT_LIMIT),
        ),
        _question_window(Answering.choice, Column(choice("o", "options", on_option))),
        _question_window(Answering.text, Say("survey-type"), typed(on_text, limit=TEXT_LIMIT)),
        Screen(
            Say("survey-review"),
            SayEach("survey-answer", "answers"),
            Say("survey-review-hint"),
            Group(choice("q", "answers", on_fix), width=6),
            button("survey-send", "send", on_send),
            leave("survey-later"),
            state=Answering.review,
            getter=review_data,
        ),
        on_start=begin,
    )
