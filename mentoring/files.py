"""Files the bot makes: planned like any message, made when their turn comes, sent after it.

So no transaction waits for a document to be written or sent, and a crash loses none. A maker runs
with the receiver as its actor and calls use cases, which check the rights once more.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from core.registers import enrol
from mentoring.notices import Kind, notice, plan
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file. `caption` is a message key, `args` its arguments (dates as they are)."""

    name: str
    data: bytes
    caption: str
    args: dict[str, Any] = field(default_factory=dict)
    # Shown as a picture instead of a document.
    picture: bool = False
    # Holds names or other personal data: how it may leave is the operator's choice (FILES_BY).
    personal: bool = True
    # A file the messenger has already: sent by what it is called there, `data` is not looked at.
    file_id: str = ""
    # What it was sent as, where that was neither a document nor a picture: voice, video and so on.
    sent_as: str = ""


# Makes the file for a person (0: for whoever is none yet); None: there is nothing to send any more.
Maker = Callable[[Unit, int, dict[str, Any]], Awaitable[Made | None]]

MAKERS: dict[str, Maker] = {}


def file_maker(name: str) -> Callable[[Maker], Maker]:
    """Register who makes the files of this name. The unit may only read.

    What takes longer than a moment (pictures, archives) goes to a thread: asyncio.to_thread.
    """

    def register(function: Maker) -> Maker:
        enrol(MAKERS, name, function)
        return function

    return register


async def send_file(unit: Unit, name: str, /, **args: Any) -> None:
    """Send the actor a file. `args` are JSON primitives for its maker.

    Asked for again within the same minute (a second press), it is sent once.
    """
    told = ",".join(f"{key}={value}" for key, value in sorted(args.items()))
    me = unit.actor.person_id
    chat_id = unit.actor.telegram_id if me is None else None
    unique = f"file:{name}:{me or f'chat{chat_id}'}:{told}:{unit.now:%Y%m%d%H%M}"
    row = notice(
        unit,
        unique=unique,
        message=name,
        person_id=me,
        chat_id=chat_id,
        args=args,
        kind=Kind.FILE,
    )
    await plan(unit, [row])
