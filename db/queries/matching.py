"""The banks as matching takes them, and the curator's word on who is to be together."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    MatchRule,
    MatchSuggestion,
    MentorCheck,
    Pair,
    PairEvent,
    PairMember,
    Person,
    Profile,
    Request,
    Support,
    Training,
)
from db.queries.lending import given_back
from db.queries.people import NAME
from db.queries.running import taking_part
from db.types import AnyRow


async def profiles(
    session: AsyncSession, programme_id: int, side: str, statuses: Sequence[str]
) -> Sequence[AnyRow]:
    """A bank: Profile, NAME, pairs (how many of theirs run on this side); without mentors of other
    schools who are on loan no more."""
    running = (
        select(func.count())
        .select_from(PairMember)
        .join(Pair, Pair.id == PairMember.pair_id)
        .where(
            PairMember.person_id == Profile.person_id,
            PairMember.side == side,
            Pair.organisation_id == Profile.organisation_id,
            # Drafts take room too.
            Pair.ended_on.is_(None),
            taking_part(),
        )
        .scalar_subquery()
    )
    query: Select[*tuple[Any, ...]] = (
        select(Profile, *NAME, running.label("pairs"))
        .join(Person, Person.id == Profile.person_id)
        .where(
            Profile.programme_id == programme_id,
            Profile.side == side,
            Profile.status.in_(statuses),
            ~given_back(),
        )
        .order_by(Profile.id)
    )
    return (await session.execute(query)).all()


async def requests(session: AsyncSession, programme_id: int) -> Sequence[AnyRow]:
    """What the mentees of a programme ask for: profile_id, text, topics."""
    query: Select[*tuple[Any, ...]] = (
        select(Request.profile_id, Request.text, Request.topics)
        .join(Profile, Profile.id == Request.profile_id)
        .where(Profile.programme_id == programme_id, Request.withdrawn_at.is_(None))
        .order_by(Request.id)
    )
    return (await session.execute(query)).all()


async def rules(
    session: AsyncSession, programme_id: int, kind: str | None = None
) -> Sequence[MatchRule]:
    """Pins and bars of a programme, or those of one kind."""
    query = select(MatchRule).where(MatchRule.programme_id == programme_id)
    if kind is not None:
        query = query.where(MatchRule.kind == kind)
    return (await session.scalars(query.order_by(MatchRule.id))).all()


async def checks(session: AsyncSession, programme_id: int) -> dict[tuple[int, str], bool]:
    """What is known of a programme's mentors: (profile, kind) -> whether it is so.

    A course in the bank is training too, unless the tick says otherwise.
    """
    mentors = select(Profile.id).where(
        Profile.programme_id == programme_id, Profile.side == "mentor"
    )
    trained = await session.scalars(
        select(Training.profile_id).where(Training.profile_id.in_(mentors)).distinct()
    )
    found = {(profile_id, "training"): True for profile_id in trained}
    ticks: Select[*tuple[Any, ...]] = (
        select(Profile.id, MentorCheck.kind, MentorCheck.passed)
        .join(
            MentorCheck,
            (MentorCheck.person_id == Profile.person_id)
            & (MentorCheck.organisation_id == Profile.organisation_id),
        )
        .where(Profile.id.in_(mentors))
    )
    for row in await session.execute(ticks):
        found[row[0], row[1]] = row[2]
    return found


async def ticks(session: AsyncSession, programme_id: int) -> Sequence[AnyRow]:
    """The mentors of a programme: profile_id, name, given, birth_year, and a row for each tick
    with kind, passed, noted_on, by (the name of who noted it)."""
    noted = aliased(Person)
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.id.label("profile_id"),
            Person.name,
            Person.given,
            Person.birth_year,
            MentorCheck.kind,
            MentorCheck.passed,
            MentorCheck.noted_on,
            noted.name.label("by"),
        )
        .join(Person, Person.id == Profile.person_id)
        .join(
            MentorCheck,
            (MentorCheck.person_id == Profile.person_id)
            & (MentorCheck.organisation_id == Profile.organisation_id),
            isouter=True,
        )
        .join(noted, noted.id == MentorCheck.noted_by, isouter=True)
        .where(
            Profile.programme_id == programme_id,
            Profile.side == "mentor",
            Profile.status.not_in(("listed", "left")),
        )
        .order_by(Person.name, Profile.id)
    )
    return (await session.execute(query)).all()


async def people(session: AsyncSession, programme_id: int) -> Sequence[AnyRow]:
    """Everybody in a programme: id (of the profile), side, name, given, birth_year."""
    query: Select[*tuple[Any, ...]] = (
        select(Profile.id, Profile.side, Person.name, Person.given, Person.birth_year)
        .join(Person, Person.id == Profile.person_id)
        .where(Profile.programme_id == programme_id, Profile.status.not_in(("listed", "left")))
        .order_by(Person.name, Profile.id)
    )
    return (await session.execute(query)).all()


async def without_pair(
    session: AsyncSession, programme_id: int, statuses: Sequence[str]
) -> Sequence[AnyRow]:
    """Mentees who wait, the longest first: profile_id, name, given, birth_year, unmatched_since,
    suggestion_id, pros (both empty before the first matching), supports, supported_on."""
    last = select(func.max(Support.given_on)).where(Support.profile_id == Profile.id)
    many = select(func.count()).where(Support.profile_id == Profile.id)
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.id.label("profile_id"),
            Person.name,
            Person.given,
            Person.birth_year,
            Profile.unmatched_since,
            MatchSuggestion.id.label("suggestion_id"),
            MatchSuggestion.mentor_id,
            MatchSuggestion.status,
            MatchSuggestion.pros,
            many.scalar_subquery().label("supports"),
            last.scalar_subquery().label("supported_on"),
        )
        .join(Person, Person.id == Profile.person_id)
        .join(MatchSuggestion, MatchSuggestion.mentee_id == Profile.id, isouter=True)
        .where(
            Profile.programme_id == programme_id,
            Profile.side == "mentee",
            Profile.status.in_(statuses),
        )
        .order_by(Profile.unmatched_since.is_(None), Profile.unmatched_since, Profile.id)
    )
    return (await session.execute(query)).all()


async def asked_topics(
    session: AsyncSession, programme_id: int, statuses: Sequence[str]
) -> Sequence[AnyRow]:
    """What those without a pair ask for: profile_id, topics."""
    query: Select[*tuple[Any, ...]] = (
        select(Request.profile_id, Request.topics)
        .join(Profile, Profile.id == Request.profile_id)
        .where(
            Profile.programme_id == programme_id,
            Profile.side == "mentee",
            Profile.status.in_(statuses),
            Request.withdrawn_at.is_(None),
        )
    )
    return (await session.execute(query)).all()


async def declined(session: AsyncSession, programme_id: int) -> Sequence[AnyRow]:
    """Who has refused a pair with whom, or has been replaced in one: mentee, mentor (profiles)."""
    mentee, mentor = aliased(Profile), aliased(Profile)
    one, other = aliased(PairMember), aliased(PairMember)
    query: Select[*tuple[Any, ...]] = (
        select(mentee.id.label("mentee"), mentor.id.label("mentor"))
        .distinct()
        .join(one, and_(one.person_id == mentee.person_id, one.side == "mentee"))
        .join(other, and_(other.pair_id == one.pair_id, other.side == "mentor"))
        .join(
            mentor,
            and_(
                mentor.person_id == other.person_id,
                mentor.programme_id == programme_id,
                mentor.side == "mentor",
            ),
        )
        .join(PairEvent, PairEvent.pair_id == one.pair_id)
        .where(
            mentee.programme_id == programme_id,
            mentee.side == "mentee",
            PairEvent.ground.in_(("refused", "replacement")),
        )
    )
    return (await session.execute(query)).all()
