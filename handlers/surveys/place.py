"""Where somebody is in a form, and the three ways of filling one in.

The dialog remembers where the person is and the few answers on which it depends what is asked; the
answers themselves are in the database from the moment they are given.
"""

from dataclasses import dataclass
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import ManagedScroll

from core.errors import NotAllowed
from handlers.kit.turn import unit_of
from handlers.surveys.states import Answering
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Role
from mentoring.surveys import answering, library, proxy
from mentoring.surveys.forms import Form
from mentoring.surveys.questions import Kind, Question, Value, applying, deciding
from mentoring.surveys.sittings import Sitting, check_value
from mentoring.surveys.values import from_json

# An own form; one filled in for somebody else by the curator; one tried out and not kept.
OWN, PROXY, TRIAL = "own", "proxy", "trial"
WINDOWS = {
    Kind.SCALE: Answering.scale,
    Kind.CHOICE: Answering.choice,
    Kind.YES_NO: Answering.choice,
    Kind.SEVERAL: Answering.several,
    Kind.MEDIA: Answering.media,
}
# The lists whose pages begin anew with every question.
SCROLLS = ("op", "vp")
# A trial is kept in the dialog, so its words are only remembered in part.
_TRIED = 60


@dataclass(frozen=True, slots=True)
class Place:
    """The response, its questions, which of them is asked now (by its place in the whole form)."""

    response_id: int
    form: Form
    role: Role
    at: int
    mode: str
    decided: dict[str, Value]

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.form.roles[self.role]

    @property
    def question(self) -> Question:
        return self.questions[self.at]

    @property
    def asked(self) -> list[Question]:
        return applying(self.questions, self.decided)


async def place_of(manager: DialogManager) -> Place:
    """Raises NotAllowed when the dialog is at no form (a stale press)."""
    data = manager.dialog_data
    if "form" not in data:
        raise NotAllowed
    form = await library.find(unit_of(manager), data["form"])
    decided = {key: from_json(value) for key, value in data["decided"].items()}
    return Place(data["response"], form, Role(data["role"]), data["at"], data["mode"], decided)


async def sit_down(manager: DialogManager, sitting: Sitting, mode: str = OWN) -> None:
    """Begin, or go on where the sitting was left."""
    manager.dialog_data.update(
        response=sitting.response_id,
        form=sitting.form.id,
        role=sitting.role,
        mode=mode,
        decided=sitting.decided,
        reviewing=False,
        tried={},
        # Where somebody who has just begun is asked first: what is known already is behind it.
        opened=sitting.position if sitting.fresh else 0,
    )
    await ask(manager, sitting.position, reached=sitting.position)


async def ask(manager: DialogManager, at: int, *, reached: int | None = None) -> None:
    """Show a question, or the review behind the last one."""
    data = manager.dialog_data
    data["at"], data["chosen"] = at, None
    # Only what was passed already can have an answer to show.
    data["reached"] = max(at, data.get("reached", 0)) if reached is None else reached
    for scroll_id in SCROLLS:
        scroll: ManagedScroll | None = manager.find(scroll_id)
        if scroll:
            await scroll.set_page(0)
    place = await place_of(manager)
    if at < len(place.questions):
        await manager.switch_to(WINDOWS.get(place.question.kind, Answering.text))
    else:
        data["reviewing"] = True
        await manager.switch_to(Answering.review)


async def answers_of(manager: DialogManager, place: Place) -> dict[str, Value]:
    """What was answered so far."""
    if place.mode == TRIAL:
        tried: dict[str, Any] = manager.dialog_data["tried"]
        return {key: from_json(value) for key, value in tried.items()}
    use = proxy.sitting if place.mode == PROXY else answering.sitting
    return (await use(unit_of(manager), response_id=place.response_id)).answers


async def given(manager: DialogManager, place: Place) -> Value:
    """The answer to the present question; read only where there can be one."""
    data = manager.dialog_data
    if data["chosen"] is not None:
        return tuple(data["chosen"])
    if place.at >= data["reached"] and not data["reviewing"]:
        return None
    return (await answers_of(manager, place)).get(place.question.key)


async def keep(manager: DialogManager, place: Place, value: Value) -> None:
    """Keep an answer to the present question, the way this form is filled in."""
    data, question = manager.dialog_data, place.question
    if place.mode == TRIAL:
        check_value(question, value)
        data["tried"][question.key] = value[:_TRIED] if isinstance(value, str) else value
    else:
        use = proxy.answer if place.mode == PROXY else answering.answer
        await use(
            unit_of(manager),
            response_id=place.response_id,
            form=place.form.id,
            role=place.role,
            question=question.key,
            value=value,
        )
    if question.key in deciding(place.questions):
        data["decided"][question.key] = value


async def keep_file(manager: DialogManager, place: Place, file: Incoming) -> None:
    """Keep a voice message or a photo as the answer."""
    if place.mode == TRIAL:
        manager.dialog_data["tried"][place.question.key] = 1
        return
    use = proxy.answer_file if place.mode == PROXY else answering.answer_file
    await use(
        unit_of(manager),
        response_id=place.response_id,
        form=place.form.id,
        role=place.role,
        question=place.question.key,
        file=file,
    )


async def go_next(manager: DialogManager) -> None:
    """The next question asked; from the review back to it, or to what has come to be asked."""
    place, data = await place_of(manager), manager.dialog_data
    keys = {question.key for question in place.asked}
    if data["reviewing"]:
        answers = await answers_of(manager, place)
        left = (
            at
            for at, question in enumerate(place.questions)
            if question.key in keys and question.key not in answers
        )
        await ask(manager, next(left, len(place.questions)))
        return
    later = (at for at in range(place.at + 1, len(place.questions)) if _key(place, at) in keys)
    await ask(manager, next(later, len(place.questions)))


async def go_back(manager: DialogManager) -> None:
    """The question asked before; from a corrected one to the review."""
    place = await place_of(manager)
    if manager.dialog_data["reviewing"]:
        await ask(manager, len(place.questions))
        return
    keys = {question.key for question in place.asked}
    before = (at for at in range(place.at - 1, -1, -1) if _key(place, at) in keys)
    await ask(manager, next(before, place.at))


def _key(place: Place, at: int) -> str:
    return place.questions[at].key
