"""Tables of answers that came back from paper."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import CHUNK
from db.models import AnswerSheet, Response
from db.types import AnyRow


async def made_by(session: AsyncSession, job_id: int) -> int | None:
    """The sheet a job has already made."""
    found: int | None = await session.scalar(
        select(AnswerSheet.id).where(AnswerSheet.job_id == job_id)
    )
    return found


async def take(session: AsyncSession, sheet_id: int) -> AnswerSheet | None:
    """A sheet, locked: of two who save it at once the second finds it saved."""
    query = select(AnswerSheet).where(AnswerSheet.id == sheet_id).with_for_update()
    found: AnswerSheet | None = await session.scalar(query)
    return found


async def take_responses(
    session: AsyncSession,
    organisation_id: int,
    occasion: str,
    people: list[int],
    *,
    by: int,
    now: datetime,
) -> Sequence[AnyRow]:
    """Send, as from paper, the responses that are open, or from paper and not confirmed.

    id, person_id, role, form of each.
    """
    open_to_it = or_(
        Response.completed_at.is_(None),
        and_(Response.channel == "paper", Response.confirmed_at.is_(None)),
    )
    found: list[Any] = []
    for first in range(0, len(people), CHUNK):
        statement = (
            update(Response)
            .where(
                Response.organisation_id == organisation_id,
                Response.occasion == occasion,
                Response.person_id.in_(people[first : first + CHUNK]),
                open_to_it,
            )
            .values(channel="paper", entered_by=by, started_at=now, completed_at=now)
            .returning(Response.id, Response.person_id, Response.role, Response.form)
        )
        found += (await session.execute(statement)).all()
    return found
