"""What people have switched off of their notices."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Muted
from db.upsert import upserting


async def muted_by(session: AsyncSession, person_id: int) -> set[str]:
    return set(await session.scalars(select(Muted.kind).where(Muted.person_id == person_id)))


async def mute(session: AsyncSession, person_id: int, kind: str) -> None:
    statement = upserting(session, Muted).values(person_id=person_id, kind=kind)
    await session.execute(statement.on_conflict_do_nothing())


async def unmute(session: AsyncSession, person_id: int, kind: str) -> None:
    await session.execute(delete(Muted).where(Muted.person_id == person_id, Muted.kind == kind))
