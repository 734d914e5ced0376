"""The migrations and the models tell the same story, up and down."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect

from db.engines import Database
from db.migrate import downgrade, upgrade
from db.models import Base


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version", "sqlite_sequence"}


async def test_migrations_lead_to_the_models(database: Database) -> None:
    async with database.writer.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_down_to_nothing_and_up_again(database: Database) -> None:
    await downgrade(database)
    async with database.writer.connect() as connection:
        assert await connection.run_sync(_tables) == set()
    await upgrade(database)
    async with database.writer.connect() as connection:
        assert await connection.run_sync(_tables) == set(Base.metadata.tables)
        assert await connection.run_sync(_differences) == []


async def test_a_second_upgrade_changes_nothing(database: Database) -> None:
    await upgrade(database)
    async with database.writer.connect() as connection:
        assert await connection.run_sync(_differences) == []
