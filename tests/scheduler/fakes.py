"""A messenger that does what the test says, and people to send to."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert, select

from core.clock import SettableClock
from db.engines import Database
from db.models import Outbox, Person
from mentoring.notices import notice, plan
from mentoring.unit import Actor, Unit
from scheduler.messenger import Attachment, Content, Copy, Failure, Rejected


@dataclass
class FakeMessenger:
    """Keeps what was sent; `faults[chat]` are raised first, one for each attempt."""

    seconds: float = 0.0
    faults: dict[int, list[Exception]] = field(default_factory=dict)
    files: dict[str, bytes | Failure] = field(default_factory=dict)
    sent: list[tuple[int, Content | Copy | Attachment]] = field(default_factory=list)
    attempts: Counter[int] = field(default_factory=Counter)
    on_send: Callable[[int], None] = lambda _chat_id: None
    bot_id: int = 4242

    async def send(self, chat_id: int, content: Content) -> int:
        return await self._take(chat_id, content)

    async def copy(self, chat_id: int, copy: Copy) -> int:
        return await self._take(chat_id, copy)

    async def attach(self, chat_id: int, attachment: Attachment) -> int:
        return await self._take(chat_id, attachment)

    async def _take(self, chat_id: int, content: Content | Copy | Attachment) -> int:
        self.attempts[chat_id] += 1
        self.on_send(chat_id)
        await asyncio.sleep(self.seconds)
        if self.faults.get(chat_id):
            raise self.faults[chat_id].pop(0)
        self.sent.append((chat_id, content))
        return len(self.sent)

    async def download(self, file_id: str) -> bytes:
        found = self.files.get(file_id, Rejected("wrong file_id"))
        if isinstance(found, Failure):
            raise found
        return found

    @property
    def chats(self) -> list[int]:
        return [chat_id for chat_id, _content in self.sent]

    @property
    def texts(self) -> list[str]:
        return [content.text for _chat, content in self.sent if isinstance(content, Content)]


def unit_of(session: Any, clock: SettableClock) -> Unit:
    return Unit(session=session, now=clock.now(), actor=Actor(telegram_id=0))


async def add_people(
    database: Database, clock: SettableClock, number: int, **more: Any
) -> list[int]:
    """People 1..number, person n in chat 1000 + n."""
    rows = [
        {
            "id": one,
            "telegram_id": 1000 + one,
            "name": f"P{one}",
            "locale": "ru",
            "created_at": clock.now(),
            **more,
        }
        for one in range(1, number + 1)
    ]
    async with database.begin() as session:
        await session.execute(insert(Person), rows)
    return [row["id"] for row in rows]


async def queue(database: Database, clock: SettableClock, *rows: dict[str, Any]) -> None:
    """Plan messages; `unique` and `message` have defaults."""
    async with database.begin() as session:
        unit = unit_of(session, clock)
        await plan(
            unit,
            [
                notice(unit, **{"unique": f"{number}:{row}", "message": "input-empty", **row})
                for number, row in enumerate(rows)
            ],
        )


async def outbox(database: Database) -> list[Outbox]:
    async with database.reading() as session:
        return list(await session.scalars(select(Outbox).order_by(Outbox.id)))


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something to become so; ten seconds at most."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.005)
