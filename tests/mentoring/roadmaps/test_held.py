"""Rows whose result the bot itself holds: told by their words, counted by the areas."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from db.models import Profile, Programme
from mentoring import areas
from mentoring.digest import Line
from mentoring.roadmaps import held
from mentoring.roadmaps.alerts import RowAlerts
from mentoring.roadmaps.deadlines import Kind
from mentoring.roles import Role
from mentoring.unit import Unit
from tests.mentoring.roadmaps.plans import confirmed, item
from tests.mentoring.seed import Town, acting

areas.load()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Формирование базы наставников", "mentors"),
        ("Составить банк данных наставляемых", "mentees"),
        ("Формирование баз наставников и наставляемых", "banks"),
        ("Ведение реестра наставляемых и наставников", "banks"),
        ("Организация обучения наставников", "training"),
        ("Анкетирование наставников", "surveys"),
        ("Формирование наставнических пар", "pairs"),
        ("Приказ о наставниках", None),
        ("Школа № 5: собрание", None),
    ],
)
def test_what_a_row_asks_for(title: str, kind: str | None) -> None:
    assert held.kind_of(title) == kind


async def joined(unit: Unit, town: Town) -> None:
    """A mentor and a mentee in the banks, and a mentor who has left."""
    programme = Programme(
        organisation_id=town.school,
        form="pupil_pupil",
        title="x",
        starts_on=unit.today(),
        ends_on=unit.today(),
        created_at=unit.now,
    )
    unit.session.add(programme)
    await unit.session.flush()
    people = [
        ("mentor", "ready", Role.MENTOR, 0),
        ("mentor", "left", Role.MENTOR, 1),
        ("mentee", "new", Role.MENTEE, 0),
    ]
    for side, status, role, number in people:
        unit.session.add(
            Profile(
                organisation_id=town.school,
                programme_id=programme.id,
                person_id=town.people["school", role][number],
                side=side,
                status=status,
                status_since=unit.now,
                created_at=unit.now,
            )
        )
    await unit.session.flush()


async def test_the_banks_are_counted_without_those_who_left(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        await joined(unit, town)
        for title, count in (
            ("База наставников", 1),
            ("База наставляемых", 1),
            ("База наставников и наставляемых", 2),
        ):
            found = await held.held(unit, town.school, title)
            assert found is not None
            assert found.count == count
        assert await held.held(unit, town.neighbour, "База наставников") is None


async def test_a_row_that_ends_is_offered_to_be_closed_by_what_there_is(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    me = town.actor("school", Role.CURATOR)
    ends, day = date(2026, 9, 18), timedelta(days=1)
    rows = [
        replace(item(number, end=ends), title=title)
        for number, title in (("1", "Формирование базы наставников"), ("2", "Приказ о наставниках"))
    ]
    await confirmed(database, clock, me, *rows)
    words = translator.to("ru")

    async def said(morning: date) -> list[Line]:
        async with acting(database, me, clock.now()) as unit:
            found = await RowAlerts().lines(unit, unit.me, morning - day, morning)
        return [line for line in found if line.message == "roadmap-digest-held"]

    assert await said(ends) == []
    async with acting(database, me, clock.now()) as unit:
        await joined(unit, town)
    for morning in (ends - 7 * day, ends, ends + 3 * day):
        (line,) = await said(morning)
        assert words.plain(line.message, **line.args) == (
            "• 1: 1 наставник в банке. Если это весь результат, мероприятие можно закрыть."
        )
        assert line.button is not None
        assert line.button["action"].startswith("roadmap-task:")
    # On other mornings nothing is repeated.
    assert await said(ends - 3 * day) == []


async def test_a_row_of_several_missed_terms_is_offered_once(
    database: Database, clock: SettableClock, town: Town
) -> None:
    me, day = town.actor("school", Role.CURATOR), timedelta(days=1)
    windows = ((None, date(2026, 9, 17)), (None, date(2026, 9, 18)))
    missed = item("1", end=windows[-1][1], kind=Kind.RECURRING, windows=windows)
    await confirmed(database, clock, me, replace(missed, title="Формирование базы наставников"))
    async with acting(database, me, clock.now()) as unit:
        await joined(unit, town)
        monday = date(2026, 9, 28)
        lines = await RowAlerts().lines(unit, unit.me, monday - 3 * day, monday)
    messages = [line.message for line in lines]
    assert messages.count("roadmap-digest-overdue") == 1
    assert messages.count("roadmap-digest-held") == 1
