"""When people are left alone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.quiet import USUAL, Lessons, Reader, hold, in_lessons

MOSCOW, KAMCHATKA = "Europe/Moscow", "Asia/Kamchatka"
PUPIL, ADULT = Reader(MOSCOW, USUAL), Reader(MOSCOW)


def moscow(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of the week of Monday, 14 September 2026."""
    return datetime(2026, 9, day, hour, minute, tzinfo=ZoneInfo(MOSCOW)).astimezone(UTC)


@pytest.mark.parametrize(
    ("reader", "now", "until"),
    [
        (PUPIL, moscow(14, 9), moscow(14, 14, 30)),
        (PUPIL, moscow(14, 14, 29), moscow(14, 14, 30)),
        (PUPIL, moscow(14, 14, 30), None),
        (PUPIL, moscow(14, 19, 59), None),
        (PUPIL, moscow(14, 20), moscow(15, 14, 30)),
        # On a day off there are no lessons, and no early mornings either.
        (PUPIL, moscow(19, 8), moscow(19, 9)),
        (PUPIL, moscow(19, 12), None),
        (PUPIL, moscow(18, 21), moscow(19, 9)),
        (ADULT, moscow(14, 9), None),
        (ADULT, moscow(14, 23), moscow(15, 8)),
        (ADULT, moscow(14, 3), moscow(14, 8)),
        (Reader(KAMCHATKA), moscow(14, 12), moscow(14, 23)),
        (Reader(MOSCOW, Lessons(14 * 60, 19 * 60)), moscow(14, 12), moscow(14, 19)),
    ],
)
def test_the_hours(reader: Reader, now: datetime, until: datetime | None) -> None:
    assert hold(reader, now) == until


@given(
    now=st.integers(0, 135 * 24 * 60).map(lambda one: moscow(1, 0) + timedelta(minutes=one)),
    zone=st.sampled_from([MOSCOW, KAMCHATKA, "Europe/Kaliningrad", "America/New_York"]),
    pupil=st.booleans(),
)
def test_whoever_waits_gets_it_within_a_day_at_an_open_hour(
    now: datetime, zone: str, pupil: bool
) -> None:
    reader = Reader(zone, USUAL if pupil else None)
    until = hold(reader, now)
    if until is not None:
        assert now < until <= now + timedelta(days=1)
        assert hold(reader, until) is None


def test_a_meeting_in_lessons() -> None:
    assert in_lessons(moscow(14, 14), 45, MOSCOW, USUAL)
    assert in_lessons(moscow(14, 8), 45, MOSCOW, USUAL)
    assert not in_lessons(moscow(14, 14, 30), 45, MOSCOW, USUAL)
    assert not in_lessons(moscow(19, 10), 45, MOSCOW, USUAL)
    assert moscow(19, 10).date() == date(2026, 9, 19)
