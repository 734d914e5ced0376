"""My pair: how to reach each other, and what one may ask for."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.calendar import DayCalendar
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of
from handlers.pairs.changing import ahead, typed_day
from handlers.pairs.states import Mine
from handlers.plans.states import MyPlan
from mentoring.pairs import applications, contact
from mentoring.pairs.applications import REASON_LIMIT
from mentoring.pairs.states import State
from mentoring.papers import pair_papers
from mentoring.roles import Role


def _pair(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("pair", 0))


async def begin(data: Any, manager: DialogManager) -> None:
    """At the pair a button named, or the only one there is; else it is chosen."""
    named = data.get("pair") if isinstance(data, dict) else None
    if named:
        manager.dialog_data["pair"] = named
        return
    found = await contact.my_pairs(unit_of(manager))
    manager.dialog_data["several"] = len(found) > 1
    if len(found) == 1:
        manager.dialog_data["pair"] = found[0][0]
        await manager.switch_to(Mine.card)


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await contact.my_pairs(unit_of(dialog_manager))
    rows = [{"id": one, "label": shortened(others, WHOLE)} for one, others in found]
    return {"pairs": rows, "count": len(rows)}


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await contact.card(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    is_mentor = found.side == Role.MENTOR
    return {
        "others": found.others,
        "side": str(found.side),
        "with_others": "yes" if found.beside else "no",
        "beside": found.beside,
        "started_on": found.started_on,
        "has_end": "yes" if found.ends_on else "no",
        "ends_on": found.ends_on or found.started_on,
        "paused": "yes" if found.status == State.PAUSED else "no",
        "until": found.paused_until or found.started_on,
        "has_order": "yes" if found.order and found.order_on else "no",
        "order": found.order,
        "order_on": found.order_on or found.started_on,
        "is_mentor": is_mentor,
        "may_thank": not (is_mentor and found.is_primary),
        "day": unit_of(dialog_manager).today(),
    }


async def contact_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await contact.reach(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    return {
        "others": found.others,
        "has_link": "yes" if found.video_link else "no",
        "link": found.video_link,
        "standing": "hidden" if not found.shares else "both" if found.phones else "waiting",
        "phone": found.phone,
        "has_phone": "yes" if found.phone else "no",
        "phones": [{"phone": phone} for phone in found.phones],
        "hidden": not found.shares and bool(found.phone),
        "shares": found.shares,
    }


async def helper_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await applications.colleagues(unit_of(dialog_manager), pair_id=_pair(dialog_manager))
    rows = [{"id": one, "label": shortened(name, WHOLE)} for one, name in found]
    return {"people": rows, "count": len(rows)}


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["pair"] = number(item)
    await manager.switch_to(Mine.card)


async def on_plan(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(MyPlan.plan, {"pair": _pair(manager)})


async def _share(manager: DialogManager, *, agrees: bool) -> None:
    await contact.share(unit_of(manager), pair_id=_pair(manager), agrees=agrees)
    remark(manager, "contact-shared" if agrees else "contact-hidden")


async def on_share(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _share(manager, agrees=True)


async def on_hide(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _share(manager, agrees=False)


async def on_contact(manager: DialogManager, text: str) -> None:
    kept = await contact.put(unit_of(manager), pair_id=_pair(manager), text=text)
    remark(manager, f"contact-kept-{kept}")


async def extend_till(manager: DialogManager, day: date) -> None:
    await applications.ask_extension(unit_of(manager), pair_id=_pair(manager), until=day)
    remark(manager, "extension-asked")
    await manager.switch_to(Mine.card)


async def on_extend_text(manager: DialogManager, text: str) -> None:
    if day := await typed_day(manager, text):
        await extend_till(manager, day)


async def on_replacement(manager: DialogManager, text: str) -> None:
    await applications.ask_replacement(unit_of(manager), pair_id=_pair(manager), reason=text)
    remark(manager, "application-sent")
    await manager.switch_to(Mine.card)


async def on_relief(manager: DialogManager, text: str) -> None:
    await applications.ask_relief(unit_of(manager), pair_id=_pair(manager), reason=text)
    remark(manager, "application-sent")
    await manager.switch_to(Mine.card)


async def on_award(manager: DialogManager, text: str) -> None:
    await applications.propose_award(unit_of(manager), pair_id=_pair(manager), reason=text)
    remark(manager, "application-sent")
    await manager.switch_to(Mine.card)


async def on_helper(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await applications.invite_helper(
        unit_of(manager), pair_id=_pair(manager), person_id=number(item)
    )
    remark(manager, "helper-asked")
    await manager.switch_to(Mine.card)


@action("contact")
async def open_contact(manager: DialogManager, argument: str) -> None:
    """Under the message that introduces a pair."""
    await contact.card(unit_of(manager), pair_id=number(argument))
    await open_dialog(manager, Mine.contact, {"pair": number(argument)})


@action("consented")
async def on_consent(manager: DialogManager, argument: str) -> None:
    """Under what needs one's consent: "application:yes", "application:no"."""
    made, _, answer = argument.partition(":")
    holds = await applications.consent(
        unit_of(manager), application_id=number(made), agrees=answer == "yes"
    )
    remark(manager, "consent-kept", answer=answer, holds="yes" if holds else "no")
    await go_home(manager)


