"""Making the message: its words, its letters, and a builder that fails."""

import pytest
from sqlalchemy import update

from core.clock import SettableClock
from db.engines import Database
from db.models import Outbox
from mentoring import letters
from mentoring.letters import Line, Paragraph
from mentoring.notices import Kind, Lane, Status, button
from mentoring.unit import Unit
from scheduler.messenger import Button, Content
from scheduler.sender import Sender
from tests.scheduler.fakes import FakeMessenger, add_people, outbox, queue


@pytest.fixture
def builders(monkeypatch: pytest.MonkeyPatch) -> dict[str, letters.Builder]:
    registered: dict[str, letters.Builder] = {}
    monkeypatch.setattr("scheduler.rendering.BUILDERS", registered)
    return registered


async def test_dates_in_arguments_are_dates_again(
    database: Database,
    clock: SettableClock,
    sender: Sender,
    messenger: FakeMessenger,
) -> None:
    await add_people(database, clock, 1)
    day = letters.day(clock.now().date())
    await queue(database, clock, {"person_id": 1, "message": "digest-header", "args": {"day": day}})
    await sender.drain()
    assert messenger.texts == ["<b>Сводка на 1 сентября</b>"]


async def test_a_letter_is_made_when_its_turn_comes_and_may_be_empty(
    database: Database,
    clock: SettableClock,
    sender: Sender,
    messenger: FakeMessenger,
    builders: dict[str, letters.Builder],
) -> None:
    async def build(unit: Unit, person_id: int, args: dict[str, object]) -> list[Paragraph]:
        if person_id == 2:
            return []
        assert unit.actor.person_id == person_id
        head = Line("digest-header", {"day": clock.now().date()})
        return [[head], [Line("input-empty"), Line("refused", button=button("button-home", "a:1"))]]

    builders["letter"] = build
    await add_people(database, clock, 2)
    await queue(
        database,
        clock,
        {"person_id": 1, "message": "letter", "kind": Kind.BUILT, "lane": Lane.DIGEST},
        {"person_id": 2, "message": "letter", "kind": Kind.BUILT, "lane": Lane.DIGEST},
    )

    assert await sender.drain() == {Status.SENT: 1, Status.EMPTY: 1}

    [(chat, content)] = messenger.sent
    assert chat == 1001
    assert isinstance(content, Content)
    assert content.text.split("\n")[:2] == ["<b>Сводка на 1 сентября</b>", ""]
    assert len(content.text.split("\n")) == 4
    assert content.buttons == (Button("В главное меню", "a:1"),)


async def test_a_letter_too_long_says_how_much_was_left_out(
    database: Database,
    clock: SettableClock,
    sender: Sender,
    messenger: FakeMessenger,
    builders: dict[str, letters.Builder],
) -> None:
    async def build(unit: Unit, person_id: int, args: dict[str, object]) -> list[Paragraph]:
        return [[Line("invite-over", {"organisation": "😀" * 100})] * 40]

    builders["letter"] = build
    await add_people(database, clock, 1)
    await queue(database, clock, {"person_id": 1, "message": "letter", "kind": Kind.BUILT})
    await sender.drain()

    [text] = messenger.texts
    shown = text.count("Ссылка больше не действует")
    assert 10 < shown < 40
    assert f"И ещё {40 - shown} запис" in text
    assert len(text.encode("utf-16-le")) / 2 <= 4096


async def test_a_builder_that_raises_stops_nobody_else(
    database: Database,
    clock: SettableClock,
    sender: Sender,
    messenger: FakeMessenger,
    builders: dict[str, letters.Builder],
) -> None:
    async def build(unit: Unit, person_id: int, args: dict[str, object]) -> list[Paragraph]:
        raise ZeroDivisionError

    builders["letter"] = build
    await add_people(database, clock, 2)
    await queue(
        database,
        clock,
        {"person_id": 1, "message": "letter", "kind": Kind.BUILT},
        {"person_id": 1, "message": "no-such-message"},
        {"person_id": 2},
    )
    await sender.drain(patience=0.5)

    assert messenger.chats == [1002]
    broken = (await outbox(database))[0]
    assert (broken.status, broken.attempts) == ("queued", 1)
    assert broken.error == "ZeroDivisionError: "

    # Given up after the third time, and the administrator told without what was in it.
    async with database.begin() as session:
        await session.execute(
            update(Outbox).where(Outbox.id == broken.id).values(attempts=2, not_before=None)
        )
    await sender.drain(patience=0.5)
    assert (await outbox(database))[0].status == "dead"
    assert messenger.chats == [1002, 77]
    assert "letter" in messenger.texts[-1]
