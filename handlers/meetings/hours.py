"""A person's own hours, by month."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.kit.screens import Say, SayEach, Screen, go
from handlers.kit.turn import unit_of
from handlers.meetings.states import MyMeetings
from mentoring.meetings import journal

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
    }


def screen() -> Screen:
    return Screen(
        Say("meetings-by-month"),
        SayEach("meetings-month-row", "months"),
        go("button-back", "back", MyMeetings.list),
        state=MyMeetings.hours,
        getter=hours_data,
    )
