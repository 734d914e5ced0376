"""A meeting told in one typed line, at the main menu: it opens the card, already filled in."""

from typing import Any

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from handlers.kit.navigation import open_dialog, show_current
from handlers.kit.turn import Turn, remark, unit_of
from handlers.meetings.recording import Record
from mentoring.meetings import telling
from mentoring.meetings.freetext.model import Ask, Told
from mentoring.roles import Role


async def from_mentor(_message: Message, turn: Turn) -> bool:
    """Filter: somebody who records meetings; a coroutine, as plain functions run in threads."""
    return turn.unit.actor.seat(Role.MENTOR) is not None


async def on_line(message: Message, dialog_manager: DialogManager) -> None:
    """Never saved unseen: whatever was understood stands on the card."""
    told = await telling.understand(unit_of(dialog_manager), line=message.text or "")
    if told is None:
        raise SkipHandler
    if Ask.OUTCOME in told.asks:
        remark(dialog_manager, "meeting-told-not-held")
        await show_current(dialog_manager, ShowMode.SEND)
        return
    only = told.pairs[0] if len(told.pairs) == 1 else 0
    await open_dialog(dialog_manager, Record.pair, {"pair": only, "told": _filled(told)})


def _filled(told: Told) -> dict[str, Any]:
    """What the card takes over; the rest stays as it is proposed."""
    said = {
        "held_on": told.held_on.isoformat() if told.held_on else None,
        "minutes": told.minutes,
        "kind": told.kind,
        "note": told.note,
        "unsure": sorted(told.asks - {Ask.WHO}),
    }
    return {name: value for name, value in said.items() if value}


def router() -> Router:
    """Behind all dialogs: only texts that no window has taken come here."""
    created = Router(name="told meetings")
    created.message.register(on_line, F.text, from_mentor)
    return created
