"""A person's own meetings as they look back on them."""

import pytest

from core.clock import SettableClock
from core.errors import NotAllowed
from db.engines import Database
from db.models import Meeting
from mentoring.meetings import journal, own
from mentoring.meetings.status import Status
from mentoring.roles import Role
from tests.mentoring.meetings.test_meetings import TODAY, record
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting


async def test_what_fell_through_stands_among_what_was_held(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    await record(database, clock, town, pair_id)
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    fallen = (
        (Status.MISSED, "ill", mentor, 10),
        (Status.CANCELLED, "мама против", mentee, 20),
        (Status.CANCELLED, "pause", mentee, 30),
        (Status.MOVED, "busy", mentee, 15),
        (Status.PROPOSED, "", mentee, 25),
    )
    async with database.begin() as session:
        for status, reason, by, day in fallen:
            session.add(
                Meeting(
                    organisation_id=town.school,
                    pair_id=pair_id,
                    status=status,
                    held_on=TODAY.replace(month=8, day=day),
                    minutes=45,
                    kind="working",
                    note="",
                    reason=reason,
                    logged_by=by.person_id,
                    logged_at=clock.now(),
                )
            )
    told = {}
    for actor in (mentor, mentee):
        async with acting(database, actor, clock.now()) as unit:
            mine = await own.mine(unit)
            told[actor.person_id] = [(one.status, one.reason) for one in mine]
            assert [one.is_open for one in mine] == [True, False, False, False]
            for one in mine:
                assert await own.my_meeting(unit, meeting_id=one.id) == one
            # Hours are of what was held.
            assert [(one.meetings, one.minutes) for one in await journal.months(unit)] == [(1, 45)]
    seen = [("held", ""), ("cancelled", "pause"), ("cancelled", "мама против"), ("missed", "ill")]
    assert told[mentee.person_id] == seen
    # What the other side has typed is not told again.
    assert told[mentor.person_id] == [*seen[:2], ("cancelled", ""), seen[3]]
    async with acting(database, town.actor("school", Role.MENTOR, 1), clock.now()) as unit:
        assert await own.mine(unit) == []
        with pytest.raises(NotAllowed):
            await own.my_meeting(unit, meeting_id=mine[1].id)
