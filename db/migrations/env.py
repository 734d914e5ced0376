"""Alembic's entry: runs on the connection it is given, or on DATABASE_URL from the command line."""

import asyncio
import os
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from db.engines import Database
from db.migrate import changing
from db.models import Base
from db.types import Json, UTCDateTime


def render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Our column types under their own names in a generated revision."""
    if kind == "type" and isinstance(item, UTCDateTime | Json):
        autogen.imports.add(f"from db.types import {type(item).__name__}")
        return f"{type(item).__name__}()"
    return False


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=render_item,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def from_command_line() -> None:
    database = Database(os.environ.get("DATABASE_URL", "sqlite:///data/bot.db"))
    async with changing(database) as connection:
        await connection.run_sync(migrate)
    await database.close()


given = context.config.attributes.get("connection")
if given is None:
    asyncio.run(from_command_line())
else:
    migrate(given)
