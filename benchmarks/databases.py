"""A migrated database that is gone afterwards, of either kind."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import asyncpg
from sqlalchemy.engine import make_url

from db.engines import Database
from db.migrate import upgrade

KINDS = ("sqlite", "postgresql")
_SERVER = make_url(os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432"))


@asynccontextmanager
async def fresh(kind: str) -> AsyncIterator[Database]:
    """An open, empty, migrated database."""
    async with _created(kind) as url:
        database = Database(url)
        try:
            await upgrade(database)
            yield database
        finally:
            await database.close()


@asynccontextmanager
async def _created(kind: str) -> AsyncIterator[str]:
    if kind == "sqlite":
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            yield f"sqlite:///{Path(folder) / 'bench.db'}"
        return
    name = f"mentoring_bench_{uuid4().hex}"
    await _administer(f'CREATE DATABASE "{name}"')
    try:
        yield _address(name)
    finally:
        await _administer(f'DROP DATABASE "{name}" WITH (FORCE)')


async def available(kind: str) -> bool:
    """Whether there is a server to measure on (TEST_POSTGRES_URL); SQLite needs none."""
    if kind == "sqlite":
        return True
    try:
        await _administer("SELECT 1")
    except (OSError, asyncpg.PostgresError, TimeoutError):
        return False
    return True


def _address(database: str) -> str:
    url = _SERVER.set(drivername="postgresql", database=database)
    return url.render_as_string(hide_password=False)


async def _administer(statement: str) -> None:
    connection = await asyncpg.connect(_address("postgres"), timeout=5)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
