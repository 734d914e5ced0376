"""What is offered for a doubtful deadline."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.roadmaps.deadlines import Deadline, Kind, Span, Warn, YearContext, read_deadline
from mentoring.roadmaps.doubts import is_dated
from mentoring.roadmaps.readings import readings

PLAN = YearContext(period=Span(date(2026, 9, 1), date(2027, 8, 31)), today=date(2026, 9, 14))
NO_YEAR = YearContext(today=date(2026, 9, 14))


def offered(
    text: str, context: YearContext = PLAN, *warnings: Warn
) -> list[tuple[date | None, date | None]]:
    deadline = read_deadline(text, context=context).warned(*warnings)
    return [(one.start, one.end) for one in readings(deadline, text, context).values()]


def test_a_day_that_no_calendar_has_becomes_the_last_of_its_month() -> None:
    assert offered("до 31.06.2027") == [(None, date(2027, 6, 30))]
    assert offered("до 31 июня") == [(None, date(2027, 6, 30))]
    assert offered("30 февраля 2027 года") == [(None, date(2027, 2, 28))]


def test_each_of_several_deadlines_can_be_chosen() -> None:
    found = offered("до 1 октября или до 15 ноября")
    # The later one is what was read.
    assert found == [(None, date(2026, 11, 15)), (None, date(2026, 10, 1))]


def test_a_deadline_without_a_year_is_offered_in_two() -> None:
    assert offered("до 20 января", NO_YEAR) == [
        (None, date(2027, 1, 20)),
        (None, date(2028, 1, 20)),
    ]


def test_what_is_readable_of_an_unreadable_cell_is_offered() -> None:
    found = offered("тридесятого числа; с 1 по 15 октября")
    assert (date(2026, 10, 1), date(2026, 10, 15)) in found


def test_two_years_may_be_a_school_year_or_one_window() -> None:
    text = "сентябрь-октябрь 2026-2027 гг."
    found = readings(read_deadline(text, context=PLAN), text, PLAN)
    assert found["read"].kind is Kind.RECURRING
    days = [(one.start, one.end) for one in found.values() if one.kind is Kind.PERIOD]
    assert days == [(date(2026, 9, 1), date(2026, 10, 31))]


def test_nothing_is_offered_for_nothing() -> None:
    assert readings(Deadline(Kind.UNKNOWN, warnings=(Warn.UNREAD,)), "когда-нибудь", PLAN) == {}


@given(
    st.text(alphabet="0123456789.,-/ ()илидосентябрьфевраля\n;год", max_size=60),
    st.sampled_from([PLAN, NO_YEAR]),
    st.sets(st.sampled_from(list(Warn)), max_size=4),
)
def test_every_choice_says_something_of_its_own(
    text: str, context: YearContext, warnings: set[Warn]
) -> None:
    deadline = read_deadline(text, context=context).warned(*warnings)
    found = readings(deadline, text, context)
    assert len(found) <= 4
    for one in found.values():
        assert is_dated(one)
        assert one.start is None or one.end is None or one.start <= one.end


@pytest.mark.parametrize("name", ["later", "earlier"])
def test_another_year_is_still_offered(name: str) -> None:
    deadline = Deadline(Kind.DUE, None, date(2026, 5, 1), warnings=(Warn.YEAR_DOUBTFUL,))
    assert name in readings(deadline, "до 1 мая", PLAN)
