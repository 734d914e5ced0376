"""Files and addresses of pages out of messages."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from handlers.kit.screens import OnText
from handlers.kit.turn import unit_of
from mentoring.roadmaps import receiving
from mentoring.roadmaps.receiving import Incoming

MEDIA = [
    ContentType.DOCUMENT,
    ContentType.PHOTO,
    ContentType.VOICE,
    ContentType.AUDIO,
    ContentType.VIDEO,
    ContentType.VIDEO_NOTE,
    ContentType.ANIMATION,
]

LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

OnFile = Callable[[DialogManager, Message], Awaitable[None]]


def incoming(message: Message) -> Incoming | None:
    """The file of a message (a photo in its largest size), None when it carries none."""
    for kind in MEDIA:
        found: Any = getattr(message, kind.value)
        if found:
            file = found[-1] if kind is ContentType.PHOTO else found
            return Incoming(
                name=getattr(file, "file_name", None) or "",
                size=file.file_size or 0,
                media_type=getattr(file, "mime_type", None) or "",
                bot_id=message.bot.id if message.bot else 0,
                file_id=file.file_id,
                sent_as=kind.value,
            )
    return None


async def keep(manager: DialogManager, message: Message, place: int) -> int:
    """Record the message's file for an organisation. Returns its id."""
    file = incoming(message)
    if file is None:
        raise LookupError("a message without a file was taken for one with it")
    return await receiving.keep(unit_of(manager), organisation_id=place, file=file)


def file_input(on_file: OnFile) -> MessageInput:
    """Takes any file sent while the window is open."""

    async def receive(message: Message, _widget: Any, manager: DialogManager) -> None:
        await on_file(manager, message)

    return MessageInput(receive, content_types=MEDIA)


def link_input(on_text: OnText) -> MessageInput:
    """Takes any text with an address of a page sent while the window is open."""

    async def receive(message: Message, _widget: Any, manager: DialogManager) -> None:
        await on_text(manager, (message.text or "").strip())

    def has_link(message: Message) -> bool:
        return LINK.search(message.text or "") is not None

    return MessageInput(receive, content_types=[ContentType.TEXT], filter=has_link)
