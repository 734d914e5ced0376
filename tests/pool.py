"""A PostgreSQL database for each test, at the price of emptying one.

Creating and dropping a database each make the server write everything it holds to the disk:
a second or more a test where the disk is slow, a hundred times what emptying the few tables
a test has written to takes.
"""

import os
from uuid import uuid4

import asyncpg
from sqlalchemy.engine import URL, make_url

SERVER = make_url(os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432"))

_SHAPE = """
    SELECT array_agg(relname::text ORDER BY relname) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
"""
_SEQUENCES = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
"""
_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
VERSION = "alembic_version"


def address(database: str) -> str:
    url: URL = SERVER.set(drivername="postgresql", database=database)
    return url.render_as_string(hide_password=False)


async def administer(*statements: str) -> None:
    connection = await asyncpg.connect(address("postgres"), timeout=5)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


class Pool:
    """Copies of one migrated template; those given back empty and of its shape go out again."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._free: list[str] = []
        self._shape: tuple[list[str], str] | None = None

    async def take(self) -> str:
        if self._free:
            return self._free.pop()
        name = f"mentoring_test_{uuid4().hex}"
        await administer(f'CREATE DATABASE "{name}" TEMPLATE "{self._template}"')
        connection = await asyncpg.connect(address(name), timeout=5)
        try:
            tables, _ = self._shape = await _shape(connection)
            # Unswept, a table hands its rows out in the order they came, as a new one does.
            for table in tables:
                await connection.execute(f'ALTER TABLE "{table}" SET (autovacuum_enabled = off)')
        finally:
            await connection.close()
        return name

    async def give_back(self, name: str) -> None:
        connection = await asyncpg.connect(address(name), timeout=5)
        try:
            await connection.execute(_OTHERS)
            clean = await _shape(connection) == self._shape
            if clean:
                await _empty(connection, self._shape[0] if self._shape else [])
        finally:
            await connection.close()
        if clean:
            self._free.append(name)
        else:
            await administer(f'DROP DATABASE "{name}" WITH (FORCE)')

    async def close(self) -> None:
        await administer(*(f'DROP DATABASE "{name}" WITH (FORCE)' for name in self._free))


async def _shape(connection: asyncpg.Connection) -> tuple[list[str], str]:
    tables = await connection.fetchval(_SHAPE)
    return tables, await connection.fetchval(f"SELECT version_num FROM {VERSION}")


async def _empty(connection: asyncpg.Connection, tables: list[str]) -> None:
    filled = ", ".join(
        f"CASE WHEN EXISTS (SELECT 1 FROM \"{table}\") THEN '{table}' END"
        for table in tables
        if table != VERSION
    )
    written = await connection.fetchval(f"SELECT array_remove(ARRAY[{filled}], NULL)")
    async with connection.transaction():
        # Without it each row's references would be looked up.
        await connection.execute("SET LOCAL session_replication_role = replica")
        for table in written:
            await connection.execute(f'DELETE FROM "{table}"')
        await connection.execute(_SEQUENCES)
