"""One meeting for both sides: recorded twice, confirmed, denied, decided, of a group."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Attendance, Feedback, Meeting, MeetingFile, Outbox, PairMember
from mentoring.meetings import attendance, disputes, feedback, meetings, own
from mentoring.meetings.feedback import Mood
from mentoring.meetings.status import Status
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Role
from tests.mentoring.meetings.test_meetings import TODAY, record
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting

PROMPT = "feedback-prompt"
VOICE = Incoming("", 4000, "audio/ogg", 1, "voice-1", "voice")


async def the_meeting(database: Database) -> Meeting:
    async with database.reading() as session:
        return (await session.scalars(select(Meeting))).one()


async def told(database: Database, message: str) -> list[int | None]:
    async with database.reading() as session:
        rows = await session.scalars(select(Outbox).where(Outbox.message == message))
        return sorted(row.person_id or 0 for row in rows)  # type: ignore[return-value]


async def test_both_sides_record_the_same_meeting(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    first = await record(database, clock, town, pair_id, note="моё", files=[VOICE])
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        again = await meetings.record(
            unit,
            pair_id=pair_id,
            held_on=TODAY,
            minutes=60,
            kind="acquaintance",
            note="их",
            shared_note="обсудили план",
            files=[VOICE],
        )
    assert (again.id, again.minutes, again.known_by != "") == (first, 45, True)
    meeting = await the_meeting(database)
    assert (meeting.minutes, meeting.note, meeting.confirmed_at) == (45, "моё", clock.now())
    assert meeting.shared_note == "обсудили план"
    async with database.reading() as session:
        assert len((await session.scalars(select(MeetingFile))).all()) == 2
        prompt = (await session.scalars(select(Outbox).where(Outbox.message == PROMPT))).one()
    # The screen has asked for the mark already.
    assert prompt.status == "empty"
    # The mentee's own record asks the mentor.
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await meetings.record(unit, pair_id=pair_id, held_on=TODAY, minutes=30, kind="trial")
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    assert await told(database, "feedback-prompt") == sorted([mentor.person_id, mentee.person_id])


async def test_a_planned_meeting_that_is_recorded_took_place(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    first = await record(database, clock, town, pair_id)
    async with database.begin() as session:
        await session.execute(
            update(Meeting).values(status=Status.PLANNED, starts_at=clock.now(), minutes=90)
        )
    assert await record(database, clock, town, pair_id) == first
    meeting = await the_meeting(database)
    assert (meeting.status, meeting.minutes, meeting.starts_at) == ("held", 45, clock.now())


async def test_what_fell_through_is_no_obstacle(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    first = await record(database, clock, town, pair_id)
    async with database.begin() as session:
        await session.execute(update(Meeting).values(status=Status.CANCELLED))
    assert await record(database, clock, town, pair_id) != first


async def test_silence_confirms_and_a_denial_reaches_the_curator(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    meeting_id = await record(database, clock, town, pair_id)
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    for days, confirmed in ((2, False), (1, True)):
        clock.advance(timedelta(days=days))
        async with acting(database, mentor, clock.now()) as unit:
            await disputes.confirm_silent(unit, town.school)
        assert ((await the_meeting(database)).confirmed_at is not None) == confirmed
    async with acting(database, mentor, clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await disputes.deny(unit, meeting_id=meeting_id)
    assert caught.value.key == "meeting-own-record"
    for _ in range(2):
        async with acting(database, mentee, clock.now()) as unit:
            await disputes.deny(unit, meeting_id=meeting_id)
    meeting = await the_meeting(database)
    assert (meeting.status, meeting.confirmed_at) == (Status.DISPUTED, None)
    curators = town.people["school", Role.CURATOR]
    assert await told(database, "meeting-disputed") == curators
    curator = town.actor("school", Role.CURATOR)
    async with acting(database, curator, clock.now()) as unit:
        await disputes.settle(unit, meeting_id=meeting_id, held=False)
        with pytest.raises(Refusal):
            await disputes.settle(unit, meeting_id=meeting_id, held=True)
    assert (await the_meeting(database)).status == Status.MISSED
    assert await told(database, "meeting-settled") == sorted(
        [mentor.person_id, mentee.person_id]  # type: ignore[list-item]
    )


async def test_feedback_has_a_mood_a_voice_and_a_reader(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    meeting_id = await record(database, clock, town, pair_id)
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    async with acting(database, mentee, clock.now()) as unit:
        await feedback.give(unit, meeting_id=meeting_id, mark=8)
        await feedback.feel(unit, meeting_id=meeting_id, mood=Mood.GOOD)
        await feedback.say(unit, meeting_id=meeting_id, voice=VOICE)
        await feedback.comment(unit, meeting_id=meeting_id, text="только куратору")
        await feedback.call_curator(unit, meeting_id=meeting_id)
    async with acting(database, mentor, clock.now()) as unit:
        assert (await own.my_meeting(unit, meeting_id=meeting_id)).said == ()
    async with acting(database, mentee, clock.now()) as unit:
        await feedback.comment(unit, meeting_id=meeting_id, text="спасибо", shared=True)
    async with acting(database, mentor, clock.now()) as unit:
        [(_, said)] = (await own.my_meeting(unit, meeting_id=meeting_id)).said
    assert said == "спасибо"
    async with database.reading() as session:
        row = (await session.scalars(select(Feedback))).one()
    assert (row.mood, row.shared, row.needs_curator, row.channel) == (3, True, True, "chat")
    assert row.voice_id is not None
    assert (await the_meeting(database)).confirmed_at == clock.now()
    assert await told(database, "feedback-curator-wanted") == town.people["school", Role.CURATOR]


async def test_feedback_from_paper_is_typed_in_once_and_for_members_only(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    meeting_id = await record(database, clock, town, pair_id)
    mentee = town.people["school", Role.MENTEE]
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        given = {"meeting_id": meeting_id, "mark": 7, "channel": "paper"}
        assert await feedback.enter_for(unit, person_id=mentee[0], **given)  # type: ignore[arg-type]
        assert not await feedback.enter_for(unit, person_id=mentee[0], **given)  # type: ignore[arg-type]
        with pytest.raises(NotAllowed):
            await feedback.enter_for(unit, person_id=mentee[1], **given)  # type: ignore[arg-type]
    async with database.reading() as session:
        row = (await session.scalars(select(Feedback))).one()
    assert (row.mark, row.channel, row.entered_by) == (7, "paper", unit.me)


async def test_the_roll_of_a_group(database: Database, clock: SettableClock, town: Town) -> None:
    pair_id = await make(database, clock, town)
    here, gone = town.people["school", Role.MENTEE]
    async with database.begin() as session:
        session.add(PairMember(pair_id=pair_id, person_id=gone, side=Role.MENTEE))
    mentor = town.actor("school", Role.MENTOR)
    async with acting(database, mentor, clock.now()) as unit:
        [pair] = await meetings.my_pairs(unit)
        assert pair.is_group
        with pytest.raises(NotAllowed):
            await meetings.record(
                unit,
                pair_id=pair_id,
                held_on=TODAY,
                minutes=45,
                kind="trial",
                absent=[unit.me],
            )
    meeting_id = await record(database, clock, town, pair_id, absent=[gone])
    assert await told(database, "meeting-you-were-absent") == [gone]
    assert await told(database, "feedback-prompt") == [here]
    absent = town.actor("school", Role.MENTEE, 1)
    async with acting(database, absent, clock.now()) as unit:
        assert not (await own.my_meeting(unit, meeting_id=meeting_id)).present
        await attendance.mark_myself(unit, meeting_id=meeting_id, present=True)
        assert await attendance.is_group(unit, meeting_id=meeting_id)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await attendance.mark_myself(unit, meeting_id=meeting_id, present=False)
    async with database.reading() as session:
        rows = {row.person_id: row.present for row in await session.scalars(select(Attendance))}
    assert rows == {here: False, gone: True}


@pytest.mark.parametrize(
    ("hours", "held_on", "fits"),
    [(0, date(2027, 1, 1), False), (1, date(2026, 12, 31), True), (1, date(2027, 1, 1), True)],
)
async def test_midnight_is_the_mentors_own_and_a_year_may_change(
    database: Database,
    clock: SettableClock,
    town: Town,
    hours: int,
    *,
    held_on: date,
    fits: bool,
) -> None:
    pair_id = await make(database, clock, town)
    # Half an hour before or after midnight in Moscow, where it is another day than in Greenwich.
    late = clock.now().replace(year=2026, month=12, day=31, hour=20, minute=30)
    clock.set(late + timedelta(hours=hours))
    if fits:
        assert await record(database, clock, town, pair_id, held_on=held_on)
    else:
        with pytest.raises(Refusal) as caught:
            await record(database, clock, town, pair_id, held_on=held_on)
        assert caught.value.key == "meeting-future"
