"""Photos, voice notes and documents that come along with a meeting."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from core.errors import Refusal
from handlers.roadmaps.files import MEDIA, incoming
from mentoring.roadmaps.receiving import Incoming

# A voice note longer than this is a recording of the lesson, not a note.
LONGEST_VOICE_MINUTES = 15


def attached(message: Message) -> Incoming:
    """The message's file. Raises Refusal for a voice note nobody will listen to."""
    sound = message.voice or message.audio
    if sound is not None and sound.duration > LONGEST_VOICE_MINUTES * 60:
        raise Refusal("meeting-voice-long", minutes=LONGEST_VOICE_MINUTES)
    file = incoming(message)
    if file is None:
        raise LookupError("a message without a file was taken for one with it")
    return file


def packed(file: Incoming) -> dict[str, Any]:
    """As a dialog keeps it."""
    return asdict(file)


def unpacked(files: list[dict[str, Any]]) -> list[Incoming]:
    return [Incoming(**file) for file in files]


def takes_files(on_file: Callable[[DialogManager, Message], Awaitable[None]]) -> MessageInput:
    async def receive(message: Message, _widget: Any, manager: DialogManager) -> None:
        await on_file(manager, message)

    return MessageInput(receive, content_types=MEDIA)
