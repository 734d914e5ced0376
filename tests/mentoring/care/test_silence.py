"""Silence is counted in days of school."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentoring.care.silence import silent_days
from mentoring.holidays import Break, Holidays

DAY = date(2026, 10, 1)
AUTUMN = Holidays((Break(1, "осенние", date(2026, 10, 26), date(2026, 11, 3), own=True),))


def test_holidays_stop_the_clock() -> None:
    assert silent_days(DAY, DAY, AUTUMN) == 0
    assert silent_days(DAY, date(2026, 10, 25), AUTUMN) == 24
    # The whole of the holidays counts as no day.
    assert silent_days(DAY, date(2026, 11, 3), AUTUMN) == 24
    assert silent_days(DAY, date(2026, 11, 4), AUTUMN) == 25


@given(st.integers(-5, 150), st.integers(0, 40), st.integers(0, 30))
def test_it_never_runs_backwards_and_counts_no_holiday(days: int, first: int, length: int) -> None:
    starts = DAY + timedelta(days=first)
    free = Holidays((Break(1, "", starts, starts + timedelta(days=length), own=True),))
    today = DAY + timedelta(days=days)
    count = silent_days(DAY, today, free)
    assert 0 <= count <= max(days, 0)
    assert silent_days(DAY, today + timedelta(days=1), free) - count in {0, 1}
