"""Who holds a task that only one process may do. All instants are real time."""

from datetime import datetime

from sqlalchemy import delete, or_, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Lease
from db.upsert import upserting


async def renew(session: AsyncSession, name: str, holder: str, until: datetime) -> bool:
    """Hold on for longer. False when it is another's, or nobody's."""
    found = await session.scalar(
        update(Lease)
        .where(Lease.name == name, Lease.holder == holder)
        .values(until=until)
        .returning(Lease.name)
    )
    return found is not None


async def take(
    session: AsyncSession, name: str, holder: str, now: datetime, until: datetime, *, force: bool
) -> bool:
    """Take it if nobody holds it any more; with `force`, from a holder known to be dead."""
    statement = upserting(session, Lease).values(name=name, holder=holder, until=until)
    taken = await session.scalar(
        statement.on_conflict_do_update(
            index_elements=["name"],
            set_={"holder": statement.excluded.holder, "until": statement.excluded.until},
            where=or_(Lease.until <= now, true() if force else Lease.holder == holder),
        ).returning(Lease.name)
    )
    return taken is not None


async def drop(session: AsyncSession, name: str, holder: str) -> None:
    """Let the next one have it at once."""
    await session.execute(delete(Lease).where(Lease.name == name, Lease.holder == holder))
