"""Meetings as they are looked at: by pair, by day, at a glance."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, Select, and_, case, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Attendance, Feedback, Meeting, Pair, PairMember, Person
from db.queries.people import NAME
from db.queries.running import fell_through, running, taking_part
from db.types import AnyRow


def _count(*statuses: str) -> Any:
    return func.coalesce(func.sum(case((Meeting.status.in_(statuses), 1), else_=0)), 0)


async def by_pair(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Running pairs, the one that met longest ago first.

    id, started_on, planned, held, missed (those called off too, but for a pause), disputed,
    last_on, members (how many are in it), absent (from held meetings, all in all), given (marks).
    """
    members = (
        select(func.count())
        .select_from(PairMember)
        .where(PairMember.pair_id == Pair.id, taking_part())
        .scalar_subquery()
    )
    held = aliased(Meeting)

    def of_held(table: Any, *where: Any) -> Any:
        return (
            select(func.count())
            .select_from(table)
            .join(held, held.id == table.meeting_id)
            .where(held.pair_id == Pair.id, held.status == "held", *where)
            .scalar_subquery()
        )

    last_on = func.max(case((Meeting.status == "held", Meeting.held_on)))
    query: Select[*tuple[Any, ...]] = (
        select(
            Pair.id,
            Pair.started_on,
            _count("planned", "proposed").label("planned"),
            _count("held").label("held"),
            func.coalesce(func.sum(case((fell_through(), 1), else_=0)), 0).label("missed"),
            _count("disputed").label("disputed"),
            last_on.label("last_on"),
            members.label("members"),
            of_held(Attendance, ~Attendance.present).label("absent"),
            of_held(Feedback).label("given"),
        )
        .join(Meeting, Meeting.pair_id == Pair.id, isouter=True)
        .where(Pair.organisation_id == organisation_id, running())
        .group_by(Pair.id, Pair.started_on)
        .order_by(func.coalesce(last_on, Pair.started_on), Pair.id)
    )
    return (await session.execute(query)).all()


async def people(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Who is in the running pairs: pair_id, side, NAME."""
    query: Select[*tuple[Any, ...]] = (
        select(PairMember.pair_id, PairMember.side, *NAME)
        .join(Pair, Pair.id == PairMember.pair_id)
        .join(Person, Person.id == PairMember.person_id)
        .where(Pair.organisation_id == organisation_id, running(), taking_part())
        .order_by(PairMember.pair_id, Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def timeline(
    session: AsyncSession, pair_id: int, *, offset: int, limit: int
) -> Sequence[AnyRow]:
    """A stretch of a pair's meetings, the newest first, a row for each mark given, else one.

    id, status, held_on, kind, minutes, reason, agreed, confirmed_at, side, mark.
    """
    stretch = (
        select(Meeting.id)
        .where(Meeting.pair_id == pair_id)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .offset(offset)
        .limit(limit)
    )
    query = (
        select(
            Meeting.id,
            Meeting.status,
            Meeting.held_on,
            Meeting.kind,
            Meeting.minutes,
            Meeting.reason,
            Meeting.agreed,
            Meeting.confirmed_at,
            PairMember.side,
            Feedback.mark,
        )
        .join(Feedback, Feedback.meeting_id == Meeting.id, isouter=True)
        .join(
            PairMember,
            and_(PairMember.pair_id == Meeting.pair_id, PairMember.person_id == Feedback.person_id),
            isouter=True,
        )
        .where(Meeting.id.in_(stretch))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc(), PairMember.side.desc())
    )
    return (await session.execute(query)).all()


async def in_days(
    session: AsyncSession, first: date, last: date, *, organisation_id: int = 0, me: int = 0
) -> Sequence[AnyRow]:
    """How many meetings of each status there are on each day: held_on, status, number."""
    query: Select[*tuple[Any, ...]] = (
        select(Meeting.held_on, Meeting.status, func.count().label("number"))
        .where(Meeting.held_on >= first, Meeting.held_on <= last)
        .group_by(Meeting.held_on, Meeting.status)
    )
    if organisation_id:
        query = query.where(Meeting.organisation_id == organisation_id)
    if me:
        query = query.where(
            exists().where(PairMember.pair_id == Meeting.pair_id, PairMember.person_id == me)
        )
    return (await session.execute(query)).all()


async def glance(
    session: AsyncSession, me: int, today: date, now: datetime, since: date
) -> AnyRow | None:
    """How many meetings are today, were proposed to the person, wait for the others' marks.

    One statement, as it is asked with the main menu: today, proposed, waiting.
    """
    own, other = aliased(PairMember), aliased(PairMember)
    mine = and_(own.pair_id == Meeting.pair_id, own.person_id == me, taking_part(own))
    unanswered = (
        exists()
        .where(
            other.pair_id == Meeting.pair_id,
            other.person_id != me,
            taking_part(other),
            ~exists().where(
                Feedback.meeting_id == Meeting.id, Feedback.person_id == other.person_id
            ),
        )
        .correlate(Meeting)
    )
    planned = and_(Meeting.status == "planned", Meeting.held_on == today, Meeting.starts_at > now)
    proposed = and_(Meeting.status == "proposed", Meeting.logged_by != me, Meeting.starts_at > now)
    waiting = and_(Meeting.status == "held", Meeting.logged_by == me, unanswered)

    def total(condition: Any) -> Any:
        return func.coalesce(func.sum(case((condition, 1), else_=0).cast(Integer)), 0)

    query: Select[*tuple[Any, ...]] = (
        select(
            total(planned).label("today"),
            total(proposed).label("proposed"),
            total(waiting).label("waiting"),
        )
        .join(own, mine)
        .where(Meeting.held_on >= since)
    )
    return (await session.execute(query)).first()
