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
from typing import Any, TypeVar
from uuid import uuid4

import asyncpg
import pytest
from hypothesis import settings
from sqlalchemy.engine import URL

from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from db.migrate import upgrade
from tests import pool
from tests.mentoring import seed

# The bot's many classes and words are walked again at each full collection, and they never go:
# with Python's own thresholds a sixth of a conversation's time went there.
gc.set_threshold(100_000, 20, 20)

# No stopwatch in a test: a busy machine is no fault of the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

Result = TypeVar("Result")
START = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


async def _migrate(url: str) -> None:
    database = Database(url)
    await upgrade(database)
    await database.close()


def _postgres_answers() -> bool:
    try:
        _run(pool.administer("SELECT 1"))
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    return True


@pytest.fixture(scope="session")
def postgres_pool() -> Iterator[pool.Pool]:
    """Copies of a migrated PostgreSQL database; without a server: skipped, in CI failed."""
    if not _postgres_answers():
        if os.environ.get("CI"):
            pytest.fail("no PostgreSQL answers at TEST_POSTGRES_URL")
        pytest.skip("no PostgreSQL answers at TEST_POSTGRES_URL")
    name = f"mentoring_template_{uuid4().hex}"
    _run(pool.administer(f'CREATE DATABASE "{name}"'))
    _run(_migrate(pool.address(name)))
    copies = pool.Pool(name)
    yield copies
    _run(copies.close())
    _run(pool.administer(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "bot.db"
    _run(_migrate(f"sqlite:///{path}"))
    return path


class Databases:
    """Empty migrated databases of one kind, each removed when it is done with."""

    def __init__(self, request: pytest.FixtureRequest, kind: str, folder: Path) -> None:
        source = "sqlite_template" if kind == "sqlite" else "postgres_pool"
        self._source: Path | pool.Pool = request.getfixturevalue(source)
        self._folder = folder

    @contextmanager
    def new(self) -> Iterator[str]:
        """The address of a new one."""
        if isinstance(self._source, Path):
            path = self._folder / f"{uuid4().hex}.db"
            shutil.copyfile(self._source, path)
            yield URL.create("sqlite", database=str(path)).render_as_string()
            return
        name = _run(self._source.take())
        try:
            yield pool.address(name)
        finally:
            _run(self._source.give_back(name))


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    """Run to the end, also from inside a test's own loop."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, work).result()


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
