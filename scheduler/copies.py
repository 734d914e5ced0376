"""Copies of evidence, meetings' files and the like in a folder of the operator's (FILES_DIR).

The messenger keeps files for as long as it likes, and for one bot only. What has to last is
fetched once, under a name made of its number and the hash of its bytes (no word of anybody's is
ever a path), and wiped as soon as nothing refers to it: after an erasure, or with its meeting.
"""

import asyncio
import hashlib
import logging
import os
from datetime import timedelta
from pathlib import Path
from time import monotonic

from sqlalchemy.ext.asyncio import AsyncSession

from core.clock import Clock
from db.engines import CHUNK, Database
from db.queries import copies as queries
from db.types import AnyRow
from scheduler.messenger import (
    DOWNLOAD_LIMIT_BYTES,
    Failure,
    Messenger,
    Rejected,
    TooFast,
    TooLarge,
)
from scheduler.worker import Worker

logger = logging.getLogger(__name__)

TOO_LARGE = "too_large"
# Telegram says the same of a file that is gone and of one that cannot be had just now.
_AGAIN_AFTER = timedelta(days=7)
_GIVEN_UP_AFTER = timedelta(days=60)
# How often the database is asked for files that came; nobody waits for their copies.
_LOOK_SECONDS = 60.0
# After a failure that is not the file's own (no network, a full disk): doubled each time.
_PAUSE_SECONDS = 30.0
_LONGEST_PAUSE_SECONDS = 1800.0


class Folder:
    """Where the copies lie; nobody but the bot's own user reads them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def place(self, file_id: int, sha256: str) -> Path:
        return self.path / f"{file_id:d}-{sha256}"

    def write(self, file_id: int, sha256: str, data: bytes) -> None:
        """Write one copy, whole or not at all. Raises OSError."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.path / f"{file_id:d}.part"
        draft.unlink(missing_ok=True)
        try:
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            draft.replace(self.place(file_id, sha256))
        except OSError:
            draft.unlink(missing_ok=True)
            raise

    def wipe(self, rows: list[AnyRow]) -> None:
        """Remove copies. Raises OSError when one is there and cannot be removed."""
        for row in rows:
            self.place(row.file_id, row.sha256).unlink(missing_ok=True)

    def read(self, file_id: int, sha256: str) -> bytes | None:
        """One copy's bytes; None when it is not there, or not what was written."""
        try:
            data = self.place(file_id, sha256).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None


class Copies(Worker):
    """The one process that fetches and wipes copies: one file after the other."""

    name = "copies"

    def __init__(
        self,
        *,
        database: Database,
        messenger: Messenger,
        clock: Clock,
        folder: Path,
        exclusive: bool = False,
    ) -> None:
        """`exclusive` as for the sender."""
        super().__init__(database, exclusive=exclusive)
        self._messenger = messenger
        self._clock = clock
        self._folder = Folder(folder)
        self._look_at = 0.0
        self._failures = 0
        # One that fails is passed by until the others have had their turn.
        self._after = 0

    async def read(self, file_id: int) -> bytes | None:
        """A file's bytes by the number of its row; None where there is no copy of it."""
        async with self._database.reading() as session:
            sha256 = await queries.kept(session, file_id)
        if sha256 is None:
            return None
        return await asyncio.to_thread(self._folder.read, file_id, sha256)

    async def look(self) -> None:
        """Do now all that there is to do; what fails is tried again later."""
        self._look_at, self._after, self._failures = 0.0, 0, 0
        await self.drain()

    async def _begin_some(self) -> bool:
        if monotonic() < self._look_at:
            return False
        self.in_flight += 1
        try:
            return await self._wipe_some() or await self._keep_next()
        finally:
            self.in_flight -= 1

    async def _take_over(self, _session: AsyncSession) -> None:
        """What another has begun is still lacking, so it is done again."""

    async def _wait_for_next(self) -> None:
        return None

    async def _wipe_some(self) -> bool:
        async with self._database.reading() as session:
            rows = list(await queries.surplus(session, CHUNK))
        if not rows:
            return False
        try:
            await asyncio.to_thread(self._folder.wipe, rows)
        except OSError as error:
            self._pause("wipe a copy", error)
            return False
        async with self._database.begin() as session:
            await queries.forget(session, [row.file_id for row in rows])
        self.counts["wiped"] += len(rows)
        return True

    async def _keep_next(self) -> bool:
        async with self._database.reading() as session:
            now = self._clock.now()
            row = await queries.lacking(
                session,
                bot_id=self._messenger.bot_id,
                after_id=self._after,
                again=(now - _GIVEN_UP_AFTER, now - _AGAIN_AFTER),
            )
        if row is None:
            self._after, self._look_at = 0, monotonic() + _LOOK_SECONDS
            return False
        self._after = row.id
        try:
            state = await self._keep(row)
        except TooFast as error:
            self._look_at = monotonic() + error.retry_after
            return False
        except (Failure, OSError) as error:
            self._pause(f"keep file {row.id}", error)
            return False
        self._failures = 0
        self.counts[state] += 1
        return True

    async def _keep(self, row: AnyRow) -> str:
        """Fetch one file and write it. Returns how it stands with it for good."""
        try:
            data = await self._fetch(row)
        except TooLarge:
            return await self._note(row, TOO_LARGE)
        except Rejected:
            return await self._note(row, queries.GONE)
        sha256 = hashlib.sha256(data).hexdigest()
        # The register comes first: a crash in between leaves no copy that nobody wipes.
        await self._note(row, queries.WRITING, sha256, len(data))
        await asyncio.to_thread(self._folder.write, row.id, sha256, data)
        return await self._note(row, queries.KEPT, sha256, len(data))

    async def _fetch(self, row: AnyRow) -> bytes:
        if row.size > DOWNLOAD_LIMIT_BYTES:
            raise TooLarge(f"{row.size} bytes")
        if not row.file_id:
            raise Rejected("nothing to fetch it by")
        return await self._messenger.download(row.file_id)

    async def _note(self, row: AnyRow, state: str, sha256: str = "", size: int = 0) -> str:
        now = self._clock.now()
        async with self._database.begin() as session:
            await queries.note(session, row.id, state, now, sha256=sha256, size=size or row.size)
        return state

    def _pause(self, what: str, error: Exception) -> None:
        seconds = min(_PAUSE_SECONDS * 2**self._failures, _LONGEST_PAUSE_SECONDS)
        self._failures += 1
        self._look_at = monotonic() + seconds
        said = error.strerror if isinstance(error, OSError) else error
        logger.error("could not %s, again in %d s: %s", what, seconds, said)


async def standing(database: Database, path: Path, bot_id: int) -> tuple[dict[str, int], list[int]]:
    """How many files stand how for this bot (with "bytes" of all kept), and the numbers of copies
    that should be there and are not. Raises OSError when the folder cannot be written to."""
    folder = Folder(path)
    async with database.reading() as session:
        counts = await queries.counts(session, bot_id)
        rows = await queries.all_kept(session)
    counts["bytes"] = sum(row.size for row in rows)
    return counts, await asyncio.to_thread(_lost, folder, list(rows))


def _lost(folder: Folder, rows: list[AnyRow]) -> list[int]:
    folder.write(0, "check", b"")
    (folder.place(0, "check")).unlink()
    there = {one.name: one.stat().st_size for one in folder.path.iterdir()}
    return [
        row.file_id
        for row in rows
        if there.get(folder.place(row.file_id, row.sha256).name) != row.size
    ]
