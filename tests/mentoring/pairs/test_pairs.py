"""Pairs: who may make and see them, and that nothing is made twice."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Membership, Outbox, Pair, PairMember
from mentoring.meetings import feedback, meetings
from mentoring.pairs import life, pairs
from mentoring.roles import Role
from tests.mentoring.seed import Town, acting


async def make(
    database: Database, clock: SettableClock, town: Town, mentor: int = 0, mentee: int = 0
) -> int:
    """A pair of the school's n-th mentor and mentee, made by its first curator."""
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        return await pairs.create(
            unit,
            organisation_id=town.school,
            mentor_id=town.people["school", Role.MENTOR][mentor],
            mentee_id=town.people["school", Role.MENTEE][mentee],
        )


async def test_both_are_told_of_a_new_pair(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    async with database.reading() as session:
        told = {row.person_id: row for row in await session.scalars(select(Outbox))}
        sides = (await session.execute(select(PairMember.person_id, PairMember.side))).all()
    mentor = town.people["school", Role.MENTOR][0]
    mentee = town.people["school", Role.MENTEE][0]
    assert set(sides) == {(mentor, "mentor"), (mentee, "mentee")}
    assert told[mentor].message == "pair-made-mentor"
    # Of a mentee whose year of birth is not known, no more than is shown of a child.
    assert told[mentor].args["mentee"] == "school mentee 0"
    assert len({told[mentor].args[f"talk{place}"] for place in (1, 2, 3)}) == 3
    assert told[mentor].buttons[0]["action"] == f"meeting:{pair_id}"
    assert told[mentee].message == "pair-made-mentee"
    assert told[mentee].args["mentor"] == "school mentor 0"


async def test_the_same_pair_is_not_made_twice_till_it_ends(
    database: Database, clock: SettableClock, town: Town
) -> None:
    first = await make(database, clock, town)
    with pytest.raises(Refusal) as caught:
        await make(database, clock, town)
    assert caught.value.key == "pair-exists"
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        await life.end(unit, pair_id=first, ground="mutual")
    assert await make(database, clock, town) != first


async def test_two_curators_at_once_make_one_pair(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async def press(number: int) -> int | str:
        actor = town.actor("school", Role.CURATOR, number)
        try:
            async with acting(database, actor, clock.now()) as unit:
                return await pairs.create(
                    unit,
                    organisation_id=town.school,
                    mentor_id=town.people["school", Role.MENTOR][0],
                    mentee_id=town.people["school", Role.MENTEE][0],
                )
        except Refusal as refusal:
            return refusal.key

    results = await asyncio.gather(press(0), press(1))
    assert sorted(map(str, results))[-1] == "pair-exists"
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Pair)) == 1
        assert await session.scalar(select(func.count()).select_from(PairMember)) == 2


async def test_a_pair_needs_two_people_with_their_seats_in_the_school(
    database: Database, clock: SettableClock, town: Town
) -> None:
    mentor, mentee = (town.people["school", role][0] for role in (Role.MENTOR, Role.MENTEE))
    foreign = town.people["neighbour", Role.MENTEE][0]
    async with database.begin() as session:
        gone = town.people["school", Role.MENTEE][1]
        await session.execute(
            update(Membership)
            .where(Membership.person_id == gone)
            .values(ended_at=clock.now() - timedelta(days=1))
        )
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        for wrong in ((mentor, foreign), (mentor, gone), (mentee, mentor), (mentor, 0)):
            with pytest.raises(NotAllowed):
                await pairs.create(
                    unit, organisation_id=town.school, mentor_id=wrong[0], mentee_id=wrong[1]
                )
        with pytest.raises(Refusal) as caught:
            await pairs.create(
                unit, organisation_id=town.school, mentor_id=mentor, mentee_id=mentor
            )
        assert caught.value.key == "pair-of-one"


async def test_candidates_without_a_pair_come_first(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await make(database, clock, town)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        mentees = await pairs.candidates(unit, organisation_id=town.school, side=Role.MENTEE)
        mentors = await pairs.candidates(unit, organisation_id=town.school, side=Role.MENTOR)
    assert [(person.name, person.pairs) for person in mentees] == [
        ("school mentee 1", 0),
        ("school mentee 0", 1),
    ]
    assert [person.pairs for person in mentors] == [0, 1]


async def test_the_list_and_the_card_tell_how_a_pair_goes(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    await make(database, clock, town, mentee=1)
    today = date(2026, 9, 1)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        meeting = await meetings.record(
            unit, pair_id=pair_id, held_on=today, minutes=45, kind="trial", note="план"
        )
        await feedback.give(unit, meeting_id=meeting.id, mark=9)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await feedback.give(unit, meeting_id=meeting.id, mark=7)
        await feedback.comment(unit, meeting_id=meeting.id, text="хорошо")
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        listed = await pairs.listed(unit, organisation_id=town.school)
        card = await pairs.card(unit, pair_id=pair_id)
    assert [(pair.held, pair.last_on) for pair in listed] == [(0, None), (1, today)]
    assert (card.pair.mentors, card.pair.mentees) == (("school mentor 0",), ("school mentee 0",))
    [shown] = card.meetings
    assert (shown.held_on, shown.kind, shown.minutes, shown.note) == (today, "trial", 45, "план")
    assert shown.marks == {Role.MENTOR: [9], Role.MENTEE: [7]}
    assert shown.words == [(Role.MENTEE, "хорошо")]


async def test_an_ended_pair_tells_its_people_and_takes_no_meetings(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await life.end(unit, pair_id=pair_id, ground="mutual")
        with pytest.raises(Refusal) as caught:
            await life.end(unit, pair_id=pair_id, ground="mutual")
        assert caught.value.key == "pair-ended-already"
        told = select(Outbox.person_id).where(Outbox.message == "pair-ended")
        assert set(await unit.session.scalars(told)) == {
            town.people["school", Role.MENTOR][0],
            town.people["school", Role.MENTEE][0],
        }
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        assert await meetings.my_pairs(unit) == []
        with pytest.raises(Refusal) as caught:
            await meetings.record(
                unit, pair_id=pair_id, held_on=date(2026, 9, 1), minutes=45, kind="trial"
            )
    assert caught.value.key == "meeting-pair-over"


@pytest.mark.parametrize(
    ("place", "role"),
    [
        ("school", Role.MENTOR),
        ("school", Role.MENTEE),
        ("neighbour", Role.CURATOR),
        ("department", Role.DEPARTMENT),
        ("stranger_school", Role.CURATOR),
    ],
)
async def test_nobody_else_reaches_a_schools_pairs(
    database: Database, clock: SettableClock, town: Town, place: str, role: Role
) -> None:
    pair_id = await make(database, clock, town)
    people = {
        "mentor_id": town.people["school", Role.MENTOR][1],
        "mentee_id": town.people["school", Role.MENTEE][1],
    }
    async with acting(database, town.actor(place, role), clock.now()) as unit:
        for attempt in (
            pairs.listed(unit, organisation_id=town.school),
            pairs.candidates(unit, organisation_id=town.school, side=Role.MENTOR),
            pairs.proposed(unit, organisation_id=town.school, **people),
            pairs.create(unit, organisation_id=town.school, **people),
            pairs.card(unit, pair_id=pair_id),
            life.end(unit, pair_id=pair_id, ground="mutual"),
            pairs.card(unit, pair_id=pair_id + 999),
        ):
            with pytest.raises(NotAllowed):
                await attempt
    async with database.reading() as session:
        assert (await session.scalars(select(Pair.ended_on))).all() == [None]
