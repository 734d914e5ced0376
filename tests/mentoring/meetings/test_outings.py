"""A parent's yes to a meeting outside the school with an adult who is not of its staff."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import (
    Attendance,
    Meeting,
    Membership,
    Outbox,
    OutingConsent,
    PairMember,
    Person,
    Representation,
)
from mentoring.meetings import child, outing_days, outings, planning, plans
from mentoring.meetings.outings import Setting
from mentoring.roles import Role
from mentoring.unit import Actor
from scheduler.planner import next_due, run_due
from tests.mentoring.meetings.test_planning import FRIDAY, outbox, propose, pupils
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting

THURSDAY = date(2026, 9, 3)


async def spoken_for(database: Database, clock: SettableClock, town: Town) -> Actor:
    """Everybody is a pupil but the mentor, and the first mentee has a parent in the chat."""
    await pupils(database)
    parent = town.actor("school", Role.REPRESENTATIVE)
    mentor = town.people["school", Role.MENTOR][0]
    async with database.begin() as session:
        session.add(
            Representation(
                organisation_id=town.school,
                representative_id=parent.person_id,
                child_id=town.people["school", Role.MENTEE][0],
                since=clock.now(),
            )
        )
        await session.execute(update(Person).where(Person.id == mentor).values(birth_year=1980))
    return parent


async def outing(database: Database, clock: SettableClock, town: Town, pair_id: int) -> int:
    """An agreed meeting outside on Friday."""
    meeting = await propose(database, clock, town, pair_id, place="музей", setting=Setting.OUTSIDE)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=meeting)
    return meeting


async def waits(database: Database, clock: SettableClock, town: Town, meeting: int) -> bool:
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        return (await plans.plan(unit, meeting_id=meeting)).waits


async def test_asked_when_agreed_reminded_once_and_said_yes(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    parent = await spoken_for(database, clock, town)
    meeting = await outing(database, clock, town, pair_id)
    child = town.people["school", Role.MENTEE][0]
    [asked] = await outbox(database, "outing-ask")
    assert (asked.person_id, asked.args["place"]) == (parent.person_id, "музей")
    assert await waits(database, clock, town, meeting)
    other = town.actor("school", Role.REPRESENTATIVE, 1)
    async with acting(database, other, clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await outings.answer(unit, meeting_id=meeting, child_id=child, yes=True)
    source = outing_days.Outings()
    async with acting(database, parent, clock.now()) as unit:
        assert await source.next_day(unit, town.school, date(2026, 9, 1)) == THURSDAY
        who = await source.who(unit, town.school, date(2026, 9, 2), THURSDAY)
        assert who == {unit.me, *town.people["school", Role.CURATOR]}
        [line] = await source.lines(unit, unit.me, date(2026, 9, 2), THURSDAY)
        assert line.message == "digest-outing-parent"
        assert await source.lines(unit, unit.me, THURSDAY, date(2026, 9, 4)) == []
        for _ in range(2):
            await outings.answer(unit, meeting_id=meeting, child_id=child, yes=True)
        assert await source.lines(unit, unit.me, date(2026, 9, 2), THURSDAY) == []
    assert not await waits(database, clock, town, meeting)
    [agreed] = await outbox(database, "outing-agreed")
    assert agreed.person_id == town.people["school", Role.MENTOR][0]
    clock.set(FRIDAY.replace(hour=7).astimezone(UTC))
    async with acting(database, parent, clock.now()) as unit:
        await outing_days.call_in(unit, town.school)
    async with database.reading() as session:
        assert (await session.get_one(Meeting, meeting)).setting == "outside"


async def test_without_a_yes_it_is_not_held_there(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    parent = await spoken_for(database, clock, town)
    meeting = await outing(database, clock, town, pair_id)
    for now in (clock.now(), FRIDAY.replace(hour=7).astimezone(UTC)):
        clock.set(now)
        async with acting(database, parent, clock.now()) as unit:
            await outing_days.call_in(unit, town.school)
        async with database.reading() as session:
            row = await session.get_one(Meeting, meeting)
        assert row.setting == ("outside" if now < FRIDAY - timedelta(days=1) else "school")
    assert (row.status, row.place) == ("planned", "")
    assert len(await outbox(database, "outing-called-in")) == 2
    async with acting(database, parent, clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await outings.answer(
                unit, meeting_id=meeting, child_id=town.people["school", Role.MENTEE][0], yes=True
            )
    assert caught.value.key == "outing-settled"


async def test_on_a_saturday_too_and_only_from_its_morning(
    database: Database, clock: SettableClock, town: Town
) -> None:
    saturday = FRIDAY + timedelta(days=1)
    pair_id = await make(database, clock, town)
    await spoken_for(database, clock, town)
    meeting = await propose(
        database,
        clock,
        town,
        pair_id,
        place="музей",
        setting=Setting.OUTSIDE,
        starts_at=saturday.astimezone(UTC),
    )
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=meeting)
    morning = saturday.replace(hour=8, minute=0).astimezone(UTC)
    for now in (morning - timedelta(minutes=1), morning):
        clock.set(now)
        assert await next_due(database, clock) == morning
        await run_due(database, clock)
        async with database.reading() as session:
            setting = (await session.get_one(Meeting, meeting)).setting
        assert setting == ("school" if now == morning else "outside")


async def test_a_yes_can_be_taken_back_and_one_comes_on_paper(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    parent = await spoken_for(database, clock, town)
    meeting = await outing(database, clock, town, pair_id)
    child = town.people["school", Role.MENTEE][0]
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await outings.on_paper(unit, meeting_id=meeting, child_id=child)
    async with database.reading() as session:
        row = (await session.scalars(select(OutingConsent))).one()
    assert (row.answer, row.channel) == ("yes", "paper")
    async with acting(database, parent, clock.now()) as unit:
        await outings.answer(unit, meeting_id=meeting, child_id=child, yes=False)
    async with database.reading() as session:
        assert (await session.get_one(Meeting, meeting)).setting == "school"
        assert (await session.scalars(select(Attendance))).all() == []


async def test_whom_nobody_speaks_for_in_the_chat_is_the_curators_care(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    await spoken_for(database, clock, town)
    async with database.begin() as session:
        await session.execute(update(Representation).values(ended_at=clock.now()))
    await outing(database, clock, town, pair_id)
    told = await outbox(database, "outing-nobody")
    assert {row.person_id for row in told} == set(town.people["school", Role.CURATOR])
    assert await outbox(database, "outing-ask") == []


async def test_nobody_is_asked_for_staff_grown_mentees_or_a_room_of_the_school(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    await spoken_for(database, clock, town)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        assert await outings.wanted(unit, pair_id=pair_id)
        with pytest.raises(Refusal) as caught:
            await planning.propose(
                unit,
                pair_id=pair_id,
                starts_at=datetime(2026, 9, 1, 15, 0, tzinfo=UTC),
                setting=Setting.OUTSIDE,
            )
        assert caught.value.key == "outing-too-soon"
    async with database.begin() as session:
        session.add(
            Membership(
                organisation_id=town.school,
                person_id=town.people["school", Role.MENTOR][0],
                role=Role.CURATOR,
                since=clock.now(),
            )
        )
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        assert not await outings.wanted(unit, pair_id=pair_id)
    await outing(database, clock, town, pair_id)
    async with database.reading() as session:
        assert (await session.scalars(select(OutingConsent))).all() == []
        messages = set(await session.scalars(select(Outbox.message)))
    assert not messages & {"outing-ask", "outing-nobody"}


async def moved(
    database: Database, clock: SettableClock, town: Town, old: int, **to: object
) -> int:
    """The mentor proposes another time or place, and the mentee accepts."""
    async with database.reading() as session:
        pair_id = (await session.get_one(Meeting, old)).pair_id
    values = {"place": "музей", "setting": Setting.OUTSIDE, "reason": "ill"} | to
    new = await propose(database, clock, town, pair_id, instead_of=old, **values)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=new)
    return new


async def say_yes(
    database: Database, clock: SettableClock, town: Town, parent: Actor, meeting: int
) -> None:
    child = town.people["school", Role.MENTEE][0]
    async with acting(database, parent, clock.now()) as unit:
        await outings.answer(unit, meeting_id=meeting, child_id=child, yes=True)


@pytest.mark.parametrize(
    "to",
    [
        {"starts_at": (FRIDAY + timedelta(days=1)).astimezone(UTC)},
        {"place": "парк"},
    ],
)
async def test_another_day_or_place_is_another_yes(
    database: Database, clock: SettableClock, town: Town, to: dict[str, object]
) -> None:
    pair_id = await make(database, clock, town)
    parent = await spoken_for(database, clock, town)
    old = await outing(database, clock, town, pair_id)
    await say_yes(database, clock, town, parent, old)
    new = await moved(database, clock, town, old, **to)
    [off] = await outbox(database, "outing-off")
    assert (off.person_id, off.args["moved"]) == (parent.person_id, "yes")
    assert len(await outbox(database, "outing-ask")) == 2
    assert await waits(database, clock, town, new)
    async with acting(database, parent, clock.now()) as unit:
        [ahead] = (await child.card(unit, child_id=town.people["school", Role.MENTEE][0])).ahead
        assert (ahead.id, ahead.consent) == (new, child.ASKED)
        with pytest.raises(Refusal) as caught:
            await outings.answer(
                unit, meeting_id=old, child_id=town.people["school", Role.MENTEE][0], yes=True
            )
    assert caught.value.key == "outing-settled"


async def test_a_yes_stands_when_only_the_hour_is_another_on_the_day_itself_too(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    parent = await spoken_for(database, clock, town)
    old = await outing(database, clock, town, pair_id)
    await say_yes(database, clock, town, parent, old)
    clock.set(FRIDAY.replace(hour=10).astimezone(UTC))
    later = (FRIDAY + timedelta(hours=1)).astimezone(UTC)
    new = await moved(database, clock, town, old, starts_at=later)
    assert not await waits(database, clock, town, new)
    assert len(await outbox(database, "outing-ask")) == 1
    [told] = await outbox(database, "outing-new-time")
    assert (told.person_id, told.args["time"]) == (parent.person_id, "16:30")
    async with acting(database, parent, clock.now()) as unit:
        child_id = town.people["school", Role.MENTEE][0]
        assert (await child.card(unit, child_id=child_id)).ahead[0].consent == outings.YES
        await outings.answer(unit, meeting_id=new, child_id=child_id, yes=False)
        assert (await child.card(unit, child_id=child_id)).ahead[0].consent == ""
    with pytest.raises(Refusal):
        await moved(database, clock, town, new, starts_at=later + timedelta(hours=1))


async def test_an_outing_called_off_or_brought_home_is_told_to_who_expects_it(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    parent = await spoken_for(database, clock, town)
    old = await outing(database, clock, town, pair_id)
    new = await moved(database, clock, town, old, setting=Setting.SCHOOL, place="")
    assert [row.person_id for row in await outbox(database, "outing-off")] == [parent.person_id]
    again = await moved(database, clock, town, new)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        await planning.call_off(unit, meeting_id=again, reason="ill")
    assert [row.args["moved"] for row in await outbox(database, "outing-off")] == ["yes", "no"]


async def test_of_a_group_one_message_says_what_was_and_what_is(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    parent = await spoken_for(database, clock, town)
    async with database.begin() as session:
        session.add(
            PairMember(
                pair_id=pair_id,
                person_id=town.people["school", Role.MENTEE][1],
                side="mentee",
            )
        )
    values = {"place": "музей", "setting": Setting.OUTSIDE}
    old = await propose(database, clock, town, pair_id, **values)
    saturday = (FRIDAY + timedelta(days=1)).astimezone(UTC)
    await propose(
        database, clock, town, pair_id, instead_of=old, starts_at=saturday, reason="ill", **values
    )
    first, second = await outbox(database, "outing-ask")
    assert (first.args["moved"], second.args["moved"]) == ("no", "yes")
    assert second.person_id == parent.person_id
    assert (second.args["day"], second.args["was_day"]) != (first.args["day"], "")
    assert await outbox(database, "outing-off") == []
