"""Telegram's own words, over HTTP, and what the messenger makes of them."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe
from aiohttp import ClientConnectorError, ConnectionTimeoutError, ServerDisconnectedError
from aiohttp.client_reqrep import ConnectionKey
from aiohttp_socks import ProxyError

from bot import messenger as module
from bot.messenger import TelegramMessenger, classified, keyboard
from sandbox import Sandbox
from sandbox.people import Person
from scheduler.messenger import (
    DOWNLOAD_LIMIT_BYTES,
    Button,
    Content,
    Copy,
    Failure,
    Faulty,
    Offline,
    Rejected,
    TooFast,
    TooLarge,
    Uncertain,
    Unreachable,
)

TOKEN = "123456789:" + "A" * 35
HELLO = Content("<b>Hello</b>", (Button("Open", "open:1"),))


@pytest.fixture
async def world() -> AsyncIterator[Sandbox]:
    async with Sandbox(token=TOKEN) as opened:
        yield opened


@pytest.fixture
async def telegram(world: Sandbox) -> AsyncIterator[TelegramMessenger]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(world.url))
    async with Bot(TOKEN, session=session).context() as bot:
        yield TelegramMessenger(bot)


@pytest.fixture
async def anna(world: Sandbox) -> Person:
    person = world.person("Anna")
    await person.start()
    return person


async def test_a_message_and_its_button_arrive(telegram: TelegramMessenger, anna: Person) -> None:
    message_id = await telegram.send(anna.id, HELLO)
    shown = anna.chat[-1]
    assert (shown.id, shown.text) == (message_id, "Hello")
    assert telegram.bot_id == 123456789
    assert await anna.press("Open") is not None


async def test_a_copy_of_any_message_arrives_with_nothing_of_its_author(
    world: Sandbox, telegram: TelegramMessenger, anna: Person
) -> None:
    reader = world.person("Boris")
    await reader.start()
    original = await anna.send_photo(b"picture", "caption")
    copied = await telegram.copy(reader.id, Copy(anna.id, original.id, HELLO.buttons))
    shown = reader.chat[-1]
    assert shown.id == copied
    assert shown.data["caption"] == "caption"
    assert "forward_origin" not in shown.data
    with pytest.raises(Rejected, match="message to copy not found"):
        await telegram.copy(reader.id, Copy(anna.id, 10**6))


async def test_people_who_get_nothing_any_more(
    world: Sandbox, telegram: TelegramMessenger, anna: Person
) -> None:
    never_came, gone = world.person("Boris"), world.person("Clara")
    await gone.start()
    await gone.deactivate()
    await anna.block()
    for chat in (anna.id, gone.id, never_came.id, 10**9):
        with pytest.raises(Unreachable):
            await telegram.send(chat, HELLO)


async def test_what_is_wrong_with_the_message(telegram: TelegramMessenger, anna: Person) -> None:
    for content in (
        Content("<b>open"),
        Content(""),
        Content("x" * 4097),
        Content("x", (Button("x", "y" * 65),)),
    ):
        with pytest.raises(Rejected):
            await telegram.send(anna.id, content)


async def test_too_fast_says_for_how_long(
    world: Sandbox, telegram: TelegramMessenger, anna: Person
) -> None:
    world.fail("retry_after", seconds=7)
    with pytest.raises(TooFast) as refused:
        await telegram.send(anna.id, HELLO)
    assert refused.value.retry_after == 7


@pytest.mark.parametrize("kind", ["http", "html"])
async def test_a_server_in_trouble(
    world: Sandbox, telegram: TelegramMessenger, anna: Person, kind: str
) -> None:
    world.fail(kind, code=502, text="Bad Gateway")  # type: ignore[arg-type]
    with pytest.raises(Faulty):
        await telegram.send(anna.id, HELLO)


async def test_without_an_answer_nobody_knows(
    world: Sandbox,
    telegram: TelegramMessenger,
    anna: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = len(anna.chat)
    world.fail("drop_after")
    with pytest.raises(Uncertain):
        await telegram.send(anna.id, HELLO)
    assert len(anna.chat) == before + 1

    monkeypatch.setattr(module, "_SEND_SECONDS", 0.2)
    world.fail("hang", seconds=1)
    with pytest.raises(Uncertain):
        await telegram.send(anna.id, HELLO)
    assert len(anna.chat) == before + 1


async def test_nobody_listens(world: Sandbox, telegram: TelegramMessenger) -> None:
    await world.stop()
    with pytest.raises(Offline) as refused:
        await telegram.send(1, HELLO)
    assert not isinstance(refused.value, Faulty)


async def test_a_revoked_token_loses_no_message(
    world: Sandbox, telegram: TelegramMessenger, anna: Person
) -> None:
    world.revoke(TOKEN)
    with pytest.raises(Offline):
        await telegram.send(anna.id, HELLO)


async def test_files_up_to_the_limit(
    world: Sandbox, telegram: TelegramMessenger, anna: Person
) -> None:
    data = bytes(range(256)) * 1000
    small = await anna.send_file("plan.docx", data)
    assert await telegram.download(small.data["document"]["file_id"]) == data
    big = await anna.send_file("film.mp4", b"0" * (DOWNLOAD_LIMIT_BYTES + 1))
    with pytest.raises(TooLarge):
        await telegram.download(big.data["document"]["file_id"])
    with pytest.raises(Rejected) as refused:
        await telegram.download("nonsense")
    assert not isinstance(refused.value, TooLarge)


async def test_a_server_that_sends_more_than_it_said_is_cut_off(
    telegram: TelegramMessenger, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = await anna.send_file("plan.docx", b"0" * 5000)
    monkeypatch.setattr(module, "DOWNLOAD_LIMIT_BYTES", 6000)
    assert len(await telegram.download(file.data["document"]["file_id"])) == 5000
    received = module._Capped()
    received.write(b"0" * 5999)
    with pytest.raises(TooLarge):
        received.write(b"00")


async def test_the_token_is_in_no_failure(world: Sandbox, telegram: TelegramMessenger) -> None:
    world.fail("html", code=502)
    with pytest.raises(Failure) as refused:
        await telegram.download("nonsense")
    assert TOKEN not in repr(refused.value)
    assert refused.value.__suppress_context__


KEY = ConnectionKey("host", 443, True, True, None, None, None)


def network(cause: Exception) -> Exception:
    try:
        raise TelegramNetworkError(method=GetMe(), message="lost") from cause
    except TelegramNetworkError as error:
        return error


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (TelegramForbiddenError(GetMe(), "Forbidden: bot was blocked by the user"), Unreachable),
        (TelegramForbiddenError(GetMe(), "Forbidden: user is deactivated"), Unreachable),
        (
            TelegramForbiddenError(
                GetMe(), "Forbidden: bot can't initiate conversation with a user"
            ),
            Unreachable,
        ),
        (TelegramBadRequest(GetMe(), "Bad Request: chat not found"), Unreachable),
        (TelegramBadRequest(GetMe(), "Bad Request: PEER_ID_INVALID"), Unreachable),
        (TelegramBadRequest(GetMe(), "Bad Request: message is too long"), Rejected),
        (TelegramMigrateToChat(GetMe(), "migrated", migrate_to_chat_id=-100), Rejected),
        (TelegramUnauthorizedError(GetMe(), "Unauthorized"), Offline),
        (TelegramNotFound(GetMe(), "Not Found"), Offline),
        (ClientDecodeError("Failed to decode object", ValueError(), "<html>"), Faulty),
        (network(TimeoutError()), Uncertain),
        (network(ServerDisconnectedError()), Uncertain),
        (network(ConnectionTimeoutError()), Offline),
        (network(ClientConnectorError(KEY, OSError("refused"))), Offline),
        (ProxyError("authentication failed"), Offline),
        (TimeoutError(), Uncertain),
        (TelegramAPIError(GetMe(), "something new"), Uncertain),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else type(value).__name__,
)
def test_meanings(error: Exception, meaning: type[Failure]) -> None:
    assert type(classified(error)) is meaning


def test_short_buttons_stand_side_by_side() -> None:
    marks = list("123456")
    labels = ["Yes", "No", "Later", "Never", "Open the list of activities", "", *marks]
    made = keyboard([Button(label, f"a:{number}") for number, label in enumerate(labels)])
    assert made is not None
    assert [[button.text for button in row] for row in made.inline_keyboard] == [
        ["Yes", "No", "Later", "Never"],
        ["Open the list of activities"],
        ["", *marks[:4]],
        marks[4:],
    ]
    assert keyboard([]) is None
