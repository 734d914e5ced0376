"""Seats that end, and erasures that are planned or called off."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Erasure, Invite, Joining, Membership, Person
from db.queries.people import NAME
from db.types import AnyRow


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


async def revoke_links(
    session: AsyncSession, organisation_id: int, person_id: int, now: datetime
) -> None:
    """Links to speak for somebody, or into a record of theirs, work no more."""
    await session.execute(
        update(Invite)
        .where(
            Invite.organisation_id == organisation_id,
            or_(Invite.child_id == person_id, Invite.claims_id == person_id),
            Invite.revoked_at.is_(None),
        )
        .values(revoked_at=now)
    )


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
        add(
            session,
            organisation_id=organisation_id,
            person_id=person_id,
            reason=reason,
            by=by,
            due_at=due_at,
        )


def add(
    session: AsyncSession,
    *,
    organisation_id: int,
    person_id: int,
    reason: str,
    by: int | None,
    due_at: datetime,
) -> Erasure:
    """Plan an erasure beside whatever is planned."""
    erasure = Erasure(
        organisation_id=organisation_id,
        person_id=person_id,
        reason=reason,
        asked_by=by,
        due_at=due_at,
    )
    session.add(erasure)
    return erasure


_DEMANDS = (
    Erasure.reason == "minor_demand",
    Erasure.done_at.is_(None),
    Erasure.cancelled_at.is_(None),
)


async def demand(session: AsyncSession, organisation_id: int, person_id: int) -> int | None:
    """The id of a demand of somebody's that waits for a curator."""
    query = select(Erasure.id).where(
        Erasure.organisation_id == organisation_id, Erasure.person_id == person_id, *_DEMANDS
    )
    found: int | None = await session.scalar(query.limit(1))
    return found


async def waiting(
    session: AsyncSession, organisations: Collection[int] | None = None
) -> Sequence[Erasure]:
    """Demands that wait for a curator, in these places or in all."""
    query = select(Erasure).where(*_DEMANDS).order_by(Erasure.id)
    if organisations is not None:
        query = query.where(Erasure.organisation_id.in_(organisations))
    return (await session.scalars(query)).all()


async def still_waits(session: AsyncSession, erasure_id: int) -> bool:
    query = select(Erasure.id).where(Erasure.id == erasure_id, *_DEMANDS)
    return await session.scalar(query) is not None


async def count_demands(session: AsyncSession, organisation_id: int) -> int:
    query = select(func.count(Erasure.id)).where(
        Erasure.organisation_id == organisation_id, *_DEMANDS
    )
    return int(await session.scalar(query) or 0)


async def demands(
    session: AsyncSession, organisation_id: int, *, ids: Collection[int] | None = None
) -> Sequence[AnyRow]:
    """Demands that wait for a curator, of these ids alone where given: id, person_id, asked_by,
    due_at, asker (their name); name, given, birth_year of whose data it is."""
    asker = aliased(Person)
    query = (
        select(
            Erasure.id,
            Erasure.person_id,
            Erasure.asked_by,
            Erasure.due_at,
            asker.name.label("asker"),
            *NAME,
        )
        .join(Person, Person.id == Erasure.person_id)
        .join(asker, asker.id == Erasure.asked_by)
        .where(Erasure.organisation_id == organisation_id, *_DEMANDS)
        .order_by(Erasure.id)
    )
    if ids is not None:
        query = query.where(Erasure.id.in_(ids))
    return (await session.execute(query)).all()


async def demands_by(
    session: AsyncSession, organisation_id: int, person_id: int, asked_by: int
) -> list[int]:
    """Ids of one adult's demands about one child that wait for a curator."""
    query = select(Erasure.id).where(
        Erasure.organisation_id == organisation_id,
        Erasure.person_id == person_id,
        Erasure.asked_by == asked_by,
        *_DEMANDS,
    )
    return list(await session.scalars(query))


async def call_off(session: AsyncSession, ids: Collection[int], now: datetime) -> None:
    """These will not be carried out."""
    await session.execute(
        update(Erasure)
        .where(Erasure.id.in_(ids), Erasure.done_at.is_(None))
        .values(cancelled_at=now)
        .execution_options(synchronize_session=False)
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
