"""Whose consent is needed on a day, and which of the given ones hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.consent.rules import Given, Giver, counts, is_minor, missing, needed, plausible

SELF, PARENT = Giver.SELF, Giver.REPRESENTATIVE
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
YEARS = st.integers(1940, 2030)


@pytest.mark.parametrize(
    ("birth_year", "day", "whose"),
    [
        # The last day before the year of turning 14, and the first of it.
        (2012, date(2025, 12, 31), {PARENT}),
        (2012, date(2026, 1, 1), {PARENT, SELF}),
        # The last day of the year of turning 18, and the first after it.
        (2008, date(2026, 12, 31), {PARENT, SELF}),
        (2008, date(2027, 1, 1), {SELF}),
        (1980, date(2026, 9, 14), {SELF}),
        (2019, date(2026, 9, 14), {PARENT}),
        (None, date(2026, 9, 14), {PARENT, SELF}),
    ],
)
def test_whose_consent(birth_year: int | None, day: date, whose: set[Giver]) -> None:
    assert needed(birth_year, day) == whose
    assert missing(birth_year, day, []) == whose


def consent(giver: Giver, on: date, *, alone: bool = False) -> Given:
    return Given(giver, on, on + timedelta(days=3650), alone)


@pytest.mark.parametrize(
    ("birth_year", "day", "consents", "left"),
    [
        # A pupil of 15: one without the other is half.
        (2011, date(2026, 9, 1), [consent(PARENT, date(2026, 8, 1))], {SELF}),
        (2011, date(2026, 9, 1), [consent(SELF, date(2026, 8, 1))], {PARENT}),
        # Agreed at 12, when it did not count: asked for at 14.
        (
            2012,
            date(2026, 1, 1),
            [consent(PARENT, date(2025, 9, 1)), consent(SELF, date(2025, 9, 1))],
            {SELF},
        ),
        # Of age now: what was agreed to before is asked again.
        (
            2008,
            date(2027, 1, 1),
            [consent(PARENT, date(2026, 9, 1)), consent(SELF, date(2026, 9, 1))],
            {SELF},
        ),
        # The paper knows the day of birth.
        (2008, date(2026, 9, 1), [consent(SELF, date(2026, 9, 1), alone=True)], set()),
        (2012, date(2026, 9, 1), [consent(PARENT, date(2026, 9, 1), alone=True)], set()),
        # Not begun yet, and over.
        (1980, date(2026, 9, 1), [consent(SELF, date(2026, 9, 2))], {SELF}),
        (1980, date(2026, 9, 3), [Given(SELF, date(2026, 9, 1), date(2026, 9, 2))], {SELF}),
    ],
)
def test_what_is_left(birth_year: int, day: date, consents: list[Given], left: set[Giver]) -> None:
    assert missing(birth_year, day, consents) == left


@given(YEARS, DAYS)
def test_somebody_is_always_asked(birth_year: int, day: date) -> None:
    whose = needed(birth_year, day)
    assert whose
    assert (PARENT in whose) == is_minor(birth_year, day)
    assert not is_minor(birth_year, day) or day.year - birth_year <= 18


@given(YEARS, DAYS, DAYS)
def test_nobody_grows_younger(birth_year: int, first: date, second: date) -> None:
    first, second = sorted((first, second))
    if PARENT not in needed(birth_year, first):
        assert PARENT not in needed(birth_year, second)
    if SELF in needed(birth_year, first):
        assert SELF in needed(birth_year, second)


@given(YEARS, DAYS, st.sets(st.sampled_from(Giver)))
def test_consents_of_today_count_today(birth_year: int, day: date, givers: set[Giver]) -> None:
    consents = [consent(giver, day) for giver in givers]
    assert missing(birth_year, day, consents) == needed(birth_year, day) - givers


@given(YEARS, DAYS, st.sampled_from(Giver), DAYS, st.booleans())
def test_more_consents_leave_no_more_open(
    birth_year: int, day: date, giver: Giver, on: date, alone: bool
) -> None:
    one = consent(giver, on, alone=alone)
    assert missing(birth_year, day, [one]) <= missing(birth_year, day, [])
    if not counts(one, birth_year, day):
        assert missing(birth_year, day, [one]) == missing(birth_year, day, [])


def test_a_year_nobody_can_have_been_born_in() -> None:
    today = date(2026, 9, 1)
    assert [plausible(year, today) for year in (1925, 1926, 2020, 2021)] == [
        False,
        True,
        True,
        False,
    ]
