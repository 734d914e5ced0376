"""The migrations and the models tell the same story, up and down."""

import asyncio

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, select, text

from db.engines import Database
from db.migrate import downgrade, upgrade
from db.models import Base, Pair, PairEvent, PairMember


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


async def test_two_processes_that_start_at_once_bring_it_up_once(database: Database) -> None:
    await downgrade(database)
    other = Database(database.url.render_as_string(hide_password=False))
    try:
        await asyncio.gather(upgrade(database), upgrade(other))
    finally:
        await other.close()
    async with database.writer.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_pairs_from_before_their_states_are_carried_over(database: Database) -> None:
    await downgrade(database, "0010")
    async with database.writer.begin() as connection:
        for statement in OLD_PAIRS:
            await connection.execute(text(statement))
    await upgrade(database)
    async with database.reading() as session:
        found = await session.execute(select(Pair.id, Pair.status).order_by(Pair.id))
        assert [tuple(row) for row in found] == [
            (1, "active"),
            (2, "completed"),
            (3, "ended_early"),
        ]
        primary = select(PairMember.person_id).where(PairMember.is_primary)
        assert list(await session.scalars(primary)) == [1]
        history = select(PairEvent.pair_id, PairEvent.after).order_by(PairEvent.id)
        assert [tuple(row) for row in await session.execute(history)] == [
            (1, "active"),
            (2, "active"),
            (2, "completed"),
            (3, "active"),
            (3, "ended_early"),
        ]


OLD_PAIRS = (
    "INSERT INTO organisation (id, kind, name, timezone, locale, created_at)"
    " VALUES (1, 'school', 'School', 'Europe/Moscow', 'ru', '2026-09-01 09:00:00')",
    "INSERT INTO person (id, name, locale, created_at)"
    " VALUES (1, 'A', 'ru', '2026-09-01 09:00:00'), (2, 'B', 'ru', '2026-09-01 09:00:00')",
    "INSERT INTO pair (id, organisation_id, created_by, started_on, ended_on, created_at) VALUES"
    " (1, 1, 1, '2026-09-01', NULL, '2026-09-01 09:00:00'),"
    " (2, 1, 1, '2026-09-01', '2026-09-02', '2026-09-01 09:00:00'),"
    " (3, 1, 1, '2026-09-01', '2026-09-02', '2026-09-01 09:00:00')",
    "INSERT INTO pair_member (pair_id, person_id, side) VALUES (1, 1, 'mentor'), (1, 2, 'mentee')",
    "INSERT INTO meeting (organisation_id, pair_id, held_on, minutes, kind, note, logged_by,"
    " logged_at) VALUES (1, 2, '2026-09-02', 45, 'final', '', 1, '2026-09-02 09:00:00')",
)
