"""What waits for those who issued a plan: rows handed in, and petitions."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import CHUNK
from db.models import (
    Activity,
    Assignment,
    Evidence,
    Membership,
    Organisation,
    Person,
    Petition,
    Roadmap,
)
from db.types import AnyRow


def waits(today: date) -> Any:
    """The condition of an assignment that is done and not accepted, not even by itself."""
    return (
        (Assignment.status == "done")
        & Assignment.accepted_at.is_(None)
        & (Assignment.accept_on > today)
    )


def _of(organisation_id: int) -> Any:
    """Activities of the organisation's plan in force."""
    return (
        select(Activity.id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Activity.organisation_id == organisation_id, Roadmap.status == "confirmed")
    )


async def waiting(
    session: AsyncSession, organisation_id: int, today: date, offset: int, limit: int
) -> tuple[Sequence[AnyRow], int]:
    """A page of it and how many there are: id, organisation, number, title, closed_at, accept_on,
    documents. What is never accepted by itself comes first."""
    documents = (
        select(func.count())
        .where(Evidence.assignment_id == Assignment.id, Evidence.withdrawn_at.is_(None))
        .correlate(Assignment)
        .scalar_subquery()
    )
    query = (
        select(
            Assignment.id,
            Organisation.name.label("organisation"),
            Activity.number,
            Activity.title,
            Assignment.closed_at,
            Assignment.accept_on,
            documents.label("documents"),
            func.count().over().label("total"),
        )
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .where(Assignment.activity_id.in_(_of(organisation_id)), waits(today))
        .order_by(Assignment.accept_on.desc(), Assignment.closed_at, Assignment.id)
        .offset(offset)
        .limit(limit)
    )
    rows = (await session.execute(query)).all()
    return rows, rows[0].total if rows else 0


async def accept(  # noqa: PLR0917
    session: AsyncSession,
    organisation_id: int,
    today: date,
    but: list[int],
    person_id: int,
    now: datetime,
    *,
    only: int | None = None,
) -> int:
    """Accept all that waits, but for these; or `only` one. How many that was."""
    statement = (
        update(Assignment)
        .where(
            Assignment.activity_id.in_(_of(organisation_id)),
            waits(today),
            Assignment.id.not_in(but[:CHUNK]) if only is None else Assignment.id == only,
        )
        .values(accepted_by=person_id, accepted_at=now)
        .returning(Assignment.id)
        .execution_options(synchronize_session=False)
    )
    return len((await session.scalars(statement)).all())


async def undo(session: AsyncSession, organisation_id: int, person_id: int, since: datetime) -> int:
    """Take back the last lot the person has accepted, if that was after `since`."""
    mine = (
        Assignment.activity_id.in_(_of(organisation_id)),
        Assignment.accepted_by == person_id,
        Assignment.status == "done",
    )
    last = await session.scalar(select(func.max(Assignment.accepted_at)).where(*mine))
    if last is None or last <= since:
        return 0
    statement = (
        update(Assignment)
        .where(*mine, Assignment.accepted_at == last)
        .values(accepted_by=None, accepted_at=None)
        .returning(Assignment.id)
        .execution_options(synchronize_session=False)
    )
    return len((await session.scalars(statement)).all())


async def set_checked(session: AsyncSession, activity_id: int, checked: bool) -> None:
    """From now on; what waits already waits for a person too."""
    await session.execute(
        update(Activity)
        .where(Activity.id == activity_id)
        .values(checked=checked)
        .execution_options(synchronize_session=False)
    )
    if checked:
        await session.execute(
            update(Assignment)
            .where(
                Assignment.activity_id == activity_id,
                Assignment.status == "done",
                Assignment.accepted_at.is_(None),
                Assignment.accept_on.is_not(None),
            )
            .values(accept_on=date.max)
            .execution_options(synchronize_session=False)
        )


async def asked(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Petitions about the organisation's plan that are not decided: id, organisation, number,
    title, kind, due_on, until, reason, asked_at, by (a name)."""
    query = (
        select(
            Petition.id,
            Organisation.name.label("organisation"),
            Activity.number,
            Activity.title,
            Petition.kind,
            Assignment.due_on,
            Petition.until,
            Petition.reason,
            Petition.asked_at,
            Person.name.label("by"),
        )
        .join(Assignment, Assignment.id == Petition.assignment_id)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .join(Person, Person.id == Petition.asked_by)
        .where(Assignment.activity_id.in_(_of(organisation_id)), Petition.decided_at.is_(None))
        .order_by(Petition.id)
    )
    return (await session.execute(query)).all()


async def concerned(
    session: AsyncSession, assignment_id: int, waits: int | None, *, only: bool
) -> Sequence[AnyRow]:
    """Who has a seat where the assignment falls and `waits` for news of it, and unless it is `only`
    for them, those who keep the plan: person_id, number, title."""
    waiting = (Membership.person_id == waits) & (Membership.role.not_in(["mentor", "mentee"]))
    keeping = Membership.role.in_(["curator", "department"])
    query = (
        select(Membership.person_id, Activity.number, Activity.title)
        .select_from(Assignment)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Membership, Membership.organisation_id == Assignment.organisation_id)
        .where(
            Assignment.id == assignment_id,
            waiting if only else or_(waiting, keeping),
            Membership.ended_at.is_(None),
        )
        .distinct()
    )
    return (await session.execute(query)).all()
