"""Documents on the shelves of an organisation and of those above it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Branch, Organisation, Roadmap, ShelfDocument
from db.types import AnyRow


async def documents(session: AsyncSession, organisation_id: int, limit: int) -> Sequence[AnyRow]:
    """The own ones first: id, organisation_id, kind, title, created_at, organisation."""
    query: Select[*tuple[Any, ...]] = (
        select(
            ShelfDocument.id,
            ShelfDocument.organisation_id,
            ShelfDocument.kind,
            ShelfDocument.title,
            ShelfDocument.created_at,
            Organisation.name.label("organisation"),
        )
        .join(Branch, Branch.ancestor_id == ShelfDocument.organisation_id)
        .join(Organisation, Organisation.id == ShelfDocument.organisation_id)
        .where(Branch.descendant_id == organisation_id, ShelfDocument.removed_at.is_(None))
        .order_by(
            ShelfDocument.organisation_id != organisation_id,
            ShelfDocument.created_at.desc(),
            ShelfDocument.id.desc(),
        )
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def roadmap_in_force(session: AsyncSession, organisation_id: int) -> AnyRow | None:
    """The confirmed plan that came as a file: id, title, confirmed_at, organisation."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Roadmap.id, Roadmap.title, Roadmap.confirmed_at, Organisation.name.label("organisation")
        )
        .join(Organisation, Organisation.id == Roadmap.organisation_id)
        .where(
            Roadmap.organisation_id == organisation_id,
            Roadmap.status == "confirmed",
            Roadmap.file_id.is_not(None),
        )
    )
    return (await session.execute(query)).first()


async def count(session: AsyncSession, organisation_id: int) -> int:
    query = select(func.count(ShelfDocument.id)).where(
        ShelfDocument.organisation_id == organisation_id, ShelfDocument.removed_at.is_(None)
    )
    return int(await session.scalar(query) or 0)
