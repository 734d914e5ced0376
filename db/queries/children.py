"""What a representative sees of a child: who, where, when; nothing of what is said."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Meeting, Organisation, OutingConsent, Pair, PairMember, Person, Representation
from db.queries.people import NAME
from db.queries.running import fell_through, running, taking_part
from db.types import AnyRow


async def pairs(session: AsyncSession, child_id: int) -> Sequence[AnyRow]:
    """Running pairs in which the child is a mentee, a row for each mentor.

    id, organisation_id, place (the school), status, NAME of the mentor, mentees (how many).
    """
    child, mentor, mentee = aliased(PairMember), aliased(PairMember), aliased(PairMember)
    mentees = (
        select(func.count())
        .where(mentee.pair_id == Pair.id, mentee.side == "mentee", taking_part(mentee))
        .scalar_subquery()
    )
    query: Select[*tuple[Any, ...]] = (
        select(
            Pair.id,
            Pair.organisation_id,
            Pair.status,
            Organisation.name.label("place"),
            *NAME,
            mentees.label("mentees"),
        )
        .join(child, and_(child.pair_id == Pair.id, child.person_id == child_id))
        .join(mentor, and_(mentor.pair_id == Pair.id, mentor.side == "mentor"))
        .join(Person, Person.id == mentor.person_id)
        .join(Organisation, Organisation.id == Pair.organisation_id)
        .where(child.side == "mentee", running(), taking_part(child), taking_part(mentor))
        .order_by(Pair.id, Person.name)
    )
    return (await session.execute(query)).all()


async def ahead(
    session: AsyncSession, child_id: int, pairs: Collection[int], now: datetime, limit: int
) -> Sequence[AnyRow]:
    """The next planned meetings of a child's pairs: id, starts_at, zone, minutes, place, setting.

    Of an outing also `asked`, whether a parent's yes to it is needed, and their `answer`.
    """
    query: Select[*tuple[Any, ...]] = (
        select(
            Meeting.id,
            Meeting.starts_at,
            Meeting.zone,
            Meeting.minutes,
            Meeting.place,
            Meeting.setting,
            OutingConsent.id.is_not(None).label("asked"),
            OutingConsent.answer,
        )
        .join(
            OutingConsent,
            and_(
                OutingConsent.meeting_id == Meeting.id,
                OutingConsent.child_id == child_id,
                Meeting.setting == "outside",
            ),
            isouter=True,
        )
        .where(Meeting.pair_id.in_(pairs), Meeting.status == "planned", Meeting.starts_at > now)
        .order_by(Meeting.starts_at)
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def of_month(
    session: AsyncSession,
    first: date,
    last: date,
    *,
    organisation_id: int = 0,
    representative_id: int = 0,
) -> Sequence[AnyRow]:
    """Children of running pairs by who speaks for them, with their meetings in some days.

    representative_id, person_id, NAME, held, missed.
    """

    def count(which: ColumnElement[bool]) -> Any:
        return func.coalesce(func.sum(case((which, 1), else_=0)), 0)

    query: Select[*tuple[Any, ...]] = (
        select(
            Representation.representative_id,
            Person.id.label("person_id"),
            *NAME,
            count(Meeting.status == "held").label("held"),
            count(fell_through()).label("missed"),
        )
        .join(Person, Person.id == Representation.child_id)
        .join(PairMember, PairMember.person_id == Person.id)
        .join(Pair, Pair.id == PairMember.pair_id)
        .join(
            Meeting,
            and_(Meeting.pair_id == Pair.id, Meeting.held_on >= first, Meeting.held_on <= last),
            isouter=True,
        )
        .where(
            Representation.ended_at.is_(None),
            PairMember.side == "mentee",
            running(),
            taking_part(),
        )
        .group_by(Representation.representative_id, Person.id, *NAME)
        .order_by(Person.name, Person.id)
    )
    if organisation_id:
        query = query.where(Representation.organisation_id == organisation_id)
    if representative_id:
        query = query.where(Representation.representative_id == representative_id)
    return (await session.execute(query)).all()
