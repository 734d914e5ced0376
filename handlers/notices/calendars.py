"""One's own terms and meetings in the calendar of the phone, by a secret address."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start

from handlers.kit.screens import Say, Screen, button, leave
from handlers.kit.turn import remark, unit_of
from handlers.notices.states import CalendarAddress
from mentoring.roadmaps import subscribing


async def calendar_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    token = await subscribing.present(unit)
    address = f"{unit.calendars}{token}.ics"
    return {
        "address": address,
        "subscribe": address.replace("https://", "webcal://").replace("http://", "webcal://"),
        "there": bool(token),
        "none": not token,
    }


async def on_renew(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await subscribing.renew(unit_of(manager))
    remark(manager, "calendar-renewed")


async def on_stop(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await subscribing.stop(unit_of(manager))
    remark(manager, "calendar-stopped")


def start() -> Start:
    """The way to it, for a screen whose data say whether there is a web server ("web")."""
    return Start(
        Say("calendar-button", plain=True), id="calendar", state=CalendarAddress.home, when="web"
    )


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("calendar"),
            Say("calendar-address", when="there"),
            button("calendar-make", "make", on_renew, when="none"),
            button("calendar-renew", "renew", on_renew, when="there"),
            button("calendar-stop", "stop", on_stop, when="there"),
            leave("button-back"),
            state=CalendarAddress.home,
            getter=calendar_data,
        )
    )
