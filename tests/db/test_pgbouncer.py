"""A real PgBouncer in transaction mode, fewer server connections than the bot has of its own."""

import asyncio
import os
import pwd
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.engine import make_url

from db.engines import Database
from db.migrate import upgrade
from db.models import Person
from db.queries import chats
from tests.pool import SERVER

BINARY = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
pytestmark = [
    pytest.mark.skipif(BINARY is None, reason="no pgbouncer on this machine"),
    pytest.mark.parametrize("database_url", ["postgresql"], indirect=True),
]
SERVERS = 2


@pytest.fixture
async def bounced(database_url: str, tmp_path: Path) -> AsyncIterator[str]:
    """The address of the same database behind a PgBouncer of this test's own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    direct = make_url(database_url)
    password = f" password={SERVER.password}" if SERVER.password else ""
    settings = tmp_path / "pgbouncer.ini"
    settings.write_text(
        f"[databases]\n* = host={direct.host} port={direct.port or 5432}"
        f" user={direct.username}{password}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nauth_type = any\n"
        f"unix_socket_dir =\npool_mode = transaction\ndefault_pool_size = {SERVERS}\n"
    )
    # It refuses to be root, and reads its settings before it is somebody else.
    other = ["-u", "nobody"] if os.getuid() == pwd.getpwnam("root").pw_uid else []
    running = await asyncio.create_subprocess_exec(
        str(BINARY), "-q", *other, str(settings), stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await _answers(port)
        yield direct.set(host="127.0.0.1", port=port).render_as_string(hide_password=False)
    finally:
        with suppress(ProcessLookupError):
            running.kill()
        await running.wait()


async def _answers(port: int) -> None:
    for _ in range(100):
        with suppress(OSError):
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        await asyncio.sleep(0.05)
    raise TimeoutError("pgbouncer does not answer")


async def one_turn(database: Database, number: int) -> None:
    """What a step of a conversation asks of the database: lock, read, write, all in one."""
    async with database.begin() as session:
        await chats.create(session, number % 4)
        assert await chats.load(session, number % 4)
        await asyncio.sleep(0)
        await chats.save(session, number % 4, "{}")
        session.add(Person(name=f"{number}", locale="ru", created_at=datetime.now(UTC)))
    async with database.reading() as session:
        await session.scalars(select(Person).where(Person.name == f"{number}"))


async def test_two_processes_share_few_server_connections(bounced: str) -> None:
    address = f"{bounced}?pgbouncer=true"
    bots = [Database(address), Database(address)]
    await upgrade(bots[0])
    await asyncio.gather(*(one_turn(bots[number % 2], number) for number in range(60)))
    async with bots[0].reading() as session:
        assert await session.scalar(select(func.count(Person.id))) == 60
        left = await session.execute(text("SELECT name FROM pg_prepared_statements"))
        assert left.all() == []
    for bot in bots:
        await bot.close()
