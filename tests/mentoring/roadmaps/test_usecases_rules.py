"""When a row is spoken of: the days in words first, then what holds for all days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.roadmaps import rules
from mentoring.roadmaps.rules import Alert, Policy, Term
from mentoring.workdays import Week

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
LONG_AGO = date(2020, 1, 1)


def named(term: Term, first: date, days: int) -> dict[date, Alert]:
    """Day by day, as digests that miss no day would name the row."""
    found = {}
    for number in range(days):
        day = first + timedelta(days=number)
        alert = rules.latest_alert(term, day - timedelta(days=1), day)
        if alert is not None:
            found[day] = alert
    return found


def test_the_days_of_an_ordinary_window() -> None:
    # 16 September 2026 is a Wednesday.
    term = Term(date(2026, 9, 16), date(2026, 9, 30), watched_on=date(2026, 9, 1))
    assert named(term, date(2026, 9, 1), 50) == {
        date(2026, 9, 16): Alert.OPENS,
        date(2026, 9, 23): Alert.WEEK_LEFT,
        date(2026, 9, 28): Alert.THIS_WEEK,
        date(2026, 9, 30): Alert.LAST_DAY,
        date(2026, 10, 1): Alert.OVERDUE,
        date(2026, 10, 5): Alert.OVERDUE,
        date(2026, 10, 12): Alert.OVERDUE,
        date(2026, 10, 19): Alert.OVERDUE,
    }


def test_a_single_day_is_named_a_week_before_and_on_it() -> None:
    term = Term(date(2026, 9, 16), date(2026, 9, 16), watched_on=date(2026, 9, 1))
    assert named(term, date(2026, 9, 2), 15) == {
        date(2026, 9, 9): Alert.WEEK_LEFT,
        date(2026, 9, 14): Alert.THIS_WEEK,
        date(2026, 9, 16): Alert.LAST_DAY,
    }


def test_a_short_window_is_named_when_it_opens_not_before() -> None:
    term = Term(date(2026, 9, 14), date(2026, 9, 18), watched_on=date(2026, 9, 1))
    assert named(term, date(2026, 9, 2), 17) == {
        date(2026, 9, 14): Alert.OPENS,
        date(2026, 9, 18): Alert.LAST_DAY,
    }


def test_a_weekly_row_has_no_notice_a_week_before() -> None:
    term = Term(None, date(2026, 9, 18), watched_on=date(2026, 9, 1), frequent=True)
    assert named(term, date(2026, 9, 2), 17) == {date(2026, 9, 18): Alert.LAST_DAY}


def test_nothing_is_said_of_days_up_to_the_confirmation() -> None:
    term = Term(date(2026, 9, 1), date(2026, 9, 15), watched_on=date(2026, 9, 15))
    assert named(term, date(2026, 8, 1), 47) == {date(2026, 9, 16): Alert.OVERDUE}


def test_what_was_past_is_overdue_from_the_day_after_it_was_left_open() -> None:
    term = Term(None, date(2026, 5, 31), watched_on=date(2026, 9, 2))
    assert named(term, date(2026, 6, 1), 100) == {
        date(2026, 9, 3): Alert.OVERDUE,
        date(2026, 9, 7): Alert.OVERDUE,
    }
    assert term.escalated_on == date(2026, 9, 9)


def test_a_last_day_off_is_announced_on_the_last_working_day_before() -> None:
    # Sunday, 20 September 2026; and the New Year's holidays.
    term = Term(None, date(2026, 9, 20), watched_on=date(2026, 9, 1))
    assert named(term, date(2026, 9, 15), 8) == {
        date(2026, 9, 18): Alert.LAST_DAY,
        date(2026, 9, 21): Alert.OVERDUE,
    }
    term = Term(None, date(2027, 1, 5), watched_on=date(2026, 9, 1))
    assert named(term, date(2026, 12, 30), 14) == {
        date(2026, 12, 30): Alert.LAST_DAY,
        date(2027, 1, 11): Alert.OVERDUE,
    }


def test_a_six_day_week_works_on_saturdays() -> None:
    due = date(2026, 9, 19)
    term = Term(None, due, LONG_AGO, policy=Policy(six_day_week=True, escalation_days=2))
    assert named(term, due, 1) == {due: Alert.LAST_DAY}
    assert term.escalated_on == date(2026, 9, 22)


def test_what_goes_on_is_asked_about_once_a_month_till_it_is_said() -> None:
    term = Term(None, None, watched_on=date(2026, 9, 1), continuous=True)
    assert named(term, date(2026, 9, 1), 70) == {
        date(2026, 10, 1): Alert.GOES_ON,
        # The first of November is a Sunday.
        date(2026, 11, 2): Alert.GOES_ON,
    }
    said = replace(term, kept_on=date(2026, 11, 1))
    assert rules.next_alert(said, date(2026, 10, 20)) == date(2026, 12, 1)
    assert rules.latest_alert(said, date(2026, 10, 30), date(2026, 11, 2)) is None


def test_an_open_end_is_named_once() -> None:
    term = Term(date(2026, 9, 16), None, watched_on=date(2026, 9, 1))
    assert named(term, date(2026, 9, 2), 60) == {date(2026, 9, 16): Alert.OPENS}
    assert term.overdue_on is None
    assert term.escalated_on is None


def test_no_days_no_words() -> None:
    assert named(Term(None, None, LONG_AGO), date(2026, 1, 1), 400) == {}
    assert rules.next_alert(Term(None, None, LONG_AGO), date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("due", "line"),
    [
        (date(2026, 9, 18), date(2026, 9, 25)),  # Friday: the next Friday
        (date(2026, 9, 19), date(2026, 9, 25)),  # Saturday
        (date(2026, 9, 21), date(2026, 9, 28)),  # Monday: the next Monday
    ],
)
def test_the_department_hears_after_five_working_days(due: date, line: date) -> None:
    assert Term(None, due, LONG_AGO).escalated_on == line


TERMS = st.builds(
    lambda due, length, watched, frequent, policy: Term(
        due - timedelta(days=length) if length is not None else None,
        due,
        watched,
        frequent,
        policy=policy,
    ),
    policy=st.builds(Policy, notice_days=st.integers(1, 30), six_day_week=st.booleans()),
    due=DAYS,
    length=st.none() | st.integers(0, 400),
    watched=DAYS,
    frequent=st.booleans(),
)


@given(term=TERMS, after=DAYS)
def test_the_next_alert_is_the_first_day_that_has_one(term: Term, after: date) -> None:
    found = rules.next_alert(term, after)
    assert found is not None
    assert found > max(after, term.watched_on)
    assert rules.latest_alert(term, found - timedelta(days=1), found) is not None
    assert rules.latest_alert(term, after, found - timedelta(days=1)) is None


def test_reminders_before_two_weeks_that_begin_off_are_not_forgotten() -> None:
    # 1 January 2035 is a Monday, and the 8th is a day off, too.
    first, week = date(2034, 6, 1), Week()
    assert rules.latest_reminder(first, date(2034, 11, 1), date(2035, 1, 8), week) == date(
        2034, 12, 25
    )


@given(term=TERMS, since=DAYS, missed=st.integers(0, 120))
def test_after_a_stop_the_present_state_is_told_once(term: Term, since: date, missed: int) -> None:
    """A digest over several days says what the last of their digests would have said."""
    until = since + timedelta(days=missed)
    daily = named(term, since + timedelta(days=1), missed)
    told = rules.latest_alert(term, since, until)
    assert told == (daily[max(daily)] if daily else None)


@given(first=DAYS, after=DAYS)
def test_reminders_come_on_mondays_and_leave_a_pause(first: date, after: date) -> None:
    week = Week()
    found = rules.next_reminder(first, after, week)
    assert found > after
    assert found == first or (week.opening(found) == found and (found - first).days >= 3)
    # The New Year's holidays are the longest pause.
    assert (found - max(first, after)).days <= 9 + 14
