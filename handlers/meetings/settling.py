"""What staff decide about meetings: a dispute, a release from lessons."""

from aiogram_dialog import DialogManager, ShowMode

from handlers.kit.actions import action, number
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.turn import remark, unit_of
from handlers.people.signing import Signing
from mentoring.meetings import disputes, releases


@action("meeting-settle")
async def settle(manager: DialogManager, argument: str) -> None:
    """Under the message about a dispute: "<meeting>:<yes or no>"."""
    meeting, _, held = argument.partition(":")
    await disputes.settle(unit_of(manager), meeting_id=number(meeting), held=held == "yes")
    remark(manager, "meeting-settled-done")
    await go_home(manager, ShowMode.SEND)


@action("sign-look-release")
async def look(manager: DialogManager, argument: str) -> None:
    """The request on the head's desk, as a document."""
    await releases.look(unit_of(manager), release_id=number(argument))
    remark(manager, "journal-sent")


@action("release-desk")
async def open_desk(manager: DialogManager, _argument: str) -> None:
    """Under the request: where it is signed."""
    await open_dialog(manager, Signing.list)
