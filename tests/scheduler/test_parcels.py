"""Documents with personal data that do not pass the messenger: links and the operator's folder."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select, update

from bot.__main__ import main
from bot.webhook import application
from core.clock import SettableClock
from db.engines import Database
from db.models import Outbox, Parcel, Person
from mentoring import files
from mentoring.files import Made, file_maker, send_file
from mentoring.unit import Actor, Unit
from scheduler.messenger import Attachment, Content
from scheduler.parcels import USES, Parcels
from scheduler.sender import Sender
from tests.bot.conftest import TOKEN
from tests.bot.test_webhook import SECRET, Taking
from tests.scheduler.fakes import FakeMessenger, add_people, unit_of

NAME = "Список <8 «Б»>; Иванов.xlsx"
Client = TestClient[web.Request, web.Application]


@pytest.fixture(autouse=True)
def maker() -> Iterator[None]:
    @file_maker("test-file")
    async def make(unit: Unit, person_id: int, args: dict[str, Any]) -> Made | None:
        personal, again = args["what"] != "public", "AgAD" if args["what"] == "again" else ""
        caption = {"length": 7, "limit": 5}
        return Made(NAME, b"names", "input-too-long", caption, personal=personal, file_id=again)

    yield
    del files.MAKERS["test-file"]


class Office:
    """A sender and a folder, by one of the ways."""

    def __init__(self, parcels: Parcels, sender: Sender, folder: Path) -> None:
        self.parcels, self.sender, self.folder = parcels, sender, folder

    @property
    def kept(self) -> list[bytes]:
        return [path.read_bytes() for path in self.folder.glob("*")]


@pytest.fixture
async def office(
    database: Database,
    clock: SettableClock,
    make_sender: Callable[..., Sender],
    tmp_path: Path,
) -> Callable[[Any], Office]:
    await add_people(database, clock, 2)

    def make(by: Any) -> Office:
        folder = tmp_path / "parcels"
        address = "https://bot.example/"
        parcels = Parcels(database, clock, folder, by=by, days=3, address=address)
        return Office(parcels, make_sender(parcels=parcels), folder)

    return make


async def ask(database: Database, clock: SettableClock, *whats: str) -> None:
    for what in whats:
        async with database.begin() as session:
            unit = unit_of(session, clock)
            unit.actor = Actor(telegram_id=1001, person_id=1)
            await send_file(unit, "test-file", what=what)


@pytest.fixture
async def client(office: Callable[[Any], Office]) -> AsyncIterator[Client]:
    taking = Taking()
    taking.document = office("link").parcels.fetch  # type: ignore[method-assign]
    bot = Bot(TOKEN)
    server = TestServer(application(bot, SECRET, taking))
    async with TestClient(server) as opened:
        yield opened
    await bot.session.close()


def link_in(text: str) -> str:
    return text.split("https://bot.example")[1].split(maxsplit=1)[0]


async def test_a_link_hands_the_document_out_a_few_times(
    database: Database,
    clock: SettableClock,
    office: Callable[[Any], Office],
    messenger: FakeMessenger,
    client: Client,
) -> None:
    here = office("link")
    await ask(database, clock, "list", "public", "again")
    await here.sender.drain()
    contents = [content for _chat, content in messenger.sent]
    assert [type(one) for one in contents] == [Content, Attachment, Attachment]
    assert "Иванов" not in messenger.texts[0] and "7" in messenger.texts[0]
    assert here.kept == [b"names"]
    assert {path.stat().st_mode & 0o077 for path in (here.folder, *here.folder.glob("*"))} == {0}
    link = link_in(messenger.texts[0])
    assert (await client.head(link)).status == 405
    answers = [await client.get(link) for _ in range(USES + 1)]
    assert [one.status for one in answers] == [200] * USES + [404]
    assert await answers[0].read() == b"names"
    said = answers[0].headers
    assert (said["Cache-Control"], said["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert said["Content-Disposition"].startswith("attachment; filename*=UTF-8''%D0%A1")
    assert not set(said["Content-Disposition"].removeprefix("attachment; ")) & set(' <>";\r\n')
    # Used up, it is the same as what never was.
    unknown = [await client.get(f"/files/{name}") for name in ("x" * 43, "..%2f..%2fetc", "x")]
    told = {(one.status, await one.text()) for one in (answers[-1], *unknown)}
    assert told == {(404, "not found")}
    assert await here.parcels.wipe() == 1
    assert here.kept == []


async def test_a_link_ends_with_its_time_and_with_its_person(
    database: Database,
    clock: SettableClock,
    office: Callable[[Any], Office],
    messenger: FakeMessenger,
    client: Client,
) -> None:
    here = office("link")
    await ask(database, clock, "first")
    await here.sender.drain()
    link = link_in(messenger.texts[0])
    async with database.begin() as session:
        await session.execute(update(Person).where(Person.id == 1).values(erased_at=clock.now()))
    assert (await client.get(link)).status == 404
    async with database.begin() as session:
        await session.execute(update(Person).values(erased_at=None))
    # Two at once on the last use: one gets it.
    async with database.begin() as session:
        await session.execute(update(Parcel).values(uses_left=1))
    answers = await asyncio.gather(client.get(link), client.get(link))
    assert sorted(one.status for one in answers) == [200, 404]
    async with database.begin() as session:
        await session.execute(update(Parcel).values(uses_left=1))
    clock.set(clock.now() + timedelta(days=3))
    assert (await client.get(link)).status == 404
    await here.parcels.wipe()
    async with database.reading() as session:
        parcel = (await session.scalars(select(Parcel))).one()
    assert (parcel.name, parcel.wiped_at, here.kept) == ("", clock.now(), [])
    # The message sent anew (nobody knew whether it had come) brings nothing back.
    async with database.begin() as session:
        await session.execute(update(Outbox).values(status="queued"))
    await here.sender.drain()
    assert here.kept == []


async def test_a_message_tried_again_tells_of_the_same_parcel(
    database: Database,
    clock: SettableClock,
    office: Callable[[Any], Office],
    messenger: FakeMessenger,
) -> None:
    here = office("operator")
    await ask(database, clock, "first")
    for _ in range(2):
        await here.sender.drain()
        async with database.begin() as session:
            await session.execute(update(Outbox).values(status="queued"))
    assert len(here.kept) == 1
    assert messenger.texts[0] == messenger.texts[1]
    assert "Готово у оператора, номер <b>1</b>" in messenger.texts[0]
    async with database.reading() as session:
        token = (await session.scalars(select(Parcel.token))).one()
    assert token not in messenger.texts[0]
    assert await here.parcels.fetch(token) is None


async def test_an_operator_lists_and_takes(  # noqa: PLR0917
    database: Database,
    database_url: str,
    clock: SettableClock,
    office: Callable[[Any], Office],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    here = office("operator")
    await ask(database, clock, "first")
    await here.sender.drain()
    async with database.begin() as session:
        await session.execute(update(Parcel).values(expires_at=clock.now() + timedelta(days=9999)))
    for name, value in {
        "BOT_TOKEN": TOKEN,
        "DATABASE_URL": database_url,
        "PARCELS_DIR": str(here.folder),
        "FILES_BY": "operator",
    }.items():
        monkeypatch.setenv(name, value)

    async def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["mentoring-bot", "parcels", *arguments])
        code = await asyncio.to_thread(main)
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    code, printed = await run("list")
    assert code == 0 and printed.startswith("1  ") and NAME in printed
    out = tmp_path / "out"
    out.mkdir()
    (out / NAME).write_bytes(b"mine")
    code, printed = await run("take", "1", "--to", str(out))
    assert (code, (out / NAME).read_bytes()) == (1, b"mine") and "exists" in printed
    (out / NAME).unlink()
    assert (await run("take", "1", "--to", str(out)))[0] == 0
    assert ((out / NAME).read_bytes(), here.kept) == (b"names", [])
    for number in ("1", "99"):
        code, printed = await run("take", number, "--to", str(out))
        assert code == 1 and f"nothing waits under number {number}" in printed
    assert await run("list") == (0, "nothing waits\n")
