"""Drafts of pairs: who was asked, what they said, who could come next."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    MatchSuggestion,
    Membership,
    Organisation,
    Pair,
    PairEvent,
    PairMember,
    Person,
    Profile,
    Programme,
    Request,
)
from db.queries.running import taking_part
from db.types import AnyRow

DRAFTS = ("proposed", "agreed", "ordered")


def _members() -> Select[*tuple[Any, ...]]:
    """A row for each who takes part: Pair, PairMember, name, given, birth_year, telegram_id,
    place (the organisation's name), form and ends_on of the programme."""
    return (
        select(
            Pair,
            PairMember,
            Person.name,
            Person.given,
            Person.birth_year,
            Person.telegram_id,
            Person.locale,
            Organisation.name.label("place"),
            Programme.title,
            Programme.form,
            Programme.ends_on.label("season_ends_on"),
        )
        .join(PairMember, and_(PairMember.pair_id == Pair.id, taking_part()))
        .join(Person, Person.id == PairMember.person_id)
        .join(Organisation, Organisation.id == Pair.organisation_id)
        .join(Programme, Programme.id == Pair.programme_id, isouter=True)
        .order_by(Pair.id, PairMember.is_primary.desc(), Person.name, Person.id)
    )


async def of_organisation(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """All drafts, the oldest first (see `_members`)."""
    query = _members().where(Pair.organisation_id == organisation_id, Pair.status.in_(DRAFTS))
    return (await session.execute(query)).all()


async def of_pair(session: AsyncSession, pair_id: int) -> Sequence[AnyRow]:
    """Who takes part in one pair, whatever its state (see `_members`)."""
    return (await session.execute(_members().where(Pair.id == pair_id))).all()


async def of_pairs(session: AsyncSession, pair_ids: Sequence[int]) -> Sequence[AnyRow]:
    """Who takes part in these pairs (see `_members`)."""
    return (await session.execute(_members().where(Pair.id.in_(pair_ids)))).all()


async def invited(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """Drafts that wait for a word of this person (see `_members`)."""
    mine = aliased(PairMember)
    waits = exists().where(
        mine.pair_id == Pair.id,
        mine.person_id == me,
        mine.left_on.is_(None),
        mine.answer.is_distinct_from("yes"),
    )
    query = _members().where(Pair.status == "proposed", Pair.asked_on.is_not(None), waits)
    return (await session.execute(query)).all()


async def unanswered(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Who has said nothing to an invitation: pair_id, person_id, asked_on."""
    query: Select[*tuple[Any, ...]] = (
        select(Pair.id.label("pair_id"), PairMember.person_id, Pair.asked_on)
        .join(PairMember, and_(PairMember.pair_id == Pair.id, taking_part()))
        .where(
            Pair.organisation_id == organisation_id,
            Pair.status == "proposed",
            Pair.asked_on.is_not(None),
            PairMember.answer.is_(None),
        )
    )
    return (await session.execute(query)).all()


async def asked_before(session: AsyncSession, organisation_id: int, day: date) -> Sequence[int]:
    """Drafts whose invitations went out on this day or earlier, and somebody is silent still."""
    silent = exists().where(
        PairMember.pair_id == Pair.id, PairMember.answer.is_(None), PairMember.left_on.is_(None)
    )
    query = select(Pair.id).where(
        Pair.organisation_id == organisation_id,
        Pair.status == "proposed",
        Pair.asked_on <= day,
        silent,
    )
    return (await session.scalars(query.order_by(Pair.id))).all()


async def count(session: AsyncSession, organisation_id: int) -> int:
    query = select(func.count()).where(
        Pair.organisation_id == organisation_id, Pair.status.in_(DRAFTS)
    )
    return await session.scalar(query) or 0


async def suggestion(
    session: AsyncSession, programme_id: int, mentee: int
) -> MatchSuggestion | None:
    """What was suggested for this person in a programme."""
    query = (
        select(MatchSuggestion)
        .join(Profile, Profile.id == MatchSuggestion.mentee_id)
        .where(MatchSuggestion.programme_id == programme_id, Profile.person_id == mentee)
    )
    found: MatchSuggestion | None = await session.scalar(query)
    return found


async def people_of(session: AsyncSession, profiles: Sequence[int]) -> dict[int, AnyRow]:
    """Profile id -> person_id, name, given, birth_year."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.id,
            Profile.person_id,
            Person.name,
            Person.given,
            Person.birth_year,
            Profile.side.label("side"),
        )
        .join(Person, Person.id == Profile.person_id)
        .where(Profile.id.in_(profiles))
    )
    return {row.id: row for row in (await session.execute(query)).all()}


async def partners_ever(session: AsyncSession, organisation_id: int, person_id: int) -> set[int]:
    """Everybody who was proposed to or paired with this person, whatever became of it."""
    other = aliased(PairMember)
    query = (
        select(other.person_id)
        .join(PairMember, PairMember.pair_id == other.pair_id)
        .join(Pair, Pair.id == other.pair_id)
        .where(
            Pair.organisation_id == organisation_id,
            PairMember.person_id == person_id,
            other.person_id != person_id,
        )
    )
    return set(await session.scalars(query))


async def profile(
    session: AsyncSession, programme_id: int, person_id: int, side: str
) -> Profile | None:
    query = select(Profile).where(
        Profile.programme_id == programme_id, Profile.person_id == person_id, Profile.side == side
    )
    found: Profile | None = await session.scalar(query)
    return found


async def topics(session: AsyncSession, profile_id: int) -> list[str]:
    """Keys of what a mentee asks for; never the words, which others may have voiced."""
    query = select(Request.topics).where(
        Request.profile_id == profile_id, Request.withdrawn_at.is_(None)
    )
    found = await session.scalars(query.order_by(Request.id))
    return list(dict.fromkeys(key for keys in found for key in keys))


async def agreed_since(
    session: AsyncSession, organisation_ids: Sequence[int], since: Any, until: Any
) -> Sequence[AnyRow]:
    """Drafts all of whose people said yes between two instants: organisation_id, ready."""
    query: Select[*tuple[Any, ...]] = (
        select(Pair.organisation_id, func.count(Pair.id.distinct()).label("ready"))
        .join(PairEvent, PairEvent.pair_id == Pair.id)
        .where(
            Pair.organisation_id.in_(organisation_ids),
            Pair.status == "agreed",
            PairEvent.what == "agree",
            PairEvent.at > since,
            PairEvent.at <= until,
        )
        .group_by(Pair.organisation_id)
    )
    return (await session.execute(query)).all()


async def curators(session: AsyncSession, organisation_id: int) -> Sequence[int]:
    query = select(Membership.person_id).where(
        Membership.organisation_id == organisation_id,
        Membership.role == "curator",
        Membership.ended_at.is_(None),
    )
    return (await session.scalars(query)).all()


async def profiles_of(
    session: AsyncSession, organisation_id: int, person_id: int, side: str
) -> list[int]:
    """A person's rows in the banks of a school, on one side."""
    query = select(Profile.id).where(
        Profile.organisation_id == organisation_id,
        Profile.person_id == person_id,
        Profile.side == side,
    )
    return list(await session.scalars(query))


async def with_mentor(session: AsyncSession, organisation_id: int, person_id: int) -> Sequence[int]:
    """The drafts of a school in which somebody is to be a mentor."""
    query = (
        select(Pair.id)
        .join(PairMember, PairMember.pair_id == Pair.id)
        .where(
            Pair.organisation_id == organisation_id,
            Pair.status.in_(DRAFTS),
            PairMember.person_id == person_id,
            PairMember.side == "mentor",
            taking_part(),
        )
    )
    return (await session.scalars(query.order_by(Pair.id))).all()
