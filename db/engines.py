"""Connections. SQLite: one writer that takes its lock at once, four readers that cannot write.
PostgreSQL: one pool for both.

SQLite loses concurrent read-modify-writes silently unless a transaction begins IMMEDIATE, and a
reader that turns writer fails at once however long the busy time-out is; hence two engines.

PgBouncer in transaction mode hands each transaction another server connection, so nothing may
outlast one. Locks here are rows' own, and nobody listens; what remains are prepared statements.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

_DRIVERS = {
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
}
# In the address: ?pgbouncer=true.
_PGBOUNCER = "pgbouncer"
# Measured: a pool of five serves PostgreSQL best on two cores.
_POSTGRES_POOL = 5
_SQLITE_READERS = 4
_BUSY_MILLISECONDS = 10_000
# SQLite stalls everybody while it writes: bulk work goes in pieces of at most this many rows.
CHUNK = 500


def normalise(url: str) -> str:
    """The address with the asynchronous driver. Raises ValueError for another kind of database."""
    parsed = make_url(url)
    if parsed.drivername not in _DRIVERS:
        raise ValueError(f"{parsed.drivername} is neither postgresql nor sqlite")
    if parsed.query.get(_PGBOUNCER, "true") not in {"true", "false"}:
        raise ValueError(f"{_PGBOUNCER} is neither true nor false")
    return parsed.set(drivername=_DRIVERS[parsed.drivername]).render_as_string(hide_password=False)


def _arguments(url: URL) -> tuple[URL, dict[str, Any]]:
    """The address as the driver takes it, and what else to connect with."""
    bounced = url.query.get(_PGBOUNCER) == "true"
    url = url.difference_update_query([_PGBOUNCER])
    if not bounced:
        return url, {}
    return url, {
        "statement_cache_size": 0,
        "prepared_statement_cache_size": 0,
        # A statement without a name lasts as long as it is needed, and none is left on a server.
        "prepared_statement_name_func": lambda: "",
    }


class Database:
    """The engines of one database."""

    def __init__(self, url: str) -> None:
        self.url, more = _arguments(make_url(normalise(url)))
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            sqlite_file(url)
            self.writer = _sqlite(self.url, pool=1, begin="BEGIN IMMEDIATE", read_only=False)
            self.reader = _sqlite(self.url, pool=_SQLITE_READERS, begin="BEGIN", read_only=True)
        else:
            self.writer = self.reader = create_async_engine(
                self.url,
                pool_size=_POSTGRES_POOL,
                max_overflow=0,
                pool_timeout=60,
                pool_pre_ping=True,
                connect_args=more,
            )
        self.session = async_sessionmaker(self.writer, expire_on_commit=False)
        self._reading = async_sessionmaker(self.reader, expire_on_commit=False)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """A transaction that may write: committed at the end, rolled back by an exception."""
        async with self.session.begin() as session:
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A transaction that only reads; on SQLite it never waits for the writer."""
        async with self._reading.begin() as session:
            yield session

    async def close(self) -> None:
        await self.writer.dispose()
        if self.reader is not self.writer:
            await self.reader.dispose()


def _sqlite(url: Any, *, pool: int, begin: str, read_only: bool) -> AsyncEngine:
    engine = create_async_engine(url, pool_size=pool, max_overflow=0, pool_timeout=60)

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        # The driver must not begin by itself: the "begin" event below says how.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine


def sqlite_file(url: str) -> str | None:
    """The path of an SQLite database, its folder made; None for another kind or one in memory."""
    parsed = make_url(normalise(url))
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        return None
    Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    return str(parsed.database)
