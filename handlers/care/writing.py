"""How is it going, in one press; and words between meetings."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column

from handlers.care.states import Silence, Words
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, Screen, choice, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.care import asking, silence
from mentoring.pairs import contact
from mentoring.roles import Role

_MEDIA = [ContentType.VOICE, ContentType.PHOTO, ContentType.DOCUMENT]


async def begin(data: Any, manager: DialogManager) -> None:
    """At the pair a button named, or the only one there is; else it is chosen."""
    named = data.get("pair") if isinstance(data, dict) else None
    found = await contact.my_pairs(unit_of(manager))
    if named or len(found) == 1:
        manager.dialog_data["pair"] = named or found[0][0]
        await manager.switch_to(Words.text)


async def pairs_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await contact.my_pairs(unit_of(dialog_manager))
    rows = [{"id": pair_id, "label": shortened(name, WHOLE)} for pair_id, name in found]
    return {"pairs": rows, "count": len(rows)}


async def text_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    pair_id = dialog_manager.dialog_data.get("pair", 0)
    other = await asking.other(unit_of(dialog_manager), pair_id=pair_id)
    return {
        "others": other.names,
        "side": str(other.side),
        "watched": "yes" if other.watched else "no",
    }


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["pair"] = number(item)
    await manager.switch_to(Words.text)


async def _sent(manager: DialogManager, **what: Any) -> None:
    pair_id = manager.dialog_data.get("pair", 0)
    await asking.send(unit_of(manager), pair_id=pair_id, **what)
    remark(manager, "pair-word-sent")
    await go_home(manager)


async def on_text(manager: DialogManager, text: str) -> None:
    await _sent(manager, kind="text", text=text)


async def on_media(message: Message, _widget: Any, manager: DialogManager) -> None:
    """A caption goes with what it is under, so it is checked and kept like any words."""
    kind = "voice" if message.voice else "photo" if message.photo else "file"
    await _sent(manager, kind=kind, text=message.caption or "", message_id=message.message_id)


@action("pair-word")
async def answer_word(manager: DialogManager, argument: str) -> None:
    """Under a message of the other side."""
    await open_dialog(manager, Words.pair, {"pair": number(argument)})


async def silence_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    others = await silence.question(
        unit_of(dialog_manager), question_id=dialog_manager.dialog_data.get("question", 0)
    )
    answers = [{"id": one, "label": words.plain(f"silence-{one}")} for one in silence.ANSWERS]
    return {"others": others, "answers": answers}


async def on_answer(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await silence.answer(
        unit_of(manager), question_id=manager.dialog_data.get("question", 0), said=item
    )
    if item == "well":
        remark(manager, "silence-thanks-well")
    else:
        remark(manager, "silence-thanks")
    await go_home(manager)


@action("silence")
async def open_question(manager: DialogManager, argument: str) -> None:
    """Out of the morning digest."""
    await silence.question(unit_of(manager), question_id=number(argument))
    await open_dialog(manager, Silence.answer, {"question": number(argument)})


def dialogs() -> list[Dialog]:
    menu.entry("words", "menu-words", Words.pair, Role.MENTEE, Role.MENTOR)
    return [
        Dialog(
            Screen(
                Say("silence-ask"),
                Column(choice("s", "answers", on_answer)),
                leave("button-home"),
                state=Silence.answer,
                getter=silence_data,
            ),
            on_start=adopt,
        ),
        Dialog(
            Screen(
                Say("pair-word-pair"),
                pages(choice("p", "pairs", on_pair), "wp"),
                leave("button-home"),
                state=Words.pair,
                getter=pairs_data,
            ),
            Screen(
                Say("pair-word-how"),
                typed(on_text, limit=asking.TEXT_LIMIT),
                MessageInput(on_media, content_types=_MEDIA),
                leave("button-home"),
                state=Words.text,
                getter=text_data,
            ),
            on_start=begin,
        ),
    ]
