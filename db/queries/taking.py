"""Executors of a plan that came into force, or who were found out since."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Activity, ActivityExecutor, Assignment, Executor, Roadmap
from db.types import AnyRow

# A row is somebody's from when the plan is in force and its executor is known.
_SINCE = case(
    (Executor.decided_at > Roadmap.confirmed_at, Executor.decided_at), else_=Roadmap.confirmed_at
)


async def taken(
    session: AsyncSession, organisation_id: int, since: datetime, until: datetime
) -> Sequence[AnyRow]:
    """Whose rows of the organisation's own plan became theirs in [since, until): role, person_id,
    activities, due_on (the nearest)."""
    query = (
        select(
            Executor.role,
            Executor.person_id,
            func.count(Assignment.activity_id.distinct()).label("activities"),
            func.min(Assignment.due_on).label("due_on"),
        )
        .join(ActivityExecutor, ActivityExecutor.executor_id == Executor.id)
        .join(Activity, Activity.id == ActivityExecutor.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(
            Assignment,
            (Assignment.activity_id == Activity.id)
            & (Assignment.organisation_id == organisation_id),
        )
        .where(
            Executor.organisation_id == organisation_id,
            Executor.holder.in_(["role", "person"]),
            Roadmap.status == "confirmed",
            Assignment.status == "open",
            since <= _SINCE,
            until > _SINCE,
        )
        .group_by(Executor.id)
    )
    return (await session.execute(query)).all()


async def instants(
    session: AsyncSession, organisation_id: int, since: datetime
) -> Sequence[datetime]:
    """When rows became somebody's, from an instant on."""
    query = (
        select(Roadmap.confirmed_at, Executor.decided_at)
        .join(Activity, Activity.roadmap_id == Roadmap.id)
        .join(ActivityExecutor, ActivityExecutor.activity_id == Activity.id)
        .join(Executor, Executor.id == ActivityExecutor.executor_id)
        .where(
            Executor.organisation_id == organisation_id,
            Executor.holder.in_(["role", "person"]),
            Roadmap.status == "confirmed",
            since <= _SINCE,
        )
        .distinct()
    )
    rows = (await session.execute(query)).all()
    return [max(row.confirmed_at, row.decided_at or row.confirmed_at) for row in rows]
