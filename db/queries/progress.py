"""Counts of what the bot itself holds, for rows of roadmaps that ask for it."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pair, Profile, Response, Training
from db.queries.running import running


async def current_pairs(session: AsyncSession, organisation_id: int) -> int:
    query = select(func.count()).where(Pair.organisation_id == organisation_id, running())
    return await session.scalar(query) or 0


async def completed_responses(session: AsyncSession, organisation_id: int) -> int:
    query = select(func.count()).where(
        Response.organisation_id == organisation_id, Response.completed_at.is_not(None)
    )
    return await session.scalar(query) or 0


async def banked(session: AsyncSession, organisation_id: int, sides: Collection[str]) -> int:
    """People who stand in the banks of these sides."""
    query = select(func.count(Profile.person_id.distinct())).where(
        Profile.organisation_id == organisation_id,
        Profile.side.in_(sides),
        Profile.status != "left",
    )
    return await session.scalar(query) or 0


async def trained(session: AsyncSession, organisation_id: int) -> int:
    """People in the banks who have taken a course."""
    query = (
        select(func.count(Profile.person_id.distinct()))
        .join(Training, Training.profile_id == Profile.id)
        .where(Profile.organisation_id == organisation_id, Profile.status != "left")
    )
    return await session.scalar(query) or 0
