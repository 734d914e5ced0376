"""Meetings outside the school: who has to say yes to them, and who has not yet."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, exists, false, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import (
    Meeting,
    Membership,
    OutingConsent,
    Pair,
    PairMember,
    Person,
    Profile,
    Representation,
)
from db.queries.people import NAME
from db.queries.running import running, taking_part
from db.types import AnyRow

OUTSIDE = "outside"
# Sources of mentors who belong to the school (db.models.Profile).
_OWN = ("pupil", "teacher")
# Seats that nobody has but the school's own people.
_STAFF = ("head", "curator", "council", "executor")


async def outsiders(session: AsyncSession, pair_id: int) -> Sequence[AnyRow]:
    """The pair's mentors who are not known to belong to the school: person_id, birth_year."""
    employed = exists().where(
        Membership.organisation_id == Pair.organisation_id,
        Membership.person_id == PairMember.person_id,
        Membership.role.in_(_STAFF),
        Membership.ended_at.is_(None),
    )
    belongs = exists().where(
        Profile.organisation_id == Pair.organisation_id,
        Profile.person_id == PairMember.person_id,
        Profile.side == "mentor",
        Profile.source.in_(_OWN),
    )
    query: Select[*tuple[Any, ...]] = (
        select(PairMember.person_id, Person.birth_year)
        .join(Pair, Pair.id == PairMember.pair_id)
        .join(Person, Person.id == PairMember.person_id)
        .where(
            PairMember.pair_id == pair_id,
            PairMember.side == "mentor",
            taking_part(),
            ~employed,
            ~belongs,
        )
    )
    return (await session.execute(query)).all()


async def reachable(session: AsyncSession, children: Collection[int]) -> Sequence[AnyRow]:
    """Who speaks for the children in the chat: child_id, person_id."""
    query: Select[*tuple[Any, ...]] = (
        select(Representation.child_id, Person.id.label("person_id"))
        .join(Person, Person.id == Representation.representative_id)
        .where(
            Representation.child_id.in_(children),
            Representation.ended_at.is_(None),
            Person.telegram_id.is_not(None),
            Person.unreachable_since.is_(None),
        )
        .order_by(Representation.id)
    )
    return (await session.execute(query)).all()


async def answer(
    session: AsyncSession, meeting_id: int, child_id: int, was: Sequence[str | None], **what: Any
) -> bool:
    """Write an answer (columns of OutingConsent) in place of one of those before."""
    before = or_(
        OutingConsent.answer.in_([one for one in was if one is not None]),
        OutingConsent.answer.is_(None) if None in was else false(),
    )
    found: int | None = await session.scalar(
        update(OutingConsent)
        .where(OutingConsent.meeting_id == meeting_id, OutingConsent.child_id == child_id, before)
        .values(**what)
        .returning(OutingConsent.id)
    )
    return found is not None


async def withdraw(session: AsyncSession, meeting: Meeting, child_id: int) -> None:
    """Who says no to an outing of a day takes back what they said to its earlier hours."""
    same = select(Meeting.id).where(
        Meeting.pair_id == meeting.pair_id, Meeting.held_on == meeting.held_on
    )
    await session.execute(
        update(OutingConsent)
        .where(
            OutingConsent.meeting_id.in_(same),
            OutingConsent.child_id == child_id,
            OutingConsent.answer == "yes",
        )
        .values(answer="no")
        .execution_options(synchronize_session=False)
    )


async def asked(session: AsyncSession, meeting_id: int) -> Sequence[AnyRow]:
    """Who was asked about a meeting: child_id, answer."""
    query: Select[*tuple[Any, ...]] = select(OutingConsent.child_id, OutingConsent.answer).where(
        OutingConsent.meeting_id == meeting_id
    )
    return (await session.execute(query)).all()


async def given(session: AsyncSession, pair_id: int, on: date, place: str) -> dict[int, AnyRow]:
    """Yeses to a pair's outing on a day to a place, at whatever hour, by child_id.

    child_id, answered_by, answered_at, channel.
    """
    query: Select[*tuple[Any, ...]] = (
        select(
            OutingConsent.child_id,
            OutingConsent.answered_by,
            OutingConsent.answered_at,
            OutingConsent.channel,
        )
        .join(Meeting, Meeting.id == OutingConsent.meeting_id)
        .where(
            Meeting.pair_id == pair_id,
            Meeting.held_on == on,
            Meeting.place == place,
            Meeting.setting == OUTSIDE,
            Meeting.status.in_(("planned", "moved")),
            OutingConsent.answer == "yes",
        )
        .order_by(OutingConsent.id)
    )
    return {row.child_id: row for row in await session.execute(query)}


def _waiting() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Meeting.id,
            Meeting.pair_id,
            Meeting.organisation_id,
            Meeting.held_on,
            Meeting.starts_at,
            Meeting.zone,
            OutingConsent.child_id,
            OutingConsent.asked_at,
            *NAME,
        )
        .join(OutingConsent, OutingConsent.meeting_id == Meeting.id)
        .join(Person, Person.id == OutingConsent.child_id)
        .join(Pair, Pair.id == Meeting.pair_id)
        .where(
            Meeting.status == "planned",
            Meeting.setting == OUTSIDE,
            OutingConsent.answer.is_(None),
            running(),
        )
        .order_by(Meeting.starts_at, Meeting.id, OutingConsent.child_id)
    )


async def unanswered(session: AsyncSession, organisation_id: int | None = None) -> Sequence[AnyRow]:
    """Outings (of an organisation) that wait for a yes: the meeting, child_id, the child's NAME."""
    query = _waiting()
    if organisation_id is not None:
        query = query.where(Meeting.organisation_id == organisation_id)
    return (await session.execute(query)).all()


async def to_remind(
    session: AsyncSession, *, organisation_id: int = 0, person_id: int = 0
) -> Sequence[AnyRow]:
    """As `unanswered`, with person_id of each who can answer, and their `role`."""
    found: list[AnyRow] = []
    for role, whose, join in (
        (
            "representative",
            Representation.representative_id,
            and_(
                Representation.child_id == OutingConsent.child_id,
                Representation.ended_at.is_(None),
            ),
        ),
        (
            "curator",
            Membership.person_id,
            and_(
                Membership.organisation_id == Meeting.organisation_id,
                Membership.role == "curator",
                Membership.ended_at.is_(None),
            ),
        ),
    ):
        table = Representation if role == "representative" else Membership
        query = (
            _waiting()
            .join(table, join)
            .add_columns(whose.label("who"), literal(role).label("role"))
        )
        if organisation_id:
            query = query.where(Meeting.organisation_id == organisation_id)
        if person_id:
            query = query.where(whose == person_id)
        found += (await session.execute(query)).all()
    return found


async def called_in(session: AsyncSession, meeting_id: int) -> None:
    """The meeting does not take place outside: it stays, in the school."""
    await session.execute(
        update(Meeting)
        .where(Meeting.id == meeting_id)
        .values(setting="school", place="")
        .execution_options(synchronize_session=False)
    )


async def of_child(session: AsyncSession, meeting_id: int, child_id: int) -> datetime | None:
    """When a planned outing begins that was asked about for the child; None for any other."""
    query = (
        select(Meeting.starts_at)
        .join(OutingConsent, OutingConsent.meeting_id == Meeting.id)
        .where(
            Meeting.id == meeting_id,
            OutingConsent.child_id == child_id,
            Meeting.status == "planned",
            Meeting.setting == OUTSIDE,
        )
    )
    return await session.scalar(query)
