"""Copies of files in the operator's folder: which are wanted, which are wanted no more."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Evidence, File, FileCopy, MeetingFile
from db.types import AnyRow
from db.upsert import upserting

WRITING = "writing"
KEPT = "kept"


def _wanted(reference: Any) -> ColumnElement[bool]:
    """What a row of a plan was closed by, and what belongs to a meeting."""
    evidence = select(Evidence.file_id).where(Evidence.file_id.is_not(None))
    found: ColumnElement[bool] = reference.in_(evidence.union(select(MeetingFile.file_id)))
    return found


async def lacking(session: AsyncSession, *, after_id: int) -> AnyRow | None:
    """The next file without a copy: id, size, bot_id, file_id."""
    decided = select(FileCopy.file_id).where(FileCopy.state != WRITING)
    query = (
        select(File.id, File.size, File.bot_id, File.file_id)
        .where(File.id > after_id, _wanted(File.id), File.id.not_in(decided))
        .order_by(File.id)
        .limit(1)
    )
    return (await session.execute(query)).first()


async def surplus(session: AsyncSession, limit: int) -> Sequence[AnyRow]:
    """Copies of what nothing refers to any more: file_id, sha256."""
    query = select(FileCopy.file_id, FileCopy.sha256).where(~_wanted(FileCopy.file_id)).limit(limit)
    return (await session.execute(query)).all()


async def note(
    session: AsyncSession, file_id: int, state: str, now: datetime, *, sha256: str = "", size: int
) -> None:
    """Note how it stands with a file's copy."""
    values = {"state": state, "sha256": sha256, "size": size, "noted_at": now}
    statement = upserting(session, FileCopy).values(file_id=file_id, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=["file_id"], set_=values))


async def forget(session: AsyncSession, file_ids: Collection[int]) -> None:
    await session.execute(
        delete(FileCopy)
        .where(FileCopy.file_id.in_(file_ids))
        .execution_options(synchronize_session=False)
    )


async def kept(session: AsyncSession, file_id: int) -> str | None:
    """The hash of a file's bytes; None where there is no copy."""
    query = select(FileCopy.sha256).where(FileCopy.file_id == file_id, FileCopy.state == KEPT)
    found: str | None = await session.scalar(query)
    return found


async def all_kept(session: AsyncSession) -> Sequence[AnyRow]:
    """Every copy there should be: file_id, sha256, size."""
    query = select(FileCopy.file_id, FileCopy.sha256, FileCopy.size).where(FileCopy.state == KEPT)
    return (await session.execute(query.order_by(FileCopy.file_id))).all()


async def counts(session: AsyncSession) -> dict[str, int]:
    """How many files stand how; "waiting" are those still to be copied."""
    query = select(FileCopy.state, func.count()).where(FileCopy.state != WRITING)
    found = {row[0]: row[1] for row in await session.execute(query.group_by(FileCopy.state))}
    decided = select(FileCopy.file_id).where(FileCopy.state != WRITING)
    waiting = select(func.count()).select_from(File)
    waiting = waiting.where(_wanted(File.id), File.id.not_in(decided))
    return {**found, "waiting": await session.scalar(waiting) or 0}
