"""INSERT ... ON CONFLICT for whichever database the session is on."""

from typing import Any

from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession


def upserting(session: AsyncSession, table: Any) -> PostgresInsert | SqliteInsert:
    """An insert into `table` that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite_insert(table)
    return postgres_insert(table)
