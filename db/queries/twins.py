"""Rows of a school's own plan and rows from above that may be one."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Activity, Assignment, Organisation, Roadmap, Twin
from db.queries.closing import standings
from db.types import AnyRow
from db.upsert import upserting


async def open_twins(
    session: AsyncSession, organisation_id: int, activity_id: int
) -> Sequence[AnyRow]:
    """The organisation's open assignments of activities linked to this one (see `standings`)."""
    query = _twins(organisation_id, activity_id).where(Assignment.status == "open")
    return (await session.execute(query)).all()


async def closed_twins(
    session: AsyncSession, organisation_id: int, activity_id: int, closed_at: datetime, today: date
) -> Sequence[AnyRow]:
    """Those that were closed together with one of this activity and are not accepted yet."""
    query = _twins(organisation_id, activity_id).where(
        Assignment.status == "done",
        Assignment.closed_at == closed_at,
        Assignment.accepted_at.is_(None),
        or_(Assignment.accept_on.is_(None), Assignment.accept_on > today),
    )
    return (await session.execute(query)).all()


def _twins(organisation_id: int, activity_id: int) -> Select[*tuple[Any, ...]]:
    pairs = (
        select(Twin.activity_id, Twin.other_id)
        .where(
            Twin.organisation_id == organisation_id,
            Twin.linked,
            or_(Twin.activity_id == activity_id, Twin.other_id == activity_id),
        )
        .subquery()
    )
    found = standings().where(
        Assignment.organisation_id == organisation_id,
        Assignment.activity_id != activity_id,
        or_(
            Assignment.activity_id.in_(select(pairs.c.activity_id)),
            Assignment.activity_id.in_(select(pairs.c.other_id)),
        ),
    )
    return found.order_by(Assignment.due_on, Assignment.id)


async def open_activities(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Activities of plans in force with an open assignment there: id, number, title, due_on (of the
    next one), own (of its own plan), issuer (a name)."""
    own = Activity.organisation_id == organisation_id
    query = (
        select(
            Activity.id,
            Activity.number,
            Activity.title,
            func.min(Assignment.due_on).label("due_on"),
            own.label("own"),
            Organisation.name.label("issuer"),
        )
        .join(Assignment, Assignment.activity_id == Activity.id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(Organisation, Organisation.id == Activity.organisation_id)
        .where(
            Assignment.organisation_id == organisation_id,
            Assignment.status == "open",
            Roadmap.status == "confirmed",
        )
        .group_by(Activity.id, Activity.number, Activity.title, Organisation.name)
        .order_by(Activity.id)
    )
    return (await session.execute(query)).all()


async def answered(session: AsyncSession, organisation_id: int) -> set[tuple[int, int]]:
    query = select(Twin.activity_id, Twin.other_id).where(Twin.organisation_id == organisation_id)
    return {(row.activity_id, row.other_id) for row in (await session.execute(query)).all()}


async def put(session: AsyncSession, row: dict[str, Any]) -> None:
    """An answer, in place of the one there may be."""
    statement = upserting(session, Twin).values(row)
    changed = {name: statement.excluded[name] for name in ("linked", "decided_by", "decided_at")}
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["organisation_id", "activity_id", "other_id"], set_=changed
        )
    )
