"""Which organisations a new morning has come for."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import CHUNK
from db.models import Organisation
from db.types import AnyRow


async def timezones(session: AsyncSession) -> Sequence[str]:
    return (await session.scalars(select(Organisation.timezone).distinct())).all()


async def unplanned(
    session: AsyncSession, timezone: str, day: date, *, after_id: int
) -> Sequence[AnyRow]:
    """A page, by id, of the zone's organisations not planned for `day` yet: id, planned_on."""
    query = (
        select(Organisation.id, Organisation.planned_on)
        .where(
            Organisation.timezone == timezone,
            or_(Organisation.planned_on.is_(None), Organisation.planned_on < day),
            Organisation.id > after_id,
        )
        .order_by(Organisation.id)
        .limit(CHUNK)
    )
    return (await session.execute(query)).all()


async def organisations(session: AsyncSession, *, after_id: int) -> Sequence[AnyRow]:
    """All organisations, by id, a page of them: id, timezone, planned_on."""
    query = (
        select(Organisation.id, Organisation.timezone, Organisation.planned_on)
        .where(Organisation.id > after_id)
        .order_by(Organisation.id)
        .limit(CHUNK)
    )
    return (await session.execute(query)).all()


async def mark_planned(session: AsyncSession, organisation_id: int, day: date) -> None:
    await session.execute(
        update(Organisation).where(Organisation.id == organisation_id).values(planned_on=day)
    )
