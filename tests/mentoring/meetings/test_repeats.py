"""Times that come round: the rules, and how people type them."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import SettableClock
from db.engines import Database
from db.migrate import downgrade, upgrade
from db.models import MeetingSlot
from mentoring.meetings import repeats
from mentoring.meetings.freetext.names import called
from mentoring.meetings.freetext.rounds import Unclear, of_line, read_round
from mentoring.meetings.repeats import LAST, Repeat
from tests.mentoring.meetings.test_planning import FRIDAY, propose
from tests.mentoring.pairs.test_pairs import make
from tests.mentoring.seed import Town

WEDNESDAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("text", "repeat", "minute"),
    [
        ("каждую среду в 15:30", Repeat((2,)), 930),
        ("Каждую среду, 15:30", Repeat((2,)), 930),
        ("по вторникам и четвергам", Repeat((1, 3)), None),
        ("по вт и чт в 16", Repeat((1, 3)), 960),
        ("по пн, ср и пт в 16.00", Repeat((0, 2, 4)), 960),
        ("раз в две недели по пятницам", Repeat((4,), 2), None),
        ("раз в 2 недели по пятницам в 14:00", Repeat((4,), 2), 840),
        ("через неделю по пятницам", Repeat((4,), 2), None),
        ("каждые две недели в пятницу", Repeat((4,), 2), None),
        ("каждый первый понедельник", Repeat((0,), nth=1), None),
        ("каждый первый понедельник месяца в 15:00", Repeat((0,), nth=1), 900),
        ("каждый второй четверг месяца", Repeat((3,), nth=2), None),
        ("каждую последнюю пятницу месяца", Repeat((4,), nth=LAST), None),
        ("каждый вторник до 25 декабря", Repeat((1,), until=date(2026, 12, 25)), None),
        ("по вторникам до 25.12 в 15:30", Repeat((1,), until=date(2026, 12, 25)), 930),
        ("по вторникам до 31.01", Repeat((1,), until=date(2027, 1, 31)), None),
        ("каждую среду до конца программы", Repeat((2,)), None),
        ("каждую неделю", Repeat(()), None),
        ("раз в две недели", Repeat((), 2), None),
        ("every wednesday at 15:30", Repeat((2,)), 930),
    ],
)
def test_as_people_type_it(text: str, repeat: Repeat, minute: int | None) -> None:
    found = read_round(text, today=WEDNESDAY, language="ru")
    assert found is not None
    assert (found.repeat, found.minute) == (repeat, minute)


@pytest.mark.parametrize(
    "text",
    [
        "завтра 15:30",
        "в среду в 15:30",
        "кабинет 12",
        "по скайпу",
        "каждую среду в кабинете 12",
        "раз в месяц по средам",
        "каждый первый вторник и четверг",
        "",
    ],
)
def test_what_is_no_rule_is_not_taken_for_one(text: str) -> None:
    assert read_round(text, today=WEDNESDAY, language="ru") is None


def test_what_can_be_read_in_two_ways_is_asked() -> None:
    with pytest.raises(Unclear):
        read_round("каждый второй понедельник", today=WEDNESDAY, language="ru")


@given(st.text())
def test_anything_is_read_without_an_error(text: str) -> None:
    with suppress(Unclear):
        read_round(text, today=WEDNESDAY, language="ru")


REPEATS = st.one_of(
    st.builds(
        Repeat,
        st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
        st.integers(1, 2),
        until=st.none() | st.dates(date(2026, 11, 1), date(2027, 5, 1)),
    ),
    st.builds(
        Repeat, st.integers(0, 6).map(lambda day: (day,)), nth=st.sampled_from([1, 2, 3, 4, LAST])
    ),
)


@given(repeat=REPEATS, starts=st.dates(date(2026, 9, 1), date(2026, 10, 30)))
def test_a_rule_comes_back_and_names_its_days(repeat: Repeat, starts: date) -> None:
    assert repeats.parse(repeat.rule) == repeat
    through = starts + timedelta(days=90)
    found = list(repeats.occurrences(repeat.rule, starts, after=starts, through=through))
    assert found
    for day in found:
        assert starts < day <= min(through, repeat.until or through)
        assert day.weekday() in repeat.days
        if repeat.nth > 0:
            assert (day.day - 1) // 7 + 1 == repeat.nth
        if repeat.nth == LAST:
            assert (day + timedelta(days=7)).month != day.month
    if repeat.weeks == 2:
        weeks = {(day - timedelta(days=day.weekday())) for day in found}
        assert all((week - min(weeks)).days % 14 == 0 for week in weeks)


@given(starts=st.dates(date(2026, 9, 1), date(2027, 8, 31)), other=st.integers(0, 40))
def test_the_choices_of_a_button_begin_on_the_day_and_move_with_it(
    starts: date, other: int
) -> None:
    later = starts + timedelta(days=other)
    for rule in repeats.choices(starts)[1:]:
        yesterday = starts - timedelta(days=1)
        assert next(repeats.occurrences(rule, starts, after=yesterday, through=starts)) == starts
        assert repeats.moved(rule, later) in repeats.choices(later)


@pytest.mark.parametrize("rule", ["", "x", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=XX", "BYDAY=MO;A=B"])
def test_a_rule_that_is_not_ours_is_refused(rule: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        repeats.parse(rule)


async def test_slots_of_before_become_rules(
    database: Database, clock: SettableClock, town: Town
) -> None:
    pair_id = await make(database, clock, town)
    await propose(database, clock, town, pair_id, rule=repeats.on(FRIDAY.date(), weeks=2).rule)
    for _ in range(2):
        async with database.reading() as session:
            slot = await session.get_one(MeetingSlot, 1)
        assert slot.rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
        await downgrade(database, "0028")
        await upgrade(database)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("каждую среду с Петей в 15:30", "каждую среду в 15:30"),
        ("каждый понедельник в 15 с петей 45 минут", "каждый понедельник в 15"),
        ("будем встречаться с Петей по вт и чт в 16:30", "по вторникам и четвергам в 16:30"),
        ("раз в две недели с Петькой по полчаса", "раз в две недели"),
    ],
)
def test_a_line_names_a_partner_and_a_time_that_comes_round(line: str, said: str) -> None:
    found = of_line(line, called("Пётр Иванов"))
    assert read_round(found, today=WEDNESDAY, language="ru") == read_round(
        said, today=WEDNESDAY, language="ru"
    )
    assert read_round(found, today=WEDNESDAY, language="ru") is not None


@pytest.mark.parametrize(
    "line",
    ["занимались с Петей каждый вторник", "с Петей каждую среду разбирали задачи", "с Петей час"],
)
def test_what_was_done_does_not_come_round(line: str) -> None:
    found = of_line(line, called("Пётр Иванов"))
    assert read_round(found, today=WEDNESDAY, language="ru") is None
