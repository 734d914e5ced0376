"""What a representative sees of a child's mentoring, and how they put a stop to it."""

from datetime import UTC, date, timedelta

import pytest
from sqlalchemy import select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Meeting, Outbox, Pair, Question, Representation
from mentoring.meetings import child, journal, planning, plans
from mentoring.roles import Role
from tests.mentoring.meetings.test_meetings import record
from tests.mentoring.meetings.test_planning import FRIDAY
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting


async def test_who_where_when_and_a_stop(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    mentee = town.people["school", Role.MENTEE][0]
    parent = town.actor("school", Role.REPRESENTATIVE)
    async with database.begin() as session:
        session.add(
            Representation(
                organisation_id=town.school,
                representative_id=parent.person_id,
                child_id=mentee,
                since=clock.now(),
            )
        )
    await record(database, clock, town, pair_id, note="тайна")
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        meeting = await planning.propose(
            unit, pair_id=pair_id, starts_at=FRIDAY.astimezone(UTC), place="каб. 12"
        )
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=meeting)
    other = town.actor("school", Role.REPRESENTATIVE, 1)
    async with acting(database, other, clock.now()) as unit:
        assert await child.listed(unit) == []
        for attempt in (
            lambda: child.card(unit, child_id=mentee),
            lambda: child.pause(unit, child_id=mentee, stop=True),
            lambda: child.ask(unit, child_id=mentee, text="?"),
        ):
            with pytest.raises(NotAllowed):
                await attempt()
    async with acting(database, parent, clock.now()) as unit:
        card = await child.card(unit, child_id=mentee)
        assert [one.place for one in card.pairs] == ["school name"]
        assert [(one.local, one.place) for one in card.ahead] == [(FRIDAY, "каб. 12")]
        assert "тайна" not in repr(card)
        await child.ask(unit, child_id=mentee, text="Во сколько он вернётся?")
        until = await child.pause(unit, child_id=mentee, stop=True)
        assert until == date(2026, 9, 15)
        card = await child.card(unit, child_id=mentee)
        assert (card.pairs[0].paused, card.ahead) == (True, ())
    async with database.reading() as session:
        assert (await session.get_one(Pair, pair_id)).paused_until == until
        told = await session.scalars(select(Outbox.person_id).where(Outbox.message == "child-stop"))
        assert sorted(told) == town.people["school", Role.CURATOR]  # type: ignore[type-var]
        assert (await session.scalars(select(Question))).one().person_id == parent.person_id
        rows = (await session.scalars(select(Meeting).order_by(Meeting.id))).all()
        # Nothing is left of what was agreed upon for the time of the pause.
        assert [(row.status, row.reason) for row in rows] == [("held", ""), ("cancelled", "pause")]
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        [standing] = await journal.listed(unit, organisation_id=town.school)
        assert (standing.held, standing.missed) == (1, 0)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        assert await plans.mine(unit) == []
        with pytest.raises(Refusal) as caught:
            await planning.propose(unit, pair_id=pair_id, starts_at=FRIDAY.astimezone(UTC))
        assert caught.value.key == "plan-paused"
        later = (FRIDAY + timedelta(days=14)).astimezone(UTC)
        assert await planning.propose(unit, pair_id=pair_id, starts_at=later)


async def test_a_line_on_the_first_working_day_of_a_month(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    parent = town.actor("school", Role.REPRESENTATIVE)
    async with database.begin() as session:
        session.add(
            Representation(
                organisation_id=town.school,
                representative_id=parent.person_id,
                child_id=town.people["school", Role.MENTEE][0],
                since=clock.now(),
            )
        )
    await record(database, clock, town, pair_id)
    source, first = child.MonthOfChild(), date(2026, 10, 1)
    clock.set(clock.now() + timedelta(days=30))
    async with acting(database, parent, clock.now()) as unit:
        assert await source.next_day(unit, town.school, date(2026, 9, 1)) == first
        assert await source.next_day(unit, town.school, first) == date(2026, 11, 2)
        assert await source.who(unit, town.school, first - timedelta(days=2), first) == {unit.me}
        assert await source.who(unit, town.school, first, first + timedelta(days=1)) == set()
        [line] = await source.lines(unit, unit.me, first - timedelta(days=1), first)
    assert (line.args["held"], line.args["missed"], line.args["day"]) == (1, 0, date(2026, 9, 1))
