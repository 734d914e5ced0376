"""Webhook delivery: order, repetition, the secret, answers that carry a method."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.methods import SendMessage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from sandbox import Person, Sandbox


@asynccontextmanager
async def listening(app: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    try:
        yield f"http://{host}:{port}/hook"
    finally:
        await runner.cleanup()


class Recorder:
    """An endpoint that keeps what it was sent and answers as it was told."""

    def __init__(self, *answers: web.Response) -> None:
        self.answers = list(answers)
        self.texts: list[str] = []
        self.secrets: set[str | None] = set()
        self.at_once = self.most_at_once = 0
        self.pause = 0.0
        self.called = asyncio.Event()

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.texts.append(update["message"]["text"])
        self.called.set()
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.pause)
        self.at_once -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/hook", self.handle)
        return app


async def test_aiogram_handles_what_is_delivered(world: Sandbox, bot: Bot, anna: Person) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: Message) -> SendMessage:
        await message.answer("сначала вызов")
        return message.answer("потом ответ в теле")

    app = web.Application()
    SimpleRequestHandler(
        dispatcher, bot, handle_in_background=False, secret_token="s3cret"
    ).register(app, path="/hook")
    async with listening(app) as url:
        await bot.set_webhook(url, secret_token="s3cret")
        await anna.send("привет")
        await world.settle()
        assert [m.text for m in anna.chat if m.from_bot] == [
            "сначала вызов",
            "потом ответ в теле",
        ]
        with pytest.raises(TelegramConflictError, match="while webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""


async def test_a_chat_stays_in_order_and_chats_go_side_by_side(new_bot) -> None:
    recorder = Recorder()
    recorder.pause = 0.02
    async with Sandbox() as world, listening(recorder.app()) as url:
        bot = new_bot(world)
        await bot.set_webhook(url, secret_token="abc", max_connections=3)
        people = [world.person(f"P{n}") for n in range(6)]
        for number in range(4):
            for person in people:
                await person.send(f"{person.name}:{number}")
        await world.settle()
    assert recorder.most_at_once == 3 and recorder.secrets == {"abc"}
    for person in people:
        own = [text for text in recorder.texts if text.startswith(person.name)]
        assert own == [f"{person.name}:{number}" for number in range(4)]


async def test_refused_updates_come_again_in_order(new_bot) -> None:
    recorder = Recorder(
        web.Response(status=500),
        web.Response(status=503, headers={"Retry-After": "0"}),
    )
    async with Sandbox(retry_seconds=0.01) as world, listening(recorder.app()) as url:
        bot, vera = new_bot(world), world.person("Вера")
        await bot.set_webhook(url)
        await vera.send("1")
        await vera.send("2")
        await world.settle()
        info = await bot.get_webhook_info()
    assert recorder.texts == ["1", "1", "1", "2"]
    assert info.last_error_message == "Wrong response from the webhook: 503"
    assert info.pending_update_count == 0 and info.max_connections == 40


async def test_an_endpoint_that_is_not_there_yet(new_bot) -> None:
    recorder = Recorder()
    async with Sandbox(retry_seconds=0.01) as world:
        bot, vera = new_bot(world), world.person("Вера")
        async with listening(recorder.app()) as url:
            pass
        await bot.set_webhook(url)
        await vera.send("слышно?")
        await asyncio.sleep(0.03)
        assert world.updates_pending() == 1
        assert "Connect" in ((await bot.get_webhook_info()).last_error_message or "")
        await bot.delete_webhook(drop_pending_updates=True)
        assert world.updates_pending() == 0


async def test_a_webhook_takes_over_from_polling_and_back(
    world: Sandbox, bot: Bot, anna: Person
) -> None:
    recorder = Recorder(web.Response(status=500))
    poll = asyncio.create_task(bot.get_updates(offset=2, timeout=30))
    await asyncio.sleep(0.05)
    async with listening(recorder.app()) as url:
        await bot.set_webhook(url)
        with pytest.raises(TelegramConflictError, match="terminated by setWebhook"):
            await poll
        await anna.send("не принято")
        await asyncio.wait_for(recorder.called.wait(), 5)
        await bot.delete_webhook()
    assert len(await bot.get_updates(timeout=0)) == 1


async def test_redelivery_to_a_webhook(new_bot) -> None:
    recorder = Recorder()
    async with Sandbox() as world, listening(recorder.app()) as url:
        bot, vera = new_bot(world), world.person("Вера")
        await bot.set_webhook(url)
        await vera.send("раз")
        await world.settle()
        world.redeliver()
        await world.settle()
    assert recorder.texts == ["раз", "раз"]


async def test_bad_webhooks_are_refused(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="bad webhook"):
        await bot.set_webhook("not a url")
    with pytest.raises(TelegramBadRequest, match="unallowed characters"):
        await bot.set_webhook("https://example.org/", secret_token="a b")
