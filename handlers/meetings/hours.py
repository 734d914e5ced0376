"""A person's own hours, by month; a mentor's as a paper too."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.screens import OpenScreen, Say, SayEach, Screen, button, go
from handlers.kit.turn import remark, unit_of
from handlers.meetings.states import MyMeetings
from mentoring.meetings import journal
from mentoring.papers import hours
from mentoring.roles import Role

# Two school years.
_MOST_MONTHS = 24


async def hours_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await journal.months(unit_of(dialog_manager))
    minutes = sum(month.minutes for month in found)
    return {
        "months": [
            {
                "day": month.first,
                "count": month.meetings,
                "hours": month.minutes // 60,
                "minutes": month.minutes % 60,
            }
            for month in found[:_MOST_MONTHS]
        ],
        "count": sum(month.meetings for month in found),
        "hours": minutes // 60,
        "minutes": minutes % 60,
        "mentor": unit_of(dialog_manager).actor.seat(Role.MENTOR) is not None,
    }


async def on_paper(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await hours.send(unit_of(manager))
    remark(manager, "hours-sent")


def screen() -> Screen:
    return OpenScreen(
        Say("meetings-by-month"),
        SayEach("meetings-month-row", "months"),
        button("hours-paper", "paper", on_paper, when="mentor"),
        go("button-back", "back", MyMeetings.list),
        state=MyMeetings.hours,
        getter=hours_data,
    )
