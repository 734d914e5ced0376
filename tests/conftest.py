"""Databases for tests: a migrated template once a session, a copy of it for each test."""

import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from hypothesis import settings
from sqlalchemy.engine import URL, make_url

from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from db.migrate import upgrade
from tests.mentoring import seed

# The bot's many classes and words are walked again at each full collection, and they never go:
# with Python's own thresholds a sixth of a conversation's time went there.
gc.set_threshold(100_000, 20, 20)

# No stopwatch in a test: a busy machine is no fault of the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

POSTGRES = make_url(os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432"))
START = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def _plain(database: str) -> str:
    address = POSTGRES.set(drivername="postgresql", database=database)
    return address.render_as_string(hide_password=False)


async def _administer(*statements: str) -> None:
    connection = await asyncpg.connect(_plain("postgres"), timeout=5)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def _migrate(url: str) -> None:
    database = Database(url)
    await upgrade(database)
    await database.close()


def _postgres_answers() -> bool:
    try:
        _run(_administer("SELECT 1"))
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    return True


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """A migrated PostgreSQL database to copy; without a server: skipped, in CI failed."""
    if not _postgres_answers():
        if os.environ.get("CI"):
            pytest.fail("no PostgreSQL answers at TEST_POSTGRES_URL")
        pytest.skip("no PostgreSQL answers at TEST_POSTGRES_URL")
    name = f"mentoring_template_{uuid4().hex}"
    _run(_administer(f'CREATE DATABASE "{name}"'))
    _run(_migrate(_plain(name)))
    yield name
    _run(_administer(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "bot.db"
    _run(_migrate(f"sqlite:///{path}"))
    return path


class Databases:
    """Empty migrated databases of one kind, each removed when it is done with."""

    def __init__(self, request: pytest.FixtureRequest, kind: str, folder: Path) -> None:
        template = "sqlite_template" if kind == "sqlite" else "postgres_template"
        self._template: Path | str = request.getfixturevalue(template)
        self._folder = folder

    @contextmanager
    def new(self) -> Iterator[str]:
        """The address of a new one."""
        name = f"mentoring_test_{uuid4().hex}"
        if isinstance(self._template, Path):
            path = self._folder / f"{name}.db"
            shutil.copyfile(self._template, path)
            yield URL.create("sqlite", database=str(path)).render_as_string()
            return
        _run(_administer(f'CREATE DATABASE "{name}" TEMPLATE "{self._template}"'))
        try:
            yield _plain(name)
        finally:
            _run(_administer(f'DROP DATABASE "{name}" WITH (FORCE)'))


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Run to the end, also from inside a test's own loop."""
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, work).result()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty migrated database of this test's own, on either kind."""
    with Databases(request, request.param, tmp_path).new() as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(START)


@pytest.fixture(scope="session")
def translator() -> Translator:
    return Translator(strict=True)


@pytest.fixture
async def town(database: Database, clock: SettableClock) -> seed.Town:
    """A department with two schools and another department, two people of every role."""
    async with database.begin() as session:
        return await seed.build(session, clock.now())
