"""Meetings that come round in the calendar of a phone: the rule, and what fell out of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rruleset, rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone
from sqlalchemy import select, update

from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from db.models import Meeting, MeetingSlot, Pair, SchoolHoliday
from documents.calendar_file import Appointment, appointments
from mentoring.meetings import calendars, coming, planning, plans
from mentoring.meetings.status import Status
from mentoring.roles import Role
from mentoring.unit import Actor
from tests.mentoring.meetings.test_planning import FRIDAY, MOSCOW, propose
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town, acting

WEEKLY = "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR"
BERLIN = ZoneInfo("Europe/Berlin")


def beginnings(event: Any) -> list[datetime]:
    """When an event takes place, as a calendar program reckons."""
    first = event["DTSTART"].dt
    if "RRULE" not in event:
        return [first]
    found = rruleset()
    found.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=first))  # type: ignore[arg-type]
    for one in event.exdates:
        found.exdate(one)
    return list(found)


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


@given(
    starts=st.dates(date(2026, 9, 1), date(2027, 5, 30)),
    weeks=st.integers(1, 2),
    length=st.integers(0, 60),
)
def test_a_rule_keeps_its_hour_when_clocks_change(starts: date, weeks: int, length: int) -> None:
    code = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[starts.weekday()]
    begins = datetime.combine(starts, datetime.min.time(), BERLIN).replace(hour=16)
    last = begins + timedelta(weeks=weeks * length)
    rule = f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={code};UNTIL={last:%Y%m%d}"
    entry = Appointment("one", "x", begins, 45, rule=rule, last=last.replace(hour=23))
    data = appointments("x", [entry], made_at=begins)
    book = Calendar.from_ical(data)
    [event] = book.walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    [zone] = book.walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    there = zone.to_tz()
    found = beginnings(event)
    assert (len(found), found[-1].date()) == (length + 1, last.date())
    for one in found:
        assert (one.hour, one.minute) == (16, 0)
        assert one.replace(tzinfo=there).utcoffset() == one.replace(tzinfo=BERLIN).utcoffset()


async def agreed_series(database: Database, clock: SettableClock, town: Town) -> int:
    """Every Friday at 15:30 till the end of November, with the week of 9 October off."""
    pair_id = await make(database, clock, town)
    async with database.begin() as session:
        await session.execute(update(Pair).values(ends_on=date(2026, 11, 30)))
        session.add(
            SchoolHoliday(
                organisation_id=town.school,
                name="x",
                starts_on=date(2026, 10, 5),
                ends_on=date(2026, 10, 11),
                set_by=town.people["school", Role.CURATOR][0],
                set_at=clock.now(),
            )
        )
    meeting = await propose(database, clock, town, pair_id, rule=WEEKLY, place="каб. 12")
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=meeting)
    await roll(database, clock, town)
    return meeting


async def roll(database: Database, clock: SettableClock, town: Town) -> None:
    async with acting(database, town.actor("school", Role.MENTOR), clock.now()) as unit:
        await coming.roll_slots(unit, town.school)


async def of_day(database: Database, day: date) -> int:
    async with database.reading() as session:
        return (await session.scalars(select(Meeting.id).where(Meeting.held_on == day))).one()


async def book(database: Database, clock: SettableClock, actor: Actor, meeting: int) -> list[Any]:
    async with acting(database, actor, clock.now()) as unit:
        made = await calendars.make(unit, unit.me, {"meeting": meeting})
        subscribed = appointments("x", await calendars.agreed(unit), made_at=unit.now)
    assert made is not None
    said = Translator(strict=True).to("ru")(made.caption, **made.args)
    assert "каждую пятницу до 30 ноября" in said
    assert {event["UID"] for event in events(made.data)} == {"meetings-1@mentoring"}
    return events(subscribed)


async def test_one_entry_to_the_end_of_the_term_but_for_the_holidays(
    database: Database, clock: SettableClock, town: Town
) -> None:
    meeting = await agreed_series(database, clock, town)
    mentor = town.actor("school", Role.MENTOR)
    async with acting(database, mentor, clock.now()) as unit:
        plan = await plans.plan(unit, meeting_id=meeting)
    assert plan.rule == f"{WEEKLY};UNTIL=20261130"
    [event] = await book(database, clock, mentor, meeting)
    fridays = [FRIDAY + timedelta(weeks=number) for number in range(13)]
    off = datetime(2026, 10, 9, 15, 30, tzinfo=MOSCOW)
    assert beginnings(event) == [one for one in fridays if one != off]
    assert event["RRULE"].to_ical().decode().split(";")[1] == "UNTIL=20261130T205900Z"
    assert (event["LOCATION"], event.duration) == ("каб. 12", timedelta(minutes=45))


async def test_single_ones_moved_called_off_or_held_elsewhere_are_exceptions(
    database: Database, clock: SettableClock, town: Town
) -> None:
    meeting = await agreed_series(database, clock, town)
    mentor = town.actor("school", Role.MENTOR)
    clock.advance(timedelta(days=10))
    await roll(database, clock, town)
    second, third = [await of_day(database, date(2026, 9, day)) for day in (11, 18)]
    moved = FRIDAY + timedelta(days=10)
    async with acting(database, mentor, clock.now()) as unit:
        await planning.call_off(unit, meeting_id=second, reason="ill")
        pair_id = (await plans.plan(unit, meeting_id=third)).pair_id
    new = await propose(
        database, clock, town, pair_id, starts_at=moved, instead_of=third, reason="ill"
    )
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=new)
    async with database.begin() as session:
        await session.execute(update(Meeting).where(Meeting.id == meeting).values(place="парк"))
    found = await book(database, clock, mentor, meeting)
    single, whole, elsewhere = found
    assert beginnings(single) == [moved.astimezone(UTC)]
    days = [one.date() for one in beginnings(whole)]
    assert days[:3] == [date(2026, 9, 4), date(2026, 9, 25), date(2026, 10, 2)]
    assert (elsewhere["UID"], elsewhere["LOCATION"]) == (whole["UID"], "парк")
    assert elsewhere["RECURRENCE-ID"].dt == FRIDAY


async def test_a_series_that_is_ended_leaves_its_meetings_one_by_one(
    database: Database, clock: SettableClock, town: Town
) -> None:
    meeting = await agreed_series(database, clock, town)
    mentor = town.actor("school", Role.MENTOR)
    async with acting(database, mentor, clock.now()) as unit:
        await planning.stop_repeating(unit, meeting_id=meeting)
        found = events(appointments("x", await calendars.agreed(unit), made_at=unit.now))
    assert [beginnings(event) for event in found] == [
        [(FRIDAY + timedelta(weeks=number)).astimezone(UTC)] for number in range(2)
    ]


async def test_another_rule_takes_the_place_of_the_one_before(
    database: Database, clock: SettableClock, town: Town
) -> None:
    meeting = await agreed_series(database, clock, town)
    async with database.reading() as session:
        pair_id = (await session.get_one(Meeting, meeting)).pair_id
    monday = FRIDAY + timedelta(days=3)
    new = await propose(
        database,
        clock,
        town,
        pair_id,
        starts_at=monday,
        instead_of=meeting,
        reason="busy",
        rule="FREQ=WEEKLY;INTERVAL=1;BYDAY=MO",
    )
    async with database.reading() as session:
        rows = {
            key: status for key, status in await session.execute(select(Meeting.id, Meeting.status))
        }
        slots = (await session.scalars(select(MeetingSlot).order_by(MeetingSlot.id))).all()
    assert rows.pop(new) == Status.PROPOSED
    assert set(rows.values()) == {Status.MOVED}
    assert [slot.ended_at is None for slot in slots] == [False, True]


async def test_a_saturday_that_a_rule_names_comes_round(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    saturday = FRIDAY + timedelta(days=1)
    meeting = await propose(
        database,
        clock,
        town,
        pair_id,
        starts_at=saturday,
        rule="FREQ=WEEKLY;INTERVAL=1;BYDAY=SA",
    )
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        await planning.accept(unit, meeting_id=meeting)
    clock.advance(timedelta(days=2))
    await roll(database, clock, town)
    async with database.reading() as session:
        days = list(await session.scalars(select(Meeting.held_on).order_by(Meeting.held_on)))
    assert days == [date(2026, 9, 5), date(2026, 9, 12)]
