"""Drafts in the curator's chat: looked through together, sent out, put on the head's desk."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Start

from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.orders import parse_order
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.pairs.states import Drafts, Members, Talk
from handlers.people.participants import my_school
from mentoring.pairs import drafts, orders
from mentoring.pairs.states import DRAFTS, State

_PAGE = 8
_REASON = 80


def _standing(draft: drafts.Draft) -> str:
    """Which of the words `draft-row` has for how a draft stands."""
    if draft.status != State.PROPOSED:
        return str(draft.status)
    if draft.asked_on is None:
        return "new"
    return "ask" if any(place.answer == "ask" for place in draft.places) else "waiting"


def _row(manager: DialogManager, place: int, draft: drafts.Draft) -> dict[str, Any]:
    words = words_of(manager)
    label = words.plain(
        "pairs-label",
        mentor=shortened(draft.mentors, HALF),
        mentee=shortened(draft.mentees, HALF),
    )
    return {"id": draft.id, "n": place, "label": label, **_described(draft)}


def _described(draft: drafts.Draft) -> dict[str, Any]:
    return {
        "mentors": draft.mentors,
        "mentees": draft.mentees,
        "standing": _standing(draft),
        "waits": ", ".join(place.name for place in draft.waits_for),
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await drafts.listed(unit_of(dialog_manager), organisation_id=my_school(dialog_manager))
    rows = [_row(dialog_manager, place, draft) for place, draft in enumerate(found, start=1)]
    standings = [row["standing"] for row in rows]
    return {
        "drafts": rows,
        "shown": await shown(dialog_manager, "dp", rows, _PAGE),
        "count": len(rows),
        "fresh": standings.count("new"),
        "agreed": standings.count("agreed"),
    }


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, today = unit_of(dialog_manager), unit_of(dialog_manager).today()
    draft = await drafts.card(unit, pair_id=_pair(dialog_manager))
    is_draft, proposed = draft.status in DRAFTS, draft.status == State.PROPOSED
    places = [
        {
            "id": place.person_id,
            "label": shortened(place.name, 2 * HALF),
            "name": place.name,
            "side": str(place.side),
            "answer": place.answer or ("asked" if draft.asked_on else "unasked"),
            "reason": shortened(place.reason, _REASON),
            "has_reason": "yes" if place.reason else "no",
        }
        for place in draft.places
    ]
    return {
        **_described(draft),
        "places": places,
        "silent": [row for row in places if row["answer"] != "yes"],
        "days": (today - draft.asked_on).days if draft.asked_on else 0,
        "is_new": proposed and draft.asked_on is None,
        "is_asked": proposed and draft.asked_on is not None,
        "is_agreed": draft.status == State.AGREED,
        "is_ordered": draft.status == State.ORDERED,
        "is_draft": is_draft,
        "day": today,
    }


async def on_draft(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["pair"] = number(item)
    await manager.switch_to(Drafts.card)


async def on_ask(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await drafts.ask(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "draft-asked", count=1)


async def on_ask_all(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await drafts.ask_all(unit_of(manager), organisation_id=my_school(manager))
    remark(manager, "draft-asked", count=count)


async def on_put_up(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await orders.put_up(unit_of(manager), organisation_id=my_school(manager))
    remark(manager, "order-put-up", count=count)
    await manager.switch_to(Drafts.list)


async def on_recall(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await orders.recall(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "order-recalled", count=count)


async def on_spoken(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await drafts.note_yes(unit_of(manager), pair_id=_pair(manager), person_id=number(item))
    remark(manager, "draft-yes-noted")
    await manager.switch_to(Drafts.card)


async def on_members(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Members.list, {"pair": _pair(manager)})


async def on_cancel(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await drafts.cancel(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "draft-cancelled")
    await manager.switch_to(Drafts.list)


async def on_order(manager: DialogManager, text: str) -> None:
    found = parse_order(text, today=unit_of(manager).today(), language=words_of(manager).language)
    if found is None:
        remark(manager, "order-not-understood")
        return
    await enter(manager, *found)


async def enter(manager: DialogManager, number: str, day: date) -> None:
    await orders.enter(unit_of(manager), pair_id=_pair(manager), number=number, day=day)
    remark(manager, "order-entered")
    await manager.switch_to(Drafts.list)


@action("drafts")
async def open_drafts(manager: DialogManager, _argument: str) -> None:
    """Under a message about drafts."""
    await open_dialog(manager, Drafts.list)


@action("next-pair")
async def on_next(manager: DialogManager, argument: str) -> None:
    """Under the message of a refusal: the next mentor is asked in one tap."""
    made = await drafts.propose_next(unit_of(manager), pair_id=number(argument))
    remark(manager, "draft-asked", count=1)
    await open_dialog(manager, Drafts.card, {"pair": made})
    manager.show_mode = ShowMode.SEND


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("drafts"),
            SayEach("draft-row", "shown"),
            pages(choice("d", "drafts", on_draft), "dp", height=_PAGE),
            button("drafts-ask-all", "ask", on_ask_all, when="fresh"),
            button("drafts-put-up", "up", on_put_up, when="agreed"),
            Start(Say("talk-button", plain=True), id="talk", state=Talk.form),
            leave("button-back"),
            state=Drafts.list,
            getter=list_data,
        ),
        Screen(
            Say("draft-card"),
            SayEach("draft-place", "places"),
            button("draft-ask", "ask", on_ask, when="is_new"),
            go("draft-spoken", "spoken", Drafts.spoken, when="is_asked"),
            button("draft-put-up", "up", on_put_up, when="is_agreed"),
            button("draft-recall", "recall", on_recall, when="is_ordered"),
            go("draft-order", "order", Drafts.order, when="is_draft"),
            button("pair-members", "members", on_members, when="is_draft"),
            go("draft-cancel", "cancel", Drafts.cancel, when="is_draft"),
            go("draft-list", "back", Drafts.list),
            state=Drafts.card,
            getter=card_data,
        ),
        Screen(
            Say("draft-whose-yes"),
            pages(choice("s", "silent", on_spoken), "sp"),
            go("button-back", "back", Drafts.card),
            state=Drafts.spoken,
            getter=card_data,
        ),
        Screen(
            Say("draft-order-ask"),
            typed(on_order, limit=80),
            go("button-back", "back", Drafts.card),
            state=Drafts.order,
            getter=card_data,
        ),
        Screen(
            Say("draft-cancel-sure"),
            button("draft-cancel-yes", "yes", on_cancel),
            go("button-back", "back", Drafts.card),
            state=Drafts.cancel,
            getter=card_data,
        ),
        on_start=adopt,
    )
