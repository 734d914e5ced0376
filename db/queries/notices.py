"""What people have chosen about their notices: switches and leave."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Leave, Muted, Organisation, Person
from db.types import AnyRow
from db.upsert import upserting


async def muted_by(session: AsyncSession, person_id: int) -> set[str]:
    return set(await session.scalars(select(Muted.kind).where(Muted.person_id == person_id)))


async def mute(session: AsyncSession, person_id: int, kind: str) -> None:
    statement = upserting(session, Muted).values(person_id=person_id, kind=kind)
    await session.execute(statement.on_conflict_do_nothing())


async def unmute(session: AsyncSession, person_id: int, kind: str) -> None:
    await session.execute(delete(Muted).where(Muted.person_id == person_id, Muted.kind == kind))


async def add_leave(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(insert(Leave).values(row))


async def end_leaves(
    session: AsyncSession, person_id: int, now: datetime, organisation_id: int | None = None
) -> None:
    """End a person's leaves: those in one organisation, or all."""
    statement = update(Leave).where(Leave.person_id == person_id, Leave.ended_at.is_(None))
    if organisation_id is not None:
        statement = statement.where(Leave.organisation_id == organisation_id)
    await session.execute(statement.values(ended_at=now))


async def leaves(session: AsyncSession, person_id: int, today: date) -> Sequence[AnyRow]:
    """A person's leaves that are not over: id, organisation, deputy (names), first_day,
    last_day."""
    query = (
        select(
            Leave.id,
            Organisation.name.label("organisation"),
            Person.name.label("deputy"),
            Leave.first_day,
            Leave.last_day,
        )
        .join(Organisation, Organisation.id == Leave.organisation_id)
        .join(Person, Person.id == Leave.deputy_id)
        .where(Leave.person_id == person_id, Leave.ended_at.is_(None), Leave.last_day >= today)
        .order_by(Leave.first_day)
    )
    return (await session.execute(query)).all()
