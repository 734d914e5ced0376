"""Who takes part in a place, when their consents end, whom to remind of them."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import case, func, literal, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Consent, Joining, Membership, Outbox, Person, Profile, Representation
from db.types import AnyRow


async def participants(
    session: AsyncSession, organisation_id: int, only: Collection[int] | None = None
) -> Sequence[AnyRow]:
    """Who takes part here, waits to, or stands on a roster: a row a role.

    Columns: person_id, name, given, birth_year, role, waits (0, 1), reachable (0, 1).
    """
    seated = select(Membership.person_id, Membership.role, literal(0).label("waits")).where(
        Membership.organisation_id == organisation_id,
        Membership.role.in_(("mentor", "mentee")),
        Membership.ended_at.is_(None),
    )
    coming = select(Joining.person_id, Joining.role, literal(1).label("waits")).where(
        Joining.organisation_id == organisation_id, Joining.admitted_at.is_(None)
    )
    listed = select(Profile.person_id, Profile.side.label("role"), literal(1).label("waits")).where(
        Profile.organisation_id == organisation_id, Profile.status == "listed"
    )
    rows = union_all(seated, coming, listed).subquery()
    speaks = aliased(Person)
    spoken_for = (
        select(Representation.id)
        .join(speaks, speaks.id == Representation.representative_id)
        .where(
            Representation.child_id == Person.id,
            Representation.ended_at.is_(None),
            speaks.telegram_id.is_not(None),
        )
        .exists()
    )
    query = (
        select(
            rows.c.person_id,
            Person.name,
            Person.given,
            Person.birth_year,
            rows.c.role,
            rows.c.waits,
            case((or_(Person.telegram_id.is_not(None), spoken_for), 1), else_=0).label("reachable"),
        )
        .join(Person, Person.id == rows.c.person_id)
        .where(Person.erased_at.is_(None))
        .order_by(Person.name, Person.id, rows.c.waits)
    )
    if only is not None:
        query = query.where(Person.id.in_(only))
    return (await session.execute(query)).all()


async def ends(session: AsyncSession, organisation_id: int, by: date) -> dict[int, dict[str, date]]:
    """Whose last consent to a purpose ends by a day: id -> purpose -> its last day."""
    last = func.max(Consent.until)
    query = (
        select(Consent.person_id, Consent.purpose, last)
        .where(Consent.organisation_id == organisation_id, Consent.withdrawn_at.is_(None))
        .group_by(Consent.person_id, Consent.purpose)
        .having(last <= by)
    )
    found: dict[int, dict[str, date]] = {}
    for person_id, purpose, until in (await session.execute(query)).all():
        found.setdefault(person_id, {})[purpose] = until
    return found


async def reminded(session: AsyncSession, people: Collection[int]) -> list[int]:
    """Whom to write to about these people's consents: they, and who speaks for them."""
    speaking = select(Representation.representative_id).where(
        Representation.child_id.in_(people), Representation.ended_at.is_(None)
    )
    query = (
        select(Person.id)
        .where(
            or_(Person.id.in_(people), Person.id.in_(speaking)),
            Person.telegram_id.is_not(None),
            Person.unreachable_since.is_(None),
        )
        .order_by(Person.id)
    )
    return list(await session.scalars(query))


async def outbox_keys(session: AsyncSession, keys: Collection[str]) -> set[str]:
    """Those of these unique keys that are in the outbox already."""
    return set(await session.scalars(select(Outbox.unique_key).where(Outbox.unique_key.in_(keys))))
