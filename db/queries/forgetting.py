"""What is forgotten once it has served: texts of old messages, files that lists came in."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import File, Job, Outbox

_WAITING = ("queued", "held", "sending")


async def old_messages(
    session: AsyncSession, before: datetime, *, after_id: int, limit: int
) -> Sequence[int]:
    """Ids of messages of before an instant that are on their way no more and still say something.

    In the order of ids, from behind `after_id` on.
    """
    query = (
        select(Outbox.id)
        .where(
            Outbox.id > after_id,
            Outbox.created_at <= before,
            Outbox.status.not_in(_WAITING),
            or_(Outbox.args != {}, Outbox.buttons != []),
        )
        .order_by(Outbox.id)
        .limit(limit)
    )
    return (await session.scalars(query)).all()


async def empty_messages(session: AsyncSession, ids: Collection[int]) -> None:
    """That there was a message, to whom and when, stays."""
    await session.execute(
        update(Outbox)
        .where(Outbox.id.in_(ids))
        .values(args={}, buttons=[])
        .execution_options(synchronize_session=False)
    )


async def drop_sources(
    session: AsyncSession, kinds: Collection[str], *, done_before: datetime, any_before: datetime
) -> int:
    """Forget the files that finished jobs of these kinds have read. Returns how many jobs.

    Of jobs that were done before `done_before`, or however they ended, created before `any_before`.
    """
    over: ColumnElement[bool] = or_(
        (Job.status == "done") & (Job.done_at <= done_before),
        Job.status.in_(("done", "refused", "failed")) & (Job.created_at <= any_before),
    )
    query = select(Job.id, Job.args).where(Job.kind.in_(kinds), Job.args != {}, over).limit(500)
    rows = (await session.execute(query)).all()
    files = [row.args["file"] for row in rows if "file" in row.args]
    quick = {"synchronize_session": False}
    await session.execute(
        update(File)
        .where(File.id.in_(files))
        .values(file_id="", name="")
        .execution_options(**quick)
    )
    await session.execute(
        update(Job)
        .where(Job.id.in_([row.id for row in rows]))
        .values(args={})
        .execution_options(**quick)
    )
    return len(rows)
