"""Copies of evidence and of meetings' files: fetched once, tried again, wiped with their owner."""

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select

from bot.__main__ import main
from core.clock import SettableClock
from db.engines import Database
from db.models import Erasure, Feedback, File, FileCopy, MeetingFile
from mentoring.privacy import erasing
from mentoring.roadmaps import board, closing, receiving
from mentoring.roadmaps.receiving import Incoming
from mentoring.roadmaps.status import Part
from mentoring.roles import Role
from scheduler.copies import Copies
from scheduler.messenger import DOWNLOAD_LIMIT_BYTES, Offline, TooFast, TooLarge
from tests.bot.conftest import TOKEN
from tests.mentoring.meetings.test_meetings import record
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.roadmaps.plans import confirmed, curator, item
from tests.mentoring.seed import Town, acting
from tests.scheduler.fakes import FakeMessenger

ORDER = Incoming("../../etc/passwd\0.pdf", 5, "application/pdf", 4242, "order", "document")
VOICE = Incoming("", 6, "audio/ogg", 4242, "voice", "voice")
HUGE = replace(ORDER, size=DOWNLOAD_LIMIT_BYTES + 1, file_id="huge")
FOREIGN = replace(ORDER, bot_id=7, file_id="foreign")
LIAR = replace(ORDER, file_id="liar")


@dataclass(frozen=True, slots=True)
class Office:
    """A school that closes rows and meets, and the folder its files are copied into."""

    database: Database
    clock: SettableClock
    town: Town
    messenger: FakeMessenger
    copies: Copies
    folder: Path

    @property
    def there(self) -> list[bytes]:
        return sorted(path.read_bytes() for path in self.paths)

    @property
    def paths(self) -> list[Path]:
        return list(self.folder.glob("*"))

    async def states(self) -> list[str]:
        async with self.database.reading() as session:
            return sorted(await session.scalars(select(FileCopy.state)))

    async def read(self, telegram_id: str) -> bytes | None:
        async with self.database.reading() as session:
            query = select(File.id).where(File.file_id == telegram_id)
            number = (await session.scalars(query)).one()
        return await self.copies.read(number)

    async def close_by(self, *files: Incoming) -> None:
        """A row of the school's plan, closed by files."""
        await confirmed(self.database, self.clock, curator(self.town), item("1"))
        for file in files:
            await self.attach(file)

    async def attach(self, file: Incoming) -> closing.Given:
        place = self.town.school
        async with acting(self.database, curator(self.town), self.clock.now()) as unit:
            (row,) = await board.tasks(
                unit, organisation_id=place, part=Part.ALL, offset=0, limit=9
            )
            kept = await receiving.keep(unit, organisation_id=place, file=file)
            return await closing.attach(unit, assignment_id=row.id, file_ids=[kept])

    async def meet(self, file: Incoming) -> None:
        pair_id = await make(self.database, self.clock, self.town)
        await record(self.database, self.clock, self.town, pair_id, files=[file])


@pytest.fixture
def office(
    database: Database, clock: SettableClock, town: Town, messenger: FakeMessenger, tmp_path: Path
) -> Office:
    messenger.files |= {"order": b"order", "voice": b"voice!", "liar": TooLarge("too big")}
    folder = tmp_path / "copies"
    copies = Copies(database=database, messenger=messenger, clock=clock, folder=folder)
    return Office(database, clock, town, messenger, copies, folder)


async def test_what_belongs_to_a_row_or_a_meeting_is_copied_once(office: Office) -> None:
    await office.close_by(ORDER)
    await office.meet(VOICE)
    # The document the plan came in is neither, so it is left where it is.
    await office.copies.look()
    assert office.there == [b"order", b"voice!"]
    assert {path.parent for path in office.paths} == {office.folder}
    assert {path.stat().st_mode & 0o077 for path in (office.folder, *office.paths)} == {0}
    assert await office.read("order") == b"order"
    assert await office.read("telegram-file") is None
    office.messenger.files.clear()
    await office.copies.look()
    assert (office.there, office.copies.counts["kept"]) == ([b"order", b"voice!"], 2)


async def test_a_copy_that_was_tampered_with_is_none(office: Office) -> None:
    await office.close_by(ORDER)
    await office.copies.look()
    office.paths[0].write_bytes(b"other")
    assert await office.read("order") is None


async def test_what_cannot_be_had_is_noted_and_not_asked_for_again(office: Office) -> None:
    lost = replace(ORDER, file_id="nowhere")
    await office.close_by(HUGE, FOREIGN, LIAR, lost, ORDER)
    await office.copies.look()
    assert await office.states() == ["gone", "kept", "too_large", "too_large"]
    office.messenger.files |= {"huge": b"x", "foreign": b"x", "liar": b"x", "nowhere": b"x"}
    await office.copies.look()
    assert office.there == [b"order"]


async def test_what_could_not_be_had_is_asked_for_again_in_a_week(office: Office) -> None:
    """Telegram says the same of a file that is gone and of one it cannot give just now."""
    await office.close_by(replace(ORDER, file_id="nowhere"))
    await office.copies.look()
    office.messenger.files["nowhere"] = b"found"
    office.clock.advance(timedelta(days=8))
    await office.copies.look()
    assert (await office.states(), office.there) == (["kept"], [b"found"])


