"""Documents that wait outside the messenger: kept, taken, wiped. `now` is civil time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Parcel, Person
from db.types import AnyRow
from db.upsert import upserting


async def keep(session: AsyncSession, values: dict[str, Any]) -> Parcel:
    """The parcel of a message of the outbox: made once, however often the message is tried."""
    statement = upserting(session, Parcel).values(values)
    await session.execute(statement.on_conflict_do_nothing(index_elements=["outbox_id"]))
    query = select(Parcel).where(Parcel.outbox_id == values["outbox_id"])
    return (await session.scalars(query)).one()


async def use(session: AsyncSession, token: str, now: datetime) -> str | None:
    """Take one use of a link away. Returns the document's name; None if the link works no more."""
    gone = exists().where(Person.id == Parcel.person_id, Person.erased_at.is_not(None))
    statement = (
        update(Parcel)
        .where(
            Parcel.token == token,
            Parcel.uses_left > 0,
            Parcel.expires_at > now,
            Parcel.wiped_at.is_(None),
            ~gone,
        )
        .values(uses_left=Parcel.uses_left - 1, taken_at=now)
        .returning(Parcel.name)
        .execution_options(synchronize_session=False)
    )
    found: str | None = await session.scalar(statement)
    return found


async def take(session: AsyncSession, parcel_id: int, now: datetime) -> Parcel | None:
    """A parcel that still waits, locked: of two who take it at once the second finds none."""
    query = select(Parcel).where(
        Parcel.id == parcel_id, Parcel.wiped_at.is_(None), Parcel.expires_at > now
    )
    found: Parcel | None = await session.scalar(query.with_for_update())
    return found


async def waiting(session: AsyncSession, now: datetime) -> Sequence[AnyRow]:
    """All that wait: id, name, created_at, expires_at, and whose they are."""
    query = (
        select(
            Parcel.id,
            Parcel.name,
            Parcel.created_at,
            Parcel.expires_at,
            Person.name.label("receiver"),
        )
        .join(Person, Person.id == Parcel.person_id)
        .where(Parcel.wiped_at.is_(None), Parcel.expires_at > now)
        .order_by(Parcel.id)
    )
    return (await session.execute(query)).all()


async def over(session: AsyncSession, now: datetime, limit: int) -> Sequence[AnyRow]:
    """Those whose document is to be wiped: id and token."""
    query = (
        select(Parcel.id, Parcel.token)
        .where(
            Parcel.wiped_at.is_(None),
            or_(Parcel.expires_at <= now, Parcel.uses_left <= 0),
        )
        .order_by(Parcel.id)
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def mark_wiped(session: AsyncSession, ids: Sequence[int], now: datetime) -> None:
    """Their documents are gone; their names may tell of people, so these go too."""
    await session.execute(
        update(Parcel)
        .where(Parcel.id.in_(ids))
        .values(wiped_at=now, name="", uses_left=0)
        .execution_options(synchronize_session=False)
    )
