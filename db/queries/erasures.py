"""Seats that end, and erasures that are planned or called off."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Erasure, Joining, Membership


async def end_seats(
    session: AsyncSession,
    *,
    organisation_id: int,
    person_id: int,
    roles: Collection[str],
    now: datetime,
) -> list[str]:
    """End somebody's seats and their way to them. Returns the roles whose seats were ended."""
    ended = await session.scalars(
        update(Membership)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.person_id == person_id,
            Membership.role.in_(roles),
            Membership.ended_at.is_(None),
        )
        .values(ended_at=now)
        .returning(Membership.role)
    )
    found = list(ended)
    await session.execute(
        delete(Joining).where(
            Joining.organisation_id == organisation_id,
            Joining.person_id == person_id,
            Joining.role.in_(roles),
            Joining.admitted_at.is_(None),
        )
    )
    return found


async def plan_erasure(
    session: AsyncSession,
    *,
    organisation_id: int,
    person_id: int,
    reason: str,
    by: int | None,
    due_at: datetime,
) -> None:
    """Have somebody's data wiped by an instant; one that is planned already stays."""
    planned = select(Erasure.id).where(
        Erasure.organisation_id == organisation_id,
        Erasure.person_id == person_id,
        Erasure.done_at.is_(None),
        Erasure.cancelled_at.is_(None),
    )
    if await session.scalar(planned.limit(1)) is None:
        session.add(
            Erasure(
                organisation_id=organisation_id,
                person_id=person_id,
                reason=reason,
                asked_by=by,
                due_at=due_at,
            )
        )


async def cancel_erasure(
    session: AsyncSession, organisation_id: int, person_id: int, now: datetime
) -> None:
    """A new consent came in time."""
    await session.execute(
        update(Erasure)
        .where(
            Erasure.organisation_id == organisation_id,
            Erasure.person_id == person_id,
            Erasure.done_at.is_(None),
            Erasure.cancelled_at.is_(None),
        )
        .values(cancelled_at=now)
    )
