"""Executors in words, the activities that name them, and what falls on schools because of them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, false, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import CHUNK
from db.models import (
    Activity,
    ActivityExecutor,
    Assignment,
    Branch,
    Evidence,
    Executor,
    Membership,
    Organisation,
    Person,
    Petition,
    Roadmap,
    TermChange,
)
from db.types import AnyRow
from db.upsert import upserting


async def add_new(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """Executors by organisation and folded words; those that are there stay as they are."""
    for first in range(0, len(rows), CHUNK):
        statement = upserting(session, Executor).values(rows[first : first + CHUNK])
        await session.execute(
            statement.on_conflict_do_nothing(index_elements=["organisation_id", "folded"])
        )


async def ids(session: AsyncSession, organisation_id: int) -> dict[str, int]:
    """Folded words -> id, all of the organisation."""
    query = select(Executor.folded, Executor.id).where(Executor.organisation_id == organisation_id)
    return {row.folded: row.id for row in (await session.execute(query)).all()}


async def relink(session: AsyncSession, activities: list[int], rows: list[dict[str, Any]]) -> None:
    """Make these the executors of the activities, whatever was there before."""
    await session.execute(
        delete(ActivityExecutor).where(ActivityExecutor.activity_id.in_(activities))
    )
    for first in range(0, len(rows), CHUNK):
        await session.execute(insert(ActivityExecutor), rows[first : first + CHUNK])


async def named(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The executors that the plan in force names, most rows first: id, words, folded, holder, role,
    person_id, person (a name or none), gone (since when they have stopped the bot), activities."""
    query = (
        select(
            Executor.id,
            Executor.words,
            Executor.folded,
            Executor.holder,
            Executor.role,
            Executor.person_id,
            Person.name.label("person"),
            Person.unreachable_since.label("gone"),
            func.count().label("activities"),
        )
        .join(ActivityExecutor, ActivityExecutor.executor_id == Executor.id)
        .join(Activity, Activity.id == ActivityExecutor.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(Person, Person.id == Executor.person_id, isouter=True)
        .where(Executor.organisation_id == organisation_id, Roadmap.status == "confirmed")
        .group_by(Executor.id, Person.name, Person.unreachable_since)
        .order_by(func.count().desc(), Executor.id)
    )
    return (await session.execute(query)).all()


async def undecided(session: AsyncSession, organisation_id: int) -> int:
    """How many executors that the plan in force names are not decided."""
    query = (
        select(func.count(ActivityExecutor.executor_id.distinct()))
        .join(Executor, Executor.id == ActivityExecutor.executor_id)
        .join(Activity, Activity.id == ActivityExecutor.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(
            Executor.organisation_id == organisation_id,
            Executor.decided_at.is_(None),
            Roadmap.status == "confirmed",
        )
    )
    return await session.scalar(query) or 0


async def decided(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """What was ever answered there: folded, holder, role, person_id."""
    query = select(Executor.folded, Executor.holder, Executor.role, Executor.person_id).where(
        Executor.organisation_id == organisation_id, Executor.decided_at.is_not(None)
    )
    return (await session.execute(query)).all()


async def staff(
    session: AsyncSession, organisation_id: int, roles: Collection[str]
) -> Sequence[AnyRow]:
    """People with one of these roles in the organisation, each once, by name: id, name."""
    query = (
        select(Person.id, Person.name)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role.in_(roles),
            Membership.ended_at.is_(None),
        )
        .distinct()
        .order_by(Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def mine(
    session: AsyncSession,
    person_id: int,
    seats: Collection[tuple[int, str]],
    *,
    offset: int,
    limit: int,
    closed_after: datetime | None = None,
) -> Sequence[AnyRow]:
    """Open assignments whose executor is the person or one of their seats, the nearest first, then
    what they have closed after an instant: id, number, title, opens_on, due_on, status."""
    roles = [(Executor.organisation_id == place) & (Executor.role == role) for place, role in seats]
    places = {place for place, _role in seats}
    named = (
        select(ActivityExecutor.activity_id)
        .join(Executor, Executor.id == ActivityExecutor.executor_id)
        .where(Executor.organisation_id.in_(places))
        .where(or_(Executor.person_id == person_id, *roles))
    )
    is_open = Assignment.status == "open"
    closed: ColumnElement[bool] = false()
    if closed_after is not None:
        mine_then = (Assignment.closed_by == person_id) & (Assignment.closed_at > closed_after)
        closed = ~is_open & mine_then
    query = (
        select(
            Assignment.id,
            Activity.number,
            Activity.title,
            Assignment.opens_on,
            Assignment.due_on,
            Assignment.status,
        )
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(
            Assignment.activity_id.in_(named),
            Assignment.organisation_id == Activity.organisation_id,
            is_open | closed,
            Roadmap.status == "confirmed",
        )
        .order_by(
            ~is_open,
            Assignment.due_on.is_(None),
            Assignment.due_on,
            Activity.position,
            Assignment.id,
        )
        .offset(offset)
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def schools_below(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The schools below an organisation, itself left out: id, timezone."""
    query = (
        select(Organisation.id, Organisation.timezone)
        .join(Branch, Branch.descendant_id == Organisation.id)
        .where(
            Branch.ancestor_id == organisation_id,
            Organisation.id != organisation_id,
            Organisation.kind == "school",
        )
        .order_by(Organisation.id)
    )
    return (await session.execute(query)).all()


async def issuers_above(session: AsyncSession, school_id: int) -> list[int]:
    """The organisations above a school that have a plan in force."""
    query = (
        select(Branch.ancestor_id)
        .join(Roadmap, Roadmap.organisation_id == Branch.ancestor_id)
        .where(
            Branch.descendant_id == school_id,
            Branch.ancestor_id != school_id,
            Roadmap.status == "confirmed",
        )
    )
    return list(await session.scalars(query))


async def in_force(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Activities of the plan in force with each of their holders (None where none is named):
    activity (the entity), holder. One row a holder, in the document's order."""
    query = (
        select(Activity, Executor.holder)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(ActivityExecutor, ActivityExecutor.activity_id == Activity.id, isouter=True)
        .join(Executor, Executor.id == ActivityExecutor.executor_id, isouter=True)
        .where(
            Roadmap.organisation_id == organisation_id,
            Roadmap.status == "confirmed",
            Activity.is_section.is_(False),
            Activity.removed_at.is_(None),
        )
        .order_by(Activity.position)
    )
    return (await session.execute(query)).all()


async def add_missing(session: AsyncSession, rows: list[dict[str, Any]]) -> int:
    """Assignments that are not there yet. Returns how many were added."""
    added = 0
    for first in range(0, len(rows), CHUNK):
        statement = (
            upserting(session, Assignment)
            .values(rows[first : first + CHUNK])
            .on_conflict_do_nothing(index_elements=["activity_id", "organisation_id", "window"])
            .returning(Assignment.id)
        )
        added += len((await session.scalars(statement)).all())
    return added


async def withdraw(
    session: AsyncSession, organisation_id: int, activities: Collection[int], today: date
) -> None:
    """Take back what has not been begun there of these activities: open, not past, no
    evidence, nothing asked."""
    begun = [
        select(table.id).where(table.assignment_id == Assignment.id).exists()
        for table in (Evidence, Petition, TermChange)
    ]
    await session.execute(
        delete(Assignment)
        .where(
            Assignment.organisation_id == organisation_id,
            Assignment.activity_id.in_(activities),
            Assignment.status == "open",
            Assignment.due_on.is_(None) | (Assignment.due_on >= today),
            *(~found for found in begun),
        )
        .execution_options(synchronize_session=False)
    )
