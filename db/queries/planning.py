"""Which organisations a new morning has come for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.engines import CHUNK
from db.models import AlertRules, Organisation
from db.types import AnyRow


async def timezones(session: AsyncSession) -> Sequence[str]:
    return (await session.scalars(select(Organisation.timezone).distinct())).all()


_Own, _Above = aliased(AlertRules), aliased(AlertRules)


def _places() -> Select[*tuple[Any, ...]]:
    """Organisations: id, timezone, planned_on, six_days (whether they work on Saturdays too)."""
    six_days = func.coalesce(_Own.six_day_week, _Above.six_day_week, false())
    return (
        select(
            Organisation.id,
            Organisation.timezone,
            Organisation.planned_on,
            six_days.label("six_days"),
        )
        .join(_Own, _Own.organisation_id == Organisation.id, isouter=True)
        .join(_Above, _Above.organisation_id == Organisation.parent_id, isouter=True)
    )


async def unplanned(
    session: AsyncSession, timezone: str, day: date, *, after_id: int
) -> Sequence[AnyRow]:
    """A page, by id, of the zone's organisations not planned for `day` yet (see `_places`)."""
    query = (
        _places()
        .where(
            Organisation.timezone == timezone,
            or_(Organisation.planned_on.is_(None), Organisation.planned_on < day),
            Organisation.id > after_id,
        )
        .order_by(Organisation.id)
        .limit(CHUNK)
    )
    return (await session.execute(query)).all()


async def organisations(session: AsyncSession, *, after_id: int) -> Sequence[AnyRow]:
    """All organisations, by id, a page of them (see `_places`)."""
    query = _places().where(Organisation.id > after_id).order_by(Organisation.id).limit(CHUNK)
    return (await session.execute(query)).all()


async def mark_planned(session: AsyncSession, organisation_id: int, day: date) -> None:
    await session.execute(
        update(Organisation).where(Organisation.id == organisation_id).values(planned_on=day)
    )
