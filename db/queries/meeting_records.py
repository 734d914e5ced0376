"""A meeting goes into the records, once; the other side confirms it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    Select,
    String,
    Text,
    bindparam,
    case,
    exists,
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
    columns += ["note", "shared_note", "agreed", "logged_at"]
    table = Meeting.__table__
    statement = insert(table).from_select(columns, source)
    # One that was planned for that day has taken place; one that is recorded stays as it is.
    return statement.on_conflict_do_update(
        index_elements=["pair_id", "held_on", "kind"],
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

    `said`: held_on, minutes, kind, note, shared_note, agreed, now.
    """
    values = {"pair": pair_id, "me": me, **said}
    found: int | None = await session.scalar(_RECORD[session.get_bind().dialect.name], values)
    return found


async def settle_planned(  # noqa: PLR0917
    session: AsyncSession, meeting_id: int, pair_id: int, me: int, held_on: date, kind: str
) -> None:
    """Let a planned meeting be the one about to be recorded, unless there is one already."""
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
                other.status.in_(("planned", *_PAST)),
            ),
        )
        .values(held_on=held_on, kind=kind)
        .execution_options(synchronize_session=False)
    )


async def recorded(session: AsyncSession, pair_id: int, held_on: date, kind: str) -> AnyRow | None:
    """The meeting of that kind on that day that is recorded already: id, logged_by, minutes."""
    query: Select[*tuple[Any, ...]] = select(Meeting.id, Meeting.logged_by, Meeting.minutes).where(
        Meeting.pair_id == pair_id,
        Meeting.held_on == held_on,
        Meeting.kind == kind,
        Meeting.status.in_(_PAST),
    )
    return (await session.execute(query)).first()


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
