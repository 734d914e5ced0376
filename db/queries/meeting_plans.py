"""Meetings to come: who has them, when people are used to meet, what is still to be told of."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, and_, case, exists, func, literal, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    Attendance,
    Feedback,
    LessonHours,
    Meeting,
    MeetingSlot,
    Organisation,
    Outbox,
    OutingConsent,
    Pair,
    PairMember,
    Person,
    Programme,
    Wish,
)
from db.queries.meetings import seated
from db.queries.people import NAME
from db.queries.running import running, taking_part
from db.types import AnyRow, UTCDateTime
from db.upsert import upserting

_AHEAD = ("proposed", "planned")
# No meeting is longer.
_LONGEST = timedelta(hours=10)


def _since(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _waits() -> Any:
    """Whether a parent is still to say yes to it: `waits`."""
    return (
        exists()
        .where(
            OutingConsent.meeting_id == Meeting.id,
            OutingConsent.answer.is_(None),
            Meeting.setting == "outside",
        )
        .label("waits")
    )


def ends_on() -> Any:
    """The last day of a pair: of its own term, else of its season."""
    return func.coalesce(Pair.ends_on, Programme.ends_on)


def _with_partners(me: int) -> Select[*tuple[Any, ...]]:
    own, other = aliased(PairMember), aliased(PairMember)
    return (
        select(
            Meeting.id,
            Meeting.organisation_id,
            Meeting.pair_id,
            Meeting.status,
            Meeting.starts_at,
            Meeting.zone,
            Meeting.held_on,
            Meeting.minutes,
            Meeting.kind,
            Meeting.place,
            Meeting.setting,
            _waits(),
            Meeting.slot_id,
            case((MeetingSlot.ended_at.is_(None), MeetingSlot.rule)).label("rule"),
            ends_on().label("ends_on"),
            Meeting.logged_by,
            own.side,
            other.person_id,
            *NAME,
        )
        .join(own, and_(own.pair_id == Meeting.pair_id, own.person_id == me))
        .join(other, and_(other.pair_id == Meeting.pair_id, other.side != own.side))
        .join(Person, Person.id == other.person_id)
        .join(Pair, Pair.id == Meeting.pair_id)
        .join(Programme, Programme.id == Pair.programme_id, isouter=True)
        .join(MeetingSlot, MeetingSlot.id == Meeting.slot_id, isouter=True)
        .where(
            taking_part(own),
            taking_part(other),
            seated(own, Meeting.organisation_id),
            Meeting.starts_at.is_not(None),
        )
        .order_by(Meeting.starts_at, Meeting.id, Person.name, Person.id)
    )


async def ahead(session: AsyncSession, me: int) -> Sequence[AnyRow]:
    """Proposed and planned meetings of a person, a row for each partner, the next one first."""
    query = _with_partners(me).where(Meeting.status.in_(_AHEAD), running())
    return (await session.execute(query)).all()


async def one(session: AsyncSession, me: int, meeting_id: int) -> Sequence[AnyRow]:
    """One meeting with a time, whatever became of it; no rows when it is not the person's."""
    return (await session.execute(_with_partners(me).where(Meeting.id == meeting_id))).all()


async def beginnings(session: AsyncSession, pair_id: int, limit: int = 12) -> Sequence[datetime]:
    """When the last meetings of a pair began."""
    query = (
        select(Meeting.starts_at)
        .where(
            Meeting.pair_id == pair_id,
            Meeting.starts_at.is_not(None),
            Meeting.status.in_(("held", "planned")),
        )
        .order_by(Meeting.starts_at.desc())
        .limit(limit)
    )
    return [one for one in await session.scalars(query) if one is not None]


