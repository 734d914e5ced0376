"""Recording a meeting and what each side says of it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Feedback, Meeting, Membership, Outbox
from mentoring.meetings import feedback, meetings, own
from mentoring.roles import Role
from tests.mentoring.counting import counted
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting

TODAY = date(2026, 9, 1)


async def record(
    database: Database, clock: SettableClock, town: Town, pair_id: int, **changes: object
) -> int:
    values: dict[str, object] = {"held_on": TODAY, "minutes": 45, "kind": "acquaintance"} | changes
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        recorded = await meetings.record(unit, pair_id=pair_id, **values)  # type: ignore[arg-type]
        return recorded.id


async def test_a_recorded_meeting_asks_its_mentee(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    meeting_id = await record(database, clock, town, pair_id, note="познакомились")
    async with database.reading() as session:
        meeting = (await session.scalars(select(Meeting))).one()
        asked = (
            await session.scalars(select(Outbox).where(Outbox.message == "feedback-prompt"))
        ).one()
    assert (meeting.held_on, meeting.minutes, meeting.kind) == (TODAY, 45, "acquaintance")
    assert (meeting.note, meeting.organisation_id) == ("познакомились", town.school)
    assert meeting.logged_by == town.people["school", Role.MENTOR][0]
    assert asked.person_id == town.people["school", Role.MENTEE][0]
    assert asked.args == {
        "day": {"date": "2026-09-01"},
        "who": "school mentor 0",
        "minutes": 45,
    }
    assert [row["action"] for row in asked.buttons] == [
        *(f"feedback:{meeting_id}:{mark}" for mark in range(1, 11)),
        f"meeting-none:{meeting_id}",
    ]
    assert (asked.status, asked.kind, asked.lane, asked.attempts) == ("queued", "text", 0, 0)


async def test_recording_costs_two_statements(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        with counted(database) as statements:
            await meetings.record(unit, pair_id=pair_id, held_on=TODAY, minutes=45, kind="trial")
    assert len(statements) == 2


async def test_the_next_kind_follows_what_the_pair_had(
    database: Database, clock: SettableClock, town: Town
) -> None:
    first = await make(database, clock, town)
    second = await make(database, clock, town, mentee=1)
    await record(database, clock, town, first)
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        mine = await meetings.my_pairs(unit)
    assert [(pair.id, pair.full_names, pair.next_kind) for pair in mine] == [
        (first, ("school mentee 0",), "trial"),
        (second, ("school mentee 1",), "acquaintance"),
    ]
    assert (mine[0].skipped("working"), mine[0].skipped("trial")) == (["trial", "planning"], [])


async def test_the_same_meeting_twice_is_noticed(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    await record(database, clock, town, pair_id)
    with pytest.raises(Refusal) as caught:
        await record(database, clock, town, pair_id)
    assert (caught.value.key, caught.value.arguments) == ("meeting-exists", {"day": TODAY})
    await record(database, clock, town, pair_id, kind="trial")
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Meeting)) == 2


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, "meeting-future"),
        ({"held_on": TODAY - timedelta(days=1)}, "meeting-before-pair"),
        ({"minutes": 4}, "meeting-minutes"),
        ({"minutes": 601}, "meeting-minutes"),
        ({"minutes": -45}, "meeting-minutes"),
        ({"note": "я" * 1001}, "input-too-long"),
        ({"kind": "'; DROP TABLE meeting; --"}, "refused"),
    ],
)
async def test_absurd_records_are_refused_in_words(
    database: Database, clock: SettableClock, town: Town, changes: dict[str, object], key: str
) -> None:
    pair_id = await make(database, clock, town)
    with pytest.raises(Refusal) as caught:
        await record(database, clock, town, pair_id, **changes)
    assert caught.value.key == key
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Meeting)) == 0


async def test_only_the_pairs_own_people_record(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    others = [
        town.actor("school", Role.MENTOR, 1),
        town.actor("school", Role.MENTEE, 1),
        town.actor("school", Role.CURATOR),
        town.actor("stranger_school", Role.MENTOR),
    ]
    for actor in others:
        async with acting(database, actor, clock.now()) as unit:
            with pytest.raises(NotAllowed):
                await meetings.record(
                    unit, pair_id=pair_id, held_on=TODAY, minutes=45, kind="trial"
                )


async def test_a_mentor_whose_seat_has_ended_records_no_more(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    async with database.begin() as session:
        await session.execute(update(Membership).values(ended_at=clock.now()))
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        assert await meetings.my_pairs(unit) == []
        with pytest.raises(NotAllowed):
            await meetings.record(unit, pair_id=pair_id, held_on=TODAY, minutes=45, kind="trial")


async def test_a_mark_is_changed_within_a_week(
    database: Database, clock: SettableClock, town: Town
) -> None:
    meeting_id = await record(database, clock, town, await make(database, clock, town))
    mentee = town.actor("school", Role.MENTEE)
    for mark in (8, 8, 9):
        clock.advance(timedelta(days=2))
        async with acting(database, mentee, clock.now()) as unit:
            await feedback.give(unit, meeting_id=meeting_id, mark=mark)
    clock.advance(timedelta(days=3))
    for attempt in ("mark", "words"):
        async with acting(database, mentee, clock.now()) as unit:
            with pytest.raises(Refusal) as caught:
                if attempt == "mark":
                    await feedback.give(unit, meeting_id=meeting_id, mark=1)
                else:
                    await feedback.comment(unit, meeting_id=meeting_id, text="поздно")
        assert (caught.value.key, caught.value.arguments) == ("feedback-late", {"days": 7})
    async with database.reading() as session:
        assert (await session.scalars(select(Feedback.mark))).all() == [9]


async def test_words_need_a_mark_and_replace_earlier_ones(
    database: Database, clock: SettableClock, town: Town
) -> None:
    meeting_id = await record(database, clock, town, await make(database, clock, town))
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await feedback.comment(unit, meeting_id=meeting_id, text="рано")
        assert caught.value.key == "feedback-mark-first"
        await feedback.give(unit, meeting_id=meeting_id, mark=8)
        for text in ("хорошо", "очень хорошо"):
            await feedback.comment(unit, meeting_id=meeting_id, text=text)
        [mine] = await own.mine(unit)
    assert (mine.mark, mine.words) == (8, "очень хорошо")


async def test_neither_side_sees_the_others_mark_or_the_mentors_note(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    meeting_id = await record(database, clock, town, pair_id, note="стесняется")
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        await feedback.give(unit, meeting_id=meeting_id, mark=9)
        [seen] = await own.mine(unit)
        assert (seen.mark, seen.note) == (9, "стесняется")
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        [seen] = await own.mine(unit)
        assert (seen.mark, seen.note) == (None, "")
        assert await own.my_meeting(unit, meeting_id=meeting_id) == seen


async def test_marks_are_given_to_own_meetings_only(
    database: Database, clock: SettableClock, town: Town
) -> None:
    meeting_id = await record(database, clock, town, await make(database, clock, town))
    others = [
        town.actor("school", Role.MENTOR, 1),
        town.actor("school", Role.MENTEE, 1),
        town.actor("school", Role.CURATOR),
        town.actor("stranger_school", Role.MENTEE),
    ]
    for actor in others:
        async with acting(database, actor, clock.now()) as unit:
            for attempt in (
                feedback.give(unit, meeting_id=meeting_id, mark=5),
                feedback.comment(unit, meeting_id=meeting_id, text="чужое"),
                own.my_meeting(unit, meeting_id=meeting_id),
            ):
                with pytest.raises(NotAllowed):
                    await attempt
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        for mark in (0, 11, -3):
            with pytest.raises(NotAllowed):
                await feedback.give(unit, meeting_id=meeting_id, mark=mark)


async def test_a_low_mark_reaches_the_curators_once_and_without_words(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    meeting_id = await record(database, clock, town, pair_id)
    for mark in (4, 3, 2):
        async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
            await feedback.give(unit, meeting_id=meeting_id, mark=mark)
            await feedback.comment(unit, meeting_id=meeting_id, text="тайна")
    async with database.reading() as session:
        told = list(await session.scalars(select(Outbox).where(Outbox.message == "feedback-low")))
    assert sorted(row.person_id or 0 for row in told) == town.people["school", Role.CURATOR]
    assert told[0].args == {
        "day": {"date": "2026-09-01"},
        "side": "mentee",
        "mark": 3,
        "mentors": "school mentor 0",
        "mentees": "school mentee 0",
    }
    assert told[0].buttons[0]["action"] == f"pair:{pair_id}"
