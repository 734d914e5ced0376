"""The web server acknowledges an update only when it is done."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.types import Update
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.webhook import PATH, application
from tests.bot.conftest import TOKEN

SECRET = "s" * 32
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1760000000,
        "chat": {"id": 5, "type": "private", "first_name": "A"},
        "from": {"id": 5, "is_bot": False, "first_name": "A"},
        "text": "x",
    },
}

Client = TestClient[web.Request, web.Application]


class Taking:
    def __init__(self) -> None:
        self.updates: list[Update] = []
        self.failure: Exception | None = None
        self.well = True
        self.gate = asyncio.Event()
        self.gate.set()

    async def handle(self, update: Update) -> None:
        await self.gate.wait()
        if self.failure is not None:
            raise self.failure
        self.updates.append(update)

    async def healthy(self) -> bool:
        return self.well

    async def calendar(self, token: str) -> bytes | None:
        return b"BEGIN:VCALENDAR" if token == "known" else None

    async def document(self, token: str) -> tuple[str, bytes] | None:
        return None


@pytest.fixture
def taking() -> Taking:
    return Taking()


@pytest.fixture
async def client(taking: Taking) -> AsyncIterator[Client]:
    bot = Bot(TOKEN)
    server = TestServer(application(bot, SECRET, taking))
    async with TestClient(server) as opened:
        yield opened
    await bot.session.close()


async def test_an_update_is_acknowledged_after_it_is_done(client: Client, taking: Taking) -> None:
    taking.gate.clear()
    answer = asyncio.create_task(client.post(PATH, json=UPDATE, headers=HEADERS))
    await asyncio.sleep(0.05)
    assert not answer.done()
    taking.gate.set()
    assert (await answer).status == 200
    assert [update.update_id for update in taking.updates] == [7]


@pytest.mark.parametrize("headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": "s" * 31}])
async def test_who_does_not_know_the_secret_is_turned_away(
    client: Client, taking: Taking, headers: dict[str, str]
) -> None:
    assert (await client.post(PATH, json=UPDATE, headers=headers)).status == 401
    assert taking.updates == []


async def test_a_secret_that_is_no_text_is_turned_away(client: Client, taking: Taking) -> None:
    reader, writer = await asyncio.open_connection(client.host, client.port)
    writer.write(
        b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n"
        b"X-Telegram-Bot-Api-Secret-Token: \xff\xfe\r\n\r\n{}"
    )
    assert b" 401 " in await reader.readline()
    writer.close()
    assert taking.updates == []


async def test_a_failing_database_asks_for_the_update_again(client: Client, taking: Taking) -> None:
    taking.failure = OSError("no route to the database")
    answer = await client.post(PATH, json=UPDATE, headers=HEADERS)
    assert answer.status == 503
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.parametrize("body", [b"", b"{", b'{"no": "update"}', b"[]"])
async def test_nonsense_is_left_aside(client: Client, taking: Taking, body: bytes) -> None:
    assert (await client.post(PATH, data=body, headers=HEADERS)).status == 200
    assert taking.updates == []


async def test_too_large_a_body_is_refused(client: Client) -> None:
    answer = await client.post(PATH, data=b"x" * (2 * 1024 * 1024), headers=HEADERS)
    assert answer.status == 413


async def test_health(client: Client, taking: Taking) -> None:
    assert (await client.get("/health")).status == 200
    taking.well = False
    assert (await client.get("/health")).status == 503


async def test_a_calendar_is_read_again_only_when_it_has_changed(client: Client) -> None:
    first = await client.get("/calendar/known.ics")
    assert (first.status, first.content_type) == (200, "text/calendar")
    assert await first.read() == b"BEGIN:VCALENDAR"
    again = await client.get(
        "/calendar/known.ics", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert (again.status, await again.read()) == (304, b"")


async def test_what_is_no_calendar_is_the_same_404(client: Client) -> None:
    answers = [await client.get(f"/calendar/{name}.ics") for name in ("unknown", "x" * 300, "%00")]
    assert {(one.status, await one.text()) for one in answers} == {(404, "not found")}
