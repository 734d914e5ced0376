"""What the two databases must have in common, and SQLite's own traps."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError, StatementError

from db.engines import Database, normalise, sqlite_file
from db.models import Chat, Organisation, Person
from db.upsert import upserting

NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)


def person(**more: object) -> Person:
    values: dict[str, object] = {"name": "x", "locale": "ru", "created_at": NOW}
    return Person(**(values | more))


async def test_instants_come_back_aware_and_in_utc(database: Database) -> None:
    samara = timezone(timedelta(hours=4))
    async with database.begin() as session:
        session.add(person(created_at=NOW.astimezone(samara)))
    async with database.reading() as session:
        found = (await session.scalars(select(Person))).one()
    assert found.created_at == NOW
    assert found.created_at.tzinfo is UTC


async def test_a_naive_instant_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="zone"):
        async with database.begin() as session:
            session.add(person(created_at=NOW.replace(tzinfo=None)))


async def test_concurrent_read_modify_writes_are_all_kept(database: Database) -> None:
    async with database.begin() as session:
        session.add(Chat(chat_id=1, data="0"))

    async def add_one() -> None:
        async with database.begin() as session:
            query = select(Chat.data).where(Chat.chat_id == 1).with_for_update()
            number = int((await session.scalars(query)).one())
            await asyncio.sleep(0)
            await session.execute(
                update(Chat).where(Chat.chat_id == 1).values(data=str(number + 1))
            )

    await asyncio.gather(*(add_one() for _ in range(8)))
    async with database.reading() as session:
        assert (await session.scalars(select(Chat.data))).one() == "8"


async def test_foreign_keys_hold(database: Database) -> None:
    with pytest.raises(DBAPIError):
        async with database.begin() as session:
            session.add(
                Organisation(
                    parent_id=999,
                    kind="school",
                    name="x",
                    timezone="UTC",
                    locale="ru",
                    created_at=NOW,
                )
            )


async def test_a_number_is_never_given_twice(database: Database) -> None:
    async with database.begin() as session:
        first = person()
        session.add(first)
        await session.flush()
        await session.delete(first)
        await session.flush()
        second = person()
        session.add(second)
        await session.flush()
        assert second.id > first.id


async def test_large_telegram_ids_fit(database: Database) -> None:
    async with database.begin() as session:
        session.add(person(telegram_id=2**52 - 1))
    async with database.reading() as session:
        assert (await session.scalars(select(Person.telegram_id))).one() == 2**52 - 1


async def test_an_upsert_changes_the_row_there_is(database: Database) -> None:
    for content in ("a", "b"):
        async with database.begin() as session:
            statement = upserting(session, Chat).values(chat_id=5, data=content)
            await session.execute(
                statement.on_conflict_do_update(
                    index_elements=["chat_id"], set_={"data": statement.excluded.data}
                )
            )
    async with database.reading() as session:
        assert (await session.scalars(select(Chat.data))).all() == ["b"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_sqlite_readers_cannot_write_and_do_not_wait(database: Database) -> None:
    async with database.begin() as writing:
        await writing.execute(text("INSERT INTO chat (chat_id, data) VALUES (1, 'x')"))
        async with database.reading() as session:
            assert (await session.execute(select(Chat.chat_id))).all() == []
    with pytest.raises(DBAPIError, match="readonly"):
        async with database.reading() as session:
            await session.execute(text("INSERT INTO chat (chat_id, data) VALUES (2, 'x')"))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_sqlite_is_set_up(database: Database) -> None:
    async with database.begin() as session:
        assert (await session.execute(text("PRAGMA journal_mode"))).scalar() == "wal"
        assert (await session.execute(text("PRAGMA foreign_keys"))).scalar() == 1
        assert (await session.execute(text("PRAGMA busy_timeout"))).scalar() == 10_000


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://u@h:5433/d", "postgresql+asyncpg://u@h:5433/d"),
        ("sqlite:///data/x.db", "sqlite+aiosqlite:///data/x.db"),
    ],
)
def test_addresses_get_their_driver(given: str, driver: str) -> None:
    assert normalise(given) == driver


def test_other_databases_are_refused() -> None:
    with pytest.raises(ValueError, match="neither"):
        normalise("mysql://h/d")
    with pytest.raises(ValueError, match="neither true nor false"):
        normalise("postgresql://h/d?pgbouncer=yes")


def test_the_file_of_a_postgresql_database_is_none() -> None:
    assert sqlite_file("postgresql://h/d") is None
