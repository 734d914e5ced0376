"""The banks: profiles with the people they belong to."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Membership, Person, Profile
from db.types import AnyRow


def having(words: Sequence[str]) -> ColumnElement[bool]:
    """Profiles in whose search text each of the words begins one (mentoring/bank/words.py)."""
    return and_(true(), *(Profile.search.contains(f" {word}", autoescape=True) for word in words))


async def profile_of(
    session: AsyncSession, programme_id: int, person_id: int, side: str
) -> AnyRow | None:
    """id, status."""
    query: Select[*tuple[Any, ...]] = select(Profile.id, Profile.status).where(
        Profile.programme_id == programme_id, Profile.person_id == person_id, Profile.side == side
    )
    return (await session.execute(query)).first()


async def listed_named(
    session: AsyncSession, programme_id: int, side: str, words: Sequence[str]
) -> Sequence[AnyRow]:
    """Rows of the roster with words that begin like each of these: id, name."""
    query: Select[*tuple[Any, ...]] = (
        select(Profile.id, Person.name)
        .join(Person, Person.id == Profile.person_id)
        .where(
            Profile.programme_id == programme_id,
            Profile.side == side,
            Profile.status == "listed",
            having(words),
        )
    )
    return (await session.execute(query)).all()


async def members_without_profile(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Mentors and mentees by seat who are in no programme of theirs: person_id, role, name."""
    there = select(Profile.id).where(
        Profile.organisation_id == organisation_id,
        Profile.person_id == Membership.person_id,
        Profile.side == Membership.role,
    )
    query: Select[*tuple[Any, ...]] = (
        select(Membership.person_id, Membership.role, Person.name)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role.in_(("mentor", "mentee")),
            Membership.ended_at.is_(None),
            ~there.exists(),
        )
        .order_by(Membership.id)
    )
    return (await session.execute(query)).all()


async def hand_over(session: AsyncSession, profile_id: int, person_id: int) -> int | None:
    """Give a listed profile to a person. Returns whose it was, None when it is listed no more."""
    owner: int | None = await session.scalar(
        select(Profile.person_id).where(Profile.id == profile_id, Profile.status == "listed")
    )
    if owner is not None:
        await session.execute(
            update(Profile)
            .where(Profile.id == profile_id)
            .values(person_id=person_id, phone_print=None)
        )
    return owner


async def wipe_nameless(session: AsyncSession, people: Sequence[int], now: datetime) -> None:
    """Wipe people who never came: no chat of theirs, no seat; their rows stay, nameless."""
    seats = select(Membership.person_id).where(Membership.person_id.in_(people))
    await session.execute(
        update(Person)
        .where(Person.id.in_(people), Person.telegram_id.is_(None), Person.id.not_in(seats))
        .values(name="", phone=None, birth_year=None, erased_at=now)
    )
