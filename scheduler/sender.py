"""Sends what lies in the outbox: at least once, paced, with a bound on what a crash repeats.

A message is claimed (committed), sent outside of any transaction, and acknowledged (committed).
Each takes a slot from its claim till its acknowledgement, so a killed process leaves at most
`slots` messages of which nobody knows whether they arrived; its successor sends those again.
"""

import asyncio
import logging
from collections.abc import Collection
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from core.clock import Clock, local_date
from core.translator import Translator
from db.engines import Database
from db.queries import outbox
from db.queries.outbox import Claimed
from mentoring import holidays, quiet
from mentoring.consent.rules import is_minor
from mentoring.notices import Lane, Status
from scheduler.acknowledging import Acknowledger
from scheduler.messenger import Attachment, Content, Failure, Messenger
from scheduler.outcomes import Outcome, broken, judge, put_off
from scheduler.pacing import ChatPace, Pace, Pauses
from scheduler.parcels import Parcels
from scheduler.rendering import Rendered, Renderer
from scheduler.worker import REAL, Worker

logger = logging.getLogger(__name__)

# Claimed ahead: so little that an answer to a person is never behind more of an announcement.
_AHEAD_SECONDS = 0.25
# One slot in so many is kept for answers to people, however slow the rest is.
_KEPT_FOR_ANSWERS = 8


class Sender(Worker):
    """The one sender of a bot; a second process waits for its lease."""

    name = "sender"

    def __init__(
        self,
        *,
        database: Database,
        messenger: Messenger,
        translator: Translator,
        clock: Clock,
        slots: int,
        rate: float,
        admin_ids: Collection[int] = (),
        exclusive: bool = False,
        default_timezone: str = "Europe/Moscow",
        parcels: Parcels | None = None,
    ) -> None:
        """`rate` in messages a second; `exclusive`: no other process uses the database (SQLite)."""
        super().__init__(database, exclusive=exclusive)
        self._messenger = messenger
        self._clock = clock
        self._slots = slots
        self._ahead = min(max(int(rate * _AHEAD_SECONDS), 1), slots)
        self._renderer = Renderer(database, translator, clock, default_timezone, parcels)
        self._acknowledger = Acknowledger(
            database, clock, self._lease.holder, admin_ids, self._recorded
        )
        self._pace = Pace(rate)
        self._chats = ChatPace()
        self._pauses = Pauses()
        self._tasks: set[asyncio.Task[None]] = set()
        self._breaks: dict[int, holidays.Holidays] = {}

    async def _begin_some(self) -> bool:
        last_lane, limit = self._room()
        if last_lane is None or limit <= 0:
            return False
        async with self._database.begin() as session:
            rows = await outbox.claim(
                session,
                lease=self.name,
                holder=self._lease.holder,
                now=REAL.now(),
                last_lane=last_lane,
                limit=limit,
            )
            schools = {row.school_id for row in rows if row.school_id is not None}
            self._breaks = await holidays.known(session, schools) if schools else {}
        self.in_flight += len(rows)
        for row in rows:
            await self._start(row)
        return bool(rows)

    def _room(self) -> tuple[Lane | None, int]:
        """Down to which lane, and how many, may be claimed now."""
        last_lane = self._pauses.last_lane()
        if self._pauses.on_trial:
            return last_lane, 0 if self.in_flight else 1
        free = self._slots - self.in_flight
        kept = self._slots // _KEPT_FOR_ANSWERS
        if last_lane is Lane.BULK and free > kept:
            return Lane.BULK, min(free - kept, self._ahead)
        return None if last_lane is None else Lane.PERSONAL, min(free, self._ahead)

    async def _start(self, row: Claimed) -> None:
        """Make the message and send it off; whatever happens, the row gets its outcome."""
        try:
            prepared = await self._prepare(row)
        except Exception as error:
            logger.exception("message %s could not be made", row.id)
            prepared = broken(row, error)
        if isinstance(prepared, Outcome):
            self._acknowledger.add(prepared)
            return
        await self._pace.turn()
        task = asyncio.create_task(self._send(row, prepared))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _prepare(self, row: Claimed) -> Rendered | Outcome:
        """What to send, or what becomes of the message without being sent."""
        if self._stopping or self._pauses.wait(Lane(row.lane)):
            return Outcome(row, Status.QUEUED)
        if row.chat_id is None:
            return Outcome(row, Status.UNREACHABLE, error="has no chat")
        if row.unreachable and row.lane != Lane.PERSONAL:
            return Outcome(row, Status.UNREACHABLE, error="was unreachable before")
        if until := self._quiet(row):
            return Outcome(row, Status.HELD, held_until=until)
        rendered = await self._renderer.render(row)
        if rendered is None:
            return Outcome(row, Status.EMPTY)
        wait = self._chats.take(row.chat_id, waited=row.waited)
        return put_off(row, wait) if wait else rendered

    def _quiet(self, row: Claimed) -> datetime | None:
        """Until when the receiver is to be left alone."""
        if row.at_once or row.zone is None:
            return None
        now = self._clock.now()
        # Somebody whose year is not known has not come in through the consents.
        minor = row.birth_year is not None and is_minor(row.birth_year, local_date(now, row.zone))
        lessons = None
        if row.is_mentee and minor:
            lessons = quiet.Lessons(*row.lessons) if row.lessons else quiet.USUAL
        breaks = self._breaks.get(row.school_id or 0, holidays.Holidays())
        reader = quiet.Reader(row.zone, lessons, row.six_days, breaks.covers)
        return quiet.hold(reader, now)

    async def _send(self, row: Claimed, rendered: Rendered) -> None:
        try:
            message_id = await self._deliver(row, rendered)
        except Failure as failure:
            outcome = judge(row, failure, self._pauses)
        except Exception as error:
            logger.exception("message %s could not be sent", row.id)
            outcome = broken(row, error)
        else:
            self._pauses.online()
            outcome = Outcome(
                row,
                Status.SENT,
                bot_id=self._messenger.bot_id,
                message_id=message_id,
                locale=rendered.locale,
                sent_at=self._clock.now(),
            )
        self._acknowledger.add(outcome)

    async def _deliver(self, row: Claimed, rendered: Rendered) -> int:
        if row.chat_id is None:
            raise LookupError("a message without a chat")
        if isinstance(rendered.content, Content):
            return await self._messenger.send(row.chat_id, rendered.content)
        if isinstance(rendered.content, Attachment):
            return await self._messenger.attach(row.chat_id, rendered.content)
        return await self._messenger.copy(row.chat_id, rendered.content)

    async def _wait_for_next(self) -> float | None:
        """Seconds till a queued message may go; None when there is none."""
        now = REAL.now()
        async with self._database.reading() as session:
            firsts = await outbox.earliest(session, now)
        waits = [
            max(self._pauses.wait(Lane(lane)), (first - now).total_seconds())
            for lane, first in firsts.items()
        ]
        return min(waits, default=None)

    async def _take_over(self, session: AsyncSession) -> None:
        """Continue where another left off: its messages on the way, Telegram's wish to wait."""
        await outbox.requeue_left(session, self._lease.holder)
        now = REAL.now()
        for lane, until in (await outbox.paused_until(session, now)).items():
            self._pauses.too_fast(Lane(lane), (until - now).total_seconds())

    def _recorded(self, group: list[Outcome]) -> None:
        self.in_flight -= len(group)
        self.counts.update(outcome.status for outcome in group)
        self._woken.set()
