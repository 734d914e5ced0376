"""The banks: profiles with the people they belong to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Membership, Pair, PairMember, Person, Profile
from db.queries.people import NAME, naming
from db.queries.running import running, taking_part
from db.types import AnyRow


def having(words: Sequence[str]) -> ColumnElement[bool]:
    """Profiles in whose search text each of the words begins one (mentoring/bank/words.py)."""
    return and_(true(), *(Profile.search.contains(f" {word}", autoescape=True) for word in words))


Condition = ColumnElement[bool]


def of_bank(organisation_id: int, side: str) -> Condition:
    return and_(Profile.organisation_id == organisation_id, Profile.side == side)


def in_status(statuses: Sequence[str]) -> Condition:
    return Profile.status.in_(statuses)


def in_places(places: Sequence[tuple[str, str]]) -> Condition:
    """In one of these classes or, with no class, of one of these posts."""
    classes = [class_name for class_name, _ in places if class_name]
    posts = [post for class_name, post in places if not class_name]
    return or_(
        Profile.class_name.in_(classes), and_(Profile.class_name == "", Profile.post.in_(posts))
    )


def from_source(source: str) -> Condition:
    return Profile.source == source


def stale_since(instant: datetime) -> Condition:
    """Neither made nor said to be all right later than that."""
    return func.coalesce(Profile.checked_at, Profile.created_at) <= instant


async def found(
    session: AsyncSession,
    conditions: Iterable[Condition],
    *,
    longest_first: bool,
    offset: int,
    limit: int,
) -> Sequence[AnyRow]:
    """A stretch of a bank by name: id, NAME, class_name, post, status, unmatched_since,
    checked_at, created_at."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.id,
            *NAME,
            Profile.class_name,
            Profile.post,
            Profile.status,
            Profile.unmatched_since,
            Profile.checked_at,
            Profile.created_at,
        )
        .join(Person, Person.id == Profile.person_id)
        .where(*conditions)
        .order_by(*([Profile.unmatched_since] if longest_first else []), Person.name, Profile.id)
        .offset(offset)
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def counted(
    session: AsyncSession, conditions: Iterable[Condition], stale: Condition
) -> Sequence[AnyRow]:
    """How many there are of each kind: class_name, post (of those in no class), source, status,
    stale, people."""
    post = case((Profile.class_name == "", Profile.post), else_="")
    kind: tuple[Any, ...] = (
        Profile.class_name,
        post,
        Profile.source,
        Profile.status,
        case((stale, 1), else_=0),
    )
    columns = [column.label(f"kind_{place}") for place, column in enumerate(kind)]
    query: Select[*tuple[Any, ...]] = (
        select(*columns, func.count(Profile.id))
        .where(*conditions)
        .group_by(*(column.name for column in columns))
    )
    return (await session.execute(query)).all()


async def others(
    session: AsyncSession, organisation_id: int, person_id: int, words: Sequence[str]
) -> Sequence[AnyRow]:
    """Everybody else in either bank, with these words: id, person_id, NAME, telegram_id,
    class_name, post."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.id,
            Profile.person_id,
            *NAME,
            Person.telegram_id,
            Profile.class_name,
            Profile.post,
        )
        .join(Person, Person.id == Profile.person_id)
        .where(
            Profile.organisation_id == organisation_id,
            Profile.person_id != person_id,
            Person.erased_at.is_(None),
            having(words),
        )
        .order_by(Profile.id)
    )
    return (await session.execute(query)).all()


async def partners(
    session: AsyncSession, organisation_id: int, people: Sequence[int], *, drafts: bool = False
) -> Sequence[AnyRow]:
    """With whom these people are in running pairs, and in drafts of pairs where asked for:
    person_id, side (of the person), partner, partner_id, pair_id, started_on."""
    other = aliased(PairMember)
    query: Select[*tuple[Any, ...]] = (
        select(
            PairMember.person_id,
            PairMember.side,
            naming("partner"),
            Person.id.label("partner_id"),
            Pair.id.label("pair_id"),
            Pair.started_on,
        )
        .join(Pair, Pair.id == PairMember.pair_id)
        .join(other, and_(other.pair_id == Pair.id, other.side != PairMember.side))
        .join(Person, Person.id == other.person_id)
        .where(
            Pair.organisation_id == organisation_id,
            Pair.ended_on.is_(None) if drafts else running(),
            taking_part(),
            taking_part(other),
            PairMember.person_id.in_(people),
        )
        .order_by(Person.name, Person.id)
    )
    return (await session.execute(query)).all()


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


async def never_came(session: AsyncSession, people: Sequence[int]) -> list[int]:
    """Of these people those with no chat and no seat."""
    seats = select(Membership.person_id).where(Membership.person_id.in_(people))
    query = select(Person.id).where(
        Person.id.in_(people), Person.telegram_id.is_(None), Person.id.not_in(seats)
    )
    return list(await session.scalars(query))
