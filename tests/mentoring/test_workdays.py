"""Which days are worked: holidays, moved days, weeks of five and of six days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.workdays import Week

FIVE, SIX = Week(), Week(six_days=True)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 3), True),
        (date(2026, 11, 4), False),  # the Day of Unity
        (date(2026, 1, 9), False),  # moved by the Government
        (date(2027, 2, 20), True),  # a Saturday that became a working day
        (date(2027, 2, 22), False),
        (date(2026, 9, 12), False),  # an ordinary Saturday
    ],
)
def test_days_as_the_calendar_has_them(day: date, works: bool) -> None:
    assert FIVE.works(day) is works


def test_a_six_day_week_has_saturdays_but_no_holidays() -> None:
    assert SIX.works(date(2026, 9, 12))
    assert not SIX.works(date(2026, 9, 13))
    assert not SIX.works(date(2027, 5, 1))


def test_a_week_opens_on_its_first_working_day() -> None:
    assert FIVE.opening(date(2026, 9, 17)) == date(2026, 9, 14)
    # Monday, 11 May 2026 is off for the ninth.
    assert FIVE.opening(date(2026, 5, 13)) == date(2026, 5, 12)
    # The whole first week of January 2027 is off.
    assert FIVE.opening(date(2027, 1, 6)) == date(2027, 1, 11)


@given(day=DAYS, count=st.integers(0, 40))
def test_working_days_are_counted_by_a_plain_walk(day: date, count: int) -> None:
    found = FIVE.after(day, count)
    walked = [
        one
        for number in range(1, (found - day).days + 1)
        if FIVE.works(one := day + timedelta(days=number))
    ]
    assert len(walked) == count
    assert found == (walked[-1] if walked else day)


@given(day=DAYS, week=st.sampled_from([FIVE, SIX]))
def test_the_nearest_working_days_are_the_nearest(day: date, week: Week) -> None:
    before, after = week.on_or_before(day), week.on_or_after(day)
    assert week.works(before)
    assert week.works(after)
    assert before <= day <= after
    assert (before == day == after) is week.works(day)
