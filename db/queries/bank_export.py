"""The banks as they are taken out: everybody who has consented, with their pairs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Pair, PairMember, Person, Profile, Programme, Request
from db.types import AnyRow


async def profiles(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """By programme and name: Profile, person_id, name, phone, birth_year, form."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile,
            Profile.person_id,
            Person.name,
            Person.phone,
            Person.birth_year,
            Programme.form,
        )
        .join(Person, Person.id == Profile.person_id)
        .join(Programme, Programme.id == Profile.programme_id)
        .where(
            Profile.organisation_id == organisation_id,
            Profile.status.not_in(("listed", "left")),
        )
        .order_by(Programme.id, Person.name, Profile.id)
    )
    return (await session.execute(query)).all()


async def requests(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """profile_id, text, topics, voiced_by."""
    query: Select[*tuple[Any, ...]] = (
        select(Request.profile_id, Request.text, Request.topics, Request.voiced_by)
        .where(Request.organisation_id == organisation_id, Request.withdrawn_at.is_(None))
        .order_by(Request.id)
    )
    return (await session.execute(query)).all()


async def partners(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """With whom each is or was in a pair: person_id, side (of the person), partner, ended_on,
    workplace, post, class_name (of the partner, where the bank knows them)."""
    other = aliased(PairMember)
    query: Select[*tuple[Any, ...]] = (
        select(
            PairMember.person_id,
            PairMember.side,
            Person.name.label("partner"),
            Pair.ended_on,
            Profile.workplace,
            Profile.post,
            Profile.class_name,
        )
        .join(Pair, Pair.id == PairMember.pair_id)
        .join(other, and_(other.pair_id == Pair.id, other.side != PairMember.side))
        .join(Person, Person.id == other.person_id)
        .outerjoin(
            Profile,
            and_(
                Profile.organisation_id == Pair.organisation_id,
                Profile.person_id == other.person_id,
                Profile.side == other.side,
            ),
        )
        .where(Pair.organisation_id == organisation_id)
        .order_by(Pair.id, Person.name)
    )
    return (await session.execute(query)).all()
