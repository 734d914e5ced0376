"""A curator decides whether a meeting that one side denies took place."""

from aiogram_dialog import DialogManager, ShowMode

from handlers.kit.actions import action, number
from handlers.kit.navigation import go_home
from handlers.kit.turn import remark, unit_of
from mentoring.meetings import disputes


@action("meeting-settle")
async def settle(manager: DialogManager, argument: str) -> None:
    """Under the message about a dispute: "<meeting>:<yes or no>"."""
    meeting, _, held = argument.partition(":")
    await disputes.settle(unit_of(manager), meeting_id=number(meeting), held=held == "yes")
    remark(manager, "meeting-settled-done")
    await go_home(manager, ShowMode.SEND)
