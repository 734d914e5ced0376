"""Documents with personal data that do not pass the messenger (FILES_BY=link or operator).

Each lies in a folder of the operator's, under its secret token, until it is taken or its time is
over; the chat is told a link, or a number to ask the operator for.
"""

import asyncio
import os
import re
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from typing import Literal

from core.clock import Clock, local_date
from core.translator import Words
from db.engines import CHUNK, Database
from db.queries import parcels as queries
from db.queries.outbox import Claimed
from db.types import AnyRow
from mentoring.files import Made

# Where the web server has them.
PATH = "/files/"
# A download may break off, and a phone's guard may look at the address before its owner does.
USES = 3
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class Parcels:
    """The folder and its register; the command line may use it beside a running bot."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        folder: Path,
        *,
        by: Literal["chat", "link", "operator"],
        days: int,
        address: str = "",
    ) -> None:
        """Each document waits `days`; `address` is the web server's, for links."""
        self._database = database
        self._clock = clock
        self._folder = folder
        self._by = by
        self._days = days
        self._address = address.rstrip("/")

    def concerns(self, made: Made) -> bool:
        """Whether a document must not go through the messenger.

        What came from the messenger, and is only sent on, is there already.
        """
        return self._by != "chat" and made.personal and not made.file_id

    async def keep(self, row: Claimed, made: Made, words: Words) -> str | None:
        """Put a document by, and say to its receiver how to get it; None: it was taken already.

        The register comes first: a crash in between leaves no document that nobody wipes.
        """
        if row.person_id is None:
            raise LookupError("a personal document for nobody we know")
        now = self._clock.now()
        async with self._database.begin() as session:
            parcel = await queries.keep(
                session,
                {
                    "person_id": row.person_id,
                    "outbox_id": row.id,
                    "token": token_urlsafe(32),
                    "name": made.name[-300:],
                    "uses_left": USES,
                    "created_at": now,
                    "expires_at": now + timedelta(days=self._days),
                },
            )
        if parcel.wiped_at is not None:
            return None
        await asyncio.to_thread(self._write, parcel.token, made.data)
        until = local_date(parcel.expires_at, row.zone or "UTC")
        caption = words(made.caption, **made.args)
        if self._by == "operator":
            how = words("parcel-operator", number=str(parcel.id), day=until)
        else:
            link = self._address + PATH + parcel.token
            how = words("parcel-link", link=link, day=until, uses=USES)
        return f"{caption}\n\n{how}"

    def _write(self, token: str, data: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._folder / f"{token}.part"
        draft.unlink(missing_ok=True)
        _create(draft, data)
        draft.replace(self._folder / token)

    async def fetch(self, token: str) -> tuple[str, bytes] | None:
        """The name and bytes of what a link leads to, one use less; None for whatever is none."""
        if self._by != "link" or not _TOKEN.fullmatch(token):
            return None
        async with self._database.begin() as session:
            name = await queries.use(session, token, self._clock.now())
        if name is None:
            return None
        try:
            return name, await asyncio.to_thread((self._folder / token).read_bytes)
        except OSError:
            return None

    async def waiting(self) -> list[AnyRow]:
        """All that wait, oldest first: id, name, created_at, expires_at, receiver."""
        async with self._database.reading() as session:
            return list(await queries.waiting(session, self._clock.now()))

    async def take(self, number: int, to: Path) -> Path | None:
        """Move a document to a file, or into a folder; None when nothing waits under the number.

        Raises OSError when it cannot be written there; nothing is overwritten.
        """
        now = self._clock.now()
        async with self._database.begin() as session:
            parcel = await queries.take(session, number, now)
            if parcel is None:
                return None
            kept = self._folder / parcel.token
            # The name is of the bot's own making, yet holds names people gave themselves.
            name = re.sub(r"[\\/\x00-\x1f]", "_", parcel.name).lstrip(".") or str(number)
            target = to / name if await asyncio.to_thread(to.is_dir) else to
            data = await asyncio.to_thread(kept.read_bytes)
            await asyncio.to_thread(_create, target, data)
            parcel.taken_at = now
            await queries.mark_wiped(session, [parcel.id], now)
        await asyncio.to_thread(kept.unlink, missing_ok=True)
        return target

    async def wipe(self) -> int:
        """Wipe what is over. Returns how many documents that were; done again after a crash."""
        now, count = self._clock.now(), 0
        while rows := await self._over(now):
            await asyncio.to_thread(self._unlink, [row.token for row in rows])
            async with self._database.begin() as session:
                await queries.mark_wiped(session, [row.id for row in rows], now)
            count += len(rows)
        return count

    async def _over(self, now: datetime) -> list[AnyRow]:
        async with self._database.reading() as session:
            return list(await queries.over(session, now, CHUNK))

    def _unlink(self, tokens: list[str]) -> None:
        for token in tokens:
            (self._folder / token).unlink(missing_ok=True)


def _create(path: Path, data: bytes) -> None:
    """A new file that only its owner reads. Raises FileExistsError for one that is there."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
