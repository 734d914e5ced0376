"""One bot at a time on one SQLite file: a second one would fight it for the writer's lock."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import SettingsError


@contextmanager
def only_one(database_file: str | None) -> Iterator[None]:
    """Hold a lock beside the file. Raises SettingsError when another bot holds it."""
    if database_file is None:
        yield
        return
    with Path(f"{database_file}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise SettingsError("DATABASE_URL is in use: another bot runs on this file") from error
        yield
