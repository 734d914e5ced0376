"""Roadmaps while they are read, checked and confirmed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.engines import CHUNK
from db.models import Activity, Assignment, Organisation, Roadmap
from db.types import AnyRow

_ASKED = Activity.doubtful & Activity.settled_at.is_(None)
# What counts as an activity: section rows only head others.
_KEPT = Activity.is_section.is_(False) & Activity.removed_at.is_(None)


def _count(condition: Any, label: str) -> Any:
    return func.count().filter(condition).label(label)


async def live(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The draft and the plan in force: id, status, title, activities, questions."""
    query = (
        select(
            Roadmap.id,
            Roadmap.status,
            Roadmap.title,
            _count(_KEPT, "activities"),
            _count(_KEPT & _ASKED, "questions"),
        )
        .join(Activity, Activity.roadmap_id == Roadmap.id, isouter=True)
        .where(
            Roadmap.organisation_id == organisation_id,
            Roadmap.status.in_(["draft", "confirmed"]),
        )
        .group_by(Roadmap.id)
    )
    return (await session.execute(query)).all()


async def in_force(session: AsyncSession, organisation_id: int) -> int | None:
    """The id of the confirmed roadmap."""
    query = select(Roadmap.id).where(
        Roadmap.organisation_id == organisation_id, Roadmap.status == "confirmed"
    )
    found: int | None = await session.scalar(query)
    return found


async def with_sections(session: AsyncSession, roadmap_id: int) -> Sequence[AnyRow]:
    """A roadmap, a row for each of its sections: roadmap (the entity), section, activities,
    questions, undated. One row with an empty section when it has no activity at all."""
    undated = Activity.kind.in_(["continuous", "relative", "none"]) & Activity.end.is_(None)
    query = (
        select(
            Roadmap,
            Activity.section,
            _count(_KEPT, "activities"),
            _count(_KEPT & _ASKED, "questions"),
            _count(_KEPT & undated, "undated"),
        )
        .join(Activity, Activity.roadmap_id == Roadmap.id, isouter=True)
        .where(Roadmap.id == roadmap_id)
        .group_by(Roadmap.id, Activity.section)
        .order_by(func.min(Activity.position))
    )
    return (await session.execute(query)).all()


async def rows_page(
    session: AsyncSession, roadmap_id: int, offset: int, limit: int
) -> tuple[Sequence[Activity], int]:
    """Activities in the document's order, removed ones too, and how many there are in all."""
    query = (
        select(Activity, func.count().over())
        .where(Activity.roadmap_id == roadmap_id, Activity.is_section.is_(False))
        .order_by(Activity.position)
        .offset(offset)
        .limit(limit)
    )
    found = (await session.execute(query)).all()
    return [row[0] for row in found], found[0][1] if found else 0


async def row(
    session: AsyncSession, activity_id: int, *, lock: bool = False
) -> tuple[Activity, Roadmap, int] | None:
    """An activity, its roadmap, and how many questions of the roadmap are open.

    With `lock` nobody confirms or replaces the roadmap till the end of the transaction.
    """
    other = aliased(Activity)
    left = select(func.count()).where(
        other.roadmap_id == Activity.roadmap_id,
        other.is_section.is_(False),
        other.removed_at.is_(None),
        other.doubtful,
        other.settled_at.is_(None),
    )
    query = (
        select(Activity, Roadmap, left.correlate(Activity).scalar_subquery())
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Activity.id == activity_id)
    )
    if lock:
        query = query.with_for_update(of=Roadmap)
    found = (await session.execute(query)).first()
    return (found[0], found[1], found[2]) if found else None


async def next_question(session: AsyncSession, roadmap_id: int, after: int) -> int | None:
    """The next doubtful row behind the row `after`, from the beginning when none is left."""
    last = aliased(Activity)
    here = select(last.position).where(last.id == after, last.roadmap_id == roadmap_id)
    behind = Activity.position > func.coalesce(here.scalar_subquery(), -1)
    query = (
        select(Activity.id)
        .where(Activity.roadmap_id == roadmap_id, _KEPT, _ASKED)
        .order_by(case((behind, 0), else_=1), Activity.position)
        .limit(1)
    )
    found: int | None = await session.scalar(query)
    return found


async def activities(session: AsyncSession, roadmap_id: int) -> Sequence[Activity]:
    """All that is kept of a roadmap, in the document's order."""
    query = select(Activity).where(Activity.roadmap_id == roadmap_id, _KEPT)
    return (await session.scalars(query.order_by(Activity.position))).all()


async def all_rows(session: AsyncSession, roadmap_id: int) -> Sequence[Activity]:
    """Every row, sections and removed ones too, in the document's order."""
    query = select(Activity).where(Activity.roadmap_id == roadmap_id)
    return (await session.scalars(query.order_by(Activity.position))).all()


async def beside(
    session: AsyncSession, roadmap_id: int, position: int, *, up: bool
) -> Activity | None:
    """The row right above or below a position; section rows are passed over."""
    where = Activity.position < position if up else Activity.position > position
    query = (
        select(Activity)
        .where(Activity.roadmap_id == roadmap_id, Activity.is_section.is_(False), where)
        .order_by(Activity.position.desc() if up else Activity.position)
        .limit(1)
    )
    return (await session.scalars(query)).first()


