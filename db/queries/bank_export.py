"""The banks as they are taken out: everybody who has consented, with their pairs."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    Meeting,
    Pair,
    PairMember,
    Person,
    Profile,
    Programme,
    Representation,
    Request,
)
from db.queries.running import running
from db.types import AnyRow

_ENDED = ("completed", "ended_early")


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
    """With whom each works or has worked in a pair: person_id, side (of the person), of the pair
    pair_id, programme_id, status, ended_on and held (meetings), of the partner, where the bank
    knows them, partner (the name), workplace, post, class_name. Drafts, and what came of none,
    are left out."""
    other = aliased(PairMember)
    held = (
        select(func.count())
        .select_from(Meeting)
        .where(Meeting.pair_id == Pair.id, Meeting.status == "held")
        .scalar_subquery()
    )
    query: Select[*tuple[Any, ...]] = (
        select(
            PairMember.person_id,
            PairMember.side,
            Person.name.label("partner"),
            Pair.id.label("pair_id"),
            Pair.programme_id,
            Pair.status,
            Pair.ended_on,
            held.label("held"),
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
        .where(Pair.organisation_id == organisation_id, or_(running(), Pair.status.in_(_ENDED)))
        .order_by(Pair.id, Person.name)
    )
    return (await session.execute(query)).all()


async def representatives(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Who speaks for the children of a school: child_id, name, phone."""
    query: Select[*tuple[Any, ...]] = (
        select(Representation.child_id, Person.name, Person.phone)
        .join(Person, Person.id == Representation.representative_id)
        .where(
            Representation.organisation_id == organisation_id,
            Representation.ended_at.is_(None),
        )
        .order_by(Representation.id)
    )
    return (await session.execute(query)).all()
