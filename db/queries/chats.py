"""The prebuilt statements every update costs: two, and one more when a new message is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Chat, Membership, Organisation, Person
from db.types import AnyRow
from db.upsert import upserting

# The tables themselves: mapped classes would cost every update a millisecond of bookkeeping.
_chat: Any = Chat.__table__
_person: Any = Person.__table__
_seat: Any = Membership.__table__
_place: Any = Organisation.__table__

# FOR UPDATE makes two processes take turns in one chat (SQLite's writer lock does so anyway).
_LOAD: Select[*tuple[Any, ...]] = (
    select(
        _chat.c.data,
        _person.c.id,
        _person.c.name,
        _person.c.locale,
        _person.c.given,
        _person.c.birth_year,
        _seat.c.role,
        _seat.c.until,
        _place.c.id,
        _place.c.name,
        _place.c.short_name,
        _place.c.timezone,
    )
    .select_from(_chat)
    .join(_person, _person.c.telegram_id == _chat.c.chat_id, isouter=True)
    .join(_seat, (_seat.c.person_id == _person.c.id) & _seat.c.ended_at.is_(None), isouter=True)
    .join(_place, _place.c.id == _seat.c.organisation_id, isouter=True)
    .where(_chat.c.chat_id == bindparam("chat"))
    .order_by(_seat.c.id)
    .with_for_update(of=_chat)
)


def _saving(insert: Any) -> Any:
    statement = insert(_chat).values(chat_id=bindparam("chat"), data=bindparam("content"))
    return statement.on_conflict_do_update(
        index_elements=["chat_id"], set_={"data": statement.excluded.data}
    )


_SAVE = {"sqlite": _saving(sqlite_insert), "postgresql": _saving(postgres_insert)}

_REPLACE = (
    update(_chat)
    .where(_chat.c.chat_id == bindparam("chat"), _chat.c.data == bindparam("old"))
    .values(data=bindparam("content"))
)


@dataclass(frozen=True, slots=True)
class LoadedChat:
    """A chat's row joined with its person and their seats (one row a seat)."""

    data: str
    rows: Sequence[AnyRow]


async def load(session: AsyncSession, chat_id: int) -> LoadedChat | None:
    """The chat, its person and seats, locked till the end of the transaction; None if it is new."""
    rows: Sequence[AnyRow] = (await session.execute(_LOAD, {"chat": chat_id})).all()
    return LoadedChat(rows[0][0], rows) if rows else None


async def save(session: AsyncSession, chat_id: int, data: str) -> None:
    dialect = session.get_bind().dialect.name
    await session.execute(_SAVE[dialect], {"chat": chat_id, "content": data})


async def replace(session: AsyncSession, chat_id: int, old: str, data: str) -> None:
    """Save what follows on `old`; nothing happens when the row has moved on meanwhile."""
    await session.execute(_REPLACE, {"chat": chat_id, "old": old, "content": data})


async def create(session: AsyncSession, chat_id: int) -> None:
    """A row for a chat seen for the first time; another process may have been faster."""
    statement = upserting(session, Chat).values(chat_id=chat_id, data="{}")
    await session.execute(statement.on_conflict_do_nothing(index_elements=["chat_id"]))
