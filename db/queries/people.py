"""Organisations, seats and invitations."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Bundle

from db.engines import CHUNK
from db.models import Branch, Invite, Membership, Organisation, Person, Profile
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


async def children(
    session: AsyncSession, parent_id: int, kinds: Collection[str] = ("school",)
) -> Sequence[AnyRow]:
    """Organisations of these kinds right below: id, name, members, kind."""
    query = (
        _places()
        .add_columns(Organisation.kind)
        .where(Organisation.parent_id == parent_id, Organisation.kind.in_(kinds))
    )
    return (await session.execute(query)).all()


async def offices(session: AsyncSession) -> Sequence[AnyRow]:
    """Regions and departments by name: id, name, members, kind, parent_id."""
    query = (
        _places()
        .add_columns(Organisation.kind, Organisation.parent_id)
        .where(Organisation.kind.in_(("region", "municipality")))
    )
    return (await session.execute(query)).all()


async def move_below(session: AsyncSession, organisation_id: int, parent_id: int | None) -> None:
    """Hang an organisation, with all that is below it, under another one, or under none."""
    below = select(Branch.descendant_id).where(Branch.ancestor_id == organisation_id)
    subtree = list(await session.scalars(below))
    await session.execute(
        delete(Branch).where(Branch.descendant_id.in_(subtree), Branch.ancestor_id.not_in(subtree))
    )
    await session.execute(
        update(Organisation).where(Organisation.id == organisation_id).values(parent_id=parent_id)
    )
    if parent_id is not None:
        above = select(Branch.ancestor_id).where(Branch.descendant_id == parent_id)
        rows = [
            {"ancestor_id": ancestor, "descendant_id": one}
            for ancestor in (await session.scalars(above)).all()
            for one in subtree
        ]
        for first in range(0, len(rows), CHUNK):
            await session.execute(insert(Branch), rows[first : first + CHUNK])


async def partners(
    session: AsyncSession, organisation_id: int, kinds: Collection[str]
) -> Sequence[AnyRow]:
    """Partners of an organisation and of those above it, by name: id, name, kind, parent_id,
    mentors (of the organisation and below it, who come from there)."""
    above = select(Branch.ancestor_id).where(Branch.descendant_id == organisation_id)
    below = select(Branch.descendant_id).where(Branch.ancestor_id == organisation_id)
    mentors = (
        select(func.count(func.distinct(Profile.person_id)))
        .where(
            Profile.partner_id == Organisation.id,
            Profile.organisation_id.in_(below),
            Profile.status != "left",
        )
        .scalar_subquery()
        .label("mentors")
    )
    query: Select[*tuple[Any, ...]] = (
        select(
            Organisation.id,
            Organisation.name,
            Organisation.kind,
            Organisation.parent_id,
            mentors,
        )
        .where(Organisation.parent_id.in_(above), Organisation.kind.in_(kinds))
        .order_by(Organisation.name, Organisation.id)
    )
    return (await session.execute(query)).all()


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
