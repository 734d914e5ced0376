"""What roadmaps in force ask of organisations: lists, counts, evidence."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    Activity,
    Approval,
    Assignment,
    Evidence,
    File,
    Organisation,
    Person,
    Roadmap,
)
from db.types import AnyRow

_OPEN = Assignment.status == "open"


def _overdue(today: date) -> Any:
    return _OPEN & (Assignment.due_on < today)


def _within(today: date, last: date) -> Any:
    return _OPEN & (Assignment.due_on >= today) & (Assignment.due_on <= last)


def parts(today: date, week: timedelta, month: timedelta) -> dict[str, Any]:
    """The conditions of the lists' parts, by their names."""
    begun = (Assignment.opens_on <= today) & (Assignment.opens_on > today - week)
    return {
        "near": _OPEN & ((Assignment.due_on <= today + week) | begun),
        "overdue": _overdue(today),
        "week": _within(today, today + week),
        "month": _within(today, today + month),
        "undated": _OPEN & Assignment.due_on.is_(None),
        "open": _OPEN,
        "closed": ~_OPEN,
        "given": Activity.organisation_id != Assignment.organisation_id,
        "all": Assignment.id.is_not(None),
    }


async def counts(
    session: AsyncSession, organisation_id: int, conditions: dict[str, Any]
) -> dict[str, int]:
    """How many assignments in force each condition holds for."""
    query = (
        select(*(func.count().filter(found).label(name) for name, found in conditions.items()))
        .select_from(Assignment)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Assignment.organisation_id == organisation_id, Roadmap.status == "confirmed")
    )
    row = (await session.execute(query)).one()
    return {name: getattr(row, name) for name in conditions}


def _listed() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Assignment.id,
            Assignment.organisation_id,
            Assignment.opens_on,
            Assignment.due_on,
            Assignment.watched_on,
            Assignment.status,
            Assignment.window,
            Activity.number,
            Activity.title,
            Activity.freq,
        )
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Roadmap.status == "confirmed")
    )


async def page(
    session: AsyncSession, organisation_id: int, condition: Any, offset: int, limit: int
) -> Sequence[AnyRow]:
    """Assignments in force, the nearest first: id, organisation_id, opens_on, due_on, watched_on,
    status, window, number, title, freq."""
    query = (
        _listed()
        .where(Assignment.organisation_id == organisation_id, condition)
        .order_by(Assignment.due_on.is_(None), Assignment.due_on, Activity.position, Assignment.id)
        .offset(offset)
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def schools_board(
    session: AsyncSession, today: date, *, below: int | None = None, only: int | None = None
) -> Sequence[AnyRow]:
    """Organisations right `below` one, or `only` one itself, by name: id, name, roadmap (the id of
    its own plan in force, or none), number and ordered_on of the order that approved it, draft (a
    plan is being made), lies (with its head), closed, open, overdue of all that is asked of it,
    own_closed and own_open of its own plan."""
    # A region's departments, a department's schools; partners have no plan.
    right_below = and_(
        Organisation.parent_id == below, Organisation.kind.in_(("municipality", "school"))
    )
    asked = right_below if only is None else Organisation.id == only
    own = Activity.organisation_id == Assignment.organisation_id
    counting = {
        "closed": ~_OPEN,
        "open": _OPEN,
        "overdue": _overdue(today),
        "own_closed": ~_OPEN & own,
        "own_open": _OPEN & own,
    }
    counted = (
        select(
            Assignment.organisation_id,
            *(func.count().filter(found).label(name) for name, found in counting.items()),
        )
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .where(asked, Roadmap.status == "confirmed")
        .group_by(Assignment.organisation_id)
        .subquery()
    )
    draft, lies, order = aliased(Roadmap), aliased(Approval), aliased(Approval)
    query = (
        select(
            Organisation.id,
            Organisation.name,
            Roadmap.id.label("roadmap"),
            order.number,
            order.ordered_on,
            draft.id.is_not(None).label("draft"),
            lies.roadmap_id.is_not(None).label("lies"),
            *(func.coalesce(counted.c[name], 0).label(name) for name in counting),
        )
        .join(
            Roadmap,
            (Roadmap.organisation_id == Organisation.id) & (Roadmap.status == "confirmed"),
            isouter=True,
        )
        .join(order, order.roadmap_id == Roadmap.id, isouter=True)
        .join(
            draft,
            (draft.organisation_id == Organisation.id) & (draft.status == "draft"),
            isouter=True,
        )
        .join(lies, lies.roadmap_id == draft.id, isouter=True)
        .join(counted, counted.c.organisation_id == Organisation.id, isouter=True)
        .where(asked)
        .order_by(Organisation.name, Organisation.id)
    )
    found: Sequence[AnyRow] = (await session.execute(query)).all()
    return found


async def card(
    session: AsyncSession, assignment_id: int
) -> tuple[Assignment, Activity, Roadmap, str | None, str] | None:
    """An assignment, its activity and roadmap, the names of who closed it and of whose plan it
    belongs to."""
    query = (
        select(Assignment, Activity, Roadmap, Person.name, Organisation.name)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(Organisation, Organisation.id == Activity.organisation_id)
        .join(Person, Person.id == Assignment.closed_by, isouter=True)
        .where(Assignment.id == assignment_id)
        .execution_options(populate_existing=True)
    )
    found = (await session.execute(query)).first()
    return (found[0], found[1], found[2], found[3], found[4]) if found else None


async def evidence(session: AsyncSession, assignment_id: int) -> Sequence[AnyRow]:
    """What counts for an assignment: name and sent_as of the file (or none), note, item,
    created_at."""
    query = (
        select(File.name, File.sent_as, Evidence.note, Evidence.item, Evidence.created_at)
        .select_from(Evidence)
        .join(File, File.id == Evidence.file_id, isouter=True)
        .where(Evidence.assignment_id == assignment_id, Evidence.withdrawn_at.is_(None))
        .order_by(Evidence.id)
    )
    return (await session.execute(query)).all()


async def evidence_files(session: AsyncSession, assignment_id: int, limit: int) -> Sequence[AnyRow]:
    """Files that count for an assignment: id, name, file_id, sent_as, school, number, title."""
    query = (
        select(
            File.id,
            File.name,
            File.file_id,
            File.sent_as,
            Organisation.name.label("school"),
            Activity.number,
            Activity.title,
        )
        .join(Evidence, Evidence.file_id == File.id)
        .join(Assignment, Assignment.id == Evidence.assignment_id)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .where(Evidence.assignment_id == assignment_id, Evidence.withdrawn_at.is_(None))
        .order_by(Evidence.id)
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def move(
    session: AsyncSession, assignment_id: int, wanted: Collection[str], **values: Any
) -> bool:
    """Change an assignment in force that has one of the `wanted` states; whether there was one."""
    in_force = (
        select(Activity.id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Roadmap.status == "confirmed")
    )
    statement = (
        update(Assignment)
        .where(
            Assignment.id == assignment_id,
            Assignment.status.in_(wanted),
            Assignment.activity_id.in_(in_force),
        )
        .values(**values)
        .returning(Assignment.id)
        .execution_options(synchronize_session=False)
    )
    return await session.scalar(statement) is not None


async def add_evidence(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    await session.execute(insert(Evidence), rows)


async def withdraw_evidence(session: AsyncSession, assignment_id: int, now: datetime) -> None:
    await session.execute(
        update(Evidence)
        .where(Evidence.assignment_id == assignment_id, Evidence.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
        .execution_options(synchronize_session=False)
    )
