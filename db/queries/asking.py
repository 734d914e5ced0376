"""Petitions for another term, and terms that were moved."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Activity, Assignment, Petition, Roadmap, TermChange
from db.types import AnyRow


async def ask(session: AsyncSession, row: dict[str, Any]) -> None:
    """Raises IntegrityError when the assignment has one that is not decided."""
    await session.execute(insert(Petition).values(row))


async def waiting(session: AsyncSession, assignment_id: int) -> Petition | None:
    """What is asked of an assignment and not decided."""
    query = select(Petition).where(
        Petition.assignment_id == assignment_id, Petition.decided_at.is_(None)
    )
    found: Petition | None = await session.scalar(query)
    return found


async def decide(
    session: AsyncSession, petition_id: int, agreed: bool, person_id: int, now: datetime
) -> bool:
    """Whether it was still to be decided."""
    statement = (
        update(Petition)
        .where(Petition.id == petition_id, Petition.decided_at.is_(None))
        .values(agreed=agreed, decided_by=person_id, decided_at=now)
        .returning(Petition.id)
        .execution_options(synchronize_session=False)
    )
    return await session.scalar(statement) is not None


async def open_of(session: AsyncSession, activity_id: int, window: int) -> Sequence[AnyRow]:
    """The open assignments of one window of an activity in force: id, organisation_id, due_on."""
    query = (
        select(Assignment.id, Assignment.organisation_id, Assignment.due_on)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(
            Assignment.activity_id == activity_id,
            Assignment.window == window,
            Assignment.status == "open",
            Roadmap.status == "confirmed",
        )
        .order_by(Assignment.id)
    )
    return (await session.execute(query)).all()


async def move_due(session: AsyncSession, assignment_id: int, until: date, today: date) -> bool:
    """Whether it was open; its alerts begin anew."""
    statement = (
        update(Assignment)
        .where(Assignment.id == assignment_id, Assignment.status == "open")
        .values(due_on=until, watched_on=today)
        .returning(Assignment.id)
        .execution_options(synchronize_session=False)
    )
    return await session.scalar(statement) is not None


async def add_change(session: AsyncSession, row: dict[str, Any]) -> None:
    await session.execute(insert(TermChange).values(row))
