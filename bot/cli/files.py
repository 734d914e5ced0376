"""`mentoring-bot files`: how it stands with the copies of evidence and of meetings' files."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

# So many numbers of lost copies are named.
_MOST_NAMED = 20


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `files`; it sets `run`, which returns the exit code."""
    parser = subparsers.add_parser("files", help="how it stands with the copies in FILES_DIR")
    parser.set_defaults(run=_run)


def _run(_arguments: argparse.Namespace) -> int:
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415 - other commands must start quickly

    from bot.settings import SettingsError, load_settings  # noqa: PLC0415

    try:
        settings = load_settings()
        if not settings.files_dir:
            print("no copies are kept: FILES_DIR is empty")
            return 0
        counts, lost = asyncio.run(_work(settings))
    except SettingsError as error:
        return _failed(str(error))
    except DBAPIError as error:
        reason = str(error.orig).splitlines()[0]
        return _failed(f"the database: {reason} (has `mentoring-bot migrate` been run?)")
    except OSError as error:
        return _failed(f"FILES_DIR: {error.strerror}: {error.filename}")
    said = {name: counts.get(name, 0) for name in ("kept", "waiting", "too_large", "gone")}
    print(
        f"kept {said['kept']} ({counts['bytes'] / 1e6:.1f} MB), waiting {said['waiting']}, "
        f"over 20 MB {said['too_large']}, not to be had {said['gone']}"
    )
    if lost:
        named = ", ".join(str(one) for one in lost[:_MOST_NAMED])
        return _failed(f"missing from the folder: {len(lost)} (files {named})")
    return 0


async def _work(settings: Any) -> tuple[dict[str, int], list[int]]:
    from db.engines import Database  # noqa: PLC0415
    from scheduler.copies import standing  # noqa: PLC0415

    database = Database(settings.database_url)
    try:
        return await standing(database, Path(settings.files_dir))
    finally:
        await database.close()


def _failed(reason: str) -> int:
    print(f"mentoring-bot: {reason}", file=sys.stderr)
    return 1
