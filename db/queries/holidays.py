"""School holidays: each organisation's own, and those of all above it."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Branch, SchoolHoliday
from db.queries.inheriting import depth
from db.types import AnyRow


async def around(session: AsyncSession, organisations: Collection[int]) -> Sequence[AnyRow]:
    """Those of the organisations and of all above them, by day: place (whose calendar it is for),
    own, depth (the nearest to the place is the deepest), id, name, starts_on, ends_on."""
    query = (
        select(
            Branch.descendant_id.label("place"),
            (Branch.ancestor_id == Branch.descendant_id).label("own"),
            depth(Branch.ancestor_id).label("depth"),
            SchoolHoliday.id,
            SchoolHoliday.name,
            SchoolHoliday.starts_on,
            SchoolHoliday.ends_on,
        )
        .join(SchoolHoliday, SchoolHoliday.organisation_id == Branch.ancestor_id)
        .where(Branch.descendant_id.in_(organisations))
        .order_by(SchoolHoliday.starts_on, SchoolHoliday.id)
    )
    return (await session.execute(query)).all()


async def remove(session: AsyncSession, holiday_id: int) -> None:
    await session.execute(delete(SchoolHoliday).where(SchoolHoliday.id == holiday_id))


async def touching(
    session: AsyncSession, organisation_id: int, first: date, last: date
) -> SchoolHoliday | None:
    """One of the organisation's own that has a day in common with these."""
    query = select(SchoolHoliday).where(
        SchoolHoliday.organisation_id == organisation_id,
        SchoolHoliday.starts_on <= last,
        SchoolHoliday.ends_on >= first,
    )
    return (await session.scalars(query.limit(1))).first()
