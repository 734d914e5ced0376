"""The staff of an organisation: orders and training, deputies, handing over, the end of a seat."""

from datetime import date, timedelta
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from core.clock import local_date
from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.calendar import DayCalendar
from handlers.kit.dates import parse_day
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.links import invite_link
from handlers.kit.orders import parse_order
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.links import here
from mentoring.people import deputies, seats
from mentoring.people.seats import StaffSeat
from mentoring.roles import STAFF, Role

PAGE = 8


class Staff(StatesGroup):
    """People who work in one organisation."""

    list = State()
    card = State()
    dismiss = State()
    end = State()
    successor = State()
    deputy = State()
    first_day = State()
    last_day = State()
    order = State()
    contact = State()
    training = State()


def _seat(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("seat", 0))


def _row(manager: DialogManager, seat: StaffSeat) -> dict[str, Any]:
    role = words_of(manager).plain(f"role-{seat.role}")
    return {
        "id": seat.id,
        "label": shortened(seat.name, WHOLE),
        "name": seat.name,
        "role": role,
        "acting": "yes" if seat.until else "no",
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await seats.staff(unit_of(dialog_manager), organisation_id=here(dialog_manager))
    rows = [_row(dialog_manager, seat) for seat in found]
    return {
        "seats": rows,
        "rows": await shown(dialog_manager, "sp", rows, PAGE),
        "count": len(rows),
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    card = await seats.card(unit, membership_id=_seat(dialog_manager))
    seat, mine = card.seat, card.managed
    acting = seat.until is not None
    terms = [
        {
            "id": term.id,
            "label": shortened(term.name, WHOLE),
            "name": term.name,
            "from": term.starts_on,
            "to": term.ends_on,
        }
        for term in card.terms
    ]
    return _row(dialog_manager, seat) | {
        "organisation": seat.place,
        "since": local_date(seat.since, unit.timezone),
        "ordered": bool(seat.ordered_on),
        "order": seat.order_number,
        "order_on": seat.ordered_on or unit.today(),
        "contact": seat.contact or "-",
        "training": seat.training or "-",
        "has_contact": bool(seat.contact),
        "has_training": bool(seat.training),
        "terms": terms,
        "mine": mine,
        "stands_in": mine and bool(terms),
        "keeps": mine and not acting,
        "passes": mine and not acting and seat.role in STAFF,
        "until": local_date(seat.until - timedelta(seconds=1), unit.timezone)
        if seat.until
        else unit.today(),
    }


async def successor_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    token = dialog_manager.dialog_data.get("token", "")
    return await card_data(dialog_manager) | {"link": invite_link(dialog_manager, token)}


async def deputy_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await deputies.candidates(unit_of(dialog_manager), membership_id=_seat(dialog_manager))
    rows = [{"id": one.id, "label": shortened(one.name, WHOLE)} for one in found]
    return {"people": rows, "count": len(rows)}


async def days_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    first = data.get("first")
    return {"from": date.fromisoformat(first) if first else unit_of(dialog_manager).today()}


async def on_seat(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["seat"] = number(item)
    await manager.switch_to(Staff.card)


async def on_end(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    own = (await seats.card(unit_of(manager), membership_id=_seat(manager))).seat.person_id
    await seats.end(unit_of(manager), membership_id=_seat(manager))
    remark(manager, "seat-ended-done")
    if own == unit_of(manager).actor.person_id:
        await manager.middleware_data["reseat"](manager.middleware_data["turn"])
        await manager.done()
    else:
        await manager.switch_to(Staff.list)


async def on_successor(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["token"] = await seats.offer(unit_of(manager), membership_id=_seat(manager))
    await manager.switch_to(Staff.successor)


async def on_deputy(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data.update(deputy=number(item), first=None)
    await manager.switch_to(Staff.first_day)


async def on_term(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await deputies.dismiss(unit_of(manager), deputy_id=number(item))
    remark(manager, "deputy-dismissed")
    await manager.switch_to(Staff.card)


async def on_first_day(manager: DialogManager, day: date) -> None:
    if day < unit_of(manager).today():
        remark(manager, "deputy-days")
        return
    manager.dialog_data["first"] = day.isoformat()
    await manager.switch_to(Staff.last_day)


async def on_last_day(manager: DialogManager, day: date) -> None:
    data = manager.dialog_data
    await deputies.appoint(
        unit_of(manager),
        membership_id=_seat(manager),
        person_id=data.get("deputy", 0),
        starts_on=date.fromisoformat(data["first"]),
        ends_on=day,
    )
    remark(manager, "deputy-appointed")
    await manager.switch_to(Staff.card)


async def on_today(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await on_first_day(manager, unit_of(manager).today())


def _typed_day(then: Any) -> Any:
    async def receive(manager: DialogManager, text: str) -> None:
        language = words_of(manager).language
        day = parse_day(text, today=unit_of(manager).today(), language=language)
        if day is None:
            remark(manager, "day-not-understood")
        else:
            await then(manager, day)

    return receive


async def on_order(manager: DialogManager, text: str) -> None:
    order = parse_order(text, today=unit_of(manager).today(), language=words_of(manager).language)
    if order is None:
        remark(manager, "order-not-understood")
        return
    await seats.appoint(unit_of(manager), membership_id=_seat(manager), order=order)
    await manager.switch_to(Staff.card)


async def on_contact(manager: DialogManager, text: str) -> None:
    await seats.appoint(unit_of(manager), membership_id=_seat(manager), contact=text)
    await manager.switch_to(Staff.card)


async def on_training(manager: DialogManager, text: str) -> None:
    await seats.appoint(unit_of(manager), membership_id=_seat(manager), training=text)
    await manager.switch_to(Staff.card)


def dialog() -> Dialog:
    keepers = (Role.CURATOR, Role.HEAD, Role.DEPARTMENT)
    menu.entry("staff", "menu-staff", Staff.list, *keepers, group="people")
    return Dialog(
        Screen(
            Say("staff"),
            SayEach("staff-row", "rows"),
            pages(choice("s", "seats", on_seat), "sp", height=PAGE),
            leave("button-back"),
            state=Staff.list,
            getter=list_data,
        ),
        Screen(
            Say("staff-card"),
            Say("staff-until", when=lambda data, *_: data["acting"] == "yes"),
            Say("staff-order", when="ordered"),
            Say("staff-contact", when="has_contact"),
            Say("staff-training", when="has_training"),
            SayEach("staff-term", "terms", when="terms"),
            Row(
                go("staff-order-button", "order", Staff.order, when="mine"),
                go("staff-contact-button", "contact", Staff.contact, when="mine"),
            ),
            go("staff-training-button", "training", Staff.training, when="mine"),
            go("staff-deputy-button", "deputy", Staff.deputy, when="keeps"),
            button("staff-successor-button", "successor", on_successor, when="passes"),
            go("staff-end-button", "end", Staff.end, when="mine"),
            go("staff-dismiss-button", "dismiss", Staff.dismiss, when="stands_in"),
            go("button-back", "back", Staff.list),
            state=Staff.card,
            getter=card_data,
        ),
        Screen(
            Say("staff-dismiss"),
            pages(choice("t", "terms", on_term), "tp"),
            go("button-back", "back", Staff.card),
            state=Staff.dismiss,
            getter=card_data,
        ),
        Screen(
            Say("staff-end"),
            button("staff-end-button", "yes", on_end),
            go("button-back", "back", Staff.card),
            state=Staff.end,
            getter=card_data,
        ),
        Screen(
            Say("staff-successor"),
            go("button-back", "back", Staff.card),
            state=Staff.successor,
            getter=successor_data,
        ),
        Screen(
            Say("staff-deputy"),
            pages(choice("d", "people", on_deputy), "dp"),
            go("button-back", "back", Staff.card),
            state=Staff.deputy,
            getter=deputy_data,
        ),
        Screen(
            Say("staff-first-day"),
            button("staff-from-today", "today", on_today),
            DayCalendar("first", on_first_day),
            typed(_typed_day(on_first_day), limit=40),
            go("button-back", "back", Staff.deputy),
            state=Staff.first_day,
        ),
        Screen(
            Say("staff-last-day"),
            DayCalendar("last", on_last_day),
            typed(_typed_day(on_last_day), limit=40),
            go("button-back", "back", Staff.first_day),
            state=Staff.last_day,
            getter=days_data,
        ),
        Screen(
            Say("staff-order-ask"),
            typed(on_order, limit=80),
            go("button-back", "back", Staff.card),
            state=Staff.order,
        ),
        Screen(
            Say("staff-contact-ask"),
            typed(on_contact, limit=seats.TEXT_LIMIT),
            go("button-back", "back", Staff.card),
            state=Staff.contact,
        ),
        Screen(
            Say("staff-training-ask"),
            typed(on_training, limit=seats.TEXT_LIMIT),
            go("button-back", "back", Staff.card),
            state=Staff.training,
        ),
        on_start=adopt,
    )
