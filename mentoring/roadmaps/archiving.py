"""All evidence of an organisation in .zip files, a folder a section: gathered by a job.

The parts wait in the machine's folder for temporary files until the sender takes them; one that is
gone by then (a restart) is said to be, and can be asked for again.
"""

import asyncio
import re
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.clock import local_date
from core.errors import Refusal
from core.translator import Words
from db.queries import roadmap_views as queries
from db.types import AnyRow
from mentoring.access import organisation, use_case
from mentoring.audit import record
from mentoring.files import Made, file_maker
from mentoring.jobs import JobContext, enqueue, job
from mentoring.notices import Kind, notice, plan, tell
from mentoring.roles import Permission
from mentoring.unit import Unit
from mentoring.words import words_in

# A messenger takes files of 50 MB; a part of the archive stays below.
PART_BYTES = 40 * 1024 * 1024
_MOST_PARTS = 10
# Real time; a job that takes longer than five minutes is ended.
_LONGEST_SECONDS = 200.0
_NAME_LIMIT = 60
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
# What a phone sends without a name.
_ENDINGS = {"photo": ".jpg", "voice": ".ogg", "audio": ".mp3"}
_ENDING = ".mp4"


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def ask_for(unit: Unit, *, organisation_id: int) -> None:
    """Have the archive made and sent to the actor. Raises Refusal when there is no evidence.

    Asked for again within an hour, it is made once.
    """
    if not await queries.evidence(unit.session, organisation_id):
        raise Refusal("roadmap-archive-empty")
    record(unit, organisation_id, "roadmap-archive")
    await enqueue(
        unit,
        "roadmap.archive",
        unique=f"roadmap-archive:{organisation_id}:{unit.me}:{unit.now:%Y%m%d%H}",
        person_id=unit.me,
        args={"organisation": organisation_id},
    )


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def gathered(unit: Unit, *, organisation_id: int) -> Sequence[AnyRow]:
    """All evidence that counts, in the order of the plans."""
    return await queries.evidence(unit.session, organisation_id)


@job("roadmap.archive")
async def archive_in_job(context: JobContext) -> None:
    """Download what there is, pack it, plan a message for each part."""
    place = int(context.args["organisation"])
    async with context.unit() as unit:
        rows = await gathered(unit, organisation_id=place)
        words, zone = words_in(unit.actor.locale), unit.timezone
    packing = _Packing(context.job_id, words, zone)
    until = time.monotonic() + _LONGEST_SECONDS
    for row in rows:
        data = b"" if row.file_id is None else await _fetched(context, row, until)
        await asyncio.to_thread(packing.add, row, data)
    parts = await asyncio.to_thread(packing.done)
    async with context.unit() as unit:
        await _plan(unit, context.job_id, place, parts, packing.missing)


async def _fetched(context: JobContext, row: AnyRow, until: float) -> bytes | None:
    """A file's bytes, from the operator's copy where there is one; None for one that cannot be had,
    or when the time is up."""
    data = await context.kept(row.file)
    if data is not None:
        return data
    if time.monotonic() > until:
        return None
    try:
        return await context.download(row.file_id)
    except Refusal:
        return None


class _Packing:
    """Writes the parts one after the other, and notes what could not go in."""

    def __init__(self, job_id: int, words: Words, zone: str) -> None:
        self.missing = 0
        self._job, self._words, self._zone = job_id, words, zone
        self._paths: list[Path] = []
        self._zip: zipfile.ZipFile | None = None
        self._size = 0
        self._taken: set[str] = set()
        self._list: list[str] = []

    def add(self, row: AnyRow, data: bytes | None) -> None:
        """One piece of evidence: a file, or words (its `data` is empty then)."""
        day = local_date(row.created_at, self._zone)
        if row.file_id is None:
            self._list.append(f"{row.number} {row.title}\n    {day:%d.%m.%Y}: {row.note}")
            return
        name = self._name(row)
        if data is None or not self._room(len(data)):
            self.missing += 1
            said = self._words.plain("roadmap-archive-missing")
            self._list.append(f"{row.number} {row.title}\n    {day:%d.%m.%Y}: {name} ({said})")
            return
        self._list.append(f"{row.number} {row.title}\n    {day:%d.%m.%Y}: {name}")
        self._open().writestr(name, data)
        self._size += len(data)

    def done(self) -> int:
        """Close the last part, with a list of everything in it. Returns how many there are."""
        text = "\r\n\r\n".join(line.replace("\n", "\r\n") for line in self._list)
        name = self._words.plain("roadmap-archive-list")
        # A byte order mark, by which Notepad knows Cyrillic.
        self._open().writestr(f"{name}.txt", f"\ufeff{text}".encode())
        self._close()
        return len(self._paths)

    def _name(self, row: AnyRow) -> str:
        """section/number file.ext: what an archive program shows, each name once in any case."""
        section = _plain(row.section) or self._words.plain("roadmap-section-none")
        own = _plain(row.name or "")
        if not own:
            own = self._words.plain(f"roadmap-sent-{row.sent_as}")
            own += _ENDINGS.get(row.sent_as, _ENDING)
        stem, dot, ending = own.rpartition(".")
        stem, ending = (stem[:_NAME_LIMIT], f".{ending[:8]}") if dot else (own[:_NAME_LIMIT], "")
        base = f"{section[:_NAME_LIMIT].strip()}/{_plain(row.number)} {stem}".strip()
        name, copy = f"{base}{ending}", 1
        while name.casefold() in self._taken:
            copy += 1
            name = f"{base} ({copy}){ending}"
        self._taken.add(name.casefold())
        return name

    def _room(self, size: int) -> bool:
        """Begin another part where this one is full; False when there are too many."""
        if self._size and self._size + size > PART_BYTES:
            if len(self._paths) >= _MOST_PARTS:
                return False
            self._close()
        return True

    def _open(self) -> zipfile.ZipFile:
        if self._zip is None:
            path = part_path(self._job, len(self._paths) + 1)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._paths.append(path)
            self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        return self._zip

    def _close(self) -> None:
        if self._zip is not None:
            self._zip.close()
        self._zip, self._size = None, 0


def part_path(job_id: int, part: int) -> Path:
    """Where a part waits for the sender."""
    return Path(tempfile.gettempdir()) / "mentoring-bot" / f"archive-{job_id}-{part}.zip"


def _plain(name: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", name).split()).strip(". ")


async def _plan(unit: Unit, job_id: int, place: int, parts: int, missing: int) -> None:
    rows = [
        notice(
            unit,
            unique=f"roadmap-archive:{job_id}:{part}",
            message="roadmap-archive",
            person_id=unit.me,
            args={"job": job_id, "part": part, "parts": parts, "place": place},
            kind=Kind.FILE,
        )
        for part in range(1, parts + 1)
    ]
    await plan(unit, rows)
    if missing:
        await tell(
            unit,
            unit.me,
            "roadmap-archive-incomplete",
            unique=f"roadmap-archive-missing:{job_id}",
            args={"count": missing},
        )


@file_maker("roadmap-archive")
async def make_archive(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    # The rights are checked once more: a seat may have ended since.
    await gathered(unit, organisation_id=args["place"])
    path = part_path(args["job"], args["part"])
    try:
        data = await asyncio.to_thread(path.read_bytes)
    except FileNotFoundError:
        raise Refusal("roadmap-archive-gone") from None
    return Made(
        name=f"evidence-{args['part']}.zip",
        data=data,
        caption="roadmap-archive-caption",
        args={"part": args["part"], "parts": args["parts"]},
    )
