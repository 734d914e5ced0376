"""A curator's people: the two banks, searched and narrowed, and links to invite."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row

from handlers.bank import card, narrowing
from handlers.bank.states import Bank, RosterScreens
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.links import invite_link
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of
from handlers.kit.turning import page_buttons, page_of, turning
from handlers.people.participants import my_school
from handlers.programmes.programmes import Programmes
from mentoring.bank import checking, exporting, finding
from mentoring.bank.filtering import Filters, State
from mentoring.bank.status import Side
from mentoring.people import invites
from mentoring.programmes import programmes
from mentoring.roles import Role

_PAGE = 8


async def home_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, school = unit_of(dialog_manager), my_school(dialog_manager)
    data: dict[str, Any] = {}
    for side in Side:
        page = await finding.find(unit, organisation_id=school, side=side, limit=0)
        data[f"{side}s"] = page.total
        data[f"{side}s_free"] = page.choices.states.get(State.FREE, 0)
        data[f"{side}s_listed"] = page.choices.states.get(State.LISTED, 0)
    found = await programmes.listed(unit, organisation_id=school)
    has = any(one.status != programmes.ProgrammeStatus.ENDED for one in found)
    return data | {"has_programme": has, "no_programme": not has}


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    page = page_of(dialog_manager)
    found = await narrowing.find(dialog_manager, offset=page * _PAGE, limit=_PAGE)
    return {
        "rows": [_row(row) for row in found.rows],
        **narrowing.told(dialog_manager, found.choices),
        **turning(page, more=(page + 1) * _PAGE < found.total),
    }


def _row(row: finding.Found) -> dict[str, Any]:
    place = shortened(row.place, 30)
    label = f"{row.name}, {place}" if place else row.name
    return {
        "id": row.id,
        "label": shortened(label, WHOLE),
        "name": shortened(row.name, 60),
        "place": place or "-",
        "status": str(row.status),
        "days": row.waiting_days or 0,
        "fresh": "yes" if row.fresh else "no",
    }


def _open_side(side: Side, state: State | None = None) -> Any:
    async def on_side(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        manager.dialog_data["side"] = side
        narrowing.choose(manager, Filters(state))
        await manager.switch_to(Bank.list)

    return on_side


async def on_person(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["profile"] = number(item)
    await manager.switch_to(Bank.card)


async def on_ask_stale(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await checking.ask_stale(unit_of(manager), organisation_id=my_school(manager))
    remark(manager, "bank-stale-asked", count=count)


async def on_export(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await exporting.request_export(unit_of(manager), organisation_id=my_school(manager))
    remark(manager, "bank-export-coming")


async def on_begin(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """In place of this dialog, so that its way home leads home."""
    await manager.done()
    await manager.start(Programmes.form)


async def on_import(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    side = manager.dialog_data.get("side", Side.MENTEE)
    await manager.start(RosterScreens.programme, {"side": side})


def _link_data(role: Role) -> Any:
    async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        token = await invites.invite_participants(
            unit_of(dialog_manager), organisation_id=my_school(dialog_manager), role=role
        )
        return {"link": invite_link(dialog_manager, token)}

    return data


@action("bank")
async def open_card(manager: DialogManager, argument: str) -> None:
    """Under a message to the curator: the person it tells of."""
    await open_dialog(manager, Bank.card, {"profile": number(argument)})


def _home() -> Screen:
    return Screen(
        Say("bank-home"),
        Say("bank-no-programme", when="no_programme"),
        button("bank-begin-programme", "begin", on_begin, when="no_programme"),
        button("bank-mentees", "mentees", _open_side(Side.MENTEE), when="has_programme"),
        button("bank-mentors", "mentors", _open_side(Side.MENTOR), when="has_programme"),
        button(
            "bank-without-pair",
            "free",
            _open_side(Side.MENTEE, State.FREE),
            when="mentees_free",
        ),
        go("participants-invite-mentor", "mentor", Bank.mentor_link),
        go("participants-invite-mentee", "mentee", Bank.mentee_link),
        button("bank-export", "export", on_export, when="has_programme"),
        leave("button-home"),
        state=Bank.home,
        getter=home_data,
    )


def _list() -> Screen:
    return Screen(
        Say("bank-list"),
        *narrowing.chosen(),
        SayEach("bank-row", "rows"),
        Say("bank-nobody", when="nobody"),
        Say("bank-search-hint"),
        Group(choice("b", "rows", on_person), width=1),
        page_buttons(),
        go("bank-filter", "filter", Bank.filter, when="anybody"),
        button("bank-forget-filter", "forget", narrowing.on_forget, when="narrowed"),
        button("bank-ask-stale", "stale", on_ask_stale, when="stale"),
        button("bank-import", "import", on_import),
        Row(go("button-back", "back", Bank.home), leave("button-home")),
        typed(narrowing.on_words, limit=narrowing.WORDS_LIMIT),
        state=Bank.list,
        getter=list_data,
    )


def dialog() -> Dialog:
    menu.entry(
        "participants",
        "menu-participants",
        Bank.home,
        Role.CURATOR,
        group="people",
        command="people",
    )
    links = [
        ("participants-link-mentor", Bank.mentor_link, Role.MENTOR),
        ("participants-link-mentee", Bank.mentee_link, Role.MENTEE),
    ]
    return Dialog(
        _home(),
        _list(),
        narrowing.screen(),
        *card.screens(),
        *(
            Screen(
                Say(key),
                go("button-back", "back", Bank.home),
                state=state,
                getter=_link_data(role),
            )
            for key, state, role in links
        ),
        on_start=adopt,
    )
