"""Which organisations a new morning has come for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import CHUNK
from db.models import AlertRules, Organisation
from db.queries.inheriting import settled_at
from db.types import AnyRow


async def timezones(session: AsyncSession) -> Sequence[str]:
    return (await session.scalars(select(Organisation.timezone).distinct())).all()


# Its own calendar says so, or the rules it goes by.
SIX_DAYS = or_(Organisation.calendar == "six", func.coalesce(AlertRules.six_day_week, false()))


def with_week(query: Any) -> Any:
    """Join what `SIX_DAYS` asks to a query that has Organisation."""
    rules = settled_at(AlertRules, Organisation.id)
    return query.join(AlertRules, AlertRules.organisation_id == rules, isouter=True)


def _places() -> Any:
    """Organisations: id, timezone, planned_on, six_days (whether they work on Saturdays too)."""
    return with_week(
        select(
            Organisation.id,
            Organisation.timezone,
            Organisation.planned_on,
            SIX_DAYS.label("six_days"),
        )
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


async def has_six_days(session: AsyncSession, organisation_id: int) -> bool:
    """Whether an organisation works, or has lessons, on Saturdays too."""
    query = with_week(select(SIX_DAYS)).where(Organisation.id == organisation_id)
    return bool(await session.scalar(query))


async def mark_planned(session: AsyncSession, organisation_id: int, day: date) -> None:
    await session.execute(
        update(Organisation).where(Organisation.id == organisation_id).values(planned_on=day)
    )
