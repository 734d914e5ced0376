"""The morning digest's part about roadmaps, day by day as it would be sent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from core.clock import SettableClock
from core.errors import NotAllowed
from core.translator import Translator
from db.engines import Database
from db.models import Deputy, Membership
from mentoring.digest import Line
from mentoring.roadmaps import board, closing, naming, switches
from mentoring.roadmaps.alerts import LateAlerts, RowAlerts
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.deadlines import Kind
from mentoring.roadmaps.executing import Choice, Holder
from mentoring.roadmaps.rules import Alert
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
    source = RowAlerts() if actor.seats[0].role == Role.CURATOR else LateAlerts()
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
        # A Saturday: nobody is written to, Monday covers it.
        date(2026, 9, 19): [],
        date(2026, 9, 21): ["<b>Просрочено</b>", "• 2 Мероприятие 2: срок был 18 сентября"],
        date(2026, 9, 23): [
            "<b>Скоро срок</b>",
            "• 1 Мероприятие 1: осталось 7 дней, до 30 сентября",
            "Ещё просрочено, уже называлось раньше: 1",
        ],
        date(2026, 9, 28): [
            "<b>Просрочено</b>",
            "• 2 Мероприятие 2: срок был 18 сентября",
            "<b>На этой неделе</b>",
            "• 1 Мероприятие 1: до 30 сентября",
        ],
    }
    assert {day: await said(database, clock, town, translator, day) for day in story} == story


async def test_planning_and_writing_agree_day_by_day(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    source, curators = RowAlerts(), set(town.people["school", Role.CURATOR])
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
        for source in (RowAlerts(), LateAlerts()):
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
        assert await RowAlerts().next_day(unit, town.school, TODAY) is None
        assert await LateAlerts().next_day(unit, town.department, TODAY) is None


async def test_many_rows_are_counted(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    rows = [item(str(number), end=date(2026, 9, 18)) for number in range(1, 9)]
    await confirmed(database, clock, curator(town), *rows)
    found = await said(database, clock, town, translator, date(2026, 9, 18))
    assert (len(found), found[-1]) == (7, "и ещё 3")


async def test_missed_terms_of_one_row_are_one_line(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    fridays = [date(2026, 9, 4) + timedelta(days=7 * week) for week in range(3)]
    weekly = item("5", kind=Kind.RECURRING, windows=tuple((None, day) for day in fridays))
    await confirmed(database, clock, curator(town), weekly, PLAN[1])
    late = [
        "<b>Просрочено</b>",
        "• 5 Мероприятие 5: срок был 4 сентября, после него ещё 2 раза",
        "• 2 Мероприятие 2: срок был 18 сентября",
    ]
    assert await said(database, clock, town, translator, date(2026, 9, 21)) == late
    head = town.actor("school", Role.HEAD)
    above = await lines(database, clock, head, date(2026, 9, 27), date(2026, 9, 28))
    assert texts(translator, above) == [
        "<b>Просрочено в Вашей организации</b>\nМероприятий своей дорожной карты: 2",
        *late[1:],
    ]


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
    async with database.begin() as session:
        session.add(
            Membership(
                organisation_id=town.neighbour,
                person_id=both.person_id,
                role=Role.CURATOR,
                since=clock.now(),
            )
        )
    day = date(2026, 9, 18)
    found = await lines(database, clock, both, day - DAY, day)
    heads = [text for text in texts(translator, found) if "карта" in text]
    assert heads == [
        "<b>Дорожная карта, school name</b>",
        "<b>Дорожная карта, neighbour name</b>",
    ]
    buttons = [line.button["action"] for line in found if line.button]
    assert buttons == [f"roadmap-list:{town.school}", f"roadmap-list:{town.neighbour}"]


@pytest.mark.parametrize("headless", [False, True])
async def test_late_rows_go_to_the_head_or_without_one_to_the_department(
    database: Database, clock: SettableClock, town: Town, translator: Translator, headless: bool
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    if headless:
        async with database.begin() as session:
            ended = update(Membership).where(Membership.role == Role.HEAD)
            await session.execute(ended.values(ended_at=clock.now()))
    place = "department" if headless else "school"
    role = Role.DEPARTMENT if headless else Role.HEAD
    above, there = town.actor(place, role), town.place(place)
    source, staff = LateAlerts(), set(town.people[place, role])
    # Row 2 was due on Friday the 18th, row 1 on Wednesday the 30th.
    days = [date(2026, 9, 25), date(2026, 9, 28), date(2026, 10, 5), date(2026, 10, 7)]
    day = TODAY
    for expected in days:
        async with acting(database, above, clock.now()) as unit:
            assert await source.who(unit, there, day, expected - DAY) == set()
            assert await source.next_day(unit, there, day) == expected
            assert await source.who(unit, there, day, expected) == staff
            assert await source.who(unit, town.stranger_department, day, expected) == set()
        day = expected
    first, last = [
        texts(translator, await lines(database, clock, above, on - DAY, on))[1:]
        for on in (days[0], days[3])
    ]
    if headless:
        assert first == ["• school name: просрочено 1, самое давнее: 2 до 18 сентября"]
        assert last == ["• school name: просрочено 2, самое давнее: 2 до 18 сентября"]
    else:
        assert first == ["• 2 Мероприятие 2: срок был 18 сентября"]
        assert len(last) == 2


async def test_executors_hear_of_their_rows_and_curators_only_of_late_ones(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    person = town.people["school", Role.EXECUTOR][0]
    async with acting(database, curator(town), clock.now()) as unit:
        (named,) = await naming.listed(unit, organisation_id=town.school)
        await naming.decide(
            unit, executor_id=named.id, choice=Choice(Holder.PERSON, person_id=person)
        )
    source, curators = RowAlerts(), set(town.people["school", Role.CURATOR])
    executor = town.actor("school", Role.EXECUTOR)
    async with acting(database, executor, clock.now()) as unit:
        last, late = date(2026, 9, 18), date(2026, 9, 21)
        assert await source.who(unit, town.school, last - DAY, last) == {person}
        assert await source.who(unit, town.school, last, late) == {person, *curators}
        found = await source.lines(unit, person, last - DAY, last)
        assert next(line.button for line in found if line.button)["action"] == "roadmap-mine"
        mine = await board.mine(unit, offset=0, limit=9)
        assert [task.number for task in mine] == ["2", "1", "3"]
        await closing.close(unit, assignment_id=mine[0].id)
        assert await source.who(unit, town.school, last, late) == set()
    other = town.actor("school", Role.EXECUTOR, 1)
    async with acting(database, other, clock.now()) as unit:
        assert await board.mine(unit, offset=0, limit=9) == []
        with pytest.raises(NotAllowed):
            await closing.close(unit, assignment_id=mine[1].id)
        with pytest.raises(NotAllowed):
            await board.card(unit, assignment_id=mine[1].id)


async def test_a_deputy_hears_instead_of_who_is_on_leave(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    absent, other = town.people["school", Role.CURATOR]
    deputy = town.people["school", Role.EXECUTOR][0]
    last = date(2026, 9, 18)
    async with database.begin() as session:
        session.add(
            Deputy(
                organisation_id=town.school,
                role=Role.CURATOR,
                person_id=deputy,
                absent_id=absent,
                starts_on=TODAY,
                ends_on=last,
                created_by=absent,
                created_at=clock.now(),
            )
        )
    source = RowAlerts()
    async with acting(database, town.actor("school", Role.EXECUTOR), clock.now()) as unit:
        assert await source.who(unit, town.school, last - DAY, last) == {deputy, other}
        assert await source.lines(unit, deputy, last - DAY, last)
        after = date(2026, 9, 21)
        assert await source.who(unit, town.school, last, after) == {absent, other}
    async with acting(database, curator(town), clock.now()) as unit:
        assert await source.lines(unit, absent, last - DAY, last) == []


async def test_a_switch_silences_a_kind_but_never_the_last_day(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await confirmed(database, clock, curator(town), *PLAN)
    one, other = town.people["school", Role.CURATOR]
    async with acting(database, curator(town), clock.now()) as unit:
        await switches.switch(unit, kind=Alert.WEEK_LEFT, on=False)
        with pytest.raises(NotAllowed):
            await switches.switch(unit, kind=Alert.LAST_DAY, on=False)
        source, week, last = RowAlerts(), date(2026, 9, 11), date(2026, 9, 18)
        assert await source.who(unit, town.school, week - DAY, week) == {other}
        assert await source.who(unit, town.school, last - DAY, last) == {one, other}
        await switches.switch(unit, kind=Alert.WEEK_LEFT, on=True)
        assert await source.who(unit, town.school, week - DAY, week) == {one, other}


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_line_has_words_in_both_languages(
    database: Database, clock: SettableClock, town: Town, translator: Translator, language: str
) -> None:
    await confirmed(database, clock, curator(town), *PLAN, item("4", date(2026, 9, 16)))
    for actor in (curator(town), town.actor("school", Role.HEAD)):
        for number in range(1, 60):
            day = TODAY + number * DAY
            found = await lines(database, clock, actor, day - DAY, day)
            assert all(texts(translator, found, language))
