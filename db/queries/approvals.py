"""Remarks to drafts, and drafts that wait for the head."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    Activity,
    Approval,
    Branch,
    Consultation,
    Membership,
    Organisation,
    Person,
    Remark,
    Roadmap,
)
from db.types import AnyRow


async def holders(
    session: AsyncSession, organisation_id: int, own: Collection[str], above: Collection[str]
) -> Sequence[AnyRow]:
    """Who has one of the roles `own` there, or `above` there or above: role, person_id."""
    ancestors = select(Branch.ancestor_id).where(Branch.descendant_id == organisation_id)
    query = (
        select(Membership.role, Membership.person_id)
        .where(
            Membership.ended_at.is_(None),
            or_(
                and_(Membership.organisation_id == organisation_id, Membership.role.in_(own)),
                and_(Membership.organisation_id.in_(ancestors), Membership.role.in_(above)),
            ),
        )
        .distinct()
        .order_by(Membership.role, Membership.person_id)
    )
    return (await session.execute(query)).all()


async def asked(session: AsyncSession, roadmap_id: int) -> set[str]:
    """The roles asked for remarks to a draft."""
    query = select(Consultation.role).where(Consultation.roadmap_id == roadmap_id)
    return set(await session.scalars(query))


async def approval(session: AsyncSession, roadmap_id: int) -> Approval | None:
    return await session.get(Approval, roadmap_id)


async def waiting(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Drafts that lie with the head: id, title, activities."""
    kept = Activity.is_section.is_(False) & Activity.removed_at.is_(None)
    query = (
        select(Roadmap.id, Roadmap.title, func.count().filter(kept).label("activities"))
        .join(Approval, Approval.roadmap_id == Roadmap.id)
        .join(Activity, Activity.roadmap_id == Roadmap.id)
        .where(
            Roadmap.organisation_id == organisation_id,
            Roadmap.status == "draft",
            Approval.signed_at.is_(None),
        )
        .group_by(Roadmap.id)
        .order_by(Roadmap.id)
    )
    return (await session.execute(query)).all()


def _remarks() -> Any:
    answerer = aliased(Person)
    return (
        select(
            Remark.id,
            Remark.roadmap_id,
            Remark.activity_id,
            Remark.text,
            Remark.answer,
            Activity.number,
            Activity.title,
            Person.name.label("by"),
            answerer.name.label("answerer"),
        )
        .join(Activity, Activity.id == Remark.activity_id)
        .join(Person, Person.id == Remark.made_by)
        .join(answerer, answerer.id == Remark.answered_by, isouter=True)
    )


async def unanswered(session: AsyncSession, roadmap_id: int) -> Sequence[AnyRow]:
    """In the order of the rows: id, roadmap_id, activity_id, text, answer, number, title, by,
    answerer."""
    query = (
        _remarks()
        .where(Remark.roadmap_id == roadmap_id, Remark.answered_on.is_(None))
        .order_by(Activity.position, Remark.id)
    )
    found: Sequence[AnyRow] = (await session.execute(query)).all()
    return found


async def of_row(session: AsyncSession, activity_id: int) -> Sequence[AnyRow]:
    """All that was said of a row, the oldest first; the same columns."""
    query = _remarks().where(Remark.activity_id == activity_id).order_by(Remark.id)
    found: Sequence[AnyRow] = (await session.execute(query)).all()
    return found


async def counts(session: AsyncSession, activities: Collection[int]) -> dict[int, int]:
    """How many remarks each row has."""
    query = (
        select(Remark.activity_id, func.count().label("count"))
        .where(Remark.activity_id.in_(activities))
        .group_by(Remark.activity_id)
    )
    rows = (await session.execute(query)).all()
    return {int(row[0]): int(row[1]) for row in rows}


async def made(
    session: AsyncSession, organisations: Collection[int], since: date, until: date
) -> Sequence[AnyRow]:
    """Unanswered remarks to drafts made after `since` up to `until`, by draft: organisation_id,
    roadmap_id, title, count."""
    query = (
        select(
            Roadmap.organisation_id,
            Roadmap.id.label("roadmap_id"),
            Roadmap.title,
            func.count().label("count"),
        )
        .join(Remark, Remark.roadmap_id == Roadmap.id)
        .where(
            Roadmap.organisation_id.in_(organisations),
            Roadmap.status == "draft",
            Remark.made_on > since,
            Remark.made_on <= until,
            Remark.answered_on.is_(None),
        )
        .group_by(Roadmap.id)
        .order_by(Roadmap.id)
    )
    return (await session.execute(query)).all()


async def answered(
    session: AsyncSession, since: date, until: date, *, place: int = 0, author: int = 0
) -> Sequence[AnyRow]:
    """Remarks answered after `since` up to `until`, in one organisation or of one author:
    made_by, number, answer, organisation (a name)."""
    query = (
        select(Remark.made_by, Activity.number, Remark.answer, Organisation.name.label("school"))
        .join(Activity, Activity.id == Remark.activity_id)
        .join(Organisation, Organisation.id == Remark.organisation_id)
        .where(
            Remark.answered_on > since,
            Remark.answered_on <= until,
            Remark.answered_by != Remark.made_by,
            Remark.organisation_id == place if place else Remark.made_by == author,
        )
        .order_by(Remark.id)
    )
    return (await session.execute(query)).all()


async def days(session: AsyncSession, organisation_id: int, after: date) -> list[date]:
    """The days after one on which anything was said or answered there."""
    query = select(Remark.made_on, Remark.answered_on).where(
        Remark.organisation_id == organisation_id,
        or_(Remark.made_on > after, Remark.answered_on > after),
    )
    found = (await session.execute(query)).all()
    return [day for row in found for day in row if day is not None and day > after]
