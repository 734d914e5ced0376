"""What is kept of an organisation: its names, its time zone, its working week."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row

from handlers.kit import menu
from handlers.kit.screens import Say, Screen, button, choice, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people import partners
from handlers.people.links import here
from handlers.people.states import Place
from mentoring.people import organisations, zones
from mentoring.people.invites import PARTNERS
from mentoring.roles import Role


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await organisations.particulars(
        unit_of(dialog_manager), organisation_id=here(dialog_manager)
    )
    words = words_of(dialog_manager)
    return {
        "name": found.name,
        "short": found.short_name or "-",
        "city": zones.city(found.timezone, words.language),
        "hours": _signed(zones.hours(found.timezone)),
        "calendar": words.plain(f"calendar-{found.calendar}"),
        # A partner has none of its own.
        "has_partners": found.kind not in PARTNERS,
    }


def _signed(hours: int) -> str:
    return f"{hours:+d}"


async def zone_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    rows = [
        {"id": number, "label": f"{zones.city(zone, words.language)[:12]} {zones.hours(zone):+d}"}
        for number, zone in enumerate(zones.RUSSIAN)
    ]
    return await card_data(dialog_manager) | {"zones": rows}


async def calendar_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    return {
        "calendars": [
            {"id": one, "label": words.plain(f"calendar-{one}")} for one in organisations.CALENDARS
        ]
    }


async def _correct(manager: DialogManager, **values: Any) -> None:
    await organisations.correct(unit_of(manager), organisation_id=here(manager), **values)
    await manager.middleware_data["reseat"](manager.middleware_data["turn"])
    remark(manager, "place-saved")
    await manager.switch_to(Place.card)


async def on_name(manager: DialogManager, text: str) -> None:
    await _correct(manager, name=" ".join(text.split()))


async def on_short(manager: DialogManager, text: str) -> None:
    await _correct(manager, short_name=" ".join(text.split()))


async def on_no_short(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _correct(manager, short_name="")


async def on_zone(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item.isdecimal() and int(item) < len(zones.RUSSIAN):
        await _correct(manager, timezone=zones.RUSSIAN[int(item)])


async def on_typed_zone(manager: DialogManager, text: str) -> None:
    zone = zones.find(text)
    if zone is None:
        remark(manager, "zone-not-understood")
    else:
        await _correct(manager, timezone=zone)


async def on_calendar(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _correct(manager, calendar=item)


def dialog() -> Dialog:
    keepers = (Role.DEPARTMENT, Role.HEAD, Role.CURATOR)
    menu.entry("place", "menu-place", Place.card, *keepers, group="people")
    return Dialog(
        Screen(
            Say("place"),
            Row(
                go("place-name-button", "name", Place.name),
                go("place-short-button", "short", Place.short),
            ),
            Row(
                go("place-zone-button", "zone", Place.zone),
                go("place-calendar-button", "calendar", Place.calendar),
            ),
            button("partners-button", "partners", partners.open_for, when="has_partners"),
            leave("button-back"),
            state=Place.card,
            getter=card_data,
        ),
        Screen(
            Say("place-name"),
            typed(on_name, limit=organisations.NAME_LIMIT),
            go("button-back", "back", Place.card),
            state=Place.name,
            getter=card_data,
        ),
        Screen(
            Say("place-short"),
            button("place-no-short", "none", on_no_short),
            typed(on_short, limit=organisations.SHORT_LIMIT),
            go("button-back", "back", Place.card),
            state=Place.short,
            getter=card_data,
        ),
        Screen(
            Say("place-zone"),
            Group(choice("z", "zones", on_zone), width=2),
            typed(on_typed_zone, limit=60),
            go("button-back", "back", Place.card),
            state=Place.zone,
            getter=zone_data,
        ),
        Screen(
            Say("place-calendar"),
            Group(choice("c", "calendars", on_calendar), width=1),
            go("button-back", "back", Place.card),
            state=Place.calendar,
            getter=calendar_data,
        ),
        on_start=adopt,
    )
