"""Copies of files in the operator's folder: which are wanted, which are wanted no more."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Evidence,
    Feedback,
    File,
    FileCopy,
    IntroductionMark,
    MeetingFile,
    Recommendation,
    ShelfDocument,
)
from db.types import AnyRow
from db.upsert import upserting

WRITING = "writing"
KEPT = "kept"
GONE = "gone"

# What a row of a plan was closed by, what a school or a department answered with, what belongs
# to a meeting and to what was said of it, and what the school has on its shelf.
_REFERENCES = (
    Evidence.file_id,
    IntroductionMark.file_id,
    Recommendation.file_id,
    MeetingFile.file_id,
    Feedback.voice_id,
    ShelfDocument.file_id,
)


def _wanted(reference: Any) -> ColumnElement[bool]:
    files = (select(column).where(column.is_not(None)) for column in _REFERENCES)
    found: ColumnElement[bool] = reference.in_(union(*files))
    return found


async def lacking(
    session: AsyncSession, *, bot_id: int, after_id: int, again: tuple[datetime, datetime]
) -> AnyRow | None:
    """The next file of this bot's without a copy: id, size, file_id.

    Files of another bot's wait until it is back. Those that were not to be had are asked for
    again if they came after the first of `again` and were last asked for before the second.
    """
    since, before = again
    lost = and_(FileCopy.state == GONE, FileCopy.noted_at < before, File.created_at > since)
    query = (
        select(File.id, File.size, File.file_id)
        .outerjoin(FileCopy, FileCopy.file_id == File.id)
        .where(
            File.id > after_id,
            File.bot_id == bot_id,
            _wanted(File.id),
            or_(FileCopy.file_id.is_(None), FileCopy.state == WRITING, lost),
        )
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


async def counts(session: AsyncSession, bot_id: int) -> dict[str, int]:
    """How many files stand how; "waiting" are those still to be copied, "foreign" those that
    only another bot could fetch."""
    query = select(FileCopy.state, func.count()).where(FileCopy.state != WRITING)
    found = {row[0]: row[1] for row in await session.execute(query.group_by(FileCopy.state))}
    decided = select(FileCopy.file_id).where(FileCopy.state != WRITING)
    waiting = select(File.bot_id == bot_id, func.count())
    waiting = waiting.where(_wanted(File.id), File.id.not_in(decided)).group_by(File.bot_id)
    for own, count in await session.execute(waiting):
        name = "waiting" if own else "foreign"
        found[name] = found.get(name, 0) + count
    return found
