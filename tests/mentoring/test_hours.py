"""The hours of a local day, also where the clocks change."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from mentoring import digest


@given(
    st.sampled_from(["Europe/Moscow", "Europe/Berlin", "America/Santiago", "Pacific/Apia", "UTC"]),
    st.dates(date(2000, 1, 1), date(2040, 12, 30)),
    st.integers(0, 23),
)
def test_hours_of_a_day_are_in_order_and_of_that_day(zone: str, day: date, hour: int) -> None:
    instant = digest.at_hour(day, hour, zone)
    assert instant.tzinfo is UTC
    local = instant.astimezone(ZoneInfo(zone))
    # Later than asked for is only where that hour does not exist and the clocks were put past it.
    assert (local.date(), local.hour) >= (day, hour)
    if (local.date(), local.hour) != (day, hour):
        before = (instant - timedelta(minutes=1)).astimezone(ZoneInfo(zone))
        assert (before.date(), before.hour) < (day, hour)
    hours = [digest.at_hour(day, number, zone) for number in range(24)]
    assert all(earlier <= later for earlier, later in pairwise(hours))


def test_an_hour_that_comes_twice_is_the_first_of_them() -> None:
    assert digest.at_hour(date(2026, 10, 25), 2, "Europe/Berlin") == datetime(
        2026, 10, 25, 0, tzinfo=UTC
    )
    assert digest.at_hour(date(2026, 3, 29), 2, "Europe/Berlin") == datetime(
        2026, 3, 29, 1, tzinfo=UTC
    )
