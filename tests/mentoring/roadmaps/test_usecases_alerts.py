"""The morning digest's part about roadmaps, day by day as it would be sent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from mentoring.digest import Line
from mentoring.roadmaps import closing
from mentoring.roadmaps.alerts import CuratorAlerts, DepartmentAlerts
from mentoring.roadmaps.confirming import Past
from mentoring.roles import Role
from mentoring.unit import Actor, Seat
from tests.mentoring.roadmaps.plans import assignments, confirmed, curator, draft, item, saved
from tests.mentoring.seed import ZONE, Town, acting

# A Tuesday.
TODAY = date(2026, 9, 1)
DAY = timedelta(days=1)
PLAN = (
    item("1", date(2026, 9, 16), date(2026, 9, 30)),
    item("2", end=date(2026, 9, 18)),
    item("3"),
)


async def lines(
    database: Database, clock: SettableClock, actor: Actor, since: date, until: date
) -> list[Line]:
    source = CuratorAlerts() if actor.seats[0].role == Role.CURATOR else DepartmentAlerts()
    async with acting(database, actor, clock.now()) as unit:
        return await source.lines(unit, actor.person_id or 0, since, until)


def texts(translator: Translator, found: list[Line], language: str = "ru") -> list[str]:
    words = translator.to(language)
    return [words(line.message, **line.args) for line in found]


async def said(
    database: Database, clock: SettableClock, town: Town, translator: Translator, day: date
) -> list[str]:
    found = await lines(database, clock, curator(town), day - DAY, day)
    return texts(translator, found)[1:]


async def test_a_curator_hears_of_each_row_in_its_time(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    story = {
        date(2026, 9, 2): [],
        date(2026, 9, 11): [
            "<b>Скоро срок</b>",
            "• 2 Мероприятие 2: осталось 7 дней, до 18 сентября",
        ],
        date(2026, 9, 16): ["<b>Начинается</b>", "• 1 Мероприятие 1: до 30 сентября"],
        date(2026, 9, 18): ["<b>Сегодня последний день</b>", "• 2 Мероприятие 2"],
        date(2026, 9, 19): ["<b>Просрочено</b>", "• 2 Мероприятие 2: срок был 18 сентября"],
        date(2026, 9, 23): [
            "<b>Скоро срок</b>",
            "• 1 Мероприятие 1: осталось 7 дней, до 30 сентября",
        ],
        date(2026, 9, 28): ["<b>Просрочено</b>", "• 2 Мероприятие 2: срок был 18 сентября"],
    }
    assert {day: await said(database, clock, town, translator, day) for day in story} == story


async def test_planning_and_writing_agree_day_by_day(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    source, curators = CuratorAlerts(), set(town.people["school", Role.CURATOR])
    day = TODAY
    async with acting(database, curator(town), clock.now()) as unit:
        for _ in range(8):
            following = await source.next_day(unit, town.school, day)
            assert following is not None
            quiet = await source.who(unit, town.school, day, following - DAY)
            told = await source.who(unit, town.school, day, following)
            assert (quiet, told) == (set(), curators)
            assert await source.lines(unit, min(curators), day, following)
            day = following
        assert await source.who(unit, town.neighbour, TODAY, day) == set()


async def test_what_is_done_is_not_spoken_of(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    roadmap = await confirmed(database, clock, curator(town), *PLAN)
    second = (await assignments(database, roadmap))[1]
    async with acting(database, curator(town), clock.now()) as unit:
        await closing.close(unit, assignment_id=second.id)
    assert await said(database, clock, town, translator, date(2026, 9, 18)) == []


async def test_a_draft_is_never_spoken_of(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await saved(database, clock.now(), curator(town), draft(*PLAN))
    async with acting(database, curator(town), clock.now()) as unit:
        for source in (CuratorAlerts(), DepartmentAlerts()):
            for place in (town.school, town.department):
                assert await source.who(unit, place, TODAY, TODAY + 100 * DAY) == set()
                assert await source.next_day(unit, place, TODAY) is None


async def test_rows_left_open_though_past_begin_anew(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    late = item("7", end=date(2026, 3, 1))
    await confirmed(database, clock, curator(town), late, past=Past.OPEN)
    assert await said(database, clock, town, translator, TODAY) == []
    assert await said(database, clock, town, translator, TODAY + DAY) == [
        "<b>Просрочено</b>",
        "• 7 Мероприятие 7: срок был 1 марта",
    ]


async def test_rows_declared_done_are_silent(
    database: Database, clock: SettableClock, town: Town
) -> None:
    late = item("7", end=date(2026, 3, 1))
    await confirmed(database, clock, curator(town), late, past=Past.DONE)
    async with acting(database, curator(town), clock.now()) as unit:
        assert await CuratorAlerts().next_day(unit, town.school, TODAY) is None
        assert await DepartmentAlerts().next_day(unit, town.department, TODAY) is None


async def test_many_rows_are_counted(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    rows = [item(str(number), end=date(2026, 9, 18)) for number in range(1, 9)]
    await confirmed(database, clock, curator(town), *rows)
    found = await said(database, clock, town, translator, date(2026, 9, 18))
    assert (len(found), found[-1]) == (7, "и ещё 3")


async def test_a_curator_of_two_schools_gets_both_by_name(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    both = replace(
        curator(town),
        seats=tuple(
            Seat(Role.CURATOR, town.place(place), f"{place} name", ZONE)
            for place in ("school", "neighbour")
        ),
    )
    await confirmed(database, clock, curator(town), *PLAN)
    await confirmed(database, clock, curator(town, "neighbour"), *PLAN)
    day = date(2026, 9, 18)
    found = await lines(database, clock, both, day - DAY, day)
    heads = [text for text in texts(translator, found) if "карта" in text]
    assert heads == [
        "<b>Дорожная карта, school name</b>",
        "<b>Дорожная карта, neighbour name</b>",
    ]
    buttons = [line.button["action"] for line in found if line.button]
    assert buttons == [f"roadmap-list:{town.school}", f"roadmap-list:{town.neighbour}"]


async def test_the_department_hears_when_the_line_is_crossed_and_on_mondays(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    department = town.actor("department", Role.DEPARTMENT)
    source, staff = DepartmentAlerts(), set(town.people["department", Role.DEPARTMENT])
    # Row 2 was due on Friday the 18th, row 1 on Wednesday the 30th.
    days = [date(2026, 9, 25), date(2026, 9, 28), date(2026, 10, 5), date(2026, 10, 7)]
    day = TODAY
    for expected in days:
        async with acting(database, department, clock.now()) as unit:
            assert await source.who(unit, town.department, day, expected - DAY) == set()
            assert await source.next_day(unit, town.department, day) == expected
            assert await source.who(unit, town.department, day, expected) == staff
            assert await source.who(unit, town.stranger_department, day, expected) == set()
        day = expected
    first = await lines(database, clock, department, days[0] - DAY, days[0])
    assert texts(translator, first)[1:] == [
        "• school name: просрочено 1, самое давнее: 2 до 18 сентября"
    ]
    last = await lines(database, clock, department, days[3] - DAY, days[3])
    assert texts(translator, last)[1:] == [
        "• school name: просрочено 2, самое давнее: 2 до 18 сентября"
    ]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_line_has_words_in_both_languages(
    database: Database, clock: SettableClock, town: Town, translator: Translator, language: str
) -> None:
    await confirmed(database, clock, curator(town), *PLAN, item("4", date(2026, 9, 16)))
    for actor in (curator(town), town.actor("department", Role.DEPARTMENT)):
        for number in range(1, 60):
            day = TODAY + number * DAY
            found = await lines(database, clock, actor, day - DAY, day)
            assert all(texts(translator, found, language))
