"""The two prebuilt statements every update costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Chat, Membership, Organisation, Person
from db.types import AnyRow
from db.upsert import upserting

# FOR UPDATE makes two processes take turns in one chat (SQLite's writer lock does so anyway).
_LOAD = (
    select(
        Chat.data,
        Person.id,
        Person.name,
        Person.locale,
        Membership.role,
        Organisation.id,
        Organisation.name,
        Organisation.timezone,
    )
    .select_from(Chat)
    .join(Person, Person.telegram_id == Chat.chat_id, isouter=True)
    .join(
        Membership,
        (Membership.person_id == Person.id) & Membership.ended_at.is_(None),
        isouter=True,
    )
    .join(Organisation, Organisation.id == Membership.organisation_id, isouter=True)
    .where(Chat.chat_id == bindparam("chat"))
    .order_by(Membership.id)
    .with_for_update(of=Chat)
)


def _saving(insert: Any) -> Any:
    statement = insert(Chat).values(chat_id=bindparam("chat"), data=bindparam("content"))
    return statement.on_conflict_do_update(
        index_elements=["chat_id"], set_={"data": statement.excluded.data}
    )


_SAVE = {"sqlite": _saving(sqlite_insert), "postgresql": _saving(postgres_insert)}


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


async def create(session: AsyncSession, chat_id: int) -> None:
    """A row for a chat seen for the first time; another process may have been faster."""
    statement = upserting(session, Chat).values(chat_id=chat_id, data="{}")
    await session.execute(statement.on_conflict_do_nothing(index_elements=["chat_id"]))
