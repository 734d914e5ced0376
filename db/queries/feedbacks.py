"""What is said of meetings, and by whom it is still to be said."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Attendance, Feedback, Meeting, Pair, PairMember, Person, Profile
from db.queries.people import NAME
from db.queries.running import taking_part
from db.types import AnyRow


async def expected(
    session: AsyncSession,
    organisation_id: int,
    *,
    since: date,
    until: date | None = None,
    programme_id: int | None = None,
    loose: bool = False,
    pair_id: int | None = None,
) -> Sequence[AnyRow]:
    """Whoever was at a meeting held since then, once for each meeting, by class, name and day.

    `until`: also at those planned up to this day. `programme_id`: of its pairs, and when `loose`
    of pairs outside of any. id, NAME, side, telegram_id, class_name, meeting_id, held_on, pair_id,
    and of the feedback, where it was given, channel and given_at.
    """
    class_name = (
        select(Profile.class_name)
        .where(
            Profile.organisation_id == organisation_id,
            Profile.person_id == Person.id,
            Profile.side == PairMember.side,
        )
        .order_by(Profile.id.desc())
        .limit(1)
        .scalar_subquery()
        .label("class_name")
    )
    when = and_(Meeting.status == "held", Meeting.held_on >= since)
    if until is not None:
        when = or_(when, and_(Meeting.status == "planned", Meeting.held_on <= until))
    query: Select[*tuple[Any, ...]] = (
        select(
            Person.id,
            *NAME,
            PairMember.side,
            Person.telegram_id,
            class_name,
            Meeting.id.label("meeting_id"),
            Meeting.held_on,
            Meeting.pair_id,
            Feedback.channel,
            Feedback.given_at,
        )
        .select_from(Meeting)
        .join(Pair, Pair.id == Meeting.pair_id)
        .join(PairMember, and_(PairMember.pair_id == Pair.id, taking_part()))
        .join(Person, Person.id == PairMember.person_id)
        .join(
            Feedback,
            and_(Feedback.meeting_id == Meeting.id, Feedback.person_id == Person.id),
            isouter=True,
        )
        .join(
            Attendance,
            and_(Attendance.meeting_id == Meeting.id, Attendance.person_id == Person.id),
            isouter=True,
        )
        .where(
            Meeting.organisation_id == organisation_id,
            when,
            or_(Attendance.present.is_(None), Attendance.present),
        )
        .order_by(class_name, Person.name, Person.id, Meeting.held_on, Meeting.id)
    )
    if pair_id is not None:
        query = query.where(Meeting.pair_id == pair_id)
    if programme_id is not None:
        of_it = Pair.programme_id == programme_id
        query = query.where(or_(of_it, Pair.programme_id.is_(None)) if loose else of_it)
    return (await session.execute(query)).all()
