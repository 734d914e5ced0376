"""Schools by activities: how what a department asks of its schools stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Activity, Assignment, Membership, Organisation, Person, Roadmap
from db.types import AnyRow

_OPEN = Assignment.status == "open"


def _given(organisation_id: int, *columns: Any) -> Select[*tuple[Any, ...]]:
    """What falls on others because of the plan in force of this organisation."""
    return (
        select(*columns)
        .select_from(Assignment)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(
            Activity.organisation_id == organisation_id,
            Assignment.organisation_id != organisation_id,
            Roadmap.status == "confirmed",
        )
    )


async def columns(
    session: AsyncSession, organisation_id: int, today: date, offset: int, limit: int
) -> Sequence[AnyRow]:
    """Activities that fall on schools, a row for each window, the unfinished and nearest first:
    activity, window, number, title, due_on, closed, open, overdue."""
    left = func.count().filter(_OPEN)
    query = (
        _given(
            organisation_id,
            Activity.id.label("activity"),
            Assignment.window,
            Activity.number,
            Activity.title,
            func.min(Assignment.due_on).label("due_on"),
            func.count().filter(~_OPEN).label("closed"),
            left.label("open"),
            func.count().filter(_OPEN & (Assignment.due_on < today)).label("overdue"),
        )
        .group_by(
            Activity.id, Activity.number, Activity.title, Activity.position, Assignment.window
        )
        .order_by(
            left == 0,
            func.min(Assignment.due_on).is_(None),
            func.min(Assignment.due_on),
            Activity.position,
            Assignment.window,
        )
        .offset(offset)
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def column(session: AsyncSession, activity_id: int, window: int) -> Sequence[AnyRow]:
    """One window of one activity in force, school by school: id (of the assignment),
    organisation_id, organisation, status, due_on, number, title, checked."""
    query = (
        select(
            Assignment.id,
            Assignment.organisation_id,
            Organisation.name.label("organisation"),
            Assignment.status,
            Assignment.due_on,
            Activity.number,
            Activity.title,
            Activity.checked,
        )
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .where(
            Assignment.activity_id == activity_id,
            Assignment.window == window,
            Assignment.organisation_id != Activity.organisation_id,
            Roadmap.status == "confirmed",
        )
        .order_by(Organisation.name, Organisation.id)
    )
    return (await session.execute(query)).all()


async def keepers(session: AsyncSession, organisations: Sequence[int]) -> Sequence[AnyRow]:
    """The curators of these schools who have not stopped the bot: organisation_id, person_id."""
    query = (
        select(Membership.organisation_id, Membership.person_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organisation_id.in_(organisations),
            Membership.role == "curator",
            Membership.ended_at.is_(None),
            Person.unreachable_since.is_(None),
        )
        .order_by(Membership.id)
    )
    return (await session.execute(query)).all()
