"""Closing assignments, and accepting what was closed."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, insert, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Activity,
    ActivityExecutor,
    Assignment,
    Evidence,
    Executor,
    Membership,
    Roadmap,
)
from db.types import AnyRow


def standings() -> Select[*tuple[Any, ...]]:
    """Assignments in force: id, organisation_id, issuer_id (whose plan it is of), activity_id,
    status, due_on, closed_by, closed_at, accepted_at, checked, result, title."""
    return (
        select(
            Assignment.id,
            Assignment.organisation_id,
            Activity.organisation_id.label("issuer_id"),
            Assignment.activity_id,
            Assignment.status,
            Assignment.due_on,
            Assignment.closed_by,
            Assignment.closed_at,
            Assignment.accepted_at,
            Activity.checked,
            Activity.result,
            Activity.title,
        )
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Roadmap.status == "confirmed")
    )


async def standing(session: AsyncSession, assignment_id: int) -> AnyRow | None:
    """One of them."""
    return (await session.execute(standings().where(Assignment.id == assignment_id))).first()


async def names(
    session: AsyncSession,
    activity_id: int,
    organisation_id: int,
    person_id: int,
    roles: Collection[str],
) -> bool:
    """Whether the activity's executors are this person or somebody with one of these roles."""
    query = (
        select(Executor.id)
        .join(ActivityExecutor, ActivityExecutor.executor_id == Executor.id)
        .where(
            ActivityExecutor.activity_id == activity_id,
            Executor.organisation_id == organisation_id,
            or_(Executor.person_id == person_id, Executor.role.in_(roles)),
        )
        .limit(1)
    )
    return await session.scalar(query) is not None


async def has_role(session: AsyncSession, organisation_id: int, role: str) -> bool:
    query = select(Membership.id).where(
        Membership.organisation_id == organisation_id,
        Membership.role == role,
        Membership.ended_at.is_(None),
    )
    return await session.scalar(query.limit(1)) is not None


async def items(session: AsyncSession, assignment_id: int) -> set[str]:
    """Which of the documents asked for are there."""
    query = select(Evidence.item).where(
        Evidence.assignment_id == assignment_id, Evidence.withdrawn_at.is_(None)
    )
    return set(await session.scalars(query))


async def copy_evidence(
    session: AsyncSession, source_id: int, target_id: int, organisation_id: int
) -> None:
    """What counts for one assignment counts for another of the same organisation too."""
    found = select(
        literal(organisation_id),
        literal(target_id),
        Evidence.file_id,
        Evidence.note,
        literal(""),
        Evidence.created_by,
        Evidence.created_at,
    ).where(Evidence.assignment_id == source_id, Evidence.withdrawn_at.is_(None))
    names = [
        "organisation_id",
        "assignment_id",
        "file_id",
        "note",
        "item",
        "created_by",
        "created_at",
    ]
    await session.execute(insert(Evidence).from_select(names, found))