@action("journal")
async def on_journal(manager: DialogManager, argument: str) -> None:
    """Under the thanks at the end: the pair's journal."""
    await _own_paper(manager, argument, "journal")


@action("certificate")
async def on_certificate(manager: DialogManager, argument: str) -> None:
    """Under the thanks to a mentor."""
    await _own_paper(manager, argument, "certificate")


async def _own_paper(manager: DialogManager, argument: str, paper: str) -> None:
    await pair_papers.send_own(unit_of(manager), pair_id=number(argument), paper=paper)
    remark(manager, "order-sent")


def dialog() -> Dialog:
    menu.entry("mine", "menu-my-pair", Mine.list, Role.MENTOR, Role.MENTEE, command="pair")
    return Dialog(
        Screen(
            Say("my-pairs"),
            pages(choice("p", "pairs", on_pair), "pp"),
            leave("button-home"),
            state=Mine.list,
            getter=list_data,
        ),
        Screen(
            Say("my-pair"),
            button("my-pair-plan", "plan", on_plan),
            go("pair-contact", "contact", Mine.contact),
            go("my-pair-extend", "extend", Mine.extension),
            go("my-pair-helper", "helper", Mine.helper, when="is_mentor"),
            go("my-pair-award", "award", Mine.award, when="may_thank"),
            go("my-pair-replace", "replace", Mine.replacement),
            go("my-pair-relief", "relief", Mine.relief, when="is_mentor"),
            leave("button-home"),
            state=Mine.card,
            getter=card_data,
        ),
        Screen(
            Say("contact"),
            SayEach("contact-phone", "phones"),
            button("contact-share", "share", on_share, when="hidden"),
            button("contact-hide", "hide", on_hide, when="shares"),
            typed(on_contact, limit=contact.LINK_LIMIT),
            go("button-back", "back", Mine.card),
            state=Mine.contact,
            getter=contact_data,
        ),
        Screen(
            Say("my-pair-extend-ask"),
            DayCalendar("extend_day", extend_till, bounds=ahead),
            typed(on_extend_text, limit=40),
            go("button-back", "back", Mine.card),
            state=Mine.extension,
            getter=card_data,
        ),
        Screen(
            Say("my-pair-replace-ask"),
            typed(on_replacement, limit=REASON_LIMIT),
            go("button-back", "back", Mine.card),
            state=Mine.replacement,
            getter=card_data,
        ),
        Screen(
            Say("my-pair-relief-ask"),
            typed(on_relief, limit=REASON_LIMIT),
            go("button-back", "back", Mine.card),
            state=Mine.relief,
            getter=card_data,
        ),
        Screen(
            Say("my-pair-helper-ask"),
            pages(choice("h", "people", on_helper), "hp"),
            go("button-back", "back", Mine.card),
            state=Mine.helper,
            getter=helper_data,
        ),
        Screen(
            Say("my-pair-award-ask"),
            typed(on_award, limit=REASON_LIMIT),
            go("button-back", "back", Mine.card),
            state=Mine.award,
            getter=card_data,
        ),
        on_start=begin,
    )
