"""Times proposed, agreed upon, moved and called off; what comes by itself around them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from db.engines import Database
from db.models import Meeting, MeetingSlot, Outbox, Pair, PairMember, Person
from mentoring.letters import spoken
from mentoring.meetings import calendars, coming, habit, lessons, meetings, planning, plans, times
from mentoring.meetings.freetext.moments import Moment, read_moment
from mentoring.meetings.status import Status
from mentoring.pairs.states import State
from mentoring.roles import Role
from tests.mentoring.meetings.test_meetings import record
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting

MOSCOW = ZoneInfo("Europe/Moscow")
# Friday of the week in which the clock of the tests begins (Tuesday, 1 September 2026, noon).
FRIDAY = datetime(2026, 9, 4, 15, 30, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("text", "day", "minute"),
    [
        ("завтра 15:30", date(2026, 9, 2), 930),
        ("Завтра в 15.30", date(2026, 9, 2), 930),
        ("послезавтра", date(2026, 9, 3), None),
        ("сегодня 18-00", date(2026, 9, 1), 1080),
        ("пятница 16:00", date(2026, 9, 4), 960),
        ("в пт в 16", date(2026, 9, 4), 960),
        ("вторник 16 ч", date(2026, 9, 8), 960),
        ("12.10 в 9", date(2026, 10, 12), 540),
        ("12.10", date(2026, 10, 12), None),
        ("12 октября в 15:30", date(2026, 10, 12), 930),
        ("15:40", None, 940),
        ("в 15 ч.", None, 900),
        ("31.08 15:00", date(2027, 8, 31), 900),
    ],
)
def test_a_time_is_read_as_typed(text: str, day: date | None, minute: int | None) -> None:
    read = read_moment(text, today=date(2026, 9, 1), language="ru")
    assert read == Moment(day, minute)


@pytest.mark.parametrize("text", ["", "кабинет 12", "15", "https://example.org/12", "25:00", "ой"])
def test_what_is_no_time_is_not_taken_for_one(text: str) -> None:
    assert read_moment(text, today=date(2026, 9, 1), language="ru") is None


@given(
    day=st.dates(date(2026, 8, 1), date(2027, 7, 31)),
    past=st.lists(
        st.tuples(st.integers(0, 60), st.integers(8, 18)).map(
            lambda one: datetime(2026, 3, 1, one[1], 30) + timedelta(days=one[0])  # noqa: DTZ001
        ),
        max_size=6,
    ),
)
def test_three_times_ahead_and_never_in_lessons(day: date, past: list[datetime]) -> None:
    def on(one: date) -> tuple[int, int] | None:
        return (510, 870) if one.weekday() < 5 else None

    found = habit.proposals(habit.at(day, 720), past, 45, on)
    assert len(found) == habit.HOW_MANY == len(set(found))
    for one in found:
        assert one.date() > day
        minute = one.hour * 60 + one.minute
        assert habit.free_minute(minute, 45, on(one.date())) == minute


def test_the_usual_day_comes_first() -> None:
    past = [habit.at(date(2026, 8, 27), 16 * 60)] * 3
    found = habit.proposals(habit.at(date(2026, 9, 1), 720), past, 45, lambda _day: (510, 870))
    assert habit.at(date(2026, 9, 3), 16 * 60) in found


async def pupils(database: Database) -> None:
    """Everybody is of school age."""
    async with database.begin() as session:
        await session.execute(update(Person).values(birth_year=2012))


async def propose(
    database: Database, clock: SettableClock, town: Town, pair_id: int, **more: object
) -> int:
    values: dict[str, object] = {"starts_at": FRIDAY.astimezone(UTC)} | more
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        return await planning.propose(unit, pair_id=pair_id, **values)  # type: ignore[arg-type]


async def statuses(database: Database) -> list[str]:
    async with database.reading() as session:
        return list(await session.scalars(select(Meeting.status).order_by(Meeting.id)))


async def outbox(database: Database, message: str) -> list[Outbox]:
    async with database.reading() as session:
        query = select(Outbox).where(Outbox.message == message).order_by(Outbox.id)
        return list(await session.scalars(query))


async def test_proposed_agreed_moved_and_called_off(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    first = await propose(database, clock, town, pair_id, place="каб. 12")
    assert await propose(database, clock, town, pair_id) == first
    [asked] = await outbox(database, "plan-proposed")
    assert asked.person_id == mentee.person_id
    assert (spoken(asked.args)["time"], asked.args["place"]) == ("15:30", "каб. 12")
    async with acting(database, mentor, clock.now()) as unit:
        with pytest.raises(Refusal) as caught:
            await planning.accept(unit, meeting_id=first)
    assert caught.value.key == "plan-own"
    async with acting(database, mentee, clock.now()) as unit:
        for _ in range(2):
            plan = await planning.accept(unit, meeting_id=first)
        assert (plan.status, plan.local, plan.mine) == (Status.PLANNED, FRIDAY, True)
    [card] = await outbox(database, "meeting-after")
    assert (card.person_id, card.status) == (mentor.person_id, "held")
    assert card.held_until == (FRIDAY + timedelta(minutes=45)).astimezone(UTC)
    later = FRIDAY + timedelta(days=3)
    second = await propose(
        database, clock, town, pair_id, starts_at=later, instead_of=first, reason="ill"
    )
    assert await statuses(database) == ["moved", "proposed"]
    async with acting(database, mentee, clock.now()) as unit:
        await planning.call_off(unit, meeting_id=second, reason="контрольная")
        with pytest.raises(Refusal) as caught:
            await planning.call_off(unit, meeting_id=second, reason="ещё раз")
        assert await plans.mine(unit) == []
    assert caught.value.key == "plan-settled"
    assert await statuses(database) == ["moved", "cancelled"]
    [told] = await outbox(database, "plan-called-off")
    assert (told.person_id, told.args["reason"]) == (mentor.person_id, "контрольная")


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"starts_at": datetime(2026, 9, 1, 8, tzinfo=UTC)}, "plan-past"),
        ({"starts_at": datetime(2027, 9, 1, 8, tzinfo=UTC)}, "plan-too-far"),
        ({"minutes": 25 * 60}, "meeting-minutes"),
    ],
)
async def test_absurd_times_are_refused_in_words(
    database: Database, clock: SettableClock, town: Town, changes: dict[str, object], key: str
) -> None:
    pair_id = await make(database, clock, town)
    with pytest.raises(Refusal) as caught:
        await propose(database, clock, town, pair_id, **changes)
    assert caught.value.key == key
    assert await statuses(database) == []


async def test_nobody_else_plans_or_answers(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    meeting = await propose(database, clock, town, pair_id)
    for actor in (
        town.actor("school", Role.MENTEE, 1),
        town.actor("stranger_school", Role.MENTEE),
        town.actor("school", Role.CURATOR),
    ):
        async with acting(database, actor, clock.now()) as unit:
            for attempt in (
                lambda: planning.accept(unit, meeting_id=meeting),
                lambda: planning.call_off(unit, meeting_id=meeting, reason="x"),
                lambda: planning.propose(unit, pair_id=pair_id, starts_at=FRIDAY),
                lambda: calendars.send(unit, meeting_id=meeting),
            ):
                with pytest.raises(NotAllowed):
                    await attempt()


async def test_lessons_and_other_meetings_are_noticed(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await pupils(database)
    first = await make(database, clock, town)
    second = await make(database, clock, town, mentee=1)
    meeting = await propose(database, clock, town, first)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=meeting)
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        with pytest.raises(Refusal):
            await lessons.settle(unit, organisation_id=town.school, text="до обеда")
        await lessons.settle(unit, organisation_id=town.school, text="8:30 - 15:00")
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        found = await times.doubts(
            unit, pair_id=second, starts_at=FRIDAY + timedelta(minutes=30), minutes=45
        )
        assert [begins for _, begins in found.collisions] == [FRIDAY]
        assert found.own == FRIDAY
        assert not found.in_lessons
        early = FRIDAY - timedelta(hours=1)
        found = await times.doubts(unit, pair_id=second, starts_at=early, minutes=45)
        assert (found.collisions, found.in_lessons) == ((), True)
        assert found.own is None
        assert (await times.times(unit, pair_id=second, day=FRIDAY.date()))[0] == 15 * 60
        chips = (await times.choice(unit, pair_id=first)).chips
        assert FRIDAY.replace(tzinfo=None) in chips


async def test_a_group_is_told_and_a_slot_comes_round(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    async with database.begin() as session:
        other = town.people["school", Role.MENTEE][1]
        session.add(PairMember(pair_id=pair_id, person_id=other, side=Role.MENTEE))
    meeting = await propose(database, clock, town, pair_id, rule="FREQ=WEEKLY;INTERVAL=1;BYDAY=FR")
    assert await statuses(database) == ["planned"]
    assert len(await outbox(database, "plan-set")) == 2
    mentor = town.actor("school", Role.MENTOR)
    # One of the group stays away; the others meet.
    async with acting(database, town.actor("school", Role.MENTEE, 1), clock.now()) as unit:
        await planning.call_off(unit, meeting_id=meeting, reason="ill")
    assert await statuses(database) == ["planned"]
    [away] = await outbox(database, "plan-stays-away")
    assert (away.person_id, away.args["reason"]) == (mentor.person_id, "ill")
    for _ in range(2):
        async with acting(database, mentor, clock.now()) as unit:
            await coming.roll_slots(unit, town.school)
    async with database.reading() as session:
        days = list(await session.scalars(select(Meeting.held_on).order_by(Meeting.held_on)))
    assert days == [date(2026, 9, 4), date(2026, 9, 11)]
    async with acting(database, mentor, clock.now()) as unit:
        await planning.stop_repeating(unit, meeting_id=meeting)
    clock.advance(timedelta(days=14))
    async with acting(database, mentor, clock.now()) as unit:
        await coming.roll_slots(unit, town.school)
        assert (await unit.session.get_one(MeetingSlot, 1)).ended_at is not None
    assert len(await statuses(database)) == 2


async def test_the_digest_reminds_once_the_day_before_and_of_what_is_not_told(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    monday = FRIDAY + timedelta(days=3)
    meeting = await propose(database, clock, town, pair_id, starts_at=monday)
    mentor, mentee = town.actor("school", Role.MENTOR), town.actor("school", Role.MENTEE)
    async with acting(database, mentee, clock.now()) as unit:
        await planning.accept(unit, meeting_id=meeting)
    await record(database, clock, town, pair_id, kind="trial")
    source = coming.Meetings()
    told: dict[date, dict[str, list[str]]] = {}
    for day in (date(2026, 9, 1) + timedelta(days=number) for number in range(9)):
        clock.set(datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=5))
        for actor, name in ((mentor, "mentor"), (mentee, "mentee")):
            async with acting(database, actor, clock.now()) as unit:
                since = day - timedelta(days=1)
                who = await source.who(unit, town.school, since, day)
                lines = await source.lines(unit, unit.me, since, day)
                assert (unit.me in who) == bool(lines)
                told.setdefault(day, {})[name] = [line.message for line in lines]
    spoken = {day: names for day, names in told.items() if any(names.values())}
    assert spoken == {
        date(2026, 9, 3): {
            "mentor": ["digest-meeting-unmarked"],
            "mentee": ["digest-meeting-unmarked"],
        },
        date(2026, 9, 4): {"mentor": ["digest-meeting-ahead"], "mentee": ["digest-meeting-ahead"]},
        date(2026, 9, 8): {"mentor": ["digest-meeting-untold"], "mentee": []},
    }
    async with acting(database, mentor, clock.now()) as unit:
        assert await source.next_day(unit, town.school, date(2026, 9, 2)) == date(2026, 9, 3)


async def test_a_planned_meeting_takes_the_day_and_the_kind_it_really_had(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    meeting = await propose(database, clock, town, pair_id)
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=meeting)
    await record(database, clock, town, pair_id)
    clock.set(FRIDAY + timedelta(days=3))
    friday = FRIDAY.date()
    for kind, known in (("acquaintance", True), ("trial", False)):
        values = {"held_on": friday + timedelta(days=known), "kind": kind, "planned_id": meeting}
        if known:
            # The planned one is not given away to somebody else's record.
            async with acting(database, town.actor("school", Role.MENTOR, 1), clock.now()) as unit:
                with pytest.raises(NotAllowed):
                    await meetings.record(unit, pair_id=pair_id, minutes=45, **values)  # type: ignore[arg-type]
            continue
        assert await record(database, clock, town, pair_id, **values) == meeting
    assert await statuses(database) == ["held", "held"]


async def test_the_card_after_the_end_and_the_hour_before(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pairs = [await make(database, clock, town, mentee=number) for number in range(2)]
    mentor = town.actor("school", Role.MENTOR)
    for number, pair_id in enumerate(pairs):
        meeting = await propose(
            database, clock, town, pair_id, starts_at=FRIDAY + timedelta(hours=number)
        )
        async with acting(database, town.actor("school", Role.MENTEE, number), clock.now()) as unit:
            await planning.accept(unit, meeting_id=meeting)
    [card] = await outbox(database, "meeting-after")
    assert card.held_until == (FRIDAY + timedelta(hours=1, minutes=45)).astimezone(UTC)
    clock.set(FRIDAY - timedelta(hours=1))
    async with acting(database, mentor, clock.now()) as unit:
        assert await coming.hour_before(unit, unit.me, {"meeting": 1}) == []
        await calendars.wish_hour_before(unit, on=True)
        assert await calendars.hour_before(unit)
        [[line]] = await coming.hour_before(unit, unit.me, {"meeting": 1})
        assert spoken(line.args)["time"] == "15:30"
        await calendars.wish_hour_before(unit, on=False)
        assert await coming.after_card(unit, unit.me, card.args) == []
    clock.set(FRIDAY + timedelta(hours=2))
    async with acting(database, mentor, clock.now()) as unit:
        _, lines = await coming.after_card(unit, unit.me, card.args)
        assert [line.args["time"] for line in lines] == ["15:30", "16:30"]
        await planning.call_off(unit, meeting_id=1, reason="absent")
        [[line]] = await coming.after_card(unit, unit.me, card.args)
        assert [one["action"] for one in line.buttons][-3:] == [
            "after-held:2",
            "plan-other:2",
            "plan-no:2",
        ]
        made = await calendars.make(unit, unit.me, {"meeting": 2})
    assert made is not None
    assert b"DTSTART:20260904T133000Z" in made.data
    assert await statuses(database) == ["missed", "planned"]


async def test_a_meeting_agreed_upon_when_the_card_is_out_gets_a_card_of_its_own(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pairs = [await make(database, clock, town, mentee=number) for number in range(2)]
    mentor = town.actor("school", Role.MENTOR)

    async def plan(number: int, starts_at: datetime) -> None:
        meeting = await propose(database, clock, town, pairs[number], starts_at=starts_at)
        async with acting(database, town.actor("school", Role.MENTEE, number), clock.now()) as unit:
            await planning.accept(unit, meeting_id=meeting)

    await plan(0, FRIDAY)
    clock.set(FRIDAY + timedelta(hours=1))
    async with database.begin() as session:
        await session.execute(
            update(Outbox).where(Outbox.message == "meeting-after").values(status="sent")
        )
    await record(database, clock, town, pairs[0], planned_id=1, held_on=FRIDAY.date())
    await plan(0, FRIDAY + timedelta(hours=2))
    await plan(1, FRIDAY + timedelta(hours=3))
    first, later = await outbox(database, "meeting-after")
    assert (first.status, later.status) == ("sent", "held")
    assert later.held_until == (FRIDAY + timedelta(hours=3, minutes=45)).astimezone(UTC)
    clock.set(FRIDAY + timedelta(hours=5))
    async with acting(database, mentor, clock.now()) as unit:
        _, lines = await coming.after_card(unit, unit.me, later.args)
    assert [line.args["time"] for line in lines] == ["17:30", "18:30"]


async def test_what_was_agreed_upon_is_gone_with_a_pair_that_is_over(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    await propose(database, clock, town, pair_id)
    mentor = town.actor("school", Role.MENTOR)
    for status, count in ((State.COMPLETED, 0), (State.ACTIVE, 1)):
        async with database.begin() as session:
            await session.execute(update(Pair).values(status=status))
        async with acting(database, mentor, clock.now()) as unit:
            assert len(await plans.mine(unit)) == count
