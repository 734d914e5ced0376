"""What becomes of a message that was tried, and the decisions about those that failed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core.clock import SystemClock
from db.queries.outbox import TOO_FAST, Claimed
from mentoring.notices import Kind, Lane, Status
from scheduler.messenger import (
    Failure,
    Faulty,
    Offline,
    TooFast,
    Uncertain,
    Unreachable,
)
from scheduler.pacing import Pauses

# How often a message without an answer is sent before it is left as uncertain. A notice or an
# announcement that comes twice harms nobody. A digest is long and the next one comes tomorrow:
# one more attempt, made anew from what is left to say.
UNANSWERED_ATTEMPTS = {Kind.TEXT: 5, Kind.COPY: 5, Kind.BUILT: 2, Kind.FILE: 3}
# How often our own failure (a builder that raises) is tried again.
_BROKEN_ATTEMPTS = 3
_LONGEST_RETRY_SECONDS = 60
_ERROR_CHARACTERS = 500
_REAL = SystemClock()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be recorded of one claimed message."""

    row: Claimed
    status: Status
    error: str | None = None
    # Real time: not to be sent again before.
    not_before: datetime | None = None
    attempts: int | None = None
    bot_id: int | None = None
    message_id: int | None = None
    locale: str | None = None
    # Civil time.
    sent_at: datetime | None = None
    # The chat that gets nothing any more.
    gone: int | None = None
    # Civil time: not to be sent before, as nobody is to be written to now.
    held_until: datetime | None = None

    def columns(self) -> dict[str, Any]:
        error = self.error and self.error.replace("\x00", "")[:_ERROR_CHARACTERS]
        return {
            "id": self.row.id,
            "status": self.status,
            "error": error,
            "not_before": self.not_before,
            "attempts": self.row.attempts if self.attempts is None else self.attempts,
            "bot_id": self.bot_id,
            "message_id": self.message_id,
            "locale": self.locale,
            "sent_at": self.sent_at,
            "held_until": self.held_until,
        }


def put_off(
    row: Claimed, seconds: float, error: str | None = None, *, attempts: int | None = None
) -> Outcome:
    """Back into the queue, to be taken out again after so many seconds of real time."""
    later = _REAL.now() + timedelta(seconds=seconds)
    return Outcome(row, Status.QUEUED, error=error, not_before=later, attempts=attempts)


def _again_later(row: Claimed, error: str) -> Outcome:
    attempts = row.attempts + 1
    return put_off(row, min(2**attempts, _LONGEST_RETRY_SECONDS), error, attempts=attempts)


def judge(row: Claimed, failure: Failure, pauses: Pauses) -> Outcome:
    """What a failed delivery leads to; also tells `pauses` what it means for the others."""
    said = f"{type(failure).__name__}: {failure}"
    if isinstance(failure, Offline):
        pauses.offline()
    match failure:
        case TooFast():
            seconds = pauses.too_fast(Lane(row.lane), failure.retry_after)
            return put_off(row, seconds, TOO_FAST)
        case Unreachable():
            return Outcome(row, Status.UNREACHABLE, error=said, gone=row.chat_id)
        case Faulty():
            return _again_later(row, said)
        case Offline():
            return Outcome(row, Status.QUEUED, error=said)
        case Uncertain():
            return _unanswered(row, said)
    return Outcome(row, Status.DEAD, error=said)


def _unanswered(row: Claimed, said: str) -> Outcome:
    if row.attempts + 1 >= UNANSWERED_ATTEMPTS[Kind(row.kind)]:
        return Outcome(row, Status.UNCERTAIN, error=said, attempts=row.attempts + 1)
    return _again_later(row, said)


def broken(row: Claimed, error: Exception) -> Outcome:
    """Our own fault: tried again in case it was the database's moment, then given up."""
    said = f"{type(error).__name__}: {error}"
    if row.attempts + 1 >= _BROKEN_ATTEMPTS:
        return Outcome(row, Status.DEAD, error=said, attempts=row.attempts + 1)
    return _again_later(row, said)
