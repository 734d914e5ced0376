"""Partner organisations of a school or a department: who they are, a link for their people."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.links import invite_link
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.links import here
from handlers.people.states import Place
from mentoring.people import invites, organisations, partners
from mentoring.people.partners import Partner
from mentoring.roles import Role

_PAGE = 8


class Partners(StatesGroup):
    """Partners of one organisation."""

    list = State()
    kind = State()
    name = State()
    card = State()
    link = State()


async def _listed(manager: DialogManager) -> list[Partner]:
    return await partners.listed(unit_of(manager), organisation_id=here(manager))


async def _chosen(manager: DialogManager) -> Partner | None:
    chosen = manager.dialog_data.get("partner")
    return next((one for one in await _listed(manager) if one.id == chosen), None)


def _row(one: Partner, manager: DialogManager) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": shortened(one.name, WHOLE),
        "name": one.name,
        "kind": words_of(manager).plain(f"partner-kind-{one.kind}"),
        "mentors": one.mentors,
        "own": "yes" if one.own else "no",
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = [_row(one, dialog_manager) for one in await _listed(dialog_manager)]
    return {
        "partners": rows,
        "rows": await shown(dialog_manager, "pp", rows, _PAGE),
        "count": len(rows),
    }


async def kind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    return {
        "kinds": [
            {"id": kind, "label": words.plain(f"partner-kind-{kind}")} for kind in invites.PARTNERS
        ]
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one = await _chosen(dialog_manager)
    if one is None:
        return {"gone": True}
    roles = await invites.roles_here(unit_of(dialog_manager), here(dialog_manager))
    return _row(one, dialog_manager) | {
        "there": True,
        "mine": one.own,
        "invites": Role.MENTOR in roles,
    }


async def link_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one = await _chosen(dialog_manager)
    token = dialog_manager.dialog_data.get("token", "")
    return {"name": one.name if one else "", "link": invite_link(dialog_manager, token)}


async def on_partner(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["partner"] = number(item)
    await manager.switch_to(Partners.card)


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in invites.PARTNERS:
        manager.dialog_data["kind"] = item
        await manager.switch_to(Partners.name)


async def on_name(manager: DialogManager, text: str) -> None:
    manager.dialog_data["partner"] = await partners.add(
        unit_of(manager),
        organisation_id=here(manager),
        kind=manager.dialog_data.get("kind", invites.PARTNERS[-1]),
        name=text,
    )
    remark(manager, "partner-added")
    await manager.switch_to(Partners.card)


async def on_link(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The press makes the link, or finds the one there is; the window only shows it."""
    manager.dialog_data["token"] = await partners.invite_mentors(
        unit_of(manager),
        organisation_id=here(manager),
        partner_id=manager.dialog_data.get("partner", 0),
    )
    await manager.switch_to(Partners.link)


async def on_particulars(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Its names and its time zone, as of any organisation."""
    await manager.start(Place.card, {"place": manager.dialog_data.get("partner", 0)})


async def open_for(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From the card of the organisation whose partners they are."""
    await manager.start(Partners.list, {"place": here(manager)})


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("partners"),
            SayEach("partner-row", "rows"),
            pages(choice("p", "partners", on_partner), "pp", height=_PAGE),
            go("partners-add", "add", Partners.kind),
            leave("button-back"),
            state=Partners.list,
            getter=list_data,
        ),
        Screen(
            Say("partner-kind"),
            Group(choice("k", "kinds", on_kind), width=1),
            go("button-back", "back", Partners.list),
            state=Partners.kind,
            getter=kind_data,
        ),
        Screen(
            Say("partner-name"),
            typed(on_name, limit=organisations.NAME_LIMIT),
            go("button-back", "back", Partners.kind),
            state=Partners.name,
        ),
        Screen(
            Say("partner-gone", when="gone"),
            Say("partner-card", when="there"),
            button("partner-link-button", "link", on_link, when="invites"),
            button("partner-particulars", "place", on_particulars, when="mine"),
            go("button-back", "back", Partners.list),
            state=Partners.card,
            getter=card_data,
        ),
        Screen(
            Say("partner-link"),
            go("button-back", "back", Partners.card),
            state=Partners.link,
            getter=link_data,
        ),
        on_start=adopt,
    )
