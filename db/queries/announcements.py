"""Announcements: who is to get one, and who got it.

`roles` is empty for everybody. Receivers are people of a branch who have a seat now and have opened
the bot, the author left out.
"""

from collections.abc import Collection, Sequence
from typing import Any, TypeVarTuple

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Announcement, Branch, Membership, Outbox, Person
from db.types import AnyRow

Columns = TypeVarTuple("Columns")


def _branch(query: Select[*Columns], organisation_id: int, author_id: int) -> Select[*Columns]:
    return (
        query.select_from(Branch)
        .join(Membership, Membership.organisation_id == Branch.descendant_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Branch.ancestor_id == organisation_id,
            Membership.ended_at.is_(None),
            Person.telegram_id.is_not(None),
            Person.id != author_id,
        )
    )


async def counts(session: AsyncSession, organisation_id: int, author_id: int) -> dict[str, int]:
    """How many people by role; "" is how many there are at all (a person may have two roles)."""
    people = func.count(Person.id.distinct())
    by_role = _branch(select(Membership.role, people), organisation_id, author_id)
    rows = (await session.execute(by_role.group_by(Membership.role))).all()
    total = await session.scalar(_branch(select(people), organisation_id, author_id))
    return {**dict(rows), "": total or 0}


async def receivers(
    session: AsyncSession,
    organisation_id: int,
    author_id: int,
    roles: Collection[str],
    *,
    after_id: int,
    limit: int,
) -> Sequence[int]:
    """The next receivers by person id."""
    query = _branch(select(Person.id).distinct(), organisation_id, author_id)
    if roles:
        query = query.where(Membership.role.in_(roles))
    query = query.where(Person.id > after_id).order_by(Person.id).limit(limit)
    return (await session.scalars(query)).all()


async def move(
    session: AsyncSession, announcement_id: int, was: str, **values: Any
) -> Announcement | None:
    """Change one that is (still) in status `was`, as one statement; None if it is not."""
    statement = (
        update(Announcement)
        .where(Announcement.id == announcement_id, Announcement.status == was)
        .values(**values)
        .returning(Announcement)
        .execution_options(populate_existing=True)
    )
    changed: Announcement | None = await session.scalar(statement)
    return changed


async def in_status(session: AsyncSession, status: str) -> Sequence[int]:
    """The ids of all in this status, oldest first."""
    query = select(Announcement.id).where(Announcement.status == status).order_by(Announcement.id)
    return (await session.scalars(query)).all()


async def deliveries(session: AsyncSession, announcement_id: int) -> dict[str, int]:
    """How many of its messages have which status."""
    query = (
        select(Outbox.status, func.count())
        .where(Outbox.announcement_id == announcement_id)
        .group_by(Outbox.status)
    )
    rows: Sequence[AnyRow] = (await session.execute(query)).all()
    return {status: number for status, number in rows}


async def latest(
    session: AsyncSession, organisation_id: int, statuses: Collection[str], limit: int
) -> Sequence[Announcement]:
    """An organisation's own, newest first."""
    query = (
        select(Announcement)
        .where(Announcement.organisation_id == organisation_id, Announcement.status.in_(statuses))
        .order_by(Announcement.id.desc())
        .limit(limit)
    )
    return (await session.scalars(query)).all()
