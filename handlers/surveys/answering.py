"""Answering a form: a screen a question, back and forth, left and taken up again."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.onward import step
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps.files import file_input
from handlers.surveys.asking import (
    contact_input,
    on_back,
    on_keep,
    on_mark,
    on_media,
    on_option,
    on_pick,
    on_picked,
    on_skip,
    on_words,
    question_data,
    spoken,
)
from handlers.surveys.place import PROXY, TRIAL, answers_of, ask, place_of, sit_down
from handlers.surveys.states import Answering
from mentoring.roles import Role
from mentoring.surveys import answering, own, proxy
from mentoring.surveys.questions import Question, Value
from mentoring.surveys.sittings import Sitting
from mentoring.unit import Unit

# So many answers of 200 characters fit one message, whatever the questions are called.
_REVIEWED, _ROW = 10, 5
_OPTIONS = 8
# What is typed may be longer than an answer; how much longer is said by the question.
_TYPED = 4096


async def begin(data: Any, manager: DialogManager) -> None:
    """Straight into what a button named, else to the list."""
    if not isinstance(data, dict):
        return
    unit = unit_of(manager)
    if "response" in data:
        await _take_up(manager, data["response"])
    elif "for" in data:
        manager.dialog_data["name"] = data["name"]
        await sit_down(manager, await proxy.sitting(unit, response_id=data["for"]), PROXY)
    elif "trial" in data:
        form = await own.looked_at(unit, questionnaire_id=data["trial"])
        await sit_down(manager, Sitting(0, form, Role(data["role"])), TRIAL)
    else:
        sitting = await answering.begin(unit, survey_id=data.get("survey", 0))
        await sit_down(manager, sitting)


async def _take_up(manager: DialogManager, response_id: int) -> None:
    waiting = await answering.waiting(unit_of(manager))
    filled = any(one.response_id == response_id and one.filled for one in waiting)
    if filled:
        manager.dialog_data["filled"] = response_id
        await manager.switch_to(Answering.filled)
    else:
        await sit_down(manager, await answering.take_up(unit_of(manager), response_id=response_id))


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, unit = words_of(dialog_manager), unit_of(dialog_manager)
    rows: list[dict[str, Any]] = [
        {"id": f"r{one.response_id}", "label": shortened(one.form.title.to(words.language), WHOLE)}
        for one in await answering.waiting(unit)
    ]
    rows += [
        {"id": survey.id, "label": shortened(survey.form.title.to(words.language), WHOLE)}
        for survey in await answering.mine(unit)
    ]
    return {"surveys": rows, "count": len(rows)}


def _lines(
    questions: list[Question], answers: dict[str, Value], manager: DialogManager
) -> list[dict[str, Any]]:
    words = words_of(manager)
    rows = []
    for n, question in enumerate(questions, start=1):
        answer = answers.get(question.key)
        said = spoken(question, answer, words.language, words.plain("answer-recorded"))
        rows.append(
            {
                "id": n,
                "label": str(n),
                "n": n,
                "name": question.name.to(words.language),
                "said": said,
                "answered": "yes" if said else "no",
            }
        )
    return rows


async def review_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    place = await place_of(dialog_manager)
    rows = _lines(place.asked, await answers_of(dialog_manager, place), dialog_manager)
    return {
        "title": place.form.title.to(words_of(dialog_manager).language),
        "answers": rows,
        "shown": await shown(dialog_manager, "qp", rows, _REVIEWED),
        "trial": place.mode == TRIAL,
        "kept": place.mode != TRIAL,
    }


async def filled_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    sitting = await answering.filled(
        unit_of(dialog_manager), response_id=dialog_manager.dialog_data.get("filled", 0)
    )
    rows = _lines(sitting.asked, sitting.answers, dialog_manager)
    return {
        "title": sitting.form.title.to(words_of(dialog_manager).language),
        "channel": sitting.channel,
        "answers": rows,
        "shown": await shown(dialog_manager, "qf", rows, _REVIEWED),
    }


async def on_survey(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item.startswith("r"):
        await _take_up(manager, number(item[1:]))
    else:
        await sit_down(manager, await answering.begin(unit_of(manager), survey_id=number(item)))


async def on_fix(_callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    place = await place_of(manager)
    asked = place.asked
    question = asked[min(max(number(item), 1), len(asked)) - 1]
    await ask(manager, place.questions.index(question))


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    place, unit = await place_of(manager), unit_of(manager)
    if place.mode == TRIAL:
        await manager.done()
    elif place.mode == PROXY:
        await proxy.submit(unit, response_id=place.response_id)
        remark(manager, "survey-sent-for")
        await manager.done()
    else:
        await answering.submit(unit, response_id=place.response_id)
        remark(manager, "survey-sent")
        await go_home(manager)


async def on_right(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    unit = unit_of(manager)
    await answering.confirm(unit, response_id=manager.dialog_data.get("filled", 0))
    remark(manager, "survey-confirmed-answers")
    left = [one for one in await answering.waiting(unit) if one.filled]
    if left:
        await _take_up(manager, left[0].response_id)
    else:
        await go_home(manager)


async def on_line(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    """An answer somebody else entered is wrong: the record is the person's own from now on."""
    sitting = await answering.take_over(
        unit_of(manager), response_id=manager.dialog_data.get("filled", 0)
    )
    await sit_down(manager, sitting)
    manager.dialog_data["reviewing"] = True
    asked = sitting.asked
    question = asked[min(max(number(item), 1), len(asked)) - 1]
    await ask(manager, sitting.questions.index(question))


