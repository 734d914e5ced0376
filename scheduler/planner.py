"""What has become due goes into the outbox, each thing once, whoever asks and however often.

APScheduler only wakes the planner; it holds nothing but a timer in memory. What is due is asked of
the rules and the database, so a missed tick, a restart or a second process changes nothing.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, date, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.ext.asyncio import AsyncSession

from core.clock import Clock, local_date
from db.engines import CHUNK, Database
from db.queries import outbox, planning
from mentoring import daily, digest
from mentoring.announcements import spreading
from mentoring.care import help as calls
from mentoring.meetings import outing_days
from mentoring.people import identity, terms
from mentoring.privacy import erasing, forgetting, reminding
from mentoring.unit import Unit
from mentoring.workdays import Week
from scheduler.parcels import Parcels

logger = logging.getLogger(__name__)

_TICK_SECONDS = 60
_DAY = timedelta(days=1)


async def run_due(database: Database, clock: Clock) -> set[str]:
    """Plan all that is due by now. Returns who is to be woken ("sender")."""
    return await _Run(database, clock.now()).everything()


async def next_due(database: Database, clock: Clock) -> datetime | None:
    """The next instant (not before now) at which `run_due` has something to plan, as things stand.

    What somebody does until then may bring it nearer; None when nothing is ahead at all.
    """
    now = clock.now()
    async with database.reading() as session:
        unit = _nobody(session, now)
        if await spreading.confirmed(unit):
            return now
        turn = await terms.next_turn(unit)
        wiping = await erasing.next_due(unit)
        reminder = await reminding.next_due(unit)
        calling = await calls.next_due(unit)
        outing = await outing_days.next_due(unit)
        waiting = await outbox.next_release(session)
        known = (turn, wiping, reminder, waiting, calling, outing)
        instants = [max(one, now) for one in known if one is not None]
        last = 0
        while places := await planning.organisations(session, after_id=last):
            last = places[-1].id
            for place in places:
                today = local_date(now, place.timezone)
                day = await digest.next_day(unit, place.id, place.planned_on or today - _DAY)
                if day is not None:
                    week = Week(six_days=place.six_days)
                    instants.append(_morning(max(day, today), now, place.timezone, week))
    return min(instants, default=None)


def _morning(day: date, now: datetime, zone: str, week: Week) -> datetime:
    """When what is due on a day goes out: now, if it may at this hour, else the next morning of a
    working day."""
    day = week.on_or_after(day)
    if now >= digest.at_hour(day, digest.NIGHT_HOUR, zone):
        day = week.on_or_after(day + _DAY)
    return max(now, digest.at_hour(day, digest.DIGEST_HOUR, zone))


def _nobody(session: AsyncSession, now: datetime) -> Unit:
    return Unit(session=session, now=now, actor=identity.stranger(0, ()))


class _Run:
    """One pass at one instant."""

    def __init__(self, database: Database, now: datetime) -> None:
        self._database = database
        self._now = now
        self._wakes: set[str] = set()

    async def everything(self) -> set[str]:
        await self._turn_deputies()
        await self._spread_announcements()
        await self._for_each(calls.due, calls.escalate)
        await self._for_each(outing_days.due, outing_days.call_in)
        await self._for_each(reminding.due, reminding.remind)
        await self._for_each(erasing.due, erasing.erase)
        await self._release()
        async with self._database.reading() as session:
            zones = await planning.timezones(session)
        for zone in zones:
            today = local_date(self._now, zone)
            if digest.is_open(self._now, today, zone):
                await self._plan_zone(zone, today)
        return self._wakes

    async def _turn_deputies(self) -> None:
        """Rights change at midnight, not in the morning; one transaction for the few there are."""
        async with self._database.reading() as session:
            due = await terms.next_turn(_nobody(session, self._now))
        if due is not None and due <= self._now:
            async with self._database.begin() as session:
                unit = _nobody(session, self._now)
                await terms.turn_due(unit)
            self._wakes |= unit.wakes

    async def _for_each(
        self,
        due: Callable[[Unit], Awaitable[Iterable[int]]],
        deed: Callable[[Unit, int], Awaitable[object]],
    ) -> None:
        """Do what is due, a transaction for each; what fails stays due, and the others go on."""
        async with self._database.reading() as session:
            waiting = await due(_nobody(session, self._now))
        for row_id in waiting:
            try:
                async with self._database.begin() as session:
                    unit = _nobody(session, self._now)
                    await deed(unit, row_id)
            except Exception:
                logger.exception("%s of %s failed", deed.__name__, row_id)
            else:
                self._wakes |= unit.wakes

    async def _release(self) -> None:
        """Messages whose hour has come."""
        async with self._database.reading() as session:
            first = await outbox.next_release(session)
        if first is not None and first <= self._now:
            async with self._database.begin() as session:
                await outbox.release(session, self._now)
            self._wakes.add("sender")

    async def _spread_announcements(self) -> None:
        async with self._database.reading() as session:
            waiting = await spreading.confirmed(_nobody(session, self._now))
        for announcement_id in waiting:
            more = True
            while more:
                async with self._database.begin() as session:
                    unit = _nobody(session, self._now)
                    more = await spreading.spread(unit, announcement_id)
                self._wakes |= unit.wakes

    async def _plan_zone(self, zone: str, today: date) -> None:
        last = 0
        while True:
            async with self._database.reading() as session:
                places = await planning.unplanned(session, zone, today, after_id=last)
            if not places:
                return
            last = places[-1].id
            for place in places:
                if not Week(six_days=place.six_days).works(today):
                    # On a day off nobody is written to: the next working day covers it.
                    continue
                try:
                    await self._do_chores(place.id)
                    await self._plan_digests(place.id, place.planned_on or today - _DAY, today)
                except Exception:
                    # Its day stays unplanned, so the next tick tries again; the others go on.
                    logger.exception("digests of organisation %s were not planned", place.id)

    async def _do_chores(self, organisation_id: int) -> None:
        for chore in daily.CHORES:
            async with self._database.begin() as session:
                unit = _nobody(session, self._now)
                await chore(unit, organisation_id)
            self._wakes |= unit.wakes

    async def _plan_digests(self, organisation_id: int, since: date, today: date) -> None:
        async with self._database.reading() as session:
            unit = _nobody(session, self._now)
            people = await digest.readers(unit, organisation_id, since, today)
        # The last piece marks the day as planned in its own commit: cut off before, it is repeated.
        for first in range(0, len(people) or 1, CHUNK):
            async with self._database.begin() as session:
                unit = _nobody(session, self._now)
                await digest.plan_digests(unit, people[first : first + CHUNK], since, today)
                if first + CHUNK >= len(people):
                    await planning.mark_planned(session, organisation_id, today)
            self._wakes |= unit.wakes


class Planner:
    """Runs what is due every minute, and at once when woken."""

    name = "planner"

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        wake: Callable[[set[str]], None],
        parcels: Parcels | None = None,
        keep_days: int = 90,
    ) -> None:
        """Texts of messages are emptied after `keep_days`; `parcels` are wiped in time."""
        self._database = database
        self._clock = clock
        self._wake_others = wake
        self._parcels = parcels
        self._keep_days = keep_days
        self._forgot_on: date | None = None
        self._woken = asyncio.Event()
        self._running = asyncio.Lock()

    def wake(self) -> None:
        self._woken.set()

    @property
    def woken(self) -> bool:
        """Whether somebody has called it since it last began to plan."""
        return self._woken.is_set()

    async def run_due(self) -> None:
        """Plan what is due now, and wake whoever has something to do for it."""
        async with self._running:
            self._woken.clear()
            wakes = await run_due(self._database, self._clock)
            if self._parcels is not None:
                await self._parcels.wipe()
            await self._forget()
        self._wake_others(wakes)

    async def _forget(self) -> None:
        """Once a day, and at the start: a piece a transaction, as nobody waits for it."""
        now = self._clock.now()
        if self._forgot_on == now.date():
            return
        after: int | None = 0
        while after is not None:
            async with self._database.begin() as session:
                after = await forgetting.empty_messages(
                    _nobody(session, now), self._keep_days, after
                )
        more = 1
        while more:
            async with self._database.begin() as session:
                more = await forgetting.drop_lists(_nobody(session, now))
        self._forgot_on = now.date()

    async def next_due(self) -> datetime | None:
        """See `next_due` of this module."""
        return await next_due(self._database, self._clock)

    async def run(self) -> None:
        """Plan for ever, until cancelled; nothing that fails ends it."""
        timer = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
        )
        timer.add_job(self._tick, "interval", seconds=_TICK_SECONDS)
        timer.start()
        self.wake()
        try:
            while True:
                await self._woken.wait()
                try:
                    await self.run_due()
                except Exception:
                    logger.exception("planning failed; the next tick tries again")
        finally:
            timer.shutdown(wait=False)

    async def _tick(self) -> None:
        # A coroutine: APScheduler would call a plain function in a thread.
        self.wake()
