"""A meeting goes into the records, once; the other side confirms it.

Of several meetings of one kind on a day, which one is meant: `_meant`.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    Select,
    String,
    Text,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Meeting, Pair, PairMember, Programme
from db.models.meetings import LIVE_MEETING
from db.queries.meetings import seated
from db.queries.running import running, taking_part
from db.types import AnyRow, BigId, UTCDateTime

_HELD = "held"
_PAST = ("held", "disputed")
_LIVE = ("planned", *_PAST)


def _ids(name: str) -> Any:
    return bindparam(name, type_=BigId)


# A meeting takes its place on its day; and there, among those of its kind.
_ON_DAY = (
    Meeting.pair_id == _ids("pair"),
    Meeting.held_on == bindparam("held_on", type_=Date),
    Meeting.status.in_(_LIVE),
)
_OF_KIND = (*_ON_DAY, Meeting.kind == bindparam("kind", type_=String))


def _meant(*columns: Any, among: Any = _OF_KIND) -> Select[*tuple[Any, ...]]:
    """Of the day's meetings of a kind, the one somebody tells of; no row where it is a new one.

    First the planned one they have answered for. Else what the partner has recorded and they have
    not confirmed; what was planned and has begun, in its turn; what is recorded; what is planned
    for later. Those up to the ordinal `beyond` they have said it is not.
    """
    past = Meeting.status.in_(_PAST)
    theirs = and_(past, Meeting.logged_by != _ids("me"), Meeting.confirmed_at.is_(None))
    planned = Meeting.status == "planned"
    begun = and_(planned, Meeting.starts_at <= bindparam("now", type_=UTCDateTime))
    answered_for = Meeting.id == _ids("planned_id")
    return (
        select(*columns)
        .where(*among, Meeting.ordinal > bindparam("beyond", type_=Integer))
        .order_by(
            case((answered_for, 0), (theirs, 1), (begun, 2), (past, 3), else_=4),
            case((planned, Meeting.starts_at)),
            case((theirs, Meeting.ordinal), else_=-Meeting.ordinal),
        )
        .limit(1)
        .correlate(None)
    )


_NEXT = (
    select(func.coalesce(func.max(Meeting.ordinal), 0) + 1)
    .where(*_OF_KIND)
    .correlate(None)
    .scalar_subquery()
)


def _recording(insert: Any) -> Any:
    day = bindparam("held_on", type_=Date)
    source = (
        select(
            Pair.organisation_id,
            Pair.id,
            PairMember.person_id,
            day,
            bindparam("minutes", type_=Integer),
            bindparam("kind", type_=String),
            bindparam("note", type_=Text),
            bindparam("shared_note", type_=Text),
            bindparam("agreed", type_=Text),
            bindparam("now", type_=UTCDateTime),
            func.coalesce(_meant(Meeting.ordinal).scalar_subquery(), _NEXT),
        )
        .join(PairMember, PairMember.pair_id == Pair.id)
        .join(Programme, Programme.id == Pair.programme_id, isouter=True)
        .where(
            Pair.id == bindparam("pair", type_=BigId),
            running(),
            taking_part(),
            # Pairs are often put down later than they begin: within their season.
            or_(Pair.started_on <= day, Programme.starts_on <= day),
            PairMember.person_id == bindparam("me", type_=BigId),
            seated(PairMember, Pair.organisation_id),
        )
    )
    said = ["minutes", "note", "shared_note", "agreed", "logged_by", "logged_at"]
    columns = ["organisation_id", "pair_id", "logged_by", "held_on", "minutes", "kind"]
    columns += ["note", "shared_note", "agreed", "logged_at", "ordinal"]
    table = Meeting.__table__
    statement = insert(table).from_select(columns, source)
    # One that was planned for that day has taken place; one that is recorded stays as it is.
    return statement.on_conflict_do_update(
        index_elements=["pair_id", "held_on", "kind", "ordinal"],
        index_where=LIVE_MEETING,
        set_={"status": _HELD} | {name: statement.excluded[name] for name in said},
        where=table.c.status == "planned",
    ).returning(table.c.id)


_RECORD = {
    "sqlite": _recording(sqlite_insert),
    "postgresql": _recording(postgres_insert),
}


async def record(session: AsyncSession, *, pair_id: int, me: int, **said: Any) -> int | None:
    """The meeting's id; None when the pair is not mine to record for on that day, or has it.

    `said`: held_on, minutes, kind, note, shared_note, agreed, now, planned_id, beyond.
    """
    values = {"pair": pair_id, "me": me, **said}
    found: int | None = await session.scalar(_RECORD[session.get_bind().dialect.name], values)
    return found


async def next_ordinal(session: AsyncSession, pair_id: int, held_on: date, kind: str) -> int:
    """Of one more meeting of that kind on that day; whoever else plans one for the pair waits."""
    await session.execute(select(Pair.id).where(Pair.id == pair_id).with_for_update(key_share=True))
    where = {"pair": pair_id, "held_on": held_on, "kind": kind}
    return int((await session.scalars(select(_NEXT), where)).one())


async def settle_planned(  # noqa: PLR0917
    session: AsyncSession, meeting_id: int, pair_id: int, me: int, held_on: date, kind: str
) -> None:
    """Let a planned meeting be of that day and kind, unless there is one of them already."""
    other = aliased(Meeting)
    await session.execute(
        update(Meeting)
        .where(
            Meeting.id == meeting_id,
            Meeting.pair_id == pair_id,
            Meeting.status == "planned",
            exists().where(PairMember.pair_id == pair_id, PairMember.person_id == me),
            ~exists().where(
                other.id != meeting_id,
                other.pair_id == pair_id,
                other.held_on == held_on,
                other.kind == kind,
                other.status.in_(_LIVE),
            ),
        )
        .values(held_on=held_on, kind=kind, ordinal=1)
        .execution_options(synchronize_session=False)
    )


_COLUMNS = (
    *(Meeting.id, Meeting.kind, Meeting.ordinal, Meeting.status, Meeting.starts_at, Meeting.zone),
    *(Meeting.logged_by, Meeting.minutes),
)
_MEANT, _TOLD_OF = _meant(*_COLUMNS), _meant(*_COLUMNS, among=_ON_DAY)


async def meant(session: AsyncSession, pair_id: int, me: int, **told: Any) -> AnyRow | None:
    """What somebody is about to record, where there is such a meeting (_COLUMNS).

    `told`: held_on, kind, now, planned_id, beyond.
    """
    return (await session.execute(_MEANT, {"pair": pair_id, "me": me, **told})).first()


async def told_of(
    session: AsyncSession, pair_id: int, me: int, held_on: date, now: datetime
) -> AnyRow | None:
    """What somebody who names no kind tells of (_COLUMNS); None where it is a new one."""
    where = {"pair": pair_id, "me": me, "held_on": held_on, "now": now}
    return (await session.execute(_TOLD_OF, where | {"planned_id": 0, "beyond": 0})).first()


async def confirm(session: AsyncSession, meeting_id: int, me: int, now: datetime) -> None:
    """Somebody else than who recorded it says that it took place."""
    await session.execute(
        update(Meeting)
        .where(
            Meeting.id == meeting_id,
            Meeting.status == _HELD,
            Meeting.logged_by != me,
            Meeting.confirmed_at.is_(None),
        )
        .values(confirmed_at=now)
        .execution_options(synchronize_session=False)
    )


async def add_words(session: AsyncSession, meeting_id: int, shared_note: str, agreed: str) -> None:
    """What the other side has put down of the same meeting for both, behind what is there."""
    await session.execute(
        update(Meeting)
        .where(Meeting.id == meeting_id)
        .values(
            shared_note=_joined(Meeting.shared_note, shared_note),
            agreed=_joined(Meeting.agreed, agreed),
        )
        .execution_options(synchronize_session=False)
    )


def _joined(column: Any, text: str) -> Any:
    if not text:
        return column
    return case((column == "", text), (column == text, text), else_=column + "\n" + text)


async def confirm_silent(
    session: AsyncSession, organisation_id: int, before: datetime, now: datetime
) -> None:
    """What nobody has disputed since `before` took place."""
    await session.execute(
        update(Meeting)
        .where(
            Meeting.organisation_id == organisation_id,
            Meeting.status == _HELD,
            Meeting.confirmed_at.is_(None),
            Meeting.logged_at <= before,
        )
        .values(confirmed_at=now)
        .execution_options(synchronize_session=False)
    )


async def set_status(
    session: AsyncSession, meeting_id: int, was: Sequence[str], **what: Any
) -> bool:
    """Change a meeting (columns of Meeting) that is still in one of these statuses."""
    found: int | None = await session.scalar(
        update(Meeting)
        .where(Meeting.id == meeting_id, Meeting.status.in_(was))
        .values(**what)
        .returning(Meeting.id)
    )
    return found is not None
