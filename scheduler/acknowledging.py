"""Writing down what became of the messages: all that came together in one commit."""

import asyncio
import logging
from collections.abc import Callable, Collection

from sqlalchemy.ext.asyncio import AsyncSession

from core.clock import Clock
from db.engines import Database
from db.queries import outbox
from mentoring.notices import Status, notice, plan
from mentoring.people import identity
from mentoring.unit import Unit
from scheduler.outcomes import Outcome

logger = logging.getLogger(__name__)

_RETRY_SECONDS = 1.0
_DEAD = "delivery-dead"


class Acknowledger:
    """Commits outcomes in groups: while one commit runs, the next group gathers.

    It never holds more than the sender's slots, because a slot is free only when `on_recorded`
    says so.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        holder: str,
        admin_ids: Collection[int],
        on_recorded: Callable[[list[Outcome]], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._holder = holder
        self._admin_ids = admin_ids
        self._on_recorded = on_recorded
        self._pending: list[Outcome] = []
        self._writing: asyncio.Task[None] | None = None

    def add(self, outcome: Outcome) -> None:
        self._pending.append(outcome)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())

    async def _write_all(self) -> None:
        while self._pending:
            group = self._pending[:]
            try:
                async with self._database.begin() as session:
                    await self._write(session, group)
            except Exception:
                # The slots stay taken meanwhile: a database that is down stops the sender.
                logger.exception("deliveries could not be recorded")
                await asyncio.sleep(_RETRY_SECONDS)
                continue
            del self._pending[: len(group)]
            self._on_recorded(group)

    async def _write(self, session: AsyncSession, group: list[Outcome]) -> None:
        await outbox.record(session, self._holder, [outcome.columns() for outcome in group])
        now = self._clock.now()
        for outcome in group:
            if outcome.gone is not None:
                await identity.mark_unreachable(session, outcome.gone, now)
            if outcome.status is Status.DEAD:
                # The reason is in its row: Telegram's words may quote the message.
                logger.error("message %s (%s) is dead", outcome.row.id, outcome.row.message)
                await self._report(session, outcome)

    async def _report(self, session: AsyncSession, outcome: Outcome) -> None:
        """Tell the administrators, once a day for each sort of message: one fault breaks many."""
        row = outcome.row
        if row.message == _DEAD:
            return
        now = self._clock.now()
        unit = Unit(session=session, now=now, actor=identity.stranger(0, ()))
        sort = f"{row.message}:{row.announcement_id or 0}:{now.date().isoformat()}"
        await plan(
            unit,
            [
                notice(
                    unit,
                    unique=f"dead:{sort}:{admin}",
                    message=_DEAD,
                    chat_id=admin,
                    args={"number": row.id, "message": row.message},
                )
                for admin in self._admin_ids
            ],
        )
