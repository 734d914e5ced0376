"""The process: everything that runs while the bot runs."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import Response, TelegramMethod
from aiogram.types import Update
from sqlalchemy import text

from bot import calendars, dialogs, polling, webhook
from bot.commands import common
from bot.messenger import TelegramMessenger
from bot.runner import Runner
from bot.settings import Settings, SettingsError
from core.clock import Clock
from core.translator import Translator
from db.engines import Database
from db.migrate import upgrade
from mentoring import areas
from mentoring.consent import texts
from mentoring.papers import templates
from scheduler.copies import Copies
from scheduler.jobs import JobRunner
from scheduler.parcels import Parcels
from scheduler.planner import Planner
from scheduler.sender import Sender

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class App:
    """The parts, wired together and not yet running."""

    settings: Settings
    bot: Bot
    database: Database
    translator: Translator
    clock: Clock
    runner: Runner
    sender: Sender
    jobs: JobRunner
    planner: Planner
    parcels: Parcels
    # None: no folder is named for them.
    copies: Copies | None

    async def handle(self, update: Update) -> None:
        await self.runner.handle(update)

    async def healthy(self) -> bool:
        """Whether the database answers."""
        try:
            async with self.database.reading() as session:
                await session.execute(text("SELECT 1"))
        except Exception:
            logger.exception("the database does not answer")
            return False
        return True

    async def calendar(self, token: str) -> bytes | None:
        return await calendars.read(self.database, self.clock, token)

    async def document(self, token: str) -> tuple[str, bytes] | None:
        return await self.parcels.fetch(token)

    async def run(self) -> None:
        """Work until cancelled. Raises when a part that must not stop has stopped."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.sender.run(), name="sender")
            tasks.create_task(self.jobs.run(), name="jobs")
            tasks.create_task(self.planner.run(), name="planner")
            if self.copies is not None:
                tasks.create_task(self.copies.run(), name="copies")
            tasks.create_task(self.take_updates(), name="updates")

    async def take_updates(self) -> None:
        """Take people's updates until cancelled, by polling or by the web server."""
        self.runner.username = (await polling.insist(self.bot.me)).username or ""
        await self._introduce()
        if self.settings.bot_mode == "webhook":
            server = await webhook.serve(self.bot, self.settings, self)
            try:
                await asyncio.Event().wait()
            finally:
                await server.cleanup()
        await polling.insist(self.bot.delete_webhook)
        await polling.poll(self.bot, self.handle)

    async def _introduce(self) -> None:
        """The commands beside the input field, in each language; a wish, not a need."""
        for language in self.translator.languages:
            commands = common(self.translator.to(language))
            code = None if language == self.translator.default else language
            try:
                await self.bot.set_my_commands(commands, language_code=code)
            except TelegramAPIError as error:
                logger.warning("the commands were not set: %s", error.message)


class KeptAnswers(AiohttpSession):
    """aiogram's session; the models of Telegram's answers are made once.

    pydantic holds `Response[...]` by a weak reference only: made anew for most calls, it costs
    more than everything else the bot does for an update (measured: 4 ms an answer, not 1).
    """

    def check_response(
        self, bot: Bot, method: TelegramMethod[Any], status_code: int, content: str
    ) -> Response[Any]:
        _answer(method.__returning__)
        return super().check_response(bot, method, status_code, content)


@cache
def _answer(returning: Any) -> Any:
    return Response[returning]


def _session(settings: Settings) -> AiohttpSession:
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    api = TelegramAPIServer.from_base(settings.bot_api_url)
    return KeptAnswers(proxy=proxy, api=api)


@asynccontextmanager
async def opened(settings: Settings, clock: Clock) -> AsyncIterator[App]:
    """A wired bot over a migrated database; everything is closed at the end."""
    database = Database(settings.database_url)
    bot = Bot(
        settings.bot_token.get_secret_value(),
        session=_session(settings),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )
    try:
        await upgrade(database)
        yield wire(settings, clock, database, bot)
    finally:
        await bot.session.close()
        await database.close()


def _calendars(settings: Settings) -> str:
    """Where calendars are to be found by others; nowhere without a web server."""
    if settings.bot_mode != "webhook":
        return ""
    return settings.webhook_url.rstrip("/") + calendars.PATH


def parcels_of(settings: Settings, database: Database, clock: Clock) -> Parcels:
    """Where documents wait that do not pass the messenger."""
    return Parcels(
        database,
        clock,
        Path(settings.parcels_dir),
        by=settings.files_by,
        days=settings.parcel_days,
        address=settings.webhook_url,
    )


def _copies(
    settings: Settings, database: Database, messenger: TelegramMessenger, clock: Clock
) -> Copies | None:
    if not settings.files_dir:
        return None
    return Copies(
        database=database,
        messenger=messenger,
        clock=clock,
        folder=Path(settings.files_dir),
        exclusive=database.is_sqlite,
    )


def _use_consents(folder: str) -> None:
    """The operator's own texts, if there are any. Raises SettingsError for what cannot be read."""
    try:
        texts.use(texts.read(Path(folder)) if folder else None)
    except (texts.ConsentTextError, OSError) as error:
        raise SettingsError(f"CONSENTS_DIR: {error}") from error


def _use_papers(folder: str) -> None:
    """The operator's own templates of papers. Raises SettingsError for what is none of them."""
    try:
        templates.use(Path(folder) if folder else None)
    except (templates.PaperError, OSError) as error:
        raise SettingsError(f"PAPERS_DIR: {error}") from error


def wire(settings: Settings, clock: Clock, database: Database, bot: Bot) -> App:
    areas.load()
    _use_consents(settings.consents_dir)
    _use_papers(settings.papers_dir)
    parts: list[Sender | JobRunner | Planner] = []
    parcels = parcels_of(settings, database, clock)

    def waker(names: set[str]) -> None:
        for part in parts:
            if part.name in names:
                part.wake()

    translator = Translator(default=settings.default_locale)
    admins = frozenset(settings.admin_ids)
    messenger = TelegramMessenger(bot)
    sender = Sender(
        database=database,
        messenger=messenger,
        translator=translator,
        clock=clock,
        slots=settings.sender_slots,
        rate=settings.sender_rate,
        admin_ids=admins,
        exclusive=database.is_sqlite,
        default_timezone=settings.default_timezone,
        parcels=parcels,
    )
    copies = _copies(settings, database, messenger, clock)
    jobs = JobRunner(
        database=database,
        messenger=messenger,
        clock=clock,
        default_timezone=settings.default_timezone,
        wake=waker,
        exclusive=database.is_sqlite,
        copies=copies,
    )
    planner = Planner(
        database=database,
        clock=clock,
        wake=waker,
        parcels=parcels,
        keep_days=settings.keep_texts_days,
    )

    parts += [sender, jobs, planner]
    runner = Runner(
        bot=bot,
        dispatcher=dialogs.build(admins),
        database=database,
        translator=translator,
        clock=clock,
        admin_ids=admins,
        default_timezone=settings.default_timezone,
        username="",
        calendars=_calendars(settings),
        wake=waker,
    )
    return App(
        settings,
        bot,
        database,
        translator,
        clock,
        runner,
        sender,
        jobs,
        planner,
        parcels,
        copies,
    )
