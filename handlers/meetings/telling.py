"""A meeting told in a line, a voice note, a photo or a forwarded message: it opens the card."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message
from aiogram_dialog import DialogManager

from core.errors import Refusal
from handlers.kit.navigation import open_dialog
from handlers.kit.turn import Turn, remark, unit_of
from handlers.meetings.files import attached, packed
from handlers.meetings.states import Planning, Record
from handlers.roadmaps.files import incoming
from mentoring.meetings import telling
from mentoring.meetings.freetext.ahead import read_ahead
from mentoring.meetings.freetext.model import Ask, Told
from mentoring.roles import Role


async def from_pair(message: Message, turn: Turn) -> bool:
    """Filter: somebody who records meetings; what is forwarded is a mentor's to put down.

    A coroutine, as plain functions run in threads.
    """
    sides = (Role.MENTOR,) if message.forward_origin else (Role.MENTOR, Role.MENTEE)
    return turn.unit.actor.seat(*sides) is not None


async def file_from_mentor(message: Message, turn: Turn) -> bool:
    """Filter: a file from somebody who acts as a mentor now; others' files are for the plan."""
    hat = turn.unit.actor.hat
    return hat is not None and hat.role is Role.MENTOR and incoming(message) is not None


async def on_line(message: Message, dialog_manager: DialogManager) -> None:
    """Never saved unseen: what was understood stands on a card, of a meeting held or to come."""
    text = message.text or ""
    if message.forward_origin is not None:
        await _open(dialog_manager, message, text, [])
        return
    told = await telling.understand(unit_of(dialog_manager), line=text)
    if told is None:
        raise SkipHandler
    ahead = _ahead(dialog_manager, told, text)
    if told.is_ahead or told.comes_round:
        await open_dialog(dialog_manager, Planning.pair, ahead)
        return
    start = _start(told, [])
    if Ask.OUTCOME in told.asks:
        start |= {"line": text, "ahead": ahead}
    await open_dialog(dialog_manager, Record.pair, start)


async def on_file(message: Message, dialog_manager: DialogManager) -> None:
    """The card with the file put to it; one that cannot be kept leaves the card."""
    try:
        files = [packed(attached(message))]
    except Refusal as refusal:
        remark(dialog_manager, refusal.key, **refusal.arguments)
        files = []
    if files and _same_album(dialog_manager, message):
        dialog_manager.dialog_data["files"] += files
        await dialog_manager.show()
        return
    await _open(dialog_manager, message, message.caption or "", files)


def _same_album(manager: DialogManager, message: Message) -> bool:
    """Whether the photo belongs to those on the card."""
    here = manager.has_context() and manager.current_context().state in Record.__states__
    album = message.media_group_id
    return here and album is not None and manager.dialog_data.get("album") == album


async def _open(
    manager: DialogManager, message: Message, text: str, files: list[dict[str, Any]]
) -> None:
    day, sender = _origin(manager, message)
    told = await telling.fill(unit_of(manager), text=text, said_on=day, sender_id=sender)
    if told is None:
        raise SkipHandler
    start = _start(told, files) | {"album": message.media_group_id}
    await open_dialog(manager, Record.pair, start)


def _origin(manager: DialogManager, message: Message) -> tuple[date, int | None]:
    """When it was written, and by whom, as far as the messenger tells."""
    unit, origin = unit_of(manager), message.forward_origin
    if origin is None:
        return unit.today(), None
    sender = getattr(origin, "sender_user", None)
    local = origin.date.astimezone(ZoneInfo(unit.timezone)).date()
    return local, sender.id if sender else None


def _start(told: Told, files: list[dict[str, Any]]) -> dict[str, Any]:
    """What the card begins with; whatever was not said stays as it is proposed."""
    said = {
        "held_on": told.held_on.isoformat() if told.held_on else None,
        "minutes": told.minutes,
        "kind": told.kind,
        "note": told.note,
        "unsure": sorted(told.asks - {Ask.WHO, Ask.OUTCOME}),
        "files": files,
    }
    return _whom(told) | {"told": {name: value for name, value in said.items() if value}}


def _ahead(manager: DialogManager, told: Told, text: str) -> dict[str, Any]:
    """What planning begins with, should the meeting be one to come."""
    found = read_ahead(text, today=unit_of(manager).today())
    once = not told.comes_round
    said = {
        "day": found.day.isoformat() if found.day and once else None,
        "minute": found.minute if once else None,
        "comes_round": told.comes_round,
        "minutes": told.minutes,
        "kind": None if Ask.KIND in told.asks else told.kind,
        "place": found.place,
        "setting": found.setting,
    }
    return _whom(told) | {"said": {name: value for name, value in said.items() if value}}


def _whom(told: Told) -> dict[str, Any]:
    """The pair it is about; where that is asked, those to choose from, all of them for none."""
    sure = Ask.WHO not in told.asks and len(told.pairs) == 1
    among = list(told.pairs) if len(told.pairs) > 1 else []
    return {"pair": told.pairs[0] if sure else 0, "among": among}


def router() -> Router:
    """Behind all dialogs: only what no window has taken comes here."""
    created = Router(name="told meetings")
    created.message.register(on_line, F.text, from_pair)
    created.message.register(on_file, file_from_mentor)
    return created
