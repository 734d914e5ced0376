"""One question on the screen, and what may be pressed, typed or sent in answer."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps.files import incoming
from handlers.surveys.place import (
    OWN,
    TRIAL,
    Place,
    answers_of,
    given,
    go_back,
    go_next,
    keep,
    keep_file,
    place_of,
)
from mentoring.surveys import occasions, parsing
from mentoring.surveys.forms import Form
from mentoring.surveys.questions import SCALE, Kind, Question, Value

_SHOWN = 200
_TAKEN = {"voice", "audio", "photo"}
_CHOSEN = "\u2713 "


def spoken(question: Question, value: Value, language: str, recorded: str) -> str:
    """An answer as the person sees it, empty for none; `recorded` stands for a kept file."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        listed = (question.options.get(key) for key in value)
        return shortened("; ".join(one.to(language) for one in listed if one), _SHOWN)
    if question.kind is Kind.MEDIA:
        return recorded
    option = question.options.get(str(value))
    return option.to(language) if option else shortened(str(value), _SHOWN)


async def question_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    place, data, words = (
        await place_of(dialog_manager),
        dialog_manager.dialog_data,
        words_of(dialog_manager),
    )
    question, asked, language = place.question, place.asked, words.language
    at = asked.index(question) if question in asked else 0
    answer = await given(dialog_manager, place)
    begins = at == 0 or asked[at - 1].section is not question.section
    several = question.kind is Kind.SEVERAL
    first = (
        (at == 0 or place.at == data.get("opened")) and not data["reviewing"] and place.mode == OWN
    )
    return {
        "title": place.form.title.to(language),
        "n": at + 1,
        "total": len(asked),
        "section": question.section.to(language) if question.section and begins else "",
        "question": question.text.to(language),
        "name": data.get("name", ""),
        "read": _reader(place.form),
        "kind": question.kind.value,
        "least": question.least,
        "most": question.most,
        "limit": question.limit,
        "first": first,
        "known": await _known(dialog_manager, place, at) if first and at else "",
        "trial": place.mode == TRIAL,
        "proxy": place.mode == "proxy",
        "given": spoken(question, answer, language, words.plain("answer-recorded")),
        "was_given": answer is not None and not several,
        "can_skip": not question.required and answer is None,
        "can_go_back": at > 0 or data["reviewing"],
        "marks": [{"id": mark, "label": str(mark)} for mark in SCALE],
        **_options(question, answer, language),
    }


async def _known(manager: DialogManager, place: Place, at: int) -> str:
    """What stands before the first question that is asked."""
    words, answers = words_of(manager), await answers_of(manager, place)
    return "; ".join(
        words.plain(
            "survey-known-line",
            name=one.name.to(words.language),
            said=spoken(one, answers[one.key], words.language, words.plain("answer-recorded")),
        )
        for one in place.asked[:at]
        if one.key in answers
    )


def _reader(form: Form) -> str:
    """Who reads the answers, as `survey-intro` says it: a survey is only summed up."""
    if form.purpose == occasions.REPORT:
        return "report"
    return "match" if form.purpose in {"entry", "preference"} and form.mentoring else "nobody"


def _options(question: Question, answer: Value, language: str) -> dict[str, Any]:
    chosen = set(answer) if isinstance(answer, tuple) else set()
    options = [(key, option.to(language)) for key, option in question.options.items()]
    return {
        "options": [{"id": key, "label": label} for key, label in options],
        "picks": [
            {
                "id": key,
                "label": (_CHOSEN if key in chosen else "")
                + f"{place}. {shortened(label, WHOLE + 8)}",
            }
            for place, (key, label) in enumerate(options, start=1)
        ],
    }


async def reply(manager: DialogManager, value: Value) -> None:
    """Keep an answer and go on."""
    await keep(manager, await place_of(manager), value)
    await go_next(manager)


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await reply(manager, number(item))


async def on_option(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await reply(manager, item)


async def on_pick(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    """One of several options taken or given back; kept at once."""
    place = await place_of(manager)
    answer = await given(manager, place)
    chosen = set(answer) if isinstance(answer, tuple) else set()
    chosen ^= {item}
    value = tuple(key for key in place.question.options if key in chosen)
    if value or not place.question.required:
        await keep(manager, place, value or None)
    manager.dialog_data["chosen"] = list(value)


async def on_picked(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    place = await place_of(manager)
    if await given(manager, place):
        await go_next(manager)
    elif place.question.required:
        remark(manager, "survey-choose")
    else:
        await reply(manager, None)


async def on_words(manager: DialogManager, text: str) -> None:
    """Typed, and the name of no button."""
    place, unit = await place_of(manager), unit_of(manager)
    language = words_of(manager).language
    await reply(manager, parsing.parse(place.question, text, today=unit.today(), language=language))


async def on_skip(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await reply(manager, None)


async def on_keep(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await go_next(manager)


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await go_back(manager)


async def on_media(manager: DialogManager, message: Message) -> None:
    file = incoming(message)
    if file is None or file.sent_as not in _TAKEN:
        remark(manager, "answer-no-media")
        return
    await keep_file(manager, await place_of(manager), file)
    await go_next(manager)


async def _on_contact(message: Message, _widget: Any, manager: DialogManager) -> None:
    place: Place = await place_of(manager)
    contact = message.contact
    if contact is None or place.question.kind is not Kind.CONTACT:
        remark(manager, "input-not-understood")
    elif contact.user_id is None or not _theirs(message, place):
        remark(manager, "answer-not-own-contact")
    else:
        await reply(manager, parsing.phone(f"+{contact.phone_number.lstrip('+')}"))


def _theirs(message: Message, place: Place) -> bool:
    """Of an own form the contact is one's own; a curator sends somebody else's."""
    shared = message.contact.user_id if message.contact else None
    return place.mode != OWN or (message.from_user is not None and shared == message.from_user.id)


def contact_input() -> MessageInput:
    """Takes a shared contact, of oneself alone when the form is one's own."""
    return MessageInput(_on_contact, content_types=[ContentType.CONTACT])
