"""My pair's programme: begun by a tap, added to by a line, sent by a tap."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import numbers, page_buttons, to_first_page
from handlers.plans import items
from handlers.plans.showing import history_data, plan_data
from handlers.plans.states import MyPlan
from mentoring.papers import plan_papers
from mentoring.plans import reading, terms, working
from mentoring.plans.rules import TITLE_LIMIT, Kind, Status
from mentoring.roles import Role

# A title and its term in one line.
_TYPED = TITLE_LIMIT + 40
_KINDS = (Kind.GOAL, Kind.DIFFICULTY, Kind.GROWTH)


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


async def own_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    plan = await reading.mine(unit, pair_id=_pair(dialog_manager))
    is_mentor = plan.side == Role.MENTOR
    begins = is_mentor and plan.working and not plan.begun
    offers = await working.offers(unit, pair_id=plan.pair_id) if begins else []
    return {
        **plan_data(dialog_manager, plan),
        "begun": plan.begun,
        "fresh": "no" if plan.begun else "yes",
        "side": str(plan.side),
        "working": "yes" if plan.working else "no",
        "offers": [{"id": one.key, "label": _offer(dialog_manager, one)} for one in offers],
        "can_send": is_mentor and plan.working and plan.begun and plan.status == Status.DRAFT,
        "can_add": plan.working,
        "has_history": plan.status in {Status.SENT, Status.APPROVED} or bool(plan.remark),
    }


def _offer(manager: DialogManager, offer: working.Offer) -> str:
    if offer.title:
        return shortened(offer.title, WHOLE)
    return words_of(manager).plain(f"personal-level-{offer.level}", months=offer.months)


async def on_offer(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await working.begin(unit_of(manager), pair_id=_pair(manager), template=item)
    to_first_page(manager)
    remark(manager, "personal-begun")


async def on_document(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await plan_papers.send_own(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "order-sent")


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await working.send(unit_of(manager), pair_id=_pair(manager))
    remark(manager, "personal-sent")


async def on_item(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["item"] = number(item)
    await manager.switch_to(MyPlan.item)


async def on_line(manager: DialogManager, text: str) -> None:
    """A goal or an activity with its term, in one line; which of them it is is asked."""
    unit = unit_of(manager)
    said = terms.read_line(text, today=unit.today(), language=words_of(manager).language)
    manager.dialog_data["line"] = said.title
    manager.dialog_data["line_due"] = said.due_on.isoformat() if said.due_on else ""
    await manager.switch_to(MyPlan.kind)


async def kind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, day = words_of(dialog_manager), _line_due(dialog_manager)
    return {
        "title": dialog_manager.dialog_data.get("line", ""),
        "has_due": "yes" if day else "no",
        "due_on": day or date.min,
        "kinds": [
            {"id": str(kind), "label": words.plain(f"personal-is-{kind}")} for kind in _KINDS
        ],
    }


def _line_due(manager: DialogManager) -> date | None:
    said = manager.dialog_data.get("line_due", "")
    return date.fromisoformat(said) if said else None


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item not in _KINDS:
        return
    made = await working.propose(
        unit_of(manager),
        pair_id=_pair(manager),
        kind=Kind(item),
        title=manager.dialog_data.get("line", ""),
        due_on=_line_due(manager),
    )
    manager.dialog_data["item"] = made
    remark(manager, "personal-added")
    needs_term = item != Kind.GOAL and _line_due(manager) is None
    await manager.switch_to(MyPlan.due if needs_term else MyPlan.plan)


async def changes_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await reading.my_history(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    return history_data(dialog_manager, found)


@action("plan")
async def open_plan(manager: DialogManager, argument: str) -> None:
    """Out of the morning digest, or under a message: the programme of a pair."""
    await reading.mine(unit_of(manager), pair_id=number(argument))
    await open_dialog(manager, MyPlan.plan, {"pair": number(argument)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("personal-plan"),
            SayEach("personal-line", "lines"),
            Say("personal-how"),
            pages(choice("o", "offers", on_offer), "op"),
            *numbers("n", on_item),
            page_buttons(),
            button("personal-send", "send", on_send, when="can_send"),
            go("personal-add", "add", MyPlan.add, when="can_add"),
            go("personal-history", "history", MyPlan.history, when="has_history"),
            button("personal-document", "document", on_document, when="begun"),
            typed(on_line, limit=_TYPED),
            leave("button-back"),
            state=MyPlan.plan,
            getter=own_data,
        ),
        Screen(
            Say("personal-add-how"),
            typed(on_line, limit=_TYPED),
            go("button-back", "back", MyPlan.plan),
            state=MyPlan.add,
            getter=own_data,
        ),
        Screen(
            Say("personal-kind-ask"),
            Group(choice("k", "kinds", on_kind), width=1),
            go("button-back", "back", MyPlan.plan),
            state=MyPlan.kind,
            getter=kind_data,
        ),
        *items.screens(),
        Screen(
            Say("personal-changes"),
            SayEach("personal-change", "changes"),
            go("button-back", "back", MyPlan.plan),
            state=MyPlan.history,
            getter=changes_data,
        ),
        on_start=adopt,
    )
