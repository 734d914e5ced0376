"""Who of a meeting's pair was there."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Attendance, Meeting, PairMember, Person
from db.queries.people import NAME
from db.queries.running import taking_part
from db.types import AnyRow
from db.upsert import upserting


async def members(session: AsyncSession, meeting_id: int) -> Sequence[AnyRow]:
    """Who is in the meeting's pair: person_id, side, NAME, present (None: nothing is noted)."""
    query: Select[*tuple[Any, ...]] = (
        select(PairMember.person_id, PairMember.side, *NAME, Attendance.present)
        .join(Meeting, Meeting.pair_id == PairMember.pair_id)
        .join(Person, Person.id == PairMember.person_id)
        .join(
            Attendance,
            and_(Attendance.meeting_id == Meeting.id, Attendance.person_id == PairMember.person_id),
            isouter=True,
        )
        .where(Meeting.id == meeting_id, taking_part())
        .order_by(Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def attend(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Note who was there and who was not, in place of what was noted before."""
    if rows:
        statement = upserting(session, Attendance).values(list(rows))
        fresh = {name: statement.excluded[name] for name in ("present", "marked_by", "marked_at")}
        await session.execute(
            statement.on_conflict_do_update(index_elements=["meeting_id", "person_id"], set_=fresh)
        )