async def swap(session: AsyncSession, one: Activity, other: Activity) -> None:
    """Let two rows change places; no two rows of a roadmap may ever stand at one."""
    mine, its = one.position, other.position
    one.position = -1
    await session.flush()
    other.position = mine
    await session.flush()
    one.position = its
    await session.flush()


async def make_room(session: AsyncSession, roadmap_id: int, position: int) -> None:
    """Move the rows from a position on by one; by way of negative ones, which none has."""
    rows = update(Activity).where(Activity.roadmap_id == roadmap_id)
    rows = rows.execution_options(synchronize_session=False)
    below = rows.where(Activity.position >= position)
    await session.execute(below.values(position=-Activity.position - 2))
    await session.execute(rows.where(Activity.position < 0).values(position=-Activity.position - 1))


async def locked(session: AsyncSession, roadmap_id: int) -> Roadmap:
    """A roadmap that nobody else changes till the end of the transaction."""
    return await session.get_one(Roadmap, roadmap_id, with_for_update=True, populate_existing=True)


async def retire(session: AsyncSession, organisation_id: int, status: str, into: str) -> None:
    """Put the organisation's roadmap with one status into another."""
    await session.execute(
        update(Roadmap)
        .where(Roadmap.organisation_id == organisation_id, Roadmap.status == status)
        .values(status=into)
        .execution_options(synchronize_session=False)
    )


async def made_by(session: AsyncSession, job_id: int) -> int | None:
    """The id of the roadmap that a job has made."""
    found: int | None = await session.scalar(select(Roadmap.id).where(Roadmap.job_id == job_id))
    return found


async def has_draft(session: AsyncSession, organisation_id: int) -> bool:
    """Whether the organisation has a roadmap that is not confirmed yet."""
    query = select(Roadmap.id).where(
        Roadmap.organisation_id == organisation_id, Roadmap.status == "draft"
    )
    return await session.scalar(query) is not None


async def add_draft(session: AsyncSession, **values: Any) -> int:
    """A new draft's id."""
    draft = Roadmap(status="draft", **values)
    session.add(draft)
    await session.flush()
    return draft.id


async def add_activities(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    await _add(session, Activity, rows)


async def add_assignments(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    await _add(session, Assignment, rows)


async def _add(session: AsyncSession, table: Any, rows: list[dict[str, Any]]) -> None:
    # Without `render_nulls` every change of which columns are empty begins another statement.
    statement = insert(table).execution_options(render_nulls=True)
    for first in range(0, len(rows), CHUNK):
        await session.execute(statement, rows[first : first + CHUNK])


async def take_turns(session: AsyncSession, organisation_id: int) -> None:
    """Till the end of the transaction nobody else puts a draft into this organisation."""
    query = select(Organisation.id).where(Organisation.id == organisation_id)
    await session.execute(query.with_for_update(key_share=True))


async def confirm(session: AsyncSession, roadmap: Roadmap, now: datetime) -> None:
    """Put a locked draft into force in place of the one there may be."""
    await retire(session, roadmap.organisation_id, "confirmed", "replaced")
    roadmap.status, roadmap.confirmed_at = "confirmed", now
    await session.flush()


async def carry(
    session: AsyncSession,
    old: tuple[int, int],
    new: tuple[int, int],
    *,
    days: tuple[date | None, date | None] | None,
    today: date,
) -> None:
    """Make a window (activity, number) of a plan one of its next version, for whomever it fell on.

    With `days` it gets other ones, and alerts of what is open begin anew.
    """
    values: dict[str, Any] = {"activity_id": new[0], "window": new[1]}
    if days is not None:
        watched = case((Assignment.status == "open", today), else_=Assignment.watched_on)
        values |= {"opens_on": days[0], "due_on": days[1], "watched_on": watched}
    await session.execute(
        update(Assignment)
        .where(Assignment.activity_id == old[0], Assignment.window == old[1])
        .values(**values)
        .execution_options(synchronize_session=False)
    )


async def windows_of(
    session: AsyncSession, roadmap_id: int, organisation_id: int
) -> set[tuple[int, int]]:
    """The windows (activity, number) of a roadmap that one organisation has as assignments."""
    query = (
        select(Assignment.activity_id, Assignment.window)
        .join(Activity, Activity.id == Assignment.activity_id)
        .where(Activity.roadmap_id == roadmap_id, Assignment.organisation_id == organisation_id)
    )
    return {(row.activity_id, row.window) for row in await session.execute(query)}


async def open_by_place(session: AsyncSession, activities: Sequence[int]) -> dict[int, set[int]]:
    """Which of some activities each organisation has open: organisation -> activities."""
    query = (
        select(Assignment.organisation_id, Assignment.activity_id)
        .where(Assignment.activity_id.in_(activities), Assignment.status == "open")
        .distinct()
    )
    found: dict[int, set[int]] = {}
    for place, activity in await session.execute(query):
        found.setdefault(place, set()).add(activity)
    return found
