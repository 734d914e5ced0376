"""An invitation into a pair: yes at once, no with a reason, a question to the curator first."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import action, number
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.pairs.states import Invited
from mentoring.consent import questions
from mentoring.letters import spoken
from mentoring.pairs import invitations

REASONS = ("time", "topic", "person", "other")


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await invitations.card(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    return {
        "others": found.others,
        "is_mentor": found.side == "mentor",
        "is_mentee": found.side == "mentee",
        **spoken(found.known),
    }


async def reason_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await invitations.card(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    rows = [{"id": key, "label": words.plain(f"invited-reason-{key}")} for key in REASONS]
    return {"others": found.others, "reasons": rows}


async def on_yes(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _agree(manager, _pair(manager))


async def _agree(manager: DialogManager, pair_id: int) -> None:
    everybody = await invitations.agree(unit_of(manager), pair_id=pair_id)
    remark(manager, "invited-agreed", everybody="yes" if everybody else "no")
    await _next(manager)


async def _next(manager: DialogManager) -> None:
    """The next invitation that waits for an answer, else home."""
    waiting = await invitations.waiting(unit_of(manager))
    if waiting:
        await open_dialog(manager, Invited.card, {"pair": waiting[0]})
    else:
        await go_home(manager, ShowMode.SEND)


async def on_reason(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    key = item if item in REASONS else "other"
    await _refuse(manager, words_of(manager).plain(f"invited-reason-{key}"))


async def on_own_reason(manager: DialogManager, text: str) -> None:
    await _refuse(manager, text)


async def _refuse(manager: DialogManager, reason: str) -> None:
    await invitations.refuse(unit_of(manager), pair_id=_pair(manager), reason=reason)
    remark(manager, "invited-refused")
    await _next(manager)


async def on_question(manager: DialogManager, text: str) -> None:
    await invitations.clarify(unit_of(manager), pair_id=_pair(manager), text=text)
    remark(manager, "invited-question-sent")
    await manager.switch_to(Invited.card)


async def on_objection(manager: DialogManager, text: str) -> None:
    await invitations.object_to(unit_of(manager), pair_id=_pair(manager), text=text)
    remark(manager, "invited-objection-sent")
    await go_home(manager)


@action("invited")
async def on_answer(manager: DialogManager, argument: str) -> None:
    """Under the invitation: "pair:yes", "pair:no", "pair:ask"."""
    pair, _, answer = argument.partition(":")
    if answer == "yes":
        await _agree(manager, number(pair))
        return
    # Somebody else's, or one that is over, opens nothing.
    await invitations.card(unit_of(manager), pair_id=number(pair))
    state = Invited.reason if answer == "no" else Invited.question
    await open_dialog(manager, state, {"pair": number(pair)})


@action("invitation")
async def on_reminder(manager: DialogManager, argument: str) -> None:
    """In the digest: the invitation once more."""
    await invitations.card(unit_of(manager), pair_id=number(argument))
    await open_dialog(manager, Invited.card, {"pair": number(argument)})


@action("object")
async def on_object(manager: DialogManager, argument: str) -> None:
    """Under the message to somebody who speaks for a minor."""
    await open_dialog(manager, Invited.object, {"pair": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("pair-invite-mentor", when="is_mentor"),
            Say("pair-invite-mentee", when="is_mentee"),
            button("pair-invite-yes", "yes", on_yes),
            go("pair-invite-no", "no", Invited.reason),
            go("pair-invite-ask", "ask", Invited.question),
            leave("button-home"),
            state=Invited.card,
            getter=card_data,
        ),
        Screen(
            Say("invited-reason"),
            pages(choice("r", "reasons", on_reason), "rp"),
            typed(on_own_reason, limit=invitations.REASON_LIMIT),
            go("button-back", "back", Invited.card),
            state=Invited.reason,
            getter=reason_data,
        ),
        Screen(
            Say("invited-question"),
            typed(on_question, limit=questions.LIMIT),
            go("button-back", "back", Invited.card),
            state=Invited.question,
            getter=reason_data,
        ),
        Screen(
            Say("invited-object"),
            typed(on_objection, limit=questions.LIMIT),
            leave("button-home"),
            state=Invited.object,
        ),
        on_start=adopt,
    )
