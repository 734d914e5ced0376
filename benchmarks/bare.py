"""The peer: aiogram with one handler that does one thing and answers, as its examples do.

It keeps no state, takes no lock, asks nobody for rights, and forgets on a repeated update that it
has done it before.
"""

from aiogram import Bot, Dispatcher, Router
from aiogram.types import Message, Update
from sqlalchemy import BigInteger, Text, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from benchmarks.api import InstantApi
from benchmarks.updates import Updates
from db.engines import Database

TOKEN = "123456789:" + "A" * 35
_ANSWER = "Saved"


class _Base(DeclarativeBase):
    """Tables of the peer's own."""


class Note(_Base):
    """What its handler writes."""

    __tablename__ = "bench_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    text: Mapped[str] = mapped_column(Text)


class Bare:
    """A bot that writes a row for each message and commits it, or reads one if `reading`."""

    def __init__(self, database: Database, *, reading: bool) -> None:
        self.api = InstantApi()
        self._database = database
        self._bot = Bot(TOKEN, session=self.api)
        self._updates = Updates(self._bot)
        self._dispatcher = Dispatcher()
        router = Router()
        router.message.register(self._read if reading else self._write)
        self._dispatcher.include_router(router)

    async def open(self, chats: list[int]) -> None:
        """Make the table, with a row of each chat."""
        async with self._database.writer.begin() as connection:
            await connection.run_sync(_Base.metadata.create_all)
        async with self._database.begin() as session:
            session.add_all([Note(chat_id=chat, text=_ANSWER) for chat in chats])

    async def round(self, chats: list[int]) -> list[Update]:
        return [self._updates.text(chat, "8") for chat in chats]

    async def handle(self, update: Update) -> None:
        await self._dispatcher.feed_update(self._bot, update)

    async def _write(self, message: Message) -> None:
        async with self._database.session() as session:
            session.add(Note(chat_id=message.chat.id, text=message.text or ""))
            await session.commit()
        await message.answer(_ANSWER)

    async def _read(self, message: Message) -> None:
        async with self._database.reading() as session:
            query = select(Note).where(Note.chat_id == message.chat.id).limit(1)
            note = (await session.scalars(query)).one()
        await message.answer(note.text)
