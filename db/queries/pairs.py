"""Pairs, who is in them, what became of them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Feedback, Meeting, Membership, Pair, PairMember, Person, Profile, Programme
from db.queries.people import NAME
from db.queries.running import taking_part
from db.types import AnyRow
from db.upsert import upserting


def _with_members() -> Select[*tuple[Any, ...]]:
    """A row for each member, gone ones too: id, status, paused_until, ends_on, programme_id,
    started_on, ended_on, held, last_on, person_id, side, is_primary, left_on, name, given,
    birth_year; the mentor who answers for the pair before the others."""

    def of_meetings(what: Any) -> Any:
        took_place = (Meeting.pair_id == Pair.id, Meeting.status == "held")
        return select(what).where(*took_place).scalar_subquery()

    return (
        select(
            Pair.id,
            Pair.organisation_id,
            Pair.status,
            Pair.paused_until,
            Pair.ends_on,
            Pair.programme_id,
            Pair.started_on,
            Pair.ended_on,
            of_meetings(func.count(Meeting.id)).label("held"),
            of_meetings(func.max(Meeting.held_on)).label("last_on"),
            PairMember.person_id,
            PairMember.side,
            PairMember.is_primary,
            PairMember.left_on,
            Person.name,
            Person.given,
            Person.birth_year,
        )
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(Person, Person.id == PairMember.person_id)
        .order_by(Pair.id.desc(), PairMember.is_primary.desc(), Person.name, Person.id)
    )


async def of_organisation(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """All pairs, running and ended, the newest first (see `_with_members`)."""
    query = _with_members().where(Pair.organisation_id == organisation_id)
    return (await session.execute(query)).all()


async def one(session: AsyncSession, pair_id: int) -> Sequence[AnyRow]:
    """One pair (see `_with_members`)."""
    return (await session.execute(_with_members().where(Pair.id == pair_id))).all()


async def candidates(session: AsyncSession, organisation_id: int, role: str) -> Sequence[AnyRow]:
    """Who may be on a side, those in the fewest pairs and drafts first: id, name, given,
    birth_year, pairs."""
    running = (
        select(PairMember.person_id, func.count().label("pairs"))
        .join(Pair, Pair.id == PairMember.pair_id)
        .where(
            Pair.organisation_id == organisation_id,
            Pair.ended_on.is_(None),
            taking_part(),
            PairMember.side == role,
        )
        .group_by(PairMember.person_id)
        .subquery()
    )
    pairs = func.coalesce(running.c.pairs, 0)
    query: Select[*tuple[Any, ...]] = (
        select(
            Person.id,
            Person.name,
            Person.given,
            Person.birth_year,
            pairs.label("pairs"),
        )
        .join(Membership, Membership.person_id == Person.id)
        .join(running, running.c.person_id == Person.id, isouter=True)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role == role,
            Membership.ended_at.is_(None),
        )
        .order_by(pairs, Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def seated(
    session: AsyncSession, organisation_id: int, sides: Sequence[tuple[int, str]]
) -> Sequence[AnyRow]:
    """Of (person id, role), those with that seat in the organisation: person_id, role, NAME."""
    query: Select[*tuple[Any, ...]] = (
        select(Membership.person_id, Membership.role, *NAME)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.ended_at.is_(None),
            or_(
                *(
                    and_(Membership.person_id == person_id, Membership.role == role)
                    for person_id, role in sides
                )
            ),
        )
    )
    return (await session.execute(query)).all()


async def insert_pair(
    session: AsyncSession,
    *,
    organisation_id: int,
    sides: Sequence[tuple[int, str]],
    status: str,
    programme_id: int | None,
    follows_id: int | None,
    primary_id: int | None,
    created_by: int,
    started_on: date,
    now: datetime,
) -> int | None:
    """A new pair of these (person id, side); None when they have one that is not over."""
    statement = upserting(session, Pair).values(
        organisation_id=organisation_id,
        members_key=_key(sides),
        status=status,
        programme_id=programme_id,
        follows_id=follows_id,
        video_link="",
        created_by=created_by,
        started_on=started_on,
        created_at=now,
    )
    pair_id: int | None = await session.scalar(
        statement.on_conflict_do_nothing(
            index_elements=["organisation_id", "members_key"]
        ).returning(Pair.id)
    )
    if pair_id is not None:
        primary = primary_id or next(one for one, side in sides if side == "mentor")
        members = [
            {
                "pair_id": pair_id,
                "person_id": person_id,
                "side": side,
                "is_primary": person_id == primary,
                "joined_on": started_on,
                "reason": "",
                "shares_phone": False,
            }
            for person_id, side in sides
        ]
        await session.execute(insert(PairMember), members)
    return pair_id


def _key(sides: Sequence[tuple[int, str]]) -> str:
    return "+".join(f"{side}:{person_id}" for person_id, side in sorted(sides))


def exchanged(key: str, keep_id: int, gone_id: int) -> str:
    """The key of the same sides with one person in place of another."""
    parts = [part.rpartition(":") for part in key.split("+")]
    if not all(side and one.isdecimal() for side, _, one in parts):
        return key
    sides = [(keep_id if int(one) == gone_id else int(one), side) for side, _, one in parts]
    return _key(sides)


async def members(session: AsyncSession, pair_id: int) -> Sequence[PairMember]:
    """Who takes part, the mentor who answers for the pair before the others."""
    query = (
        select(PairMember)
        .where(PairMember.pair_id == pair_id, taking_part())
        .order_by(PairMember.is_primary.desc(), PairMember.person_id)
    )
    return (await session.scalars(query)).all()


async def key_of(session: AsyncSession, pair_id: int) -> str | None:
    """The key of those who take part; None where another pair that is not over has it."""
    sides = [(one.person_id, one.side) for one in await members(session, pair_id)]
    pair = await session.get_one(Pair, pair_id)
    query = select(Pair.id).where(
        Pair.organisation_id == pair.organisation_id,
        Pair.members_key == _key(sides),
        Pair.id != pair_id,
    )
    return _key(sides) if await session.scalar(query) is None else None


async def timeline(session: AsyncSession, pair_id: int, limit: int) -> Sequence[AnyRow]:
    """The newest meetings, a row for each mark given, else one.

    id, held_on, kind, minutes, note, side, mark, words (of the one who gave the mark).
    """
    newest = (
        select(Meeting.id)
        .where(Meeting.pair_id == pair_id, Meeting.status.in_(("held", "disputed")))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .limit(limit)
    )
    query = (
        select(
            Meeting.id,
            Meeting.held_on,
            Meeting.kind,
            Meeting.minutes,
            Meeting.note,
            PairMember.side,
            Feedback.mark,
            Feedback.note.label("words"),
        )
        .join(Feedback, Feedback.meeting_id == Meeting.id, isouter=True)
        .join(
            PairMember,
            and_(PairMember.pair_id == Meeting.pair_id, PairMember.person_id == Feedback.person_id),
            isouter=True,
        )
        .where(Meeting.id.in_(newest))
        .order_by(Meeting.held_on.desc(), Meeting.id.desc(), PairMember.side.desc(), Feedback.id)
    )
    return (await session.execute(query)).all()


async def programme_of(
    session: AsyncSession, organisation_id: int, people: Sequence[tuple[int, str]]
) -> int | None:
    """The programme, not over, that most of these (person id, side) are in, the newest first;
    where none of them is in one, the only one the organisation has."""
    open_ones = (Programme.organisation_id == organisation_id, Programme.status != "ended")
    query = (
        select(Programme.id)
        .join(Profile, Profile.programme_id == Programme.id)
        .where(
            *open_ones,
            or_(*(and_(Profile.person_id == one, Profile.side == side) for one, side in people)),
        )
        .group_by(Programme.id)
        .order_by(func.count(Profile.id).desc(), Programme.id.desc())
    )
    found: int | None = await session.scalar(query.limit(1))
    if found is not None:
        return found
    only = (await session.scalars(select(Programme.id).where(*open_ones).limit(2))).all()
    return only[0] if len(only) == 1 else None
