"""Who speaks for which minor."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Invite, Organisation, Person, Representation
from db.queries.people import NAME
from db.types import AnyRow
from db.upsert import upserting


async def children(session: AsyncSession, representative_id: int) -> Sequence[AnyRow]:
    """For whom somebody speaks: organisation_id, place, id, name, given, birth_year."""
    query = (
        select(
            Representation.organisation_id,
            Organisation.name.label("place"),
            Person.id,
            Person.name,
            Person.given,
            Person.birth_year,
        )
        .join(Person, Person.id == Representation.child_id)
        .join(Organisation, Organisation.id == Representation.organisation_id)
        .where(
            Representation.representative_id == representative_id,
            Representation.ended_at.is_(None),
            Person.erased_at.is_(None),
        )
        .order_by(Representation.id)
    )
    return (await session.execute(query)).all()


async def representatives(session: AsyncSession, child_id: int) -> Sequence[AnyRow]:
    """Who speaks for a child: id, name, telegram_id."""
    query = (
        select(Person.id, Person.name, Person.telegram_id)
        .join(Representation, Representation.representative_id == Person.id)
        .where(Representation.child_id == child_id, Representation.ended_at.is_(None))
        .order_by(Representation.id)
    )
    return (await session.execute(query)).all()


async def speaks_for(session: AsyncSession, representative_id: int, child_id: int) -> bool:
    query = select(Representation.id).where(
        Representation.representative_id == representative_id,
        Representation.child_id == child_id,
        Representation.ended_at.is_(None),
    )
    return await session.scalar(query) is not None


async def represent(
    session: AsyncSession,
    *,
    organisation_id: int,
    representative_id: int,
    child_id: int,
    most: int,
    now: datetime,
) -> bool:
    """Let somebody speak for a child, who has at most `most`. False when there is no room."""
    query = select(func.count()).where(
        Representation.child_id == child_id,
        Representation.ended_at.is_(None),
        Representation.representative_id != representative_id,
    )
    if (await session.scalar(query) or 0) >= most:
        return False
    statement = upserting(session, Representation).values(
        organisation_id=organisation_id,
        representative_id=representative_id,
        child_id=child_id,
        since=now,
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["representative_id", "child_id"],
            set_={"since": now, "checked_at": None, "ended_at": None},
            where=Representation.ended_at.is_not(None),
        )
    )
    return True


async def unchecked(
    session: AsyncSession,
    organisation_id: int,
    *,
    ids: Collection[int] | None = None,
    held: bool = False,
) -> Sequence[AnyRow]:
    """Who speaks for a child, and no curator has looked at them yet, by id: id, since, adult,
    child_id, and the child's name. `ids`: only these; `held`: nobody changes them till the commit.
    """
    adult = aliased(Person)
    query = (
        select(
            Representation.id,
            Representation.since,
            Representation.child_id,
            adult.name.label("adult"),
            *NAME,
        )
        .join(adult, adult.id == Representation.representative_id)
        .join(Person, Person.id == Representation.child_id)
        .where(
            Representation.organisation_id == organisation_id,
            Representation.checked_at.is_(None),
            Representation.ended_at.is_(None),
        )
        .order_by(Representation.id)
    )
    if ids is not None:
        query = query.where(Representation.id.in_(ids))
    if held:
        query = query.with_for_update(of=Representation)
    return (await session.execute(query)).all()


async def child_link(
    session: AsyncSession, organisation_id: int, child_id: int, until: datetime
) -> str | None:
    """The token of a link for a child's representatives that still works at `until`."""
    query = (
        select(Invite.token)
        .where(
            Invite.organisation_id == organisation_id,
            Invite.child_id == child_id,
            Invite.revoked_at.is_(None),
            Invite.uses_left > 0,
            Invite.expires_at > until,
        )
        .order_by(Invite.id.desc())
        .limit(1)
    )
    found: str | None = await session.scalar(query)
    return found