async def call_off(
    session: AsyncSession, pair_id: int, after: datetime, before: date, reason: str
) -> Sequence[Meeting]:
    """Meetings of a pair that were still to come before a day are cancelled. Returns them."""
    query = (
        update(Meeting)
        .where(
            Meeting.pair_id == pair_id,
            Meeting.status.in_(_AHEAD),
            Meeting.starts_at > after,
            Meeting.held_on < before,
        )
        .values(status="cancelled", reason=reason)
        .returning(Meeting)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return (await session.scalars(query)).all()


async def same(session: AsyncSession, pair_id: int, starts_at: datetime) -> AnyRow | None:
    """The meeting proposed or planned for this very moment: id, minutes, place, setting."""
    query: Select[*tuple[Any, ...]] = select(
        Meeting.id, Meeting.minutes, Meeting.place, Meeting.setting
    ).where(
        Meeting.pair_id == pair_id,
        Meeting.starts_at == starts_at,
        Meeting.status.in_(_AHEAD),
    )
    return (await session.execute(query)).first()


async def colliding(
    session: AsyncSession, pair_id: int, starts_at: datetime, ends_at: datetime, *, but: int = 0
) -> Sequence[AnyRow]:
    """Planned meetings of the pair's people in other pairs or of this one near that time.

    person_id and NAME of whose it is, starts_at, minutes.
    """
    mine, theirs = aliased(PairMember), aliased(PairMember)
    query: Select[*tuple[Any, ...]] = (
        select(mine.person_id, *NAME, Meeting.starts_at, Meeting.minutes)
        .select_from(mine)
        .join(theirs, theirs.person_id == mine.person_id)
        .join(Meeting, Meeting.pair_id == theirs.pair_id)
        .join(Person, Person.id == mine.person_id)
        .where(
            mine.pair_id == pair_id,
            taking_part(mine),
            taking_part(theirs),
            Meeting.status == "planned",
            Meeting.id != but,
            Meeting.starts_at < ends_at,
            Meeting.starts_at > starts_at - _LONGEST,
        )
        .order_by(Meeting.starts_at, Person.name)
        .distinct()
    )
    return (await session.execute(query)).all()


async def lessons(session: AsyncSession, organisation_id: int) -> AnyRow | None:
    """The organisation's own lesson hours: starts, ends."""
    query: Select[*tuple[Any, ...]] = select(LessonHours.starts, LessonHours.ends).where(
        LessonHours.organisation_id == organisation_id
    )
    return (await session.execute(query)).first()


async def set_lessons(
    session: AsyncSession, organisation_id: int, starts: int, ends: int, me: int
) -> None:
    values = {"starts": starts, "ends": ends, "changed_by": me}
    statement = upserting(session, LessonHours).values(organisation_id=organisation_id, **values)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["organisation_id"], set_=values)
    )


async def zone_of(session: AsyncSession, organisation_id: int) -> str:
    query = select(Organisation.timezone).where(Organisation.id == organisation_id)
    return (await session.scalars(query)).one()


async def wishes(session: AsyncSession, person_id: int) -> set[str]:
    return set(await session.scalars(select(Wish.kind).where(Wish.person_id == person_id)))


async def put_off(session: AsyncSession, row: dict[str, Any], until: datetime) -> bool:
    """Plan a message that waits, or let the one with its key that still waits wait longer.

    False when the one with its key has gone out already.
    """
    statement = upserting(session, Outbox).values(row)
    longer = literal(until, UTCDateTime)
    latest = case((Outbox.held_until < longer, longer), else_=Outbox.held_until)
    found: int | None = await session.scalar(
        statement.on_conflict_do_update(
            index_elements=["unique_key"],
            set_={"held_until": latest},
            where=Outbox.status == "held",
        ).returning(Outbox.id)
    )
    return found is not None


async def to_tell_of(
    session: AsyncSession, *, since: date, organisation_id: int = 0, person_id: int = 0
) -> Sequence[AnyRow]:
    """Meetings of running pairs planned, or held since a day, a row for each member.

    Of an organisation, or of a person: id, pair_id, organisation_id, status, starts_at, zone,
    held_on, minutes, logged_by, logged_at, place, waits, person_id, side, marked, present.
    """
    whose = PairMember.person_id == person_id if person_id else true()
    where = Meeting.organisation_id == organisation_id if organisation_id else true()
    query: Select[*tuple[Any, ...]] = (
        select(
            Meeting.id,
            Meeting.pair_id,
            Meeting.organisation_id,
            Meeting.status,
            Meeting.starts_at,
            Meeting.zone,
            Meeting.held_on,
            Meeting.minutes,
            Meeting.logged_by,
            Meeting.logged_at,
            Meeting.place,
            _waits(),
            PairMember.person_id,
            PairMember.side,
            Feedback.id.is_not(None).label("marked"),
            func.coalesce(Attendance.present, True).label("present"),
            Organisation.timezone,
        )
        .join(Pair, Pair.id == Meeting.pair_id)
        .join(Organisation, Organisation.id == Meeting.organisation_id)
        .join(PairMember, PairMember.pair_id == Meeting.pair_id)
        .join(
            Feedback,
            and_(Feedback.meeting_id == Meeting.id, Feedback.person_id == PairMember.person_id),
            isouter=True,
        )
        .join(
            Attendance,
            and_(
                Attendance.meeting_id == Meeting.id,
                Attendance.person_id == PairMember.person_id,
            ),
            isouter=True,
        )
        .where(
            whose,
            where,
            running(),
            taking_part(),
            or_(
                Meeting.status == "planned",
                and_(Meeting.status == "held", Meeting.logged_at >= _since(since)),
            ),
        )
        .order_by(Meeting.held_on, Meeting.starts_at, Meeting.id)
    )
    return (await session.execute(query)).all()
