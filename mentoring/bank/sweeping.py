"""What a bank forgets by itself: people only listed for a month, lists nobody has saved."""

from datetime import timedelta

from sqlalchemy import update

from db.engines import CHUNK
from db.models import Roster
from db.queries import bank, rosters
from mentoring import audit
from mentoring.daily import daily
from mentoring.people.nameless import forget_names
from mentoring.unit import Unit

# How long a name without a consent is kept.
LISTED_DAYS = 30
_DRAFT_DAYS = 2


@daily
async def forget_listed(unit: Unit, organisation_id: int) -> None:
    """Wipe the people who were listed and have not given a consent for a month."""
    before = unit.now - timedelta(days=LISTED_DAYS)
    count = 0
    while rows := await rosters.listed_before(unit.session, organisation_id, before, CHUNK):
        await rosters.drop_profiles(unit.session, [row.id for row in rows])
        people = [row.person_id for row in rows]
        await forget_names(unit, await bank.never_came(unit.session, people))
        count += len(rows)
    if count:
        audit.record(unit, organisation_id, "listed-forgotten", count=count)


@daily
async def forget_drafts(unit: Unit, organisation_id: int) -> None:
    """Empty lists that were read and neither saved nor dropped."""
    await unit.session.execute(
        update(Roster)
        .where(
            Roster.organisation_id == organisation_id,
            Roster.status == "read",
            Roster.created_at <= unit.now - timedelta(days=_DRAFT_DAYS),
        )
        .values(status="dropped", data={})
    )