async def test_another_bots_file_waits_until_that_bot_is_back(office: Office) -> None:
    """A bot that was started by mistake on this database must not give its files up."""
    await office.close_by(FOREIGN)
    office.messenger.files["foreign"] = b"theirs"
    await office.copies.look()
    assert (await office.states(), office.there) == ([], [])
    office.messenger.bot_id = FOREIGN.bot_id
    await office.copies.look()
    assert (await office.states(), office.there) == (["kept"], [b"theirs"])


async def test_a_large_file_is_said_to_be_in_no_archive(office: Office) -> None:
    await office.close_by()
    assert [(await office.attach(file)).large for file in (ORDER, HUGE)] == [False, True]


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bool], None]]:
    """A disk that is full, or not."""
    real = os.fdopen

    class Full:
        def __init__(self, handle: int) -> None:
            self._file = real(handle, "wb")

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_error: object) -> None:
            self._file.close()

        def write(self, data: bytes) -> int:
            self._file.write(data[:2])
            raise OSError(28, "No space left on device")

    def switch(on: bool) -> None:
        monkeypatch.setattr(os, "fdopen", (lambda handle, _mode: Full(handle)) if on else real)

    yield switch
    switch(False)


async def test_a_full_disk_leaves_the_record_and_is_tried_again(
    office: Office, full: Callable[[bool], None], caplog: pytest.LogCaptureFixture
) -> None:
    await office.close_by(ORDER)
    full(True)
    await office.copies.look()
    assert office.there == []
    assert "No space left" in caplog.text
    assert await office.read("order") is None
    full(False)
    await office.copies.drain()
    assert office.there == [], "the pause is over too early"
    await office.copies.look()
    assert (office.there, await office.states()) == ([b"order"], ["kept"])


@pytest.mark.parametrize("failure", [Offline("no network"), TooFast("wait", 30)])
async def test_a_messenger_out_of_reach_is_asked_later(office: Office, failure: Any) -> None:
    office.messenger.files["order"] = failure
    await office.close_by(ORDER)
    await office.meet(VOICE)
    await office.copies.look()
    assert office.there == []
    # One that always fails keeps the others from nothing.
    office.copies._look_at = 0.0
    await office.copies.drain()
    assert office.there == [b"voice!"]
    office.messenger.files["order"] = b"order"
    await office.copies.look()
    assert office.there == [b"order", b"voice!"]


async def test_a_copy_goes_with_what_refers_to_it(office: Office) -> None:
    await office.close_by(ORDER)
    await office.meet(VOICE)
    await office.copies.look()
    async with office.database.begin() as session:
        await session.execute(delete(MeetingFile))
    await office.copies.look()
    assert office.there == [b"order"]
    assert await office.states() == ["kept"]


async def test_a_voice_in_place_of_words_of_feedback_is_copied_too(office: Office) -> None:
    await office.meet(VOICE)
    async with office.database.begin() as session:
        (row,) = (await session.scalars(select(MeetingFile))).all()
        said = Feedback(
            organisation_id=office.town.school,
            meeting_id=row.meeting_id,
            person_id=office.town.people["school", Role.MENTEE][0],
            mark=8,
            note="",
            voice_id=row.file_id,
            given_at=office.clock.now(),
        )
        await session.delete(row)
        session.add(said)
    await office.copies.look()
    assert office.there == [b"voice!"]
    async with office.database.begin() as session:
        await session.execute(delete(Feedback))
    await office.copies.look()
    assert office.there == []


async def test_an_erasure_takes_the_copies_of_a_persons_files(office: Office) -> None:
    await office.close_by(ORDER)
    await office.meet(replace(VOICE, name="Саша Петров.ogg"))
    await office.copies.look()
    mentee = office.town.people["school", Role.MENTEE][0]
    async with acting(office.database, curator(office.town), office.clock.now()) as unit:
        created = await unit.session.scalar(
            insert(Erasure)
            .values(
                organisation_id=office.town.school,
                person_id=mentee,
                reason="asked",
                asked_by=unit.me,
                due_at=unit.now,
            )
            .returning(Erasure.id)
        )
        await erasing.erase(unit, created or 0)
    await office.copies.look()
    assert office.there == [b"order"]
    async with office.database.reading() as session:
        rows = await session.execute(select(File.name, File.file_id).where(File.sent_as == "voice"))
        assert [tuple(row) for row in rows] == [("", "")]
        kept = await session.scalars(select(File.file_id).where(File.sent_as == "document"))
        assert sorted(kept) == ["order", "telegram-file"]


async def test_the_operator_is_told_how_it_stands(
    office: Office,
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", database_url)

    async def run() -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["mentoring-bot", "files"])
        code = await asyncio.to_thread(main)
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    assert await run() == (0, "no copies are kept: FILES_DIR is empty\n")
    monkeypatch.setenv("FILES_DIR", str(office.folder))
    await office.close_by(ORDER, HUGE)
    counted = "kept 0 (0.0 MB), waiting 0, over 20 MB 0, not to be had 0, of another bot 2\n"
    assert await run() == (0, counted)
    await office.copies.look()
    assert (await run())[1].startswith("kept 1 (0.0 MB), waiting 0, over 20 MB 1,")
    for path in office.paths:
        path.unlink()
    code, printed = await run()
    assert code == 1 and "missing from the folder: 1" in printed
    (tmp_path / "in the way").write_bytes(b"")
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "in the way"))
    code, printed = await run()
    assert code == 1 and "FILES_DIR" in printed
