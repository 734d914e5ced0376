"""A small municipality to test in: a department with two schools, and another department."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import Database
from db.models import Branch, Membership, Organisation, Person
from mentoring import todo
from mentoring.roles import Role
from mentoring.unit import Actor, Seat, Unit

ZONE = "Europe/Moscow"
# Everybody is of age.
BORN = 1990
# The roles that belong to each kind of place; the first ones come first, for older ids.
OF_DEPARTMENTS = (Role.DEPARTMENT, Role.METHODOLOGIST)
OF_SCHOOLS = (
    Role.CURATOR,
    Role.MENTOR,
    Role.MENTEE,
    Role.HEAD,
    Role.COUNCIL,
    Role.EXECUTOR,
    Role.REPRESENTATIVE,
)


@dataclass(slots=True)
class Town:
    """Ids of the places, and the people by place and role: ("school", Role.MENTOR) -> ids."""

    department: int
    school: int
    neighbour: int
    stranger_department: int
    stranger_school: int
    people: dict[tuple[str, Role], list[int]]
    names: dict[int, str]

    def place(self, name: str) -> int:
        return int(getattr(self, name))

    def actor(self, place: str, role: Role, number: int = 0) -> Actor:
        """Somebody with this role there."""
        person = self.people[place, role][number]
        return Actor(
            telegram_id=1000 + person,
            person_id=person,
            name=self.names[person],
            birth_year=BORN,
            locale="ru",
            seats=(Seat(role, self.place(place), f"{place} name", ZONE),),
        )


async def build(session: AsyncSession, now: datetime) -> Town:
    """Two of each role in each place where the role belongs."""
    names = ("department", "school", "neighbour", "stranger_department", "stranger_school")
    parents = {
        "school": "department",
        "neighbour": "department",
        "stranger_school": "stranger_department",
    }
    places: dict[str, int] = {}
    for name in names:
        parent = places.get(parents.get(name, ""))
        place = Organisation(
            parent_id=parent,
            kind="school" if parent else "municipality",
            name=f"{name} name",
            timezone=ZONE,
            locale="ru",
            created_at=now,
        )
        session.add(place)
        await session.flush()
        places[name] = place.id
        above = [places[name]] + ([parent] if parent else [])
        await session.execute(
            insert(Branch), [{"ancestor_id": one, "descendant_id": place.id} for one in above]
        )
    town = Town(**places, people={}, names={})
    for name in names:
        for role in OF_DEPARTMENTS if "department" in name else OF_SCHOOLS:
            for number in range(2):
                await _person(session, town, name, role, number, now)
    return town


async def _person(  # noqa: PLR0917
    session: AsyncSession, town: Town, place: str, role: Role, number: int, now: datetime
) -> None:
    person = Person(name=f"{place} {role} {number}", birth_year=BORN, locale="ru", created_at=now)
    session.add(person)
    await session.flush()
    person.telegram_id = 1000 + person.id
    session.add(
        Membership(organisation_id=town.place(place), person_id=person.id, role=role, since=now)
    )
    await session.flush()
    town.people.setdefault((place, role), []).append(person.id)
    town.names[person.id] = person.name


@asynccontextmanager
async def acting(database: Database, actor: Actor, now: datetime) -> AsyncIterator[Unit]:
    """A committed unit of work of one actor."""
    async with database.begin() as session:
        yield Unit(session=session, now=now, actor=actor, default_timezone=ZONE)


async def waiting(unit: Unit, *, organisation_id: int, kind: str) -> list[todo.Thing]:
    """All that waits of a kind for whoever acts."""
    where: dict[str, Any] = {"organisation_id": organisation_id, "kind": kind}
    return await todo.things(unit, ids=await todo.versions(unit, **where), **where)
