"""Messages for everybody a select names, planned by one statement."""

from typing import Any

from sqlalchemy import Select, Text, cast, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Membership, Outbox
from db.upsert import upserting


async def plan_for(session: AsyncSession, row: dict[str, Any], people: Select[int]) -> None:
    """Put `row` (see `mentoring.notices.notice`) into the outbox for each id that `people` selects.

    Each gets the row's unique key with their id behind it; one that is there already stays.
    """
    person_id = people.selected_columns[0]
    columns: dict[str, Any] = {
        name: literal(value, Outbox.__table__.c[name].type)
        for name, value in row.items()
        if value is not None
    }
    columns["unique_key"] = literal(f"{row['unique_key']}:") + cast(person_id, Text)
    columns["person_id"] = person_id
    statement = upserting(session, Outbox).from_select(
        list(columns), people.with_only_columns(*columns.values())
    )
    await session.execute(statement.on_conflict_do_nothing(index_elements=["unique_key"]))


def holders(organisation_id: int, *roles: str) -> Select[int]:
    """Select the ids of the people with one of these roles in an organisation."""
    return select(Membership.person_id).where(
        Membership.organisation_id == organisation_id,
        Membership.role.in_(roles),
        Membership.ended_at.is_(None),
    )
