"""One school with an object of every kind, and the usual ways to point at them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, Table, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engines import Database
from db.models import Base
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.seed import Town

DAY = date(2026, 10, 1)


@dataclass
class Scene:
    """A municipality whose school has one of everything; `ids` by the kind of object."""

    database: Database
    town: Town
    now: datetime
    ids: dict[str, int] = field(default_factory=dict)

    async def fill(self, makers: Mapping[str, "Maker"]) -> None:
        """Make one of everything, in whatever order: a maker waits for the ids it points at."""
        waiting = dict(makers)
        async with self.database.begin() as session:
            while waiting:
                for name, make in list(waiting.items()):
                    try:
                        made = make(self)
                    except KeyError:
                        continue
                    session.add(made)
                    await session.flush()
                    self.ids[name] = int(getattr(made, "id", 0))
                    del waiting[name]
                    break
                else:
                    raise LookupError(f"these wait for each other: {sorted(waiting)}")

    async def fingerprint(self, session: AsyncSession, actor: Actor) -> dict[str, int]:
        """What is not the actor's own, by table: it is as it was, whatever the actor has tried."""
        return {
            name: hash(tuple(sorted(map(repr, await session.execute(_not_of(table, actor))))))
            for name, table in Base.metadata.tables.items()
        }

    def person(self, role: Role) -> int:
        return self.town.people["school", role][0]

    @property
    def curator(self) -> int:
        return self.person(Role.CURATOR)


def _not_of(table: Table, actor: Actor) -> Select[Any]:
    if table.name == "person":
        return select(table).where(table.c.id != actor.person_id)
    if "person_id" in table.c:
        return select(table).where(table.c.person_id.is_distinct_from(actor.person_id))
    return select(table)


# Makes a row of the school; raises KeyError while an id it points at is not in `scene.ids`.
Maker = Callable[[Scene], Base]
Sample = Callable[[Scene], Awaitable[dict[str, Any]]]


def school(**more: Any) -> Sample:
    async def arguments(scene: Scene) -> dict[str, Any]:
        return {"organisation_id": scene.town.school, **more}

    return arguments


def department(**more: Any) -> Sample:
    async def arguments(scene: Scene) -> dict[str, Any]:
        return {"department_id": scene.town.department, **more}

    return arguments


def row(made: str, argument: str = "", /, **more: Any) -> Sample:
    """Points at the object that the maker of this name has made."""

    async def arguments(scene: Scene) -> dict[str, Any]:
        return {argument or f"{made}_id": scene.ids[made], **more}

    return arguments


async def nothing(_scene: Scene) -> dict[str, Any]:
    return {}
