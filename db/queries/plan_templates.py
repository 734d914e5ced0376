"""Programmes kept to begin others from."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Branch, Organisation, PairMember, Person, PlanTemplate
from db.types import AnyRow


async def names_of(session: AsyncSession, pair_id: int) -> Sequence[str]:
    """The full names of everybody who is or was in a pair."""
    query = (
        select(Person.name)
        .join(PairMember, PairMember.person_id == Person.id)
        .where(PairMember.pair_id == pair_id)
    )
    return (await session.scalars(query)).all()


async def count(session: AsyncSession, organisation_id: int) -> int:
    query = select(func.count(PlanTemplate.id)).where(
        PlanTemplate.organisation_id == organisation_id, PlanTemplate.removed_at.is_(None)
    )
    return await session.scalar(query) or 0


def _named() -> Select[*tuple[Any, ...]]:
    """PlanTemplate, name of its organisation."""
    return (
        select(PlanTemplate, Organisation.name)
        .join(Organisation, Organisation.id == PlanTemplate.organisation_id)
        .where(PlanTemplate.removed_at.is_(None))
        .order_by(PlanTemplate.id.desc())
    )


async def bank(session: AsyncSession, organisation_id: int, limit: int) -> Sequence[AnyRow]:
    """An organisation's own, shared or not, and those shared by the ones below it (see
    `_named`)."""
    below = select(Branch.descendant_id).where(Branch.ancestor_id == organisation_id)
    query = _named().where(
        or_(
            PlanTemplate.organisation_id == organisation_id,
            PlanTemplate.shared_at.is_not(None) & PlanTemplate.organisation_id.in_(below),
        )
    )
    return (await session.execute(query.limit(limit))).all()


async def one(session: AsyncSession, template_id: int) -> AnyRow | None:
    """See `_named`."""
    return (await session.execute(_named().where(PlanTemplate.id == template_id))).first()


async def offered(
    session: AsyncSession, organisation_id: int, form: str, limit: int
) -> Sequence[PlanTemplate]:
    """What pairs of an organisation may begin from: its own, then those the schools beside it have
    shared; for this form of mentoring."""
    parent = select(Organisation.parent_id).where(Organisation.id == organisation_id)
    beside = select(Branch.descendant_id).where(Branch.ancestor_id == parent.scalar_subquery())
    own = PlanTemplate.organisation_id == organisation_id
    shared = PlanTemplate.shared_at.is_not(None) & PlanTemplate.organisation_id.in_(beside)
    query = (
        select(PlanTemplate)
        .where(
            PlanTemplate.removed_at.is_(None),
            PlanTemplate.form == form,
            or_(own, shared),
        )
        .order_by(~own, PlanTemplate.id.desc())
        .limit(limit)
    )
    return (await session.scalars(query)).all()
