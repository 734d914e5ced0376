"""Counts of what the bot itself holds, for rows of roadmaps that ask for it."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Pair, Response
from db.queries.running import running


async def current_pairs(session: AsyncSession, organisation_id: int) -> int:
    query = select(func.count()).where(Pair.organisation_id == organisation_id, running())
    return await session.scalar(query) or 0


async def completed_responses(session: AsyncSession, organisation_id: int) -> int:
    query = select(func.count()).where(
        Response.organisation_id == organisation_id, Response.completed_at.is_not(None)
    )
    return await session.scalar(query) or 0
