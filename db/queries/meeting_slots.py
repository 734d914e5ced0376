"""Times at which meetings come round, and what came of them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Meeting, MeetingSlot, Pair, Programme
from db.queries.meeting_plans import ends_on
from db.types import AnyRow


async def slots(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Times that come round of running pairs, with the kinds each pair has had, a row for each.

    MeetingSlot, status (of the pair), kind, ends_on (of the pair's term, else of its season).
    """
    agreed = aliased(Meeting)
    query: Select[*tuple[Any, ...]] = (
        select(
            MeetingSlot,
            Pair.status,
            Meeting.kind,
            ends_on().label("ends_on"),
        )
        .join(Pair, Pair.id == MeetingSlot.pair_id)
        .join(Programme, Programme.id == Pair.programme_id, isouter=True)
        .join(Meeting, and_(Meeting.pair_id == Pair.id, Meeting.status == "held"), isouter=True)
        .where(
            MeetingSlot.organisation_id == organisation_id,
            MeetingSlot.ended_at.is_(None),
            Pair.status == "active",
            # Agreed upon once: while the first is only proposed, nothing comes round.
            exists().where(
                agreed.slot_id == MeetingSlot.id, agreed.status.in_(("planned", "held"))
            ),
        )
        .order_by(MeetingSlot.id)
        .distinct()
    )
    return (await session.execute(query)).all()


async def any_of_slot(session: AsyncSession, slot_id: int, day: date) -> bool:
    """Whether a meeting came of a slot on a day, whatever became of it."""
    query = select(exists().where(Meeting.slot_id == slot_id, Meeting.held_on == day))
    return bool(await session.scalar(query))


async def taken(
    session: AsyncSession, pair_id: int, day: date, kind: str, starts_at: datetime
) -> bool:
    """Whether a pair has a meeting of that kind that came of no slot, or one at that time."""
    query = select(
        exists().where(
            Meeting.pair_id == pair_id,
            Meeting.held_on == day,
            Meeting.kind == kind,
            Meeting.status.in_(("planned", "held", "disputed")),
            or_(Meeting.slot_id.is_(None), Meeting.starts_at == starts_at),
        )
    )
    return bool(await session.scalar(query))


async def of_slots(
    session: AsyncSession, slots: Collection[int]
) -> Sequence[tuple[MeetingSlot, Meeting]]:
    """Times that come round, each with every meeting that came of it, in their order."""
    query = (
        select(MeetingSlot, Meeting)
        .join(Meeting, Meeting.slot_id == MeetingSlot.id)
        .where(MeetingSlot.id.in_(slots))
        .order_by(MeetingSlot.id, Meeting.held_on, Meeting.id)
    )
    return [(slot, meeting) for slot, meeting in await session.execute(query)]


async def end_slot(session: AsyncSession, slot_id: int, now: datetime) -> None:
    await session.execute(
        update(MeetingSlot)
        .where(MeetingSlot.id == slot_id, MeetingSlot.ended_at.is_(None))
        .values(ended_at=now)
    )
