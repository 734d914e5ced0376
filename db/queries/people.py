"""Organisations, seats and invitations."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Bundle

from db.models import Branch, Invite, Membership, Organisation, Person
from db.types import AnyRow

# What `mentoring.people.naming` needs of a person to say how they are called.
NAME = (Person.name, Person.given, Person.birth_year)


def naming(label: str, person: Any = Person) -> Bundle[Any]:
    """The same under one label, for rows with more than one person in them."""
    return Bundle(label, person.name, person.given, person.birth_year)


def _places() -> Select[*tuple[Any, ...]]:
    seats = (
        select(Membership.organisation_id, func.count().label("members"))
        .where(Membership.ended_at.is_(None))
        .group_by(Membership.organisation_id)
        .subquery()
    )
    return (
        select(
            Organisation.id, Organisation.name, func.coalesce(seats.c.members, 0).label("members")
        )
        .join(seats, seats.c.organisation_id == Organisation.id, isouter=True)
        .order_by(Organisation.name, Organisation.id)
    )


async def children(session: AsyncSession, parent_id: int) -> Sequence[AnyRow]:
    """Organisations right below: id, name, members."""
    return (await session.execute(_places().where(Organisation.parent_id == parent_id))).all()


async def roots(session: AsyncSession) -> Sequence[AnyRow]:
    """Organisations with nothing above: id, name, members."""
    return (await session.execute(_places().where(Organisation.parent_id.is_(None)))).all()


async def tree(session: AsyncSession) -> Sequence[AnyRow]:
    """Every organisation by name: id, name, members, parent_id, kind."""
    query = _places().add_columns(Organisation.parent_id, Organisation.kind)
    return (await session.execute(query)).all()


async def child_named(session: AsyncSession, parent_id: int, name: str) -> int | None:
    query = select(Organisation.id).where(
        Organisation.parent_id == parent_id, Organisation.name == name
    )
    found: int | None = await session.scalar(query)
    return found


async def invite_by_token(session: AsyncSession, token: str) -> tuple[Invite, Organisation] | None:
    query = (
        select(Invite, Organisation)
        .join(Organisation, Organisation.id == Invite.organisation_id)
        .where(Invite.token == token)
    )
    row = (await session.execute(query)).first()
    return (row[0], row[1]) if row else None


async def members(session: AsyncSession, organisation_id: int, role: str) -> Sequence[AnyRow]:
    """People with a role in one organisation, by name: id, NAME, unreachable_since."""
    query = (
        select(Person.id, *NAME, Person.unreachable_since)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role == role,
            Membership.ended_at.is_(None),
        )
        .order_by(Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def people_in_branch(session: AsyncSession, organisation_id: int, role: str) -> list[int]:
    """Ids of the people with a role anywhere below (and in) an organisation."""
    query = (
        select(Membership.person_id)
        .join(Branch, Branch.descendant_id == Membership.organisation_id)
        .where(
            Branch.ancestor_id == organisation_id,
            Membership.role == role,
            Membership.ended_at.is_(None),
        )
        .distinct()
    )
    return list(await session.scalars(query))
