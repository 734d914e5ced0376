"""Assignments that go on without a last day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Activity, Assignment, Roadmap
from db.types import AnyRow


def _unsaid(organisation_id: int, since: date) -> Any:
    activities = (
        select(Activity.id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Activity.kind == "continuous", Roadmap.status == "confirmed")
    )
    return (
        (Assignment.organisation_id == organisation_id)
        & (Assignment.status == "open")
        & Assignment.due_on.is_(None)
        & or_(Assignment.kept_on.is_(None), Assignment.kept_on < since)
        & Assignment.activity_id.in_(activities)
    )


async def asked(session: AsyncSession, organisation_id: int, since: date) -> Sequence[AnyRow]:
    """Those not said to go on since a day: id, number, title, opens_on."""
    query = (
        select(Assignment.id, Activity.number, Activity.title, Assignment.opens_on)
        .join(Activity, Activity.id == Assignment.activity_id)
        .where(_unsaid(organisation_id, since))
        .order_by(Activity.position, Assignment.id)
    )
    return (await session.execute(query)).all()


async def keep_all(session: AsyncSession, organisation_id: int, since: date, today: date) -> int:
    statement = (
        update(Assignment)
        .where(_unsaid(organisation_id, since))
        .values(kept_on=today)
        .returning(Assignment.id)
        .execution_options(synchronize_session=False)
    )
    return len((await session.scalars(statement)).all())
