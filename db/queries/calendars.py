"""Secret addresses of calendars."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import CalendarLink, Person


async def working(session: AsyncSession, person_id: int) -> CalendarLink | None:
    """A person's present address."""
    query = select(CalendarLink).where(
        CalendarLink.person_id == person_id, CalendarLink.revoked_at.is_(None)
    )
    return (await session.scalars(query)).first()


async def by_token(session: AsyncSession, token: str) -> CalendarLink | None:
    """The working address with a token, of somebody who has not been erased."""
    query = (
        select(CalendarLink)
        .join(Person, Person.id == CalendarLink.person_id)
        .where(
            CalendarLink.token == token,
            CalendarLink.revoked_at.is_(None),
            Person.erased_at.is_(None),
        )
    )
    return (await session.scalars(query)).first()


async def revoke(session: AsyncSession, person_id: int, now: datetime) -> None:
    await session.execute(
        update(CalendarLink)
        .where(CalendarLink.person_id == person_id, CalendarLink.revoked_at.is_(None))
        .values(revoked_at=now)
        .execution_options(synchronize_session=False)
    )
