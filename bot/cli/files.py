"""`mentoring-bot files`: how it stands with the copies of what people sent."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import Any

from bot.cli.telling import failed, guarded, say

# So many numbers of lost copies are named.
_MOST_NAMED = 20


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `files`; it sets `run`, which returns the exit code."""
    parser = subparsers.add_parser("files", help="how it stands with the copies in FILES_DIR")
    parser.set_defaults(run=_run)


def _run(_arguments: argparse.Namespace) -> int:
    return guarded(_told)


def _told() -> int:
    from bot.settings import load_settings  # noqa: PLC0415 - other commands must start quickly

    settings = load_settings()
    if not settings.files_dir:
        say("no copies are kept: FILES_DIR is empty")
        return 0
    try:
        counts, lost = asyncio.run(_work(settings))
    except OSError as error:
        if not error.filename:
            raise  # the database's
        return failed(f"FILES_DIR: {error.strerror}: {settings.files_dir}")
    said = {
        name: counts.get(name, 0) for name in ("kept", "waiting", "too_large", "gone", "foreign")
    }
    say(
        f"kept {said['kept']} ({counts['bytes'] / 1e6:.1f} MB), waiting {said['waiting']}, "
        f"over 20 MB {said['too_large']}, not to be had {said['gone']}, "
        f"of another bot {said['foreign']}"
    )
    if lost:
        named = ", ".join(str(one) for one in lost[:_MOST_NAMED])
        return failed(f"missing from the folder: {len(lost)} (files {named})")
    return 0


async def _work(settings: Any) -> tuple[dict[str, int], list[int]]:
    from db.engines import Database  # noqa: PLC0415
    from scheduler.copies import standing  # noqa: PLC0415

    database = Database(settings.database_url)
    try:
        bot_id = int(settings.bot_token.get_secret_value().partition(":")[0])
        return await standing(database, Path(settings.files_dir), bot_id)
    finally:
        await database.close()
