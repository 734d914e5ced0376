"""Every use case against every role, at home, next door and elsewhere.

The table of expectations is not written by hand: it follows from the declared permissions. What is
written by hand is how to call each use case (samples.py); one without a sample fails.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import event

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from mentoring import areas
from mentoring.access import REGISTRY, UseCase, anywhere, oneself
from mentoring.roles import GRANTS, Permission, Role
from mentoring.unit import Actor
from tests.guards.samples import SAMPLES, Scene
from tests.mentoring import seed

areas.load()

# Where the actor sits, while the sample's object is of the place named "school".
SEATS = {
    Role.DEPARTMENT: ("department", "stranger_department"),
    Role.CURATOR: ("school", "neighbour", "stranger_school"),
    Role.MENTOR: ("school", "neighbour", "stranger_school"),
    Role.MENTEE: ("school", "neighbour", "stranger_school"),
}
# Within reach, and yet only for who wrote it.
AUTHORS_ONLY = {
    "announcements.announcing.cancel",
    "announcements.announcing.confirm",
    "announcements.announcing.draft",
}
CASES = [(role, place) for role, places in SEATS.items() for place in places]


def test_every_use_case_has_a_sample() -> None:
    assert set(REGISTRY) - set(SAMPLES) == set()
    assert set(SAMPLES) - set(REGISTRY) == set()


def test_every_permission_is_asked_for_and_granted() -> None:
    asked = {case.permission for case in REGISTRY.values()}
    granted = set().union(*GRANTS.values())
    assert asked == granted == set(Permission)


def reaches(case: UseCase, role: Role, place: str, target: str) -> bool:
    """Whether the declarations let this role, sitting there, do this to something of `target`."""
    if case.permission not in GRANTS[role]:
        return False
    if case.target in {anywhere, oneself}:
        return True
    return place == target or (place == "department" and target in {"school", "neighbour"})


@asynccontextmanager
async def watching(database: Database, note: Callable[..., None]) -> AsyncIterator[None]:
    """Calls `note` before each statement: (connection, cursor, statement, ...)."""
    event.listen(database.writer.sync_engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(database.writer.sync_engine, "before_cursor_execute", note)


async def attempt(database: Database, actor: Actor, scene: Scene, name: str) -> bool:
    """Whether the actor got in: what is refused inside is past the door. Changes nothing."""
    kwargs: dict[str, Any] = await SAMPLES[name](scene)
    writes: list[str] = []

    def note(*event: Any) -> None:
        if not event[2].lstrip().upper().startswith(("SELECT", "WITH", "PRAGMA", "BEGIN")):
            writes.append(event[2])

    async with database.session() as session, watching(database, note):
        unit = seed.Unit(session=session, now=scene.now, actor=actor, default_timezone=seed.ZONE)
        try:
            await REGISTRY[name].function(unit, **kwargs)
        except NotAllowed:
            # An own-rows use case checks by its own statement, which writes only what it may.
            if REGISTRY[name].target is not oneself:
                assert (writes, list(session.new)) == ([], []), "a write before the check"
            return False
        except Refusal:
            return True
        finally:
            await session.rollback()
    return True


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", sorted(REGISTRY))
async def test_the_table_of_rights(
    database: Database, town: seed.Town, clock: SettableClock, name: str
) -> None:
    case = REGISTRY[name]
    scene = Scene(database, town, clock.now())
    await scene.fill()
    target = await scene.target_of(name)
    wrong = []
    for role, place in CASES:
        expected = reaches(case, role, place, target)
        got_in = await attempt(database, town.actor(place, role), scene, name)
        # Where only a row's owner may, others within reach are refused too: never the reverse.
        owners_only = case.target is oneself or name in AUTHORS_ONLY
        if got_in != expected and not (owners_only and not got_in):
            wrong.append((role, place, "got in" if got_in else "kept out"))
    assert wrong == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", sorted(REGISTRY))
async def test_strangers_are_kept_out_of_everything(
    database: Database, town: seed.Town, clock: SettableClock, name: str
) -> None:
    scene = Scene(database, town, clock.now())
    await scene.fill()
    assert not await attempt(database, Actor(telegram_id=1), scene, name)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "name", sorted(name for name, case in REGISTRY.items() if case.target is oneself)
)
async def test_own_rows_are_nobody_elses(
    database: Database, town: seed.Town, clock: SettableClock, name: str
) -> None:
    """The same role elsewhere gets nothing of the sample's row out of an own-rows use case."""
    scene = Scene(database, town, clock.now())
    await scene.fill()
    before = await scene.fingerprint()
    for role, place in CASES:
        if place in {"school", "department"}:
            continue
        kwargs = await SAMPLES[name](scene)
        async with seed.acting(database, town.actor(place, role), scene.now) as unit:
            try:
                await REGISTRY[name].function(unit, **kwargs)
            except Refusal:
                continue
    assert await scene.fingerprint() == before
