"""The outbox: claiming, recording what became of each message. `now` is real time throughout.

The words of `Outbox.status` are those of `mentoring.notices.Status`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Lease, LessonHours, Membership, Organisation, Outbox, Person
from db.queries.planning import SIX_DAYS, with_week
from db.types import UTCDateTime

QUEUED = "queued"
HELD = "held"
SENDING = "sending"
# Written into `error` of a message that Telegram refused for now, known again after a restart.
TOO_FAST = "too fast"

_TABLE = Outbox.__table__
_COLUMNS = (
    Outbox.id,
    Outbox.lane,
    Outbox.kind,
    Outbox.message,
    Outbox.args,
    Outbox.buttons,
    Outbox.person_id,
    Outbox.chat_id,
    Outbox.announcement_id,
    Outbox.attempts,
    Outbox.not_before,
    Outbox.at_once,
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message whose turn has come, with what of its receiver the sender needs."""

    id: int
    lane: int
    kind: str
    message: str
    args: dict[str, Any]
    buttons: list[dict[str, Any]]
    person_id: int | None
    chat_id: int | None
    announcement_id: int | None
    attempts: int
    # Whether it had been put off before.
    waited: bool
    locale: str | None
    unreachable: bool
    # Whether it waits for no better hour; what else decides about that.
    at_once: bool = False
    birth_year: int | None = None
    zone: str | None = None
    # All there are: of several, the first and the last by name.
    zones: tuple[str, ...] = ()
    is_mentee: bool = False
    lessons: tuple[int, int] | None = None
    # Of a mentee: whose holidays they have, and whether there are lessons on Saturdays.
    school_id: int | None = None
    six_days: bool = False


async def claim(
    session: AsyncSession, *, lease: str, holder: str, now: datetime, last_lane: int, limit: int
) -> list[Claimed]:
    """Take up to `limit` messages, most urgent lane and oldest first; none without the lease."""
    due = (
        select(Outbox.id)
        .where(
            Outbox.status == QUEUED,
            Outbox.lane <= last_lane,
            or_(Outbox.not_before.is_(None), Outbox.not_before <= now),
        )
        .order_by(Outbox.lane, Outbox.id)
        .limit(limit)
    )
    ours = exists().where(Lease.name == lease, Lease.holder == holder)
    statement = (
        update(Outbox)
        .where(Outbox.id.in_(due), ours)
        .values(status=SENDING, holder=holder)
        .returning(*_COLUMNS)
        .execution_options(synchronize_session=False)
    )
    rows = (await session.execute(statement)).all()
    people = await _people(session, {row.person_id for row in rows if row.person_id is not None})
    claimed = [_claimed(row, people.get(row.person_id)) for row in rows]
    return sorted(claimed, key=lambda row: (row.lane, row.id))


async def _people(session: AsyncSession, ids: set[int]) -> dict[int, Any]:
    if not ids:
        return {}
    query = (
        select(
            Person.id,
            Person.telegram_id,
            Person.locale,
            Person.unreachable_since.is_not(None).label("unreachable"),
            Person.birth_year,
            func.max(Organisation.timezone).label("zone"),
            func.min(Organisation.timezone).label("other_zone"),
            func.max(case((Membership.role == "mentee", 1), else_=0)).label("is_mentee"),
            func.max(LessonHours.starts).label("starts"),
            func.max(LessonHours.ends).label("ends"),
            func.max(case((Membership.role == "mentee", Organisation.id))).label("school_id"),
            func.max(case((and_(Membership.role == "mentee", SIX_DAYS), 1), else_=0)).label(
                "six_days"
            ),
        )
        .select_from(Person)
        .join(
            Membership,
            and_(Membership.person_id == Person.id, Membership.ended_at.is_(None)),
            isouter=True,
        )
        .join(Organisation, Organisation.id == Membership.organisation_id, isouter=True)
        .join(LessonHours, LessonHours.organisation_id == Organisation.id, isouter=True)
        .where(Person.id.in_(ids))
        .group_by(Person.id)
    )
    return {row.id: row for row in (await session.execute(with_week(query))).all()}


