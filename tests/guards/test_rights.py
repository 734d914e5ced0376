"""Every use case against every role, at home, next door and elsewhere.

The table of expectations is not written by hand: it follows from the declared permissions. What is
written by hand is how to call each use case (samples/); one without a sample fails.
"""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import event, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import PairMember
from mentoring import areas
from mentoring.access import REGISTRY, UseCase, anywhere, oneself
from mentoring.roles import GRANTS, OWN_ONLY, Permission, Role
from mentoring.unit import Actor, Unit
from tests.conftest import START
from tests.guards.samples import AUTHORS_ONLY, MAKERS, OF_DEPARTMENT, SAMPLES, Scene
from tests.mentoring import seed

areas.load()
# The scene is one for all of them, so is the loop it lives in.
shared = pytest.mark.asyncio(loop_scope="module")

# Where the actor sits, while the sample's object is of the place named "school".
SEATS = {
    **{role: ("department", "stranger_department") for role in seed.OF_DEPARTMENTS},
    **{role: ("school", "neighbour", "stranger_school") for role in seed.OF_SCHOOLS},
}
CASES = [(role, place) for role, places in SEATS.items() for place in places]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Scene]:
    """One for all: each attempt is rolled back."""
    copy = shutil.copyfile(sqlite_template, tmp_path_factory.mktemp("rights") / "bot.db")
    database = Database(f"sqlite:///{copy}")
    async with database.begin() as session:
        town = await seed.build(session, START)
    made = Scene(database, town, START)
    await made.fill(MAKERS)
    yield made
    await database.close()


def test_every_use_case_has_a_sample() -> None:
    assert set(REGISTRY) - set(SAMPLES) == set()
    assert set(SAMPLES) - set(REGISTRY) == set()


def test_every_permission_is_asked_for_and_granted() -> None:
    asked = {case.permission for case in REGISTRY.values()}
    granted = set().union(*GRANTS.values())
    assert asked == granted == set(Permission)


def test_what_holds_anywhere_is_for_administrators_alone() -> None:
    """Such a use case looks at no organisation, so nobody who sits in one may have it."""
    allowed = {
        (name, role)
        for name, case in REGISTRY.items()
        for role in Role
        if case.target is anywhere and case.permission in GRANTS[role]
    }
    assert {role for _name, role in allowed} <= {Role.ADMIN}, allowed


def reaches(case: UseCase, role: Role, place: str, target: str) -> bool:
    """Whether the declarations let this role, sitting there, do this to something of `target`."""
    if case.permission not in GRANTS[role]:
        return False
    if case.target in {anywhere, oneself}:
        return True
    if place == target or case.permission in OWN_ONLY:
        return place == target
    return place == "department" and target in {"school", "neighbour"}


@asynccontextmanager
async def watching(database: Database, note: Callable[..., None]) -> AsyncIterator[None]:
    """Calls `note` before each statement: (connection, cursor, statement, ...)."""
    event.listen(database.writer.sync_engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(database.writer.sync_engine, "before_cursor_execute", note)


def unit_of(scene: Scene, session: AsyncSession, actor: Actor) -> Unit:
    return Unit(session=session, now=scene.now, actor=actor, default_timezone=seed.ZONE)


async def attempt(scene: Scene, actor: Actor, name: str) -> bool:
    """Whether the actor got in: what is refused inside is past the door. Changes nothing."""
    kwargs: dict[str, Any] = await SAMPLES[name](scene)
    writes: list[str] = []

    def note(*event: Any) -> None:
        if not event[2].lstrip().upper().startswith(("SELECT", "WITH", "PRAGMA", "BEGIN")):
            writes.append(event[2])

    async with scene.database.session() as session, watching(scene.database, note):
        try:
            await REGISTRY[name].function(unit_of(scene, session, actor), **kwargs)
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


@shared
@pytest.mark.parametrize("name", sorted(REGISTRY))
async def test_the_table_of_rights(scene: Scene, name: str) -> None:
    case = REGISTRY[name]
    target = "department" if name in OF_DEPARTMENT else "school"
    wrong = []
    for role, place in CASES:
        expected = reaches(case, role, place, target)
        got_in = await attempt(scene, scene.town.actor(place, role), name)
        # Where only a row's owner may, others within reach are refused too: never the reverse.
        owners_only = case.target is oneself or name in AUTHORS_ONLY
        if got_in != expected and not (owners_only and not got_in):
            wrong.append((role, place, "got in" if got_in else "kept out"))
    assert wrong == []


@shared
@pytest.mark.parametrize("name", sorted(REGISTRY))
async def test_strangers_are_kept_out_of_everything(scene: Scene, name: str) -> None:
    assert not await attempt(scene, Actor(telegram_id=1), name)


@shared
@pytest.mark.parametrize(
    "name", sorted(name for name, case in REGISTRY.items() if case.target is oneself)
)
async def test_own_rows_are_nobody_elses(scene: Scene, name: str) -> None:
    """The same role, elsewhere or right beside, changes nothing of the sample's through an own-rows
    use case."""
    for role, place in CASES:
        actor = scene.town.actor(place, role, 1 if place in {"school", "department"} else 0)
        kwargs = await SAMPLES[name](scene)
        async with scene.database.session() as session:
            before = await scene.fingerprint(session, actor)
            unit = unit_of(scene, session, actor)
            with suppress(Refusal):
                await REGISTRY[name].function(unit, **kwargs)
                await session.flush()
                assert await scene.fingerprint(session, actor) == before
            await session.rollback()


# What is about a pair, by the area a use case stands in.
_OF_PAIRS = ("pairs.", "care.", "meetings.", "plans.", "papers.")
# What looks among one's own for something, and finds nothing.
_LOOKING = {"meetings.telling.fill", "meetings.telling.understand", "plans.reading.shelved"}
# What asks for nobody else's: whether one wants to be told an hour before one's meetings.
_ABOUT_ONESELF = {"meetings.calendars.wish_hour_before"}


@shared
@pytest.mark.parametrize(
    "name",
    sorted(
        name
        for name, case in REGISTRY.items()
        if case.target is oneself and name.startswith(_OF_PAIRS) and name not in _ABOUT_ONESELF
    ),
)
async def test_a_former_partner_is_kept_out(scene: Scene, name: str) -> None:
    """Whoever has left a pair gets at nothing of it that came after, and changes nothing."""
    kwargs = await SAMPLES[name](scene)
    left_on = scene.now.date() - timedelta(days=60)
    got_in = []
    for role in (Role.MENTOR, Role.MENTEE):
        actor = scene.town.actor("school", role)
        async with scene.database.session() as session:
            gone = update(PairMember).where(PairMember.person_id == actor.person_id)
            await session.execute(gone.values(left_on=left_on))
            try:
                found = await REGISTRY[name].function(unit_of(scene, session, actor), **kwargs)
            except (NotAllowed, Refusal):
                continue
            finally:
                await session.rollback()
            got_in.append((role, found))
    # Without an argument it is about one's own pairs, and there are none.
    found_nothing = name in _LOOKING and not any(found for _role, found in got_in)
    assert got_in == [] or not kwargs or found_nothing
