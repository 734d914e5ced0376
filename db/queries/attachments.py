"""Files of meetings: put to a record, or spoken as feedback."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Feedback, File, Meeting, MeetingFile, PairMember
from db.types import AnyRow

_PUT = union_all(
    select(MeetingFile.meeting_id, MeetingFile.file_id, literal("record").label("what")),
    select(Feedback.meeting_id, Feedback.voice_id, literal("feedback")).where(
        Feedback.voice_id.is_not(None)
    ),
).subquery()


async def of(
    session: AsyncSession,
    limit: int,
    *,
    pair_id: int = 0,
    meeting_id: int = 0,
    sender_id: int = 0,
) -> Sequence[AnyRow]:
    """The newest files of a pair or of a meeting, perhaps one sender's.

    id, file_id, name, sent_as, what (record, feedback), held_on, side (of who sent it).
    """
    query: Select[*tuple[Any, ...]] = (
        select(
            File.id,
            File.file_id,
            File.name,
            File.sent_as,
            _PUT.c.what,
            Meeting.held_on,
            PairMember.side,
        )
        .join(_PUT, _PUT.c.file_id == File.id)
        .join(Meeting, Meeting.id == _PUT.c.meeting_id)
        .join(
            PairMember,
            and_(PairMember.pair_id == Meeting.pair_id, PairMember.person_id == File.created_by),
            isouter=True,
        )
        .where(File.file_id != "")
        .order_by(Meeting.held_on.desc(), File.id.desc())
        .limit(limit)
    )
    if pair_id:
        query = query.where(Meeting.pair_id == pair_id)
    if meeting_id:
        query = query.where(Meeting.id == meeting_id)
    if sender_id:
        query = query.where(File.created_by == sender_id)
    return (await session.execute(query)).all()
