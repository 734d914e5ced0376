"""Questions to the curators and their answers."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Question
from db.types import AnyRow


async def waiting(session: AsyncSession, organisation_id: int, chat_id: int) -> int:
    """How many questions of a chat wait for an answer."""
    query = select(func.count()).where(
        Question.organisation_id == organisation_id,
        Question.chat_id == chat_id,
        Question.answered_at.is_(None),
    )
    return await session.scalar(query) or 0


async def answer(
    session: AsyncSession, question_id: int, *, text: str, by: int, now: datetime
) -> AnyRow | None:
    """Keep the first answer. The question's chat_id and text; None when it was answered before."""
    statement = (
        update(Question)
        .where(Question.id == question_id, Question.answered_at.is_(None))
        .values(answer=text, answered_by=by, answered_at=now)
        .returning(Question.chat_id, Question.text)
    )
    return (await session.execute(statement)).first()
