"""The head's one screen: what waits for a number and a date, and how things stand."""

from datetime import date
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager

from handlers.kit import menu
from handlers.kit.actions import ACTIONS
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.orders import parse_order
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from mentoring import signing
from mentoring.roles import Role

PAGE = 8


class Signing(StatesGroup):
    """What the head signs."""

    list = State()
    order = State()


def _school(manager: DialogManager) -> int:
    seat = unit_of(manager).actor.seat(Role.HEAD)
    return seat.organisation_id if seat else 0


async def _rows(manager: DialogManager) -> list[dict[str, Any]]:
    words = words_of(manager)
    things = await signing.waiting(unit_of(manager), organisation_id=_school(manager))
    titles = [words.plain(f"sign-{thing.kind}", **thing.args) for thing in things]
    return [
        {
            "id": f"{thing.kind}-{thing.id}",
            "label": shortened(title, WHOLE),
            "title": title,
        }
        for thing, title in zip(things, titles, strict=True)
    ]


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = await _rows(dialog_manager)
    standing = await signing.standing(
        unit_of(dialog_manager), organisation_id=_school(dialog_manager)
    )
    return {
        "things": rows,
        "rows": await shown(dialog_manager, "tp", rows, PAGE),
        "count": len(rows),
        "pairs": standing.pairs,
        "overdue": standing.overdue,
        "alone": standing.lonely,
    }


async def order_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    chosen = dialog_manager.dialog_data.get("thing", "")
    rows = {row["id"]: row["title"] for row in await _rows(dialog_manager)}
    return {
        "title": rows.get(chosen, "-"),
        "day": unit_of(dialog_manager).today(),
        "shows": _looked_at(dialog_manager)[0] in ACTIONS,
    }


async def on_thing(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["thing"] = item
    await manager.switch_to(Signing.order)


async def on_order(manager: DialogManager, text: str) -> None:
    order = parse_order(text, today=unit_of(manager).today(), language=words_of(manager).language)
    if order is None:
        remark(manager, "order-not-understood")
        return
    await _sign(manager, *order)


async def _sign(manager: DialogManager, number: str, day: date) -> None:
    kind, _, thing = str(manager.dialog_data.get("thing", "")).rpartition("-")
    await signing.sign(
        unit_of(manager),
        organisation_id=_school(manager),
        kind=kind,
        thing_id=int(thing) if thing.isdecimal() and len(thing) < 19 else 0,
        number=number,
        day=day,
    )
    remark(manager, "sign-done")
    await manager.switch_to(Signing.list)


def _looked_at(manager: DialogManager) -> tuple[str, str]:
    """The action that shows the chosen thing, and its id; areas register it under that name."""
    kind, _, thing = str(manager.dialog_data.get("thing", "")).rpartition("-")
    return f"sign-look-{kind}", thing


async def on_look(_callback: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    name, thing = _looked_at(manager)
    if name in ACTIONS:
        await ACTIONS[name](manager, thing)


def dialog() -> Dialog:
    menu.entry("signing", "menu-signing", Signing.list, Role.HEAD, command="sign")
    return Dialog(
        Screen(
            Say("signing"),
            SayEach("signing-row", "rows"),
            Say("signing-standing"),
            pages(choice("t", "things", on_thing), "tp", height=PAGE),
            leave("button-home"),
            state=Signing.list,
            getter=list_data,
        ),
        Screen(
            Say("signing-order"),
            typed(on_order, limit=80),
            button("signing-look", "look", on_look, when="shows"),
            go("button-back", "back", Signing.list),
            state=Signing.order,
            getter=order_data,
        ),
        on_start=adopt,
    )
