"""From a row of the outbox to the message its receiver reads, in their language."""

from collections.abc import AsyncIterator, Collection, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from core.clock import Clock
from core.errors import Refusal
from core.translator import Translator, Words
from db.engines import Database
from db.queries.outbox import Claimed
from mentoring.files import MAKERS
from mentoring.letters import BUILDERS, Paragraph, spoken
from mentoring.notices import Kind
from mentoring.people import identity
from mentoring.unit import Unit
from scheduler.messenger import Attachment, Button, Content, Copy
from scheduler.parcels import Parcels

# What Telegram takes, less the room for the line that says how much was left out.
_MOST_CHARACTERS = 4096 - 96
_MOST_BUTTONS = 20


@dataclass(frozen=True, slots=True)
class Rendered:
    """What to send, and in which language it was written."""

    content: Content | Copy | Attachment
    locale: str


class Renderer:
    """Makes messages; reads the database in short transactions of its own."""

    def __init__(
        self,
        database: Database,
        translator: Translator,
        clock: Clock,
        default_timezone: str,
        parcels: Parcels | None = None,
    ) -> None:
        self._database = database
        self._translator = translator
        self._clock = clock
        self._default_timezone = default_timezone
        self._parcels = parcels

    async def render(self, row: Claimed) -> Rendered | None:
        """None when there is nothing to say any more. Raises whatever a builder raises."""
        words = self._translator.to(row.locale)
        content: Content | Copy | Attachment | None
        if row.kind == Kind.COPY:
            source = row.args
            content = Copy(source["chat"], source["message"], _buttons(words, row.buttons))
        elif row.kind == Kind.BUILT:
            content = await self._build(row, words)
        elif row.kind == Kind.FILE:
            content = await self._make(row, words)
        else:
            text = words(row.message, **spoken(row.args, words, row.zones))
            content = Content(text, _buttons(words, row.buttons))
        return Rendered(content, words.language) if content else None

    async def _build(self, row: Claimed, words: Words) -> Content | None:
        if row.person_id is None:
            return None
        async with self._reading(row.person_id) as unit:
            paragraphs = await BUILDERS[row.message](unit, row.person_id, row.args)
        return compose(words, paragraphs, row.zones) if paragraphs else None

    async def _make(self, row: Claimed, words: Words) -> Content | Attachment | None:
        try:
            async with self._reading(row.person_id, row.chat_id or 0) as unit:
                made = await MAKERS[row.message](unit, row.person_id or 0, row.args)
        except Refusal as refusal:
            return Content(words(refusal.key, **refusal.arguments))
        if made is None:
            return None
        if self._parcels is not None and self._parcels.concerns(made):
            text = await self._parcels.keep(row, made, words)
            return None if text is None else Content(text, _buttons(words, row.buttons))
        caption = words(made.caption, **made.args)
        return Attachment(
            made.name,
            made.data,
            caption,
            made.picture,
            _buttons(words, row.buttons),
            made.file_id,
            made.sent_as,
        )

    @asynccontextmanager
    async def _reading(self, person_id: int | None, chat_id: int = 0) -> AsyncIterator[Unit]:
        """A unit that reads, with the receiver as its actor."""
        async with self._database.reading() as session:
            now = self._clock.now()
            if person_id is None:
                actor = identity.stranger(chat_id, ())
            else:
                actor = await identity.load_actor(session, person_id, now)
            yield Unit(
                session=session,
                now=now,
                actor=actor,
                default_timezone=self._default_timezone,
            )


def compose(words: Words, paragraphs: list[Paragraph], own: Collection[str] = ()) -> Content:
    """A letter of at most 4096 characters: what does not fit is counted instead of shown.

    `own`: the reader's zones.
    """
    text = ""
    buttons: list[dict[str, Any]] = []
    left = sum(len(paragraph) for paragraph in paragraphs)
    for paragraph in paragraphs:
        for number, line in enumerate(paragraph):
            gap = "" if not text else "\n" if number else "\n\n"
            longer = text + gap + words(line.message, **spoken(line.args, words, own))
            if _length(longer) > _MOST_CHARACTERS:
                text += "\n\n" + words("digest-more", count=left)
                return Content(text, _buttons(words, buttons))
            text = longer
            left -= 1
            for one in (line.button, *line.buttons):
                if one and one not in buttons and len(buttons) < _MOST_BUTTONS:
                    buttons.append(one)
    return Content(text, _buttons(words, buttons))


def _length(text: str) -> int:
    """As Telegram counts: a sign outside the basic plane is two."""
    return len(text.encode("utf-16-le")) // 2


def _buttons(words: Words, buttons: Iterable[dict[str, Any]]) -> tuple[Button, ...]:
    return tuple(
        Button(words.plain(item["label"], **spoken(item["args"])), item["action"])
        for item in buttons
    )
