"""Pupils are left alone in lessons, everybody at night; what is pressing comes at once."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from db.models import LessonHours, Organisation, Outbox, Person, SchoolHoliday
from examples.stage import Stage
from mentoring.letters import day
from mentoring.notices import tell
from mentoring.unit import Actor, Unit
from sandbox.people import Person as Player
from tests.e2e.municipality import School
from tests.e2e.test_pairs import paired, press, send

YEKATERINBURG = ZoneInfo("Asia/Yekaterinburg")


async def a_pupil(stage: Stage) -> School:
    """A pair whose mentee is fourteen, in a school by the Urals."""
    school = await paired(stage)
    async with stage.app.database.begin() as session:
        await session.execute(update(Organisation).values(timezone=YEKATERINBURG.key))
        child = update(Person).where(Person.telegram_id == school.mentees[0].id)
        await session.execute(child.values(birth_year=2012))
    return school


def there(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=YEKATERINBURG)


async def comes(stage: Stage, person: Player, at: datetime) -> datetime:
    """When a notice that was due at an instant reached the person's phone, in local time."""
    await stage.go_to(at)
    mark = f"{at:%d.%m %H:%M}"
    async with stage.app.database.begin() as session:
        unit = Unit(session=session, now=stage.clock.now(), actor=Actor(1))
        found = await session.scalar(select(Person.id).where(Person.telegram_id == person.id))
        assert found is not None
        await tell(unit, found, "plan-called-off", unique=mark, args=off(mark))
    await stage.settle()
    while mark not in person.screen:
        due = await stage.app.planner.next_due()
        assert due is not None, mark
        assert due < at + timedelta(days=2), mark
        await stage.go_to(due)
    return stage.clock.now().astimezone(YEKATERINBURG)


def off(reason: str) -> dict[str, object]:
    return {
        "who": "x",
        "day": day(date(2026, 9, 14)),
        "time": "15:00",
        "missed": "no",
        "reason": reason,
    }


async def test_a_pupil_hears_nothing_in_lessons_and_at_night(stage: Stage) -> None:
    child = (await a_pupil(stage)).mentees[0]
    monday, saturday, sunday = date(2026, 9, 14), date(2026, 9, 19), date(2026, 9, 20)
    tuesday = monday + timedelta(days=1)
    for due, arrives in (
        # The last bell, by the clock of the school.
        (there(monday, 12, 30), there(monday, 14, 30)),
        (there(monday, 15), there(monday, 15)),
        (there(monday, 20), there(tuesday, 14, 30)),
        (there(saturday, 7), there(saturday, 9)),
        (there(saturday, 11), there(saturday, 11)),
        (there(sunday, 21), there(sunday + timedelta(days=1), 14, 30)),
    ):
        assert await comes(stage, child, due) == arrives
    async with stage.app.database.begin() as session:
        await session.execute(update(Organisation).values(calendar="six"))
        place = await session.scalar(select(Organisation.id).where(Organisation.kind == "school"))
        session.add(LessonHours(organisation_id=place, starts=14 * 60, ends=19 * 60, changed_by=1))
        session.add(
            SchoolHoliday(
                organisation_id=place,
                name="осенние",
                starts_on=date(2026, 9, 28),
                ends_on=date(2026, 10, 4),
                set_by=1,
                set_at=stage.clock.now(),
            )
        )
    # The second shift, with lessons on Saturdays; then the holidays.
    saturday += timedelta(days=7)
    assert await comes(stage, child, there(saturday, 11)) == there(saturday, 19)
    wednesday = date(2026, 9, 30)
    assert await comes(stage, child, there(wednesday, 11)) == there(wednesday, 11)


async def test_an_answer_to_a_call_for_help_does_not_wait(stage: Stage) -> None:
    school = await a_pupil(stage)
    child, curator = school.mentees[0], school.curators[0]
    tuesday = date(2026, 9, 15)
    await stage.go_to(there(tuesday, 10))
    await send(stage, child, "/help_me")
    await press(stage, curator, "Отвечаю я")
    assert f"Вам отвечает {curator.name}" in child.screen
    # What is not pressing waits for the bell.
    await press(stage, school.mentors[0], "Записать встречу", "9")
    assert "Насколько она была полезной" not in child.screen
    await stage.go_to(there(tuesday, 14, 30))
    assert "Насколько она была полезной" in child.screen
    async with stage.app.database.reading() as session:
        assert (await session.scalars(select(Outbox.id).where(Outbox.status == "held"))).all() == []
