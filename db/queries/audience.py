"""Whom digests about roadmaps are made for: who sits where, does what, is away, hears of what."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Activity,
    ActivityExecutor,
    Deputy,
    Executor,
    Membership,
    Muted,
    Organisation,
    Person,
    Roadmap,
)
from db.types import AnyRow


async def headless_children(session: AsyncSession, organisation_id: int) -> list[int]:
    """Schools right below that have nobody with the role of head."""
    head = (
        select(Membership.id)
        .where(
            Membership.organisation_id == Organisation.id,
            Membership.role == "head",
            Membership.ended_at.is_(None),
        )
        .exists()
    )
    query = select(Organisation.id).where(
        Organisation.parent_id == organisation_id, Organisation.kind == "school", ~head
    )
    return list(await session.scalars(query))


async def duties(session: AsyncSession, organisations: Collection[int]) -> Sequence[AnyRow]:
    """Activities in force that people or roles of these organisations execute: activity_id, role,
    person_id."""
    query = (
        select(ActivityExecutor.activity_id, Executor.role, Executor.person_id)
        .join(Executor, Executor.id == ActivityExecutor.executor_id)
        .join(Activity, Activity.id == ActivityExecutor.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(
            ActivityExecutor.organisation_id.in_(organisations),
            Executor.holder.in_(["role", "person"]),
            Roadmap.status == "confirmed",
        )
    )
    return (await session.execute(query)).all()


async def seats(
    session: AsyncSession, organisations: Collection[int], roles: Collection[str]
) -> Sequence[AnyRow]:
    """Who sits there with one of the roles: organisation_id, person_id, role."""
    query = select(Membership.organisation_id, Membership.person_id, Membership.role).where(
        Membership.organisation_id.in_(organisations),
        Membership.role.in_(roles),
        Membership.ended_at.is_(None),
    )
    return (await session.execute(query)).all()


async def unreachable(session: AsyncSession, organisations: Collection[int]) -> set[int]:
    """Who of those with a seat there has stopped the bot."""
    query = (
        select(Membership.person_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organisation_id.in_(organisations),
            Membership.ended_at.is_(None),
            Person.unreachable_since.is_not(None),
        )
    )
    return set(await session.scalars(query))


async def muted(session: AsyncSession, people: Collection[int]) -> set[tuple[int, str]]:
    """(person, kind of notice) of what they have switched off."""
    query = select(Muted.person_id, Muted.kind).where(Muted.person_id.in_(people))
    return {(row.person_id, row.kind) for row in (await session.execute(query)).all()}


async def on_leave(
    session: AsyncSession, organisations: Collection[int], day: date
) -> Sequence[AnyRow]:
    """For whom a deputy sits there on a day: organisation_id, person_id, deputy_id."""
    query = (
        select(
            Deputy.organisation_id,
            Deputy.absent_id.label("person_id"),
            Deputy.person_id.label("deputy_id"),
        )
        .where(
            Deputy.organisation_id.in_(organisations),
            Deputy.over_at.is_(None),
            Deputy.starts_on <= day,
            Deputy.ends_on >= day,
        )
        .order_by(Deputy.id)
    )
    return (await session.execute(query)).all()


async def deputised(session: AsyncSession, deputy_id: int, day: date) -> Sequence[AnyRow]:
    """The organisations in which a person sits in for somebody on a day: id, name."""
    query = (
        select(Organisation.id, Organisation.name)
        .join(Deputy, Deputy.organisation_id == Organisation.id)
        .where(
            Deputy.person_id == deputy_id,
            Deputy.over_at.is_(None),
            Deputy.starts_on <= day,
            Deputy.ends_on >= day,
        )
    )
    return (await session.execute(query.distinct())).all()
