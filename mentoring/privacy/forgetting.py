"""The round that forgets by itself what has served: once a day, repeated without harm.

The log of deeds (`mentoring.audit`) is kept: it is what answers for the rest.
"""

from datetime import timedelta

from sqlalchemy import or_, update

from db.engines import CHUNK
from db.models import AnswerSheet, Roster
from db.queries import forgetting as queries
from mentoring.daily import daily
from mentoring.unit import Unit

# Lists with people's names and answers: what was read out of them lies in the bank by then.
_LISTS = ("bank.roster.read", "forms.answers")
_READ = timedelta(days=1)
# What nobody has decided upon.
_LEFT_LYING = timedelta(days=30)


async def empty_messages(unit: Unit, keep_days: int, after_id: int) -> int | None:
    """Empty some messages older than `keep_days`. Returns from where to go on, None at the end."""
    before = unit.now - timedelta(days=keep_days)
    ids = await queries.old_messages(unit.session, before, after_id=after_id, limit=CHUNK)
    if not ids:
        return None
    await queries.empty_messages(unit.session, ids)
    return max(ids)


async def drop_lists(unit: Unit) -> int:
    """Forget where the lists lie in the messenger that were read. Returns how many, at most 500."""
    return await queries.drop_sources(
        unit.session, _LISTS, done_before=unit.now - _READ, any_before=unit.now - _LEFT_LYING
    )


@daily
async def empty_previews(unit: Unit, organisation_id: int) -> None:
    """Empty tables that were decided upon, or that nobody has decided upon for a month."""
    old = unit.now - _LEFT_LYING
    statement = update(AnswerSheet).where(AnswerSheet.organisation_id == organisation_id)
    await unit.session.execute(
        statement.where(AnswerSheet.status == "preview", AnswerSheet.created_at <= old).values(
            status="discarded"
        )
    )
    await unit.session.execute(
        statement.where(
            AnswerSheet.status != "preview",
            AnswerSheet.created_at <= unit.now - _READ,
            or_(AnswerSheet.rows != [], AnswerSheet.errors != []),
        ).values(rows=[], errors=[])
    )
    await unit.session.execute(
        update(Roster)
        .where(
            Roster.organisation_id == organisation_id,
            Roster.status == "saving",
            Roster.created_at <= old,
        )
        .values(status="dropped", data={})
    )
