"""What matching proposed, till the curator has decided."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.engines import CHUNK
from db.models import MatchSuggestion, Person, Profile
from db.queries.people import naming
from db.types import AnyRow


async def replace(session: AsyncSession, programme_id: int, rows: list[dict[str, Any]]) -> None:
    """Put new suggestions in the place of all that are undecided; accepted ones stay."""
    await session.execute(
        delete(MatchSuggestion).where(
            MatchSuggestion.programme_id == programme_id, MatchSuggestion.status != "accepted"
        )
    )
    # Somebody accepted before and free again is proposed anew.
    people = [row["mentee_id"] for row in rows]
    for first in range(0, len(rows), CHUNK):
        await session.execute(
            delete(MatchSuggestion).where(
                MatchSuggestion.programme_id == programme_id,
                MatchSuggestion.mentee_id.in_(people[first : first + CHUNK]),
            )
        )
        await session.execute(insert(MatchSuggestion), rows[first : first + CHUNK])


def _named() -> Select[*tuple[Any, ...]]:
    """Suggestion, mentee, mentor (NAME of each), the persons behind both."""
    mentee, mentor = aliased(Profile), aliased(Profile)
    one, other = aliased(Person), aliased(Person)
    return (
        select(
            MatchSuggestion,
            naming("mentee", one),
            naming("mentor", other),
            one.id.label("mentee_person"),
            other.id.label("mentor_person"),
            mentee.unmatched_since,
        )
        .join(mentee, mentee.id == MatchSuggestion.mentee_id)
        .join(one, one.id == mentee.person_id)
        .join(mentor, mentor.id == MatchSuggestion.mentor_id, isouter=True)
        .join(other, other.id == mentor.person_id, isouter=True)
    )


async def of_programme(
    session: AsyncSession, programme_id: int, *, found: bool
) -> Sequence[AnyRow]:
    """The undecided suggestions, the best first; or (not `found`) whom nobody was found for."""
    has_mentor = MatchSuggestion.mentor_id.is_not(None)
    query = _named().where(
        MatchSuggestion.programme_id == programme_id,
        MatchSuggestion.status == "proposed",
        has_mentor if found else ~has_mentor,
    )
    order = MatchSuggestion.score.desc() if found else MatchSuggestion.id
    return (await session.execute(query.order_by(order, MatchSuggestion.id))).all()


async def one(session: AsyncSession, suggestion_id: int) -> AnyRow | None:
    """See `_named`."""
    return (await session.execute(_named().where(MatchSuggestion.id == suggestion_id))).first()


async def decide(session: AsyncSession, suggestion_id: int, status: str) -> bool:
    """Accept or skip one that is undecided; False when it is decided already."""
    found = await session.scalar(
        update(MatchSuggestion)
        .where(MatchSuggestion.id == suggestion_id, MatchSuggestion.status == "proposed")
        .values(status=status)
        .returning(MatchSuggestion.id)
    )
    return found is not None


async def made_at(session: AsyncSession, programme_id: int) -> datetime | None:
    """When the present suggestions were made."""
    found: datetime | None = await session.scalar(
        select(func.max(MatchSuggestion.made_at)).where(
            MatchSuggestion.programme_id == programme_id
        )
    )
    return found


async def proposed_to(session: AsyncSession, mentor_id: int, but: int) -> int:
    """How many undecided suggestions name this mentor's profile, one of them aside."""
    query = select(func.count()).where(
        MatchSuggestion.mentor_id == mentor_id,
        MatchSuggestion.status == "proposed",
        MatchSuggestion.id != but,
    )
    return await session.scalar(query) or 0