def _claimed(row: Any, person: Any) -> Claimed:
    lessons = (person.starts, person.ends) if person and person.starts is not None else None
    return Claimed(
        id=row.id,
        lane=row.lane,
        kind=row.kind,
        message=row.message,
        args=row.args,
        buttons=row.buttons,
        person_id=row.person_id,
        chat_id=person.telegram_id if person else row.chat_id,
        announcement_id=row.announcement_id,
        attempts=row.attempts,
        waited=row.not_before is not None,
        locale=person.locale if person else None,
        unreachable=bool(person and person.unreachable),
        at_once=row.at_once,
        birth_year=person.birth_year if person else None,
        zone=person.zone if person else None,
        zones=(person.zone, person.other_zone) if person and person.zone else (),
        is_mentee=bool(person and person.is_mentee),
        lessons=lessons,
        school_id=person.school_id if person else None,
        six_days=bool(person and person.six_days),
    )


_RECORDED = (
    "status",
    "attempts",
    "not_before",
    "error",
    "bot_id",
    "message_id",
    "locale",
    "sent_at",
    "held_until",
)
_RECORD = (
    _TABLE.update()  # type: ignore[attr-defined]
    .where(_TABLE.c.id == bindparam("row_id"), _TABLE.c.holder == bindparam("ours"))
    .values(holder=None, **{name: bindparam(f"new_{name}") for name in _RECORDED})
)


async def record(session: AsyncSession, holder: str, outcomes: Sequence[dict[str, Any]]) -> None:
    """Write what became of claimed messages ("id" and the columns of _RECORDED each).

    A message that another process has taken over meanwhile is left to it.
    """
    connection = await session.connection()
    rows = [
        {
            "row_id": outcome["id"],
            "ours": holder,
            **{f"new_{name}": outcome.get(name) for name in _RECORDED},
        }
        for outcome in outcomes
    ]
    await connection.execute(_RECORD, rows)


async def requeue_left(session: AsyncSession, holder: str) -> None:
    """Queue again what a dead process was sending: at most its slots arrive twice."""
    await session.execute(
        update(Outbox)
        .where(Outbox.status == SENDING, Outbox.holder != holder)
        .values(status=QUEUED, holder=None)
        .execution_options(synchronize_session=False)
    )


async def release(session: AsyncSession, now: datetime) -> bool:
    """Queue what has waited for its hour; `now` is civil time. Whether there was any."""
    statement = (
        update(Outbox)
        .where(Outbox.status == HELD, Outbox.held_until <= now)
        .values(status=QUEUED)
        .returning(Outbox.id)
        .execution_options(synchronize_session=False)
    )
    return bool((await session.scalars(statement)).all())


async def next_release(session: AsyncSession) -> datetime | None:
    """The civil instant at which the next waiting message may go."""
    query = select(func.min(Outbox.held_until)).where(Outbox.status == HELD)
    found: datetime | None = await session.scalar(query)
    return found


async def earliest(session: AsyncSession, now: datetime) -> dict[int, datetime]:
    """By lane: when its first queued message may go (`now`, if nothing holds it back)."""
    query = (
        select(Outbox.lane, func.min(func.coalesce(Outbox.not_before, literal(now, UTCDateTime()))))
        .where(Outbox.status == QUEUED)
        .group_by(Outbox.lane)
    )
    return {lane: first for lane, first in (await session.execute(query)).all()}


async def paused_until(session: AsyncSession, now: datetime) -> dict[int, datetime]:
    """By lane: until when Telegram had told us to wait, as far as that is still ahead."""
    query = (
        select(Outbox.lane, func.max(Outbox.not_before))
        .where(Outbox.status == QUEUED, Outbox.error == TOO_FAST, Outbox.not_before > now)
        .group_by(Outbox.lane)
    )
    return {lane: last for lane, last in (await session.execute(query)).all() if last}
