"""Terms, and the programmes that are shipped to begin from."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.plans import templates
from mentoring.plans.rules import ACTIVITIES, TITLE_LIMIT, Kind, unusual_term, whole_months
from mentoring.programmes.forms import shipped
from mentoring.workdays import Week

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("last", "found"),
    [
        (date(2026, 11, 30), "short"),
        (date(2026, 12, 1), ""),
        (date(2027, 9, 1), ""),
        (date(2027, 9, 2), "long"),
        (date(2026, 8, 1), ""),
        (None, ""),
    ],
)
def test_a_teachers_programme_takes_three_months_to_a_year(last: date | None, found: str) -> None:
    assert unusual_term(date(2026, 9, 1), last) == found


@given(first=DAYS, days=st.integers(0, 4000))
def test_whole_months_are_as_many_as_fit(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    months = whole_months(first, last)
    assert months * 28 <= days
    assert days < (months + 1) * 31 + 1


def test_every_form_has_programmes_of_each_difficulty() -> None:
    for form in shipped():
        name = templates.newest_for(form)
        assert name is not None, form
        sizes = []
        for level in templates.LEVELS:
            lines = templates.lines_of(name, level, "ru")
            assert {Kind.GOAL, Kind.DIFFICULTY, Kind.GROWTH} <= {line.kind for line in lines}
            assert all(len(line.title) <= TITLE_LIMIT for line in lines)
            assert all((line.days is None) == (line.kind == Kind.GOAL) for line in lines)
            assert all(line.expected for line in lines if line.kind in ACTIVITIES)
            assert len(templates.lines_of(name, level, "en")) == len(lines)
            sizes.append((templates.lasts(lines), len(lines)))
        assert sizes == sorted(sizes)


@given(first=DAYS)
def test_a_teachers_template_is_never_of_an_unusual_term(first: date) -> None:
    for level in templates.LEVELS:
        lines = templates.lines_of("teachers-1", level, "ru")
        days = [day for _line, day in templates.dated(lines, first, None) if day]
        assert unusual_term(first, max(days)) == ""


@given(first=DAYS, room=st.integers(-5, 400), level=st.sampled_from(templates.LEVELS))
def test_terms_are_working_days_in_order_within_the_pairs_own(
    first: date, room: int, level: str
) -> None:
    last = first + timedelta(days=room)
    found = templates.dated(templates.lines_of("guides-1", level, "ru"), first, last)
    days = [(line.days or 0, day) for line, day in found if day]
    assert all(first <= day <= max(first, last) for _, day in days)
    assert all(day == first or Week().works(day) for _, day in days)
    assert [day for _, day in sorted(days)] == sorted(day for _, day in days)


def test_what_is_not_shipped_is_no_template() -> None:
    for name, level in (("teachers-1", "hardest"), ("teachers-99", "usual")):
        with pytest.raises(KeyError):
            templates.lines_of(name, level, "ru")
