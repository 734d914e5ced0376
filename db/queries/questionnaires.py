"""Forms of organisations' own."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Questionnaire


async def own(session: AsyncSession, organisation_id: int) -> Sequence[Questionnaire]:
    """An organisation's own forms, drafts and live ones, the newest first."""
    query = (
        select(Questionnaire)
        .where(
            Questionnaire.organisation_id == organisation_id,
            Questionnaire.base.is_(None),
            Questionnaire.status != "retired",
        )
        .order_by(Questionnaire.id.desc())
    )
    return (await session.scalars(query)).all()


async def retire(session: AsyncSession, organisation_id: int, key: str) -> None:
    """What was live under this key is no longer put to anybody."""
    await session.execute(
        update(Questionnaire)
        .where(
            Questionnaire.organisation_id == organisation_id,
            Questionnaire.key == key,
            Questionnaire.status == "live",
        )
        .values(status="retired")
    )


async def made_by(session: AsyncSession, job_id: int) -> int | None:
    """The form a job has already made."""
    found: int | None = await session.scalar(
        select(Questionnaire.id).where(Questionnaire.job_id == job_id)
    )
    return found
