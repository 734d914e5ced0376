"""Forms of mentoring as organisations have set them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Branch, MentoringKind
from db.queries.inheriting import depth
from db.upsert import upserting


async def set_above(session: AsyncSession, organisation_id: int) -> Sequence[MentoringKind]:
    """What the organisation and those above it have set, the farthest first."""
    query = (
        select(MentoringKind)
        .join(
            Branch,
            and_(
                Branch.ancestor_id == MentoringKind.organisation_id,
                Branch.descendant_id == organisation_id,
            ),
        )
        .order_by(depth(MentoringKind.organisation_id), MentoringKind.id)
    )
    return (await session.scalars(query)).all()


async def save(session: AsyncSession, table: Any, values: dict[str, Any]) -> None:
    """Set a form of mentoring of an organisation, in place of what was set."""
    statement = upserting(session, table).values(values)
    kept = {name: value for name, value in values.items() if name not in ("organisation_id", "key")}
    await session.execute(
        statement.on_conflict_do_update(index_elements=["organisation_id", "key"], set_=kept)
    )
