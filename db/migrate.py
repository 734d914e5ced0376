"""Bring a database to the present schema."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from db.engines import Database

# Any number that nothing else locks.
_TURN = 72_061_992
_SCRIPTS = Path(__file__).resolve().parent / "migrations"


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    return config


@asynccontextmanager
async def changing(database: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction in which tables may be written anew.

    SQLite changes a table by copying and dropping it, and will not drop one that others refer to.
    Its keys can be switched off only outside of a transaction; they are checked before the commit.
    """
    async with database.writer.connect() as connection:
        await _foreign_keys(database, connection, "OFF")
        try:
            async with connection.begin():
                if not database.is_sqlite:
                    # Processes that start at once take turns. It ends with the transaction, so it
                    # holds behind a PgBouncer too; on SQLite BEGIN IMMEDIATE does this.
                    await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
                yield connection
                if database.is_sqlite:
                    broken = await connection.exec_driver_sql("PRAGMA foreign_key_check")
                    if found := broken.fetchall():
                        raise RuntimeError(f"rows refer to what is not there: {found[:5]}")
        finally:
            await _foreign_keys(database, connection, "ON")


async def _foreign_keys(database: Database, connection: AsyncConnection, state: str) -> None:
    if database.is_sqlite:
        # Not through the engine: that would begin a transaction, in which this does nothing.
        raw: Any = (await connection.get_raw_connection()).driver_connection
        await raw.execute(f"PRAGMA foreign_keys={state}")


async def upgrade(database: Database, revision: str = "head") -> None:
    """Apply all revisions up to `revision`; nothing happens where they are applied already."""
    async with changing(database) as connection:
        await connection.run_sync(lambda sync: command.upgrade(_config(sync), revision))


async def downgrade(database: Database, revision: str = "base") -> None:
    """Take revisions back down to `revision`."""
    async with changing(database) as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), revision))
