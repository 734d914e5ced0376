"""Telling people something: a row of the outbox in the same commit as what it tells of."""

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from db.engines import CHUNK
from db.models import Outbox
from db.upsert import upserting
from mentoring.unit import Unit


class Kind(StrEnum):
    """How the content of a message comes to be (see scheduler/)."""

    TEXT = "text"
    BUILT = "built"
    COPY = "copy"
    # A document or picture made when its turn comes (mentoring/files.py).
    FILE = "file"


class Lane(IntEnum):
    """What goes first: an answer somebody waits for, the day's digests, announcements."""

    PERSONAL = 0
    DIGEST = 1
    BULK = 2


class Status(StrEnum):
    QUEUED = "queued"
    # Waits for `held_until`: lessons are on, or it is night, or its hour has not come.
    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    # Built when its turn came, and there was nothing to say any more.
    EMPTY = "empty"
    UNREACHABLE = "unreachable"
    # Telegram may or may not have delivered it, and a second copy would be worse than none.
    UNCERTAIN = "uncertain"
    DEAD = "dead"


def button(label: str, action: str, **arguments: Any) -> dict[str, Any]:
    """A button under a message: `label` is a message key, `action` goes to the handlers."""
    return {"label": label, "action": action, "args": arguments}


def notice(
    unit: Unit,
    *,
    unique: str,
    message: str,
    person_id: int | None = None,
    chat_id: int | None = None,
    args: dict[str, Any] | None = None,
    buttons: Iterable[dict[str, Any]] = (),
    kind: Kind = Kind.TEXT,
    lane: Lane = Lane.PERSONAL,
    announcement_id: int | None = None,
    held_until: datetime | None = None,
    at_once: bool = False,
) -> dict[str, Any]:
    """One row for `plan`. `args` are JSON primitives: ids, numbers, names, ISO dates.

    It goes not before `held_until`. At night, and to pupils in their lessons, nothing goes (see
    `mentoring.quiet`) but files asked for, answers to the actor, and what is so pressing that it is
    `at_once`.
    """
    own = person_id is not None and person_id == unit.actor.person_id
    return {
        "unique_key": unique,
        "person_id": person_id,
        "chat_id": chat_id,
        "kind": kind,
        "lane": int(lane),
        "message": message,
        "args": args or {},
        "buttons": list(buttons),
        "announcement_id": announcement_id,
        "status": Status.HELD if held_until else Status.QUEUED,
        "held_until": held_until,
        "at_once": at_once or kind is Kind.FILE or (own and held_until is None),
        "attempts": 0,
        "created_at": unit.now,
    }


async def plan(unit: Unit, rows: list[dict[str, Any]]) -> set[str]:
    """Put messages into the outbox; one whose unique key is there already stays as it is.

    Returns the keys of those that are new.
    """
    added: set[str] = set()
    for first in range(0, len(rows), CHUNK):
        statement = upserting(unit.session, Outbox).values(rows[first : first + CHUNK])
        statement = statement.on_conflict_do_nothing(index_elements=["unique_key"])
        added.update(await unit.session.scalars(statement.returning(Outbox.unique_key)))
    if rows:
        unit.wakes.add("sender")
    return added


async def tell(unit: Unit, person_id: int, message: str, *, unique: str, **more: Any) -> None:
    """Send one person one message (see `notice` for `more`)."""
    await plan(unit, [notice(unit, unique=unique, message=message, person_id=person_id, **more)])
