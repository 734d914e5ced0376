"""`mentoring-bot run`: the bot itself; `migrate`: bring the database up to date and stop."""

import argparse
import asyncio
import contextlib
import signal
from typing import Any

from bot.cli.telling import guarded


def add_parser(commands: Any) -> None:
    running = commands.add_parser("run", help="run the bot with the settings of .env")
    running.set_defaults(run=_run)
    migrating = commands.add_parser("migrate", help="bring the database up to date")
    migrating.set_defaults(run=_migrate)


def _run(_arguments: argparse.Namespace) -> int:
    return guarded(lambda: _started(_serve))


def _migrate(_arguments: argparse.Namespace) -> int:
    return guarded(lambda: _started(_upgrade))


def _started(work: Any) -> int:
    # Other commands must start quickly: what is heavy is imported where it is needed.
    from bot import logs  # noqa: PLC0415
    from bot.settings import load_settings  # noqa: PLC0415

    settings = load_settings()
    logs.set_up(settings.log_format)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(work(settings))
    return 0


async def _upgrade(settings: Any) -> None:
    from db.engines import Database  # noqa: PLC0415
    from db.migrate import upgrade  # noqa: PLC0415

    database = Database(settings.database_url)
    await upgrade(database)
    await database.close()


async def _serve(settings: Any) -> None:
    from aiogram.exceptions import TelegramUnauthorizedError  # noqa: PLC0415

    from bot.app import opened  # noqa: PLC0415
    from bot.settings import SettingsError  # noqa: PLC0415
    from bot.single import only_one  # noqa: PLC0415
    from core.clock import SystemClock  # noqa: PLC0415
    from db.engines import sqlite_file  # noqa: PLC0415

    with only_one(sqlite_file(settings.database_url)):
        async with opened(settings, SystemClock()) as app:
            working = asyncio.ensure_future(app.run())
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, working.cancel)
            try:
                with contextlib.suppress(asyncio.CancelledError):
                    await working
            except* TelegramUnauthorizedError:
                raise SettingsError("BOT_TOKEN was refused by Telegram") from None
            except* SettingsError as refused:
                raise SettingsError(str(refused.exceptions[0])) from None
