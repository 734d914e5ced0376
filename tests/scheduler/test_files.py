"""Files the bot makes: when their turn comes, for the receiver, once for two presses."""

from collections.abc import Iterator
from typing import Any

import pytest

from core.clock import SettableClock
from core.errors import Refusal
from db.engines import Database
from mentoring import files
from mentoring.files import Made, file_maker, send_file
from mentoring.notices import Status
from mentoring.unit import Actor, Unit
from scheduler.messenger import Attachment, Content
from scheduler.sender import Sender
from tests.scheduler.fakes import FakeMessenger, add_people, outbox, unit_of


@pytest.fixture
def maker() -> Iterator[None]:
    @file_maker("test-file")
    async def make(unit: Unit, person_id: int, args: dict[str, Any]) -> Made | None:
        if args["what"] == "gone":
            return None
        if args["what"] == "refused":
            raise Refusal("input-empty")
        assert unit.me == person_id
        return Made(f"{args['what']}.txt", b"x", "input-too-long", {"length": 7, "limit": 5})

    yield
    del files.MAKERS["test-file"]


@pytest.mark.usefixtures("maker")
async def test_a_file_is_made_and_sent_once(
    database: Database, clock: SettableClock, sender: Sender, messenger: FakeMessenger
) -> None:
    await add_people(database, clock, 1)
    for what in ("a", "a", "gone", "refused"):
        async with database.begin() as session:
            unit = unit_of(session, clock)
            unit.actor = Actor(telegram_id=1001, person_id=1)
            await send_file(unit, "test-file", what=what)
    await sender.drain()
    rows = await outbox(database)
    assert [row.status for row in rows] == [Status.SENT, Status.EMPTY, Status.SENT]
    sent = [content for _chat, content in messenger.sent]
    files_sent = [content for content in sent if isinstance(content, Attachment)]
    assert [(file.name, file.data) for file in files_sent] == [("a.txt", b"x")]
    assert "7" in files_sent[0].caption
    assert sum(isinstance(content, Content) for content in sent) == 1
