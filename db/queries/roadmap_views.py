"""The whole of what roadmaps in force ask of an organisation, for pictures, files and calendars."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, null, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Activity, Assignment, Branch, Evidence, File, Organisation, Roadmap
from db.types import AnyRow

_OPEN = Assignment.status == "open"
# What the lists of a whole plan tell of an activity.
_ROW = (
    Activity.id.label("activity"),
    Activity.roadmap_id,
    Activity.position,
    Activity.number,
    Activity.section,
    Activity.title,
    Activity.deadline_text,
    Activity.kind,
    Activity.end,
    Activity.responsible,
    Activity.result,
)


def _in_force(*columns: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .select_from(Assignment)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Roadmap.status == "confirmed")
    )


async def sections(session: AsyncSession, organisation_id: int, today: date) -> Sequence[AnyRow]:
    """section, total, closed, overdue of each section with assignments, in the document's order."""
    query = (
        _in_force(
            Activity.section,
            func.count().label("total"),
            func.count().filter(~_OPEN).label("closed"),
            func.count().filter(_OPEN & (Assignment.due_on < today)).label("overdue"),
        )
        .where(Assignment.organisation_id == organisation_id)
        .group_by(Activity.roadmap_id, Activity.section)
        .order_by(Activity.roadmap_id, func.min(Activity.position))
    )
    return (await session.execute(query)).all()


def of_section(section: str) -> Any:
    """The condition of a list: one section."""
    return Activity.section == section


async def everything(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Every assignment in force: id, opens_on, due_on, status, closed_at, window, and what _ROW
    tells of its activity, of plans in their order."""
    query = (
        _in_force(
            Assignment.id,
            Assignment.opens_on,
            Assignment.due_on,
            Assignment.status,
            Assignment.closed_at,
            Assignment.window,
            *_ROW,
        )
        .where(Assignment.organisation_id == organisation_id)
        .order_by(Activity.roadmap_id, Activity.position, Assignment.window)
    )
    return (await session.execute(query)).all()


async def given(session: AsyncSession, organisation_id: int, today: date) -> Sequence[AnyRow]:
    """What an organisation's plan in force asks of others, a row for each window: total, closed and
    overdue over them, opens_on, due_on, window, what _ROW tells; id is empty."""
    query = (
        _in_force(
            null().label("id"),
            func.min(Assignment.opens_on).label("opens_on"),
            # Whoever was given a longer term does not put it off for the others.
            func.min(Assignment.due_on).label("due_on"),
            Assignment.window,
            func.count().label("total"),
            func.count().filter(~_OPEN).label("closed"),
            func.count().filter(_OPEN & (Assignment.due_on < today)).label("overdue"),
            *_ROW,
        )
        .where(
            Activity.organisation_id == organisation_id,
            Assignment.organisation_id != organisation_id,
        )
        .group_by(Activity.id, Assignment.window)
    )
    return (await session.execute(query)).all()


async def titles(session: AsyncSession, organisation_id: int) -> Sequence[str]:
    """The titles of the plans in force that are an organisation's, or ask something of it."""
    query = _in_force(Roadmap.title).where(
        or_(
            Assignment.organisation_id == organisation_id,
            Roadmap.organisation_id == organisation_id,
        )
    )
    return (await session.scalars(query.group_by(Roadmap.id, Roadmap.title))).all()


async def evidence(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """All evidence that counts: assignment_id, number, section, title, note, created_at; of its
    file, where it has one: file (its number), name, size, file_id, bot_id, sent_as."""
    query = (
        _in_force(
            Evidence.assignment_id,
            Evidence.note,
            Evidence.created_at,
            Activity.number,
            Activity.section,
            Activity.title,
            File.id.label("file"),
            File.name,
            File.size,
            File.file_id,
            File.bot_id,
            File.sent_as,
        )
        .join(Evidence, Evidence.assignment_id == Assignment.id)
        .join(File, File.id == Evidence.file_id, isouter=True)
        .where(Assignment.organisation_id == organisation_id, Evidence.withdrawn_at.is_(None))
        .order_by(Activity.roadmap_id, Activity.position, Evidence.id)
    )
    return (await session.execute(query)).all()


async def by_school(session: AsyncSession, department_id: int, today: date) -> Sequence[AnyRow]:
    """Schools below by sections: organisation_id, organisation, section, total, closed, overdue."""
    below = select(Branch.descendant_id).where(
        Branch.ancestor_id == department_id, Branch.descendant_id != department_id
    )
    query = (
        _in_force(
            Assignment.organisation_id,
            Organisation.name.label("organisation"),
            Activity.section,
            func.count().label("total"),
            func.count().filter(~_OPEN).label("closed"),
            func.count().filter(_OPEN & (Assignment.due_on < today)).label("overdue"),
            func.min(Activity.position).label("place"),
        )
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .where(Assignment.organisation_id.in_(below))
        .group_by(Assignment.organisation_id, Organisation.name, Activity.section)
        .order_by(Organisation.name, Assignment.organisation_id)
    )
    return (await session.execute(query)).all()


async def former(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Plans that were replaced, the latest first: id, title, confirmed_at, activities, total and
    closed of their assignments."""
    query = (
        select(
            Roadmap.id,
            Roadmap.title,
            Roadmap.confirmed_at,
            func.count(Activity.id.distinct()).label("activities"),
            func.count(Assignment.id).label("total"),
            func.count(Assignment.id).filter(~_OPEN).label("closed"),
        )
        .join(Activity, Activity.roadmap_id == Roadmap.id)
        .join(Assignment, Assignment.activity_id == Activity.id, isouter=True)
        .where(
            Roadmap.organisation_id == organisation_id,
            Roadmap.status == "replaced",
            Activity.is_section.is_(False),
            Activity.removed_at.is_(None),
        )
        .group_by(Roadmap.id)
        .order_by(Roadmap.confirmed_at.desc(), Roadmap.id.desc())
    )
    return (await session.execute(query)).all()


async def former_rows(
    session: AsyncSession, roadmap_id: int, offset: int, limit: int
) -> Sequence[AnyRow]:
    """Rows of such a plan: number, title, end, total, closed, documents."""
    documents = (
        select(Evidence.assignment_id, func.count().label("count"))
        .where(Evidence.withdrawn_at.is_(None))
        .group_by(Evidence.assignment_id)
        .subquery()
    )
    query = (
        select(
            Activity.number,
            Activity.title,
            func.max(Assignment.due_on).label("due_on"),
            func.count(Assignment.id).label("total"),
            func.count(Assignment.id).filter(~_OPEN).label("closed"),
            func.coalesce(func.sum(documents.c.count), 0).label("documents"),
        )
        .join(Assignment, Assignment.activity_id == Activity.id, isouter=True)
        .join(documents, documents.c.assignment_id == Assignment.id, isouter=True)
        .where(
            Activity.roadmap_id == roadmap_id,
            Activity.is_section.is_(False),
            Activity.removed_at.is_(None),
        )
        .group_by(Activity.id)
        .order_by(Activity.position)
        .offset(offset)
        .limit(limit)
    )
    return (await session.execute(query)).all()
