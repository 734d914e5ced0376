"""Bring a database to the present schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from db.engines import Database

_SCRIPTS = Path(__file__).resolve().parent / "migrations"


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    return config


async def upgrade(database: Database, revision: str = "head") -> None:
    """Apply all revisions up to `revision`; nothing happens where they are applied already."""
    async with database.writer.begin() as connection:
        await connection.run_sync(lambda sync: command.upgrade(_config(sync), revision))


async def downgrade(database: Database, revision: str = "base") -> None:
    """Take revisions back down to `revision`."""
    async with database.writer.begin() as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), revision))
