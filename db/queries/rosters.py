"""Saving lists of people: whole chunks by one statement each, whatever their length."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import CHUNK
from db.models import Person, Profile
from db.types import AnyRow


async def known(session: AsyncSession, organisation_id: int, side: str) -> Sequence[AnyRow]:
    """Everybody the bank of one side has: id, person_id, programme_id, status, name, class_name,
    birth_year."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.id,
            Profile.person_id,
            Profile.programme_id,
            Profile.status,
            Person.name,
            Profile.class_name,
            Person.birth_year,
        )
        .join(Person, Person.id == Profile.person_id)
        .where(
            Profile.organisation_id == organisation_id,
            Profile.side == side,
            Profile.status != "left",
        )
        .order_by(Profile.id)
    )
    return (await session.execute(query)).all()


async def any_phones(session: AsyncSession, organisation_id: int, side: str) -> bool:
    """Whether anybody is listed there with a number to compare with."""
    query = select(Profile.id).where(
        Profile.organisation_id == organisation_id,
        Profile.side == side,
        Profile.status == "listed",
        Profile.phone_print.is_not(None),
    )
    return await session.scalar(query.limit(1)) is not None


async def listed_people(
    session: AsyncSession, organisation_id: int, side: str, profiles: Collection[int]
) -> Sequence[AnyRow]:
    """Those of these profiles that are still only listed: id, person_id, programme_id, class_name,
    name, given, birth_year."""
    query: Select[*tuple[Any, ...]] = (
        select(
            Profile.id,
            Profile.person_id,
            Profile.programme_id,
            Profile.class_name,
            Person.name,
            Person.given,
            Person.birth_year,
        )
        .join(Person, Person.id == Profile.person_id)
        .where(
            Profile.id.in_(profiles),
            Profile.organisation_id == organisation_id,
            Profile.side == side,
            Profile.status == "listed",
        )
        .order_by(Profile.id)
    )
    return (await session.execute(query)).all()


async def add_people(session: AsyncSession, rows: list[dict[str, Any]]) -> list[int]:
    """New people. Returns their ids in the order of `rows`."""
    ids: dict[str, list[int]] = defaultdict(list)
    for first in range(0, len(rows), CHUNK):
        # No database promises an order of what it returns; people of one name are alike as yet.
        statement = insert(Person).values(rows[first : first + CHUNK])
        made = await session.execute(statement.returning(Person.id, Person.name))
        for person_id, name in made:
            ids[name].append(person_id)
    return [ids[row["name"]].pop() for row in rows]


async def add_profiles(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    for first in range(0, len(rows), CHUNK):
        await session.execute(insert(Profile), rows[first : first + CHUNK])


async def change_profiles(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    """Each row has an `id` and what is to be set."""
    for first in range(0, len(rows), CHUNK):
        await session.execute(update(Profile), rows[first : first + CHUNK])


async def listed_before(
    session: AsyncSession, organisation_id: int, instant: datetime, limit: int
) -> Sequence[AnyRow]:
    """People who have only been listed since before then: id, person_id."""
    query: Select[*tuple[Any, ...]] = (
        select(Profile.id, Profile.person_id)
        .where(
            Profile.organisation_id == organisation_id,
            Profile.side.in_(("mentor", "mentee")),
            Profile.status == "listed",
            Profile.status_since <= instant,
        )
        .limit(limit)
    )
    return (await session.execute(query)).all()


async def drop_profiles(session: AsyncSession, ids: Sequence[int]) -> None:
    """Remove rows of the roster that nothing refers to."""
    await session.execute(delete(Profile).where(Profile.id.in_(ids), Profile.status == "listed"))