@action("survey")
async def open_survey(manager: DialogManager, argument: str) -> None:
    """Under a line of the digest, or the message about a survey set for today."""
    await open_dialog(manager, Answering.list, {"survey": number(argument)})


@action("form")
async def open_form(manager: DialogManager, argument: str) -> None:
    """Under the message about a form that was put to the person."""
    await open_dialog(manager, Answering.list, {"response": number(argument)})


def _question_window(state: State, *widgets: Any) -> Screen:
    return Screen(
        Say("survey-trial", when="trial"),
        Say("survey-for", when="proxy"),
        Say("survey-intro", when="first"),
        Say("survey-known", when="known"),
        Say("survey-section", when="section"),
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


async def _entry_form(unit: Unit) -> dict[str, Any] | None:
    """The first form put to somebody who has come in, unless they have seen it before."""
    if unit.actor.seat(Role.MENTOR, Role.MENTEE) is None:
        return None
    found = [one for one in await answering.waiting(unit) if not one.begun and not one.filled]
    return {"response": found[0].response_id} if found else None


def dialog() -> Dialog:
    menu.entry(
        "answering", "menu-my-surveys", Answering.list, Role.MENTOR, Role.MENTEE, command="surveys"
    )
    step("questionnaire", 20, Answering.list, _entry_form)
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
            typed(on_words, limit=_TYPED),
        ),
        _question_window(
            Answering.choice,
            pages(choice("o", "options", on_option), "op", height=_OPTIONS),
            typed(on_words, limit=_TYPED),
        ),
        _question_window(
            Answering.several,
            Say("survey-several"),
            pages(choice("v", "picks", on_pick), "vp", height=_OPTIONS),
            button("button-done", "done", on_picked),
            typed(on_words, limit=_TYPED),
        ),
        _question_window(
            Answering.text, Say("survey-type"), contact_input(), typed(on_words, limit=_TYPED)
        ),
        _question_window(Answering.media, Say("survey-record"), file_input(on_media)),
        Screen(
            Say("survey-trial", when="trial"),
            Say("survey-review"),
            SayEach("survey-answer", "shown"),
            Say("survey-review-hint"),
            pages(choice("q", "answers", on_fix), "qp", height=_REVIEWED // _ROW, width=_ROW),
            button("survey-send", "send", on_send, when="kept"),
            button("survey-trial-end", "end", on_send, when="trial"),
            leave("survey-later"),
            state=Answering.review,
            getter=review_data,
        ),
        Screen(
            Say("survey-filled"),
            SayEach("survey-answer", "shown"),
            Say("survey-review-hint"),
            pages(choice("q", "answers", on_line), "qf", height=_REVIEWED // _ROW, width=_ROW),
            button("survey-filled-right", "right", on_right),
            leave("button-home"),
            state=Answering.filled,
            getter=filled_data,
        ),
        on_start=begin,
    )
