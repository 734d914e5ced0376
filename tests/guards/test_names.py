"""Nobody is shown the surname of a minor: not in what a use case gives, not in what it plans.

Departments are not shown a minor's first name either, and no file made for them has one.
"""

import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Outbox, Person
from documents import reader
from mentoring import areas, digest
from mentoring.access import REGISTRY
from mentoring.files import MAKERS as MAKERS_OF_FILES
from mentoring.notices import Kind
from mentoring.roles import Role
from mentoring.unit import Actor, Unit
from tests.conftest import START
from tests.guards.samples import MAKERS, SAMPLES, Scene
from tests.mentoring import seed

areas.load()
SURNAME = "Скрытникова"
GIVEN = "Евлампия"
BORN = START.year - 14
# What goes into a document alone, where names stand in full.
DOCUMENTS = {"bank.exporting.banks"}
READERS = [
    ("school", Role.CURATOR),
    ("school", Role.HEAD),
    ("school", Role.MENTOR),
    ("school", Role.MENTEE),
    ("department", Role.DEPARTMENT),
    ("department", Role.METHODOLOGIST),
]
OF_DEPARTMENTS = [reader for reader in READERS if reader[0] == "department"]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Scene]:
    """A school in which mentors and mentees alike are children."""
    copy = shutil.copyfile(sqlite_template, tmp_path_factory.mktemp("names") / "bot.db")
    database = Database(f"sqlite:///{copy}")
    async with database.begin() as session:
        town = await seed.build(session, START)
        await session.execute(
            update(Person)
            .where(Person.id.in_(_children(town)))
            .values(name=f"{SURNAME} {GIVEN}", birth_year=BORN)
        )
    made = Scene(database, town, START)
    await made.fill(MAKERS)
    yield made
    await database.close()


def _children(town: seed.Town) -> list[int]:
    return [*town.people["school", Role.MENTOR], *town.people["school", Role.MENTEE]]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", sorted(set(REGISTRY) - DOCUMENTS))
async def test_no_surname_of_a_minor(scene: Scene, name: str) -> None:
    shown = []
    for place, role in READERS:
        actor = scene.town.actor(place, role)
        async with scene.database.session() as session:
            if SURNAME in await _seen(scene, session, actor, name):
                shown.append(role)
            await session.rollback()
    assert shown == []


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", sorted(REGISTRY))
async def test_no_name_of_a_minor_reaches_a_department(scene: Scene, name: str) -> None:
    for place, role in OF_DEPARTMENTS:
        actor = scene.town.actor(place, role)
        async with scene.database.session() as session:
            seen = await _seen(scene, session, actor, name)
            seen += await _files(scene, session, actor)
            await session.rollback()
        assert GIVEN not in seen, role
        assert SURNAME not in seen, role


@pytest.mark.asyncio(loop_scope="module")
async def test_no_surname_of_a_minor_in_a_digest(scene: Scene) -> None:
    since, until = START.date() - timedelta(days=60), START.date() + timedelta(days=60)
    lines: dict[Role, list[digest.Line]] = {}
    async with scene.database.session() as session:
        for place, role in READERS:
            unit = Unit(session=session, now=scene.now, actor=scene.town.actor(place, role))
            for source in digest.sources():
                lines.setdefault(role, []).extend(await source.lines(unit, unit.me, since, until))
        await session.rollback()
    assert any(lines.values())
    assert SURNAME not in repr(lines)
    assert all(GIVEN not in repr(lines[role]) for _place, role in OF_DEPARTMENTS)


async def _seen(scene: Scene, session: AsyncSession, actor: Actor, name: str) -> str:
    """What the use case gives this actor, and the notices it plans, as text."""
    unit = Unit(session=session, now=scene.now, actor=actor, default_timezone=seed.ZONE)
    kwargs = await SAMPLES[name](scene)
    before = set(await session.scalars(select(Outbox.id)))
    given = None
    with suppress(NotAllowed, Refusal):
        given = await REGISTRY[name].function(unit, **kwargs)
        await session.flush()
    planned = await session.scalars(select(Outbox.args).where(Outbox.id.not_in(before)))
    return f"{given!r} {list(planned)!r}"


async def _files(scene: Scene, session: AsyncSession, actor: Actor) -> str:
    """What stands in the files that the actor has been promised, made as the sender makes them."""
    unit = Unit(session=session, now=scene.now, actor=actor, default_timezone=seed.ZONE)
    planned = select(Outbox).where(Outbox.kind == Kind.FILE, Outbox.person_id == unit.me)
    read = []
    for row in await session.scalars(planned):
        made = None
        with suppress(NotAllowed, Refusal):
            made = await MAKERS_OF_FILES[row.message](unit, unit.me, row.args)
        if made is not None and not made.picture and not made.file_id:
            read.append(repr(reader.read(made.data, made.name)))
    return " ".join(read)
