"""Jobs: claiming, and what became of them.

The words of `Job.status` are those of `mentoring.jobs.JobStatus`.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Job, Lease
from db.types import AnyRow, UTCDateTime

QUEUED = "queued"
RUNNING = "running"


async def claim(
    session: AsyncSession, *, lease: str, holder: str, now: datetime, limit: int
) -> Sequence[AnyRow]:
    """Take up to `limit` jobs, oldest first: id, kind, person_id, args, attempts (this one too)."""
    due = (
        select(Job.id)
        .where(Job.status == QUEUED, or_(Job.not_before.is_(None), Job.not_before <= now))
        .order_by(Job.id)
        .limit(limit)
    )
    ours = exists().where(Lease.name == lease, Lease.holder == holder)
    statement = (
        update(Job)
        .where(Job.id.in_(due), ours)
        .values(status=RUNNING, attempts=Job.attempts + 1)
        .returning(Job.id, Job.kind, Job.person_id, Job.args, Job.attempts)
        .execution_options(synchronize_session=False)
    )
    return (await session.execute(statement)).all()


async def requeue_left(session: AsyncSession) -> None:
    """Queue again what a dead process was doing."""
    await session.execute(
        update(Job)
        .where(Job.status == RUNNING)
        .values(status=QUEUED)
        .execution_options(synchronize_session=False)
    )


async def record(
    session: AsyncSession,
    job_id: int,
    status: str,
    *,
    error: str | None = None,
    not_before: datetime | None = None,
    done_at: datetime | None = None,
) -> None:
    await session.execute(
        update(Job)
        .where(Job.id == job_id)
        .values(status=status, error=error, not_before=not_before, done_at=done_at)
        .execution_options(synchronize_session=False)
    )


async def earliest(session: AsyncSession, now: datetime) -> datetime | None:
    """When the first queued job may be done (`now`, if nothing holds it back)."""
    query = select(func.min(func.coalesce(Job.not_before, literal(now, UTCDateTime())))).where(
        Job.status == QUEUED
    )
    first: datetime | None = await session.scalar(query)
    return first
