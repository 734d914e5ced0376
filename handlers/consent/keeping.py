"""A curator's list of people without consent: why, reminders in one tap, papers put on record."""

from collections import Counter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Start

from handlers.consent import recording
from handlers.consent.mine import Consents
from handlers.consent.states import Keeping
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import shortened
from handlers.kit.links import invite_link
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from handlers.privacy.erasing import Erasing
from mentoring.consent import keeping
from mentoring.consent.keeping import Reason
from mentoring.consent.rules import Giver
from mentoring.roles import Role


async def _people(manager: DialogManager) -> list[keeping.Lacking]:
    return await keeping.lacking(unit_of(manager), organisation_id=my_school(manager))


async def reasons_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    counts = Counter(person.reason for person in await _people(dialog_manager))
    rows = [
        {
            "id": str(reason),
            "label": words.plain("lacking-reason", reason=str(reason), count=counts[reason]),
        }
        for reason in Reason
        if counts[reason]
    ]
    return {"reasons": rows, "count": counts.total()}


def _reason(manager: DialogManager) -> Reason:
    return Reason(manager.dialog_data.get("reason", Reason.PAPER))


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    reason = _reason(dialog_manager)
    people = [one for one in await _people(dialog_manager) if one.reason is reason]
    rows = [
        {
            "id": one.person_id,
            "label": shortened(f"{one.name}, {one.birth_year}" if one.birth_year else one.name, 40),
        }
        for one in people
    ]
    return {
        "people": rows,
        "count": len(rows),
        "reason": str(reason),
        "can_remind": any(one.reachable for one in people),
        "can_record": len(rows) > 1 and reason in {Reason.PAPER, Reason.PARENTS},
    }


async def _card(manager: DialogManager) -> keeping.Lacking:
    return await keeping.card(
        unit_of(manager),
        organisation_id=my_school(manager),
        person_id=manager.dialog_data.get("person", 0),
    )


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one, words = await _card(dialog_manager), words_of(dialog_manager)
    whose = {giver for givers in one.missing.values() for giver in givers}
    return {
        "name": one.name,
        "number": str(one.person_id),
        "role": words.plain(f"role-as-{one.role}"),
        "year": str(one.birth_year or ""),
        "no_year": one.birth_year is None,
        "has_year": one.birth_year is not None,
        "lacks_self": Giver.SELF in whose,
        "lacks_parents": Giver.REPRESENTATIVE in whose,
        "ends": one.until is not None,
        "until": one.until or unit_of(dialog_manager).today(),
        "reachable": one.reachable,
    }


async def link_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    token = await keeping.parents_link(
        unit_of(dialog_manager),
        organisation_id=my_school(dialog_manager),
        person_id=dialog_manager.dialog_data.get("person", 0),
    )
    return {"link": invite_link(dialog_manager, token)}


async def on_reason(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in set(Reason):
        manager.dialog_data["reason"] = item
        await manager.switch_to(Keeping.list)


async def on_person(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["person"] = number(item)
    await manager.switch_to(Keeping.card)


async def _remind(manager: DialogManager, person_id: int | None, reason: Reason) -> None:
    count = await keeping.remind(
        unit_of(manager), organisation_id=my_school(manager), reason=reason, person_id=person_id
    )
    remark(manager, "consent-reminded", count=count)


async def on_remind(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _remind(manager, None, _reason(manager))


async def on_remind_one(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    one = await _card(manager)
    await _remind(manager, one.person_id, one.reason)


async def on_record_all(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    reason = _reason(manager)
    manager.dialog_data["people"] = [
        one.person_id for one in await _people(manager) if one.reason is reason
    ][:_MOST_PAPERS]
    await manager.switch_to(Keeping.signed)


# As many people as one press may put papers on record for: a class or two.
_MOST_PAPERS = 100


async def on_record(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["people"] = [manager.dialog_data.get("person", 0)]
    await manager.switch_to(Keeping.signed)


async def on_year(manager: DialogManager, text: str) -> None:
    await keeping.note_year(
        unit_of(manager),
        organisation_id=my_school(manager),
        person_id=manager.dialog_data.get("person", 0),
        year=number(text),
    )
    remark(manager, "consent-paper-year-noted")
    await manager.switch_to(Keeping.reasons)


@action("consents")
async def open_consents(manager: DialogManager, _argument: str) -> None:
    """Under a reminder: one's own consents."""
    await open_dialog(manager, Consents.list)


@action("consents-lacking")
async def open_lacking(manager: DialogManager, _argument: str) -> None:
    """In a curator's digest: who lacks a consent, or will soon."""
    await open_dialog(manager, Keeping.reasons)


def dialog() -> Dialog:
    menu.entry("keeping", "menu-keeping", Keeping.reasons, Role.CURATOR, group="people")
    return Dialog(
        Screen(
            Say("lacking-reasons"),
            Column(choice("r", "reasons", on_reason)),
            Start(Say("menu-erasing", plain=True), id="erasing", state=Erasing.list),
            leave("button-home"),
            state=Keeping.reasons,
            getter=reasons_data,
        ),
        Screen(
            Say("lacking-list"),
            button("lacking-remind", "remind", on_remind, when="can_remind"),
            button("lacking-record", "record", on_record_all, when="can_record"),
            pages(choice("p", "people", on_person), "pp"),
            go("button-back", "back", Keeping.reasons),
            state=Keeping.list,
            getter=list_data,
        ),
        Screen(
            Say("lacking-card"),
            Say("lacking-year", when="has_year"),
            Say("lacking-self", when="lacks_self"),
            Say("lacking-parents", when="lacks_parents"),
            Say("lacking-ends", when="ends"),
            Say("lacking-type-year", when="no_year"),
            button("consent-paper-record", "record", on_record),
            go("consent-link", "link", Keeping.link, when="lacks_parents"),
            button("lacking-remind-one", "remind", on_remind_one, when="reachable"),
            typed(on_year, limit=10),
            go("button-back", "back", Keeping.list),
            state=Keeping.card,
            getter=card_data,
        ),
        Screen(
            Say("consent-link-text"),
            go("button-back", "back", Keeping.card),
            state=Keeping.link,
            getter=link_data,
        ),
        *recording.screens(),
    )
