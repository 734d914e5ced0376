"""One's own consents and those of one's children: what is missing, agreeing, withdrawal."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consent.showing import spoken
from handlers.kit import menu
from handlers.kit.labels import shortened
from handlers.kit.links import invite_link
from handlers.kit.onward import onward, step
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.consent import own, questions
from mentoring.consent.own import Item
from mentoring.consent.rules import Giver
from mentoring.consent.texts import Purpose
from mentoring.roles import Role
from mentoring.unit import Unit

# A line and a button each: more than these fit no screen.
_MOST = 8


class Consents(StatesGroup):
    """A person's consents."""

    list = State()
    card = State()
    withdraw = State()
    link = State()
    question = State()


def _state(item: Item) -> str:
    """How a consent stands: the variants of the message consent-row."""
    if item.in_force:
        return "given"
    if item.by_button:
        return "yours"
    if item.purpose is Purpose.PUBLICATION:
        return "free"
    if item.missing == {Giver.REPRESENTATIVE} and not item.child:
        return "parents"
    return "paper"


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, items = words_of(dialog_manager), await own.listed(unit_of(dialog_manager))
    rows = []
    for item in items[:_MOST]:
        purpose = words.plain(f"consent-purpose-{item.purpose}")
        whose = item.child or shortened(item.place, 40)
        rows.append(
            {
                "id": item.key,
                "label": f"{purpose}: {shortened(item.child, 12)}" if item.child else purpose,
                "purpose": purpose,
                "whose": whose,
                "state": _state(item),
            }
        )
    return {
        "consents": rows,
        "count": len(rows),
        "waits": any(item.waits for item in items),
        "can_link": any(map(_for_parents, items)),
        "place": items[0].place if items else "",
    }


def _for_parents(item: Item) -> bool:
    """Whether the person themself has to pass a link on to who speaks for them."""
    return item.waits and Giver.REPRESENTATIVE in item.missing and not item.child


async def _card(manager: DialogManager) -> Item:
    return await own.card(unit_of(manager), key=manager.dialog_data.get("key", ""))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    item = await _card(dialog_manager)
    return spoken(dialog_manager, item.version, item.place) | {
        "child": item.child,
        "for_child": bool(item.child),
        "state": _state(item),
        "until": item.until or unit_of(dialog_manager).today(),
        "can_agree": item.by_button,
        "on_paper": not item.in_force and not item.by_button,
        "can_withdraw": item.in_force,
        "can_link": Giver.REPRESENTATIVE in item.missing and not item.child,
    }


async def withdraw_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    item = await _card(dialog_manager)
    return {
        "purpose": str(item.purpose),
        "place": item.place,
        "child": item.child,
        "for_child": bool(item.child),
    }


async def link_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    token = await own.representative_link(
        unit_of(dialog_manager), key=dialog_manager.dialog_data.get("key", "")
    )
    return {"link": invite_link(dialog_manager, token)}


async def on_item(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["key"] = item
    await manager.switch_to(Consents.card)


async def on_parents(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Straight to the link, where it is what everything waits for."""
    waiting = next(filter(_for_parents, await own.listed(unit_of(manager))), None)
    if waiting is not None:
        manager.dialog_data["key"] = waiting.key
        await manager.switch_to(Consents.link)


async def on_agree(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    complete = await own.agree(unit_of(manager), key=manager.dialog_data.get("key", ""))
    remark(manager, "consent-agreed" if complete else "consent-agreed-half")
    await manager.middleware_data["reseat"](manager.middleware_data["turn"])
    await onward(manager)


async def on_withdraw(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await own.withdraw(unit_of(manager), key=manager.dialog_data.get("key", ""))
    remark(manager, "consent-withdrawn")
    await manager.middleware_data["reseat"](manager.middleware_data["turn"])
    await manager.switch_to(Consents.list)


async def on_form(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await own.send_form(unit_of(manager), key=manager.dialog_data.get("key", ""))
    remark(manager, "consent-text-sent")


async def on_question(manager: DialogManager, text: str) -> None:
    await own.ask(unit_of(manager), key=manager.dialog_data.get("key", ""), text=text)
    remark(manager, "question-sent")
    await manager.switch_to(Consents.card)


async def _waits(unit: Unit) -> dict[str, Any] | None:
    """A step: somebody came in without all consents being there, here or for a child."""
    return {} if await own.waits(unit) else None


def dialog() -> Dialog:
    menu.entry(
        "consents",
        "menu-consents",
        Consents.list,
        Role.MENTOR,
        Role.MENTEE,
        Role.REPRESENTATIVE,
        command="consents",
    )
    step("consents", 10, Consents.list, _waits)
    return Dialog(
        Screen(
            Say("consents-waiting", when="waits"),
            Say("consents"),
            SayEach("consent-row", "consents"),
            pages(choice("c", "consents", on_item), "cp"),
            button("consent-link", "parents", on_parents, when="can_link"),
            leave("button-home"),
            state=Consents.list,
            getter=list_data,
        ),
        Screen(
            Say("consent-of-child", when="for_child"),
            Say("consent-summary"),
            Say("consent-state"),
            button("consent-agree", "yes", on_agree, when="can_agree"),
            go("consent-link", "parents", Consents.link, when="can_link"),
            button("consent-form", "form", on_form),
            go("consent-question", "ask", Consents.question),
            go("consent-withdraw", "no", Consents.withdraw, when="can_withdraw"),
            go("button-back", "back", Consents.list),
            state=Consents.card,
            getter=card_data,
        ),
        Screen(
            Say("consent-of-child", when="for_child"),
            Say("consent-withdraw-what"),
            button("consent-withdraw-yes", "yes", on_withdraw),
            go("button-back", "back", Consents.card),
            state=Consents.withdraw,
            getter=withdraw_data,
        ),
        Screen(
            Say("consent-link-text"),
            go("button-back", "back", Consents.card),
            state=Consents.link,
            getter=link_data,
        ),
        Screen(
            Say("question-ask"),
            typed(on_question, limit=questions.LIMIT),
            go("button-back", "back", Consents.card),
            state=Consents.question,
        ),
    )
