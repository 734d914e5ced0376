"""One process at a time does a task: a lease in the database, renewed while it works.

Real time, so that moving the calendar frees no lease.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from time import monotonic

from sqlalchemy.ext.asyncio import AsyncSession

from core.clock import SystemClock
from core.tokens import new_token
from db.engines import Database
from db.queries import leases

# A dead process is succeeded after this long. A holder that stalls for longer does no harm: every
# statement of its names it, and finds nothing once another has taken over.
LEASE_SECONDS = 10.0
_REAL = SystemClock()


class Tenure:
    """A wish to be the one. `on_taken` runs in the transaction that takes it over from another."""

    def __init__(
        self,
        database: Database,
        name: str,
        on_taken: Callable[[AsyncSession], Awaitable[object]],
        *,
        exclusive: bool = False,
    ) -> None:
        """`exclusive`: a file lock keeps other processes out, so a lease found is a dead one's."""
        self.holder = new_token()
        self._database = database
        self._name = name
        self._on_taken = on_taken
        self._force = exclusive
        self._renew_at = 0.0

    async def hold(self) -> bool:
        """Whether we are the one; takes or renews the lease when it is time to."""
        if monotonic() < self._renew_at:
            return True
        now = _REAL.now()
        until = now + timedelta(seconds=LEASE_SECONDS)
        async with self._database.begin() as session:
            held = await leases.renew(session, self._name, self.holder, until)
            if not held:
                held = await leases.take(
                    session, self._name, self.holder, now, until, force=self._force
                )
                if held:
                    await self._on_taken(session)
        self._renew_at = monotonic() + LEASE_SECONDS / 3 if held else 0.0
        self._force = self._force and not held
        return held

    async def drop(self) -> None:
        """Leave; a successor need not wait."""
        self._renew_at = 0.0
        async with self._database.begin() as session:
            await leases.drop(session, self._name, self.holder)
