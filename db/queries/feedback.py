"""Marks given to meetings, and what is put to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Text, bindparam, exists, literal, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Feedback, Meeting, PairMember
from db.queries.meetings import seated
from db.queries.running import not_gone_by
from db.types import BigId, UTCDateTime

_PAST = ("held", "disputed")


def _marking(insert: Any) -> Any:
    source = (
        select(
            Meeting.organisation_id,
            Meeting.id,
            PairMember.person_id,
            bindparam("mark", type_=Integer),
            literal("", Text),
            bindparam("now", type_=UTCDateTime),
        )
        .join(PairMember, PairMember.pair_id == Meeting.pair_id)
        .where(
            Meeting.id == bindparam("meeting", type_=BigId),
            Meeting.status.in_(_PAST),
            PairMember.person_id == bindparam("me", type_=BigId),
            seated(PairMember, Meeting.organisation_id),
            not_gone_by(),
        )
    )
    table = Feedback.__table__
    statement = insert(table).from_select(
        ["organisation_id", "meeting_id", "person_id", "mark", "note", "given_at"], source
    )
    return statement.on_conflict_do_update(
        index_elements=["meeting_id", "person_id"],
        set_={"mark": statement.excluded.mark},
        where=table.c.given_at > bindparam("since", type_=UTCDateTime),
    ).returning(table.c.id)


_MARK = {
    "sqlite": _marking(sqlite_insert),
    "postgresql": _marking(postgres_insert),
}


async def mark(
    session: AsyncSession, *, meeting_id: int, me: int, mark: int, now: datetime, since: datetime
) -> bool:
    """Give a mark, or change one given after `since`; False when it is older or not my meeting."""
    values = {"meeting": meeting_id, "me": me, "mark": mark, "now": now, "since": since}
    found: int | None = await session.scalar(_MARK[session.get_bind().dialect.name], values)
    return found is not None


async def add_to_feedback(
    session: AsyncSession, *, meeting_id: int, me: int, since: datetime, **what: Any
) -> bool:
    """Put something (columns of Feedback) to one's mark given after `since`; False without one."""
    member = exists().where(
        PairMember.pair_id == Meeting.pair_id,
        PairMember.person_id == me,
        Meeting.id == Feedback.meeting_id,
        seated(PairMember, Meeting.organisation_id),
        not_gone_by(),
    )
    found: int | None = await session.scalar(
        update(Feedback)
        .where(
            Feedback.meeting_id == meeting_id,
            Feedback.person_id == me,
            Feedback.given_at > since,
            member,
        )
        .values(**what)
        .returning(Feedback.id)
    )
    return found is not None
