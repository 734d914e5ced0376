"""What waits in the office: orders without a number, applications of the people of pairs."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.council.states import Council
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.orders import parse_order
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.pairs.states import Applications, Orders
from handlers.people.participants import my_school
from mentoring.council import passing
from mentoring.pairs import applications, deciding, orders
from mentoring.roles import Role

_PAGE = 8


async def orders_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await orders.listed(unit_of(dialog_manager), organisation_id=my_school(dialog_manager))
    rows = [
        {
            "id": one.id,
            "label": shortened(
                words.plain("sign-pairs", kind=str(one.kind), count=one.pairs), WHOLE
            ),
        }
        for one in found
    ]
    return {"orders": rows, "count": len(rows)}


def _order(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("order", 0))


async def order_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rows = (await orders_data(dialog_manager))["orders"]
    title = next((row["label"] for row in rows if row["id"] == _order(dialog_manager)), "-")
    return {"title": title, "day": unit_of(dialog_manager).today()}


async def on_order(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["order"] = number(item)
    await manager.switch_to(Orders.card)


async def on_send(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await orders.send(unit_of(manager), order_id=_order(manager))
    remark(manager, "order-sent")


async def on_number(manager: DialogManager, text: str) -> None:
    found = parse_order(text, today=unit_of(manager).today(), language=words_of(manager).language)
    if found is None:
        remark(manager, "order-not-understood")
        return
    await orders.number(unit_of(manager), order_id=_order(manager), number=found[0], day=found[1])
    remark(manager, "order-noted")
    await manager.switch_to(Orders.list)


def orders_dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("orders"),
            pages(choice("o", "orders", on_order), "op"),
            leave("button-back"),
            state=Orders.list,
            getter=orders_data,
        ),
        Screen(
            Say("order-card"),
            typed(on_number, limit=80),
            button("order-send", "send", on_send),
            go("button-back", "back", Orders.list),
            state=Orders.card,
            getter=order_data,
        ),
    )


async def applications_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await deciding.listed(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    rows = [
        {
            "id": one.id,
            "n": place,
            "label": f"{place}",
            "kind": words.plain(f"application-kind-{one.kind}"),
            "who": one.who,
            "day": one.created_on,
        }
        for place, one in enumerate(found, start=1)
    ]
    return {
        "applications": rows,
        "shown": await shown(dialog_manager, "np", rows, _PAGE),
        "count": len(rows),
    }


def _application(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("application", 0))


async def application_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    found = await deciding.card(unit, application_id=_application(dialog_manager))
    # The head reads, the curator acts.
    decides = found.status == applications.OPEN and unit.actor.seat(Role.CURATOR) is not None
    pair = found.pair_id if decides else None
    return {
        "kind": words.plain(f"application-kind-{found.kind}"),
        "what": str(found.kind),
        "who": found.who,
        "side": str(found.side or Role.MENTOR),
        "subject": found.subject,
        "mentors": found.mentors,
        "mentees": found.mentees,
        "reason": found.reason or "-",
        "day": found.created_on,
        "status": found.status,
        "decides": decides,
        "council": pair is not None and (await passing.glance(unit, pair_id=pair)).exists,
    }


async def on_application(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["application"] = number(item)
    await manager.switch_to(Applications.card)


async def on_grant(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await deciding.grant(unit_of(manager), application_id=_application(manager))
    remark(manager, "application-granted")
    await manager.switch_to(Applications.list)


async def on_decline(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await deciding.decline(unit_of(manager), application_id=_application(manager))
    remark(manager, "application-declined-done")
    await manager.switch_to(Applications.list)


async def on_council(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    found = await deciding.card(unit_of(manager), application_id=_application(manager))
    await manager.start(Council.pair, {"pair": found.pair_id or 0})


@action("application")
async def open_application(manager: DialogManager, argument: str) -> None:
    """Under the message to the curators and the head."""
    await deciding.card(unit_of(manager), application_id=number(argument))
    await open_dialog(manager, Applications.card, {"application": number(argument)})


def applications_dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("applications"),
            SayEach("application-row", "shown"),
            pages(choice("n", "applications", on_application), "np", height=_PAGE),
            leave("button-back"),
            state=Applications.list,
            getter=applications_data,
        ),
        Screen(
            Say("application-card"),
            go("application-grant", "grant", Applications.grant, when="decides"),
            button("application-decline", "decline", on_decline, when="decides"),
            button("council-open", "council", on_council, when="council"),
            leave("button-back"),
            state=Applications.card,
            getter=application_data,
        ),
        Screen(
            Say("application-sure"),
            button("application-grant-yes", "yes", on_grant),
            go("button-back", "back", Applications.card),
            state=Applications.grant,
            getter=application_data,
        ),
        on_start=adopt,
    )
