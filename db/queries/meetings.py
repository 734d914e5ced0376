"""Pairs with their people, and the meetings they have had."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, and_, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Attendance, Feedback, Meeting, Membership, Pair, PairMember, Person, Programme
from db.queries.people import NAME
from db.queries.running import not_gone_by, running, taking_part
from db.types import AnyRow

_HELD = "held"
_PAST = ("held", "disputed")


def seated(member: Any, organisation_id: Any) -> Any:
    """The member of a pair still has that seat in its organisation."""
    return exists().where(
        Membership.organisation_id == organisation_id,
        Membership.role == member.side,
        Membership.person_id == member.person_id,
        Membership.ended_at.is_(None),
    )


async def pairs_of(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """Running pairs with a row for each partner and kind had.

    id, organisation_id, side (mine), of the partner person_id, telegram_id and NAME, kind (or
    None), video_link.
    """
    partner = aliased(PairMember)
    query: Select[*tuple[Any, ...]] = (
        select(
            Pair.id,
            Pair.organisation_id,
            PairMember.side,
            Person.id.label("person_id"),
            Person.telegram_id,
            *NAME,
            Meeting.kind,
            Pair.video_link,
        )
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(
            partner,
            and_(partner.pair_id == Pair.id, partner.side != PairMember.side, taking_part(partner)),
        )
        .join(Person, Person.id == partner.person_id)
        .join(Meeting, and_(Meeting.pair_id == Pair.id, Meeting.status == _HELD), isouter=True)
        .where(
            PairMember.person_id == me,
            running(),
            taking_part(),
            seated(PairMember, Pair.organisation_id),
        )
        .order_by(Pair.id, Person.name, Person.id)
        .distinct()
    )
    return (await session.execute(query)).all()


async def pair_of(session: AsyncSession, pair_id: int, me: int) -> AnyRow | None:
    """A pair the person is in: started_on, ended_on, status, paused_until, side, organisation_id,
    season_on."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Pair.started_on,
            Pair.ended_on,
            Pair.status,
            Pair.paused_until,
            PairMember.side,
            Pair.organisation_id,
            Programme.starts_on.label("season_on"),
        )
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(Programme, Programme.id == Pair.programme_id, isouter=True)
        .where(
            Pair.id == pair_id,
            PairMember.person_id == me,
            taking_part(),
            seated(PairMember, Pair.organisation_id),
        )
    )
    return (await session.execute(query)).first()


async def has_left(session: AsyncSession, pair_id: int, me: int) -> bool:
    """Whether somebody was in a pair once, and is no longer."""
    query = select(
        exists().where(
            PairMember.pair_id == pair_id,
            PairMember.person_id == me,
            PairMember.left_on.is_not(None),
        )
    )
    return bool(await session.scalar(query))


async def people_of(session: AsyncSession, pair_id: int) -> Sequence[AnyRow]:
    """Who is in a pair: person_id, side, NAME."""
    query: Select[*tuple[Any, ...]] = (
        select(PairMember.person_id, PairMember.side, *NAME)
        .join(Person, Person.id == PairMember.person_id)
        .where(PairMember.pair_id == pair_id, taking_part())
        .order_by(Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def agreed_before(session: AsyncSession, pair_id: int) -> str:
    """What was agreed upon at the last meeting."""
    query = (
        select(Meeting.agreed)
        .where(Meeting.pair_id == pair_id, Meeting.status == _HELD)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .limit(1)
    )
    return await session.scalar(query) or ""


def _of_person(me: int, statuses: Collection[str]) -> Select[*tuple[Any, ...]]:
    own, other = aliased(PairMember), aliased(PairMember)
    theirs, there = aliased(Feedback), aliased(Attendance)
    return (
        select(
            Meeting.id,
            Meeting.organisation_id,
            Meeting.pair_id,
            Meeting.status,
            Meeting.held_on,
            Meeting.kind,
            Meeting.minutes,
            Meeting.note,
            Meeting.shared_note,
            Meeting.agreed,
            Meeting.logged_by,
            Meeting.reason,
            own.side,
            *NAME,
            Feedback.mark,
            Feedback.mood,
            Feedback.note.label("words"),
            Feedback.shared,
            Feedback.given_at,
            theirs.note.label("said"),
            func.coalesce(there.present, True).label("present"),
        )
        .join(own, and_(own.pair_id == Meeting.pair_id, own.person_id == me))
        .join(other, and_(other.pair_id == Meeting.pair_id, other.side != own.side))
        .join(Person, Person.id == other.person_id)
        .join(
            Feedback,
            and_(Feedback.meeting_id == Meeting.id, Feedback.person_id == me),
            isouter=True,
        )
        .join(
            theirs,
            and_(
                theirs.meeting_id == Meeting.id,
                theirs.person_id == other.person_id,
                theirs.shared,
            ),
            isouter=True,
        )
        .join(there, and_(there.meeting_id == Meeting.id, there.person_id == me), isouter=True)
        .where(seated(own, Meeting.organisation_id), Meeting.status.in_(statuses), not_gone_by(own))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc(), Person.name, Person.id)
    )


async def of_person(session: AsyncSession, me: int, statuses: Collection[str]) -> Sequence[AnyRow]:
    """A person's meetings of these statuses, the newest first, a row for each partner.

    With their own mark, mood and words; `said` is what the partner has written for them to read.
    """
    return (await session.execute(_of_person(me, statuses))).all()


async def one_of_person(
    session: AsyncSession, me: int, meeting_id: int, statuses: Collection[str] = _PAST
) -> Sequence[AnyRow]:
    """One meeting of the person (see `of_person`); no rows when it is not theirs."""
    query = _of_person(me, statuses).where(Meeting.id == meeting_id)
    return (await session.execute(query)).all()
