"""The log of what was done with personal data, as its readers see it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Audit, Branch, Organisation, Person, Profile
from db.types import AnyRow

_Actor = aliased(Person)


async def entries(
    session: AsyncSession,
    organisation_id: int,
    *,
    since: datetime,
    names: Collection[str] = (),
    people: Collection[int] | None = None,
    offset: int = 0,
    limit: int,
) -> Sequence[AnyRow]:
    """The newest first, of an organisation and all below it; `names` empty: of every kind.

    id, what, args, at, organisation_id, place, actor; subject_id, name, given, birth_year of
    whose data it was, and whether they are in a bank.
    """
    in_bank = exists().where(Profile.person_id == Audit.subject_id)
    query: Select[*tuple[Any, ...]] = select(
        Audit.id,
        Audit.what,
        Audit.args,
        Audit.at,
        Audit.subject_id,
        Audit.organisation_id,
        Organisation.name.label("place"),
        _Actor.name.label("actor"),
        Person.name,
        Person.given,
        Person.birth_year,
        in_bank.label("in_bank"),
    )
    query = query.select_from(Audit).join(Organisation, Organisation.id == Audit.organisation_id)
    query = query.outerjoin(_Actor, _Actor.id == Audit.actor_id)
    query = query.outerjoin(Person, Person.id == Audit.subject_id)
    query = _within(query, organisation_id, since, names, people)
    found = await session.execute(query.order_by(Audit.id.desc()).offset(offset).limit(limit))
    return found.all()


async def count(
    session: AsyncSession,
    organisation_id: int,
    *,
    since: datetime,
    names: Collection[str] = (),
    people: Collection[int] | None = None,
) -> int:
    """How many `entries` there are."""
    query = _within(select(func.count(Audit.id)), organisation_id, since, names, people)
    return int(await session.scalar(query) or 0)


async def people_in(
    session: AsyncSession, organisation_id: int, since: datetime
) -> Sequence[AnyRow]:
    """Who is named in the log, as actor or as whose data it was: id, name."""
    told = _within(
        select(Audit.actor_id, Audit.subject_id), organisation_id, since, (), None
    ).subquery()
    query = select(Person.id, Person.name).where(
        or_(
            Person.id.in_(select(told.c.actor_id)),
            Person.id.in_(select(told.c.subject_id)),
        )
    )
    return (await session.execute(query)).all()


def _within(
    query: Select[*tuple[Any, ...]],
    organisation_id: int,
    since: datetime,
    names: Collection[str],
    people: Collection[int] | None,
) -> Select[*tuple[Any, ...]]:
    below = select(Branch.descendant_id).where(Branch.ancestor_id == organisation_id)
    query = query.where(Audit.organisation_id.in_(below), Audit.at >= since)
    if names:
        query = query.where(Audit.what.in_(names))
    if people is not None:
        query = query.where(or_(Audit.actor_id.in_(people), Audit.subject_id.in_(people)))
    return query
