"""Programmes and how many people take part in each."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Profile, Programme
from db.types import AnyRow


async def of_organisation(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """Those not ended first, the newest first: Programme, mentors, mentees."""

    def on_side(side: str) -> Any:
        return (
            select(func.count())
            .where(
                Profile.programme_id == Programme.id,
                Profile.side == side,
                Profile.status != "left",
            )
            .scalar_subquery()
        )

    query: Select[*tuple[Any, ...]] = (
        select(Programme, on_side("mentor").label("mentors"), on_side("mentee").label("mentees"))
        .where(Programme.organisation_id == organisation_id)
        .order_by(Programme.status == "ended", Programme.id.desc())
    )
    return (await session.execute(query)).all()


async def same(session: AsyncSession, organisation_id: int, form: str, title: str) -> int | None:
    """A programme of this form and title that has not ended."""
    found: int | None = await session.scalar(
        select(Programme.id).where(
            Programme.organisation_id == organisation_id,
            Programme.form == form,
            Programme.title == title,
            Programme.status != "ended",
        )
    )
    return found


async def newest_open(session: AsyncSession, organisation_id: int) -> int | None:
    """The programme whoever comes without one enters: the newest that has not ended."""
    found: int | None = await session.scalar(
        select(Programme.id)
        .where(Programme.organisation_id == organisation_id, Programme.status != "ended")
        .order_by(Programme.id.desc())
        .limit(1)
    )
    return found
