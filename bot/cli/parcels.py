"""`mentoring-bot parcels`: documents that wait for their receivers at the operator's."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import Any

from bot.cli.telling import failed, guarded, number, say


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `parcels` with its commands; each sets `run`, which returns the exit code."""
    parcels = subparsers.add_parser("parcels", help="documents that do not pass the messenger")
    commands = parcels.add_subparsers(dest="parcels_command", required=True)
    commands.add_parser("list", help="what waits, and for whom").set_defaults(run=_run, to=None)
    taking = commands.add_parser("take", help="move a document out, to be handed over")
    taking.add_argument("number", type=number, help="as the receiver was told it")
    taking.add_argument("--to", type=Path, required=True, help="a folder, or a file to be made")
    taking.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    return guarded(lambda: _told(arguments))


def _told(arguments: argparse.Namespace) -> int:
    from bot.settings import load_settings  # noqa: PLC0415 - other commands must start quickly

    lines = asyncio.run(_work(load_settings(), arguments))
    if lines is None:
        return failed(f"nothing waits under number {arguments.number}")
    for line in lines:
        say(line)
    return 0


async def _work(settings: Any, arguments: argparse.Namespace) -> list[str] | None:
    from bot.app import parcels_of  # noqa: PLC0415
    from core.clock import SystemClock  # noqa: PLC0415
    from db.engines import Database  # noqa: PLC0415

    database = Database(settings.database_url)
    try:
        parcels = parcels_of(settings, database, SystemClock())
        if arguments.to is not None:
            taken = await parcels.take(arguments.number, arguments.to)
            return None if taken is None else [f"{arguments.number}: {taken}"]
        return [
            f"{row.id}  {row.receiver}  {row.name}  "
            f"{row.created_at:%Y-%m-%d %H:%M} - {row.expires_at:%Y-%m-%d %H:%M} UTC"
            for row in await parcels.waiting()
        ] or ["nothing waits"]
    finally:
        await database.close()
