"""Does the jobs: work over five seconds, in the order it was asked for, a few at a time."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from core.clock import Clock
from core.errors import Refusal
from core.tokens import new_code
from db.engines import Database
from db.queries import jobs
from db.types import AnyRow
from mentoring.jobs import JOBS, JobContext, JobStatus
from mentoring.letters import plain
from mentoring.notices import tell
from mentoring.people import identity
from mentoring.unit import Unit
from scheduler.aside import Lost, aside
from scheduler.copies import Copies
from scheduler.messenger import DOWNLOAD_LIMIT_BYTES, Messenger, Rejected, TooLarge
from scheduler.worker import REAL, Worker

logger = logging.getLogger(__name__)

T = TypeVar("T")

_AT_ONCE = 2
_ATTEMPTS = 3
# Before the second and the third attempt.
_RETRY_AFTER = (timedelta(seconds=2), timedelta(seconds=15))
_LONGEST_SECONDS = 300
_RECORD_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of an attempt: `tell` is the message for the person, if there is one."""

    status: JobStatus
    error: str | None = None
    tell: str | None = None
    args: dict[str, Any] = field(default_factory=dict)


class JobRunner(Worker):
    """The one process that does jobs; each at least once."""

    name = "jobs"

    def __init__(
        self,
        *,
        database: Database,
        messenger: Messenger,
        clock: Clock,
        wake: Callable[[set[str]], None],
        default_timezone: str = "Europe/Moscow",
        exclusive: bool = False,
        copies: Copies | None = None,
    ) -> None:
        """`wake` is told what a job has planned; `exclusive` as for the sender; in `copies` lies
        what need not be fetched."""
        super().__init__(database, exclusive=exclusive)
        self._messenger = messenger
        self._clock = clock
        self._wake_others = wake
        self._copies = copies
        self._default_timezone = default_timezone
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        try:
            await super().run()
        finally:
            for task in self._tasks:
                task.cancel()

    async def _begin_some(self) -> bool:
        if self.in_flight >= _AT_ONCE:
            return False
        async with self._database.begin() as session:
            rows = await jobs.claim(
                session,
                lease=self.name,
                holder=self._lease.holder,
                now=REAL.now(),
                limit=_AT_ONCE - self.in_flight,
            )
        self.in_flight += len(rows)
        for row in rows:
            task = asyncio.create_task(self._do(row))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return bool(rows)

    async def _take_over(self, session: AsyncSession) -> None:
        await jobs.requeue_left(session)

    async def _wait_for_next(self) -> float | None:
        now = REAL.now()
        async with self._database.reading() as session:
            first = await jobs.earliest(session, now)
        return None if first is None else (first - now).total_seconds()

    async def _do(self, row: AnyRow) -> None:
        """Do one job and record what became of it, however long the database is away."""
        result = await self._attempt(row)
        while True:
            try:
                await self._record(row, result)
                break
            except Exception:
                logger.exception("job %s could not be recorded", row.id)
                await asyncio.sleep(_RECORD_SECONDS)
        self.in_flight -= 1
        self.counts[result.status] += 1
        self._woken.set()

    async def _attempt(self, row: AnyRow) -> _Result:
        try:
            if row.attempts > _ATTEMPTS:
                raise RuntimeError("ended the process each time")
            async with asyncio.timeout(_LONGEST_SECONDS):
                await JOBS[row.kind](self._context(row))
        except Refusal as refusal:
            return _Result(
                JobStatus.REFUSED, refusal.key, tell=refusal.key, args=plain(refusal.arguments)
            )
        except Exception as error:
            code = new_code()
            logger.exception("job %s (%s) failed, code %s", row.id, row.kind, code)
            said = f"{code} {type(error).__name__}"
            if row.attempts < _ATTEMPTS:
                return _Result(JobStatus.QUEUED, said)
            return _Result(JobStatus.FAILED, said, tell="job-failed", args={"code": code})
        return _Result(JobStatus.DONE)

    def _context(self, row: AnyRow) -> JobContext:
        return JobContext(
            job_id=row.id,
            person_id=row.person_id,
            args=row.args,
            unit=lambda: self._unit(row.person_id),
            download=self._download,
            kept=self._kept,
            aside=self._aside,
        )

    @asynccontextmanager
    async def _unit(self, person_id: int) -> AsyncIterator[Unit]:
        async with self._database.begin() as session:
            now = self._clock.now()
            unit = Unit(
                session=session,
                now=now,
                actor=await identity.load_actor(session, person_id, now),
                default_timezone=self._default_timezone,
            )
            yield unit
        self._wake_others(unit.wakes)

    async def _download(self, file_id: str) -> bytes:
        try:
            return await self._messenger.download(file_id)
        except TooLarge:
            raise Refusal("file-too-large", megabytes=DOWNLOAD_LIMIT_BYTES >> 20) from None
        except Rejected:
            raise Refusal("file-gone") from None

    async def _kept(self, file_id: int) -> bytes | None:
        return None if self._copies is None else await self._copies.read(file_id)

    @staticmethod
    async def _aside(function: Callable[..., T], /, *args: Any) -> T:
        try:
            return await aside(function, *args)
        except (Lost, MemoryError) as error:
            # What is worked on beside is documents: this one is too much, now and next time.
            logger.warning("beside the bot: %s", error)
            raise Refusal("job-too-heavy") from None

    async def _record(self, row: AnyRow, result: _Result) -> None:
        async with self._unit(row.person_id) as unit:
            again = result.status is JobStatus.QUEUED
            await jobs.record(
                unit.session,
                row.id,
                result.status,
                error=result.error,
                not_before=REAL.now() + _RETRY_AFTER[row.attempts - 1] if again else None,
                done_at=None if again else unit.now,
            )
            if result.tell:
                unique = f"job:{row.id}:{result.status}"
                await tell(unit, row.person_id, result.tell, unique=unique, args=result.args)
