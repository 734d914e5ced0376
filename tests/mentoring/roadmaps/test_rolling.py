"""A row in another school year: its month stays, its words are read anew, doubts are flagged."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models import Activity
from mentoring.roadmaps.deadlines import Deadline, Kind, Span, Warn, YearContext, read_deadline
from mentoring.roadmaps.records import deadline_columns
from mentoring.roadmaps.rolling import rolled
from mentoring.workdays import Week

HERE = YearContext(period=Span(date(2025, 9, 1), date(2026, 8, 31)), today=date(2025, 9, 1))
THERE = YearContext(period=Span(date(2026, 9, 1), date(2027, 8, 31)), today=date(2026, 6, 1))


def row(text: str, title: str = "Провести встречу", **more: Any) -> Activity:
    columns = deadline_columns(read_deadline(text, context=HERE)) | more
    return Activity(title=title, deadline_text=text, warnings=[], **columns)


@pytest.mark.parametrize(
    "case",
    [
        ("до 20 сентября", "до 20 сентября", None, date(2026, 9, 20)),
        ("январь 2026 года", "январь 2027 года", date(2027, 1, 1), date(2027, 1, 31)),
        (
            "сентябрь - октябрь 2025/26 уч.г.",
            "сентябрь - октябрь 2026/27 уч.г.",
            date(2026, 9, 1),
            date(2026, 10, 31),
        ),
        ("до 29 мая 2026 г.", "до 29 мая 2027 г.", None, date(2027, 5, 29)),
        ("15.01.2026-20.02.2026", "15.01.2027-20.02.2027", date(2027, 1, 15), date(2027, 2, 20)),
    ],
)
def test_the_words_are_read_in_the_new_year(
    case: tuple[str, str, date | None, date],
) -> None:
    text, later, start, end = case
    found = rolled(row(text), 1, HERE, THERE)
    assert (found.text, found.deadline.start, found.deadline.end) == (later, start, end)


def test_a_corrected_row_keeps_its_correction() -> None:
    settled = row("когда получится", end=date(2025, 10, 15), kind="due", settled_at=1)
    found = rolled(settled, 1, HERE, THERE)
    assert (found.deadline.kind, found.deadline.end) == (Kind.DUE, date(2026, 10, 15))
    assert not found.doubtful


def test_windows_move_with_the_year() -> None:
    found = rolled(row("ежемесячно до 25 числа"), 1, HERE, THERE).deadline
    assert found.kind is Kind.RECURRING
    assert all(last.day == 25 for _first, last in found.occurrences)
    assert found.occurrences[0][1] >= date(2026, 9, 1)


def test_what_needs_thought_is_asked() -> None:
    exact = rolled(row("5 сентября 2025"), 1, HERE, THERE)
    assert (exact.deadline.end, exact.doubtful) == (date(2026, 9, 5), True)
    assert Warn.DAY_OFF in exact.deadline.warnings
    # A Saturday: no day off where people work six days.
    assert not rolled(row("5 сентября 2025"), 1, HERE, THERE, Week(six_days=True)).doubtful
    limit = rolled(row("до 5 сентября"), 1, HERE, THERE)
    assert (Warn.DAY_OFF in limit.deadline.warnings, limit.doubtful) == (True, False)
    titled = rolled(row("до 1 октября", "Приказ на 2025-2026 учебный год"), 1, HERE, THERE)
    assert titled.title == "Приказ на 2026-2027 учебный год"
    assert (titled.doubtful, titled.deadline.warnings) == (True, (Warn.YEAR_IN_TITLE,))
    once = rolled(row("до 1 октября", "Разработка положения о наставничестве"), 1, HERE, THERE)
    assert once.deadline.warnings == (Warn.ONLY_ONCE,)


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.integers(0, 400),
    st.integers(1, 5),
)
def test_a_moved_row_keeps_its_months(start: date, days: int, years: int) -> None:
    end = start + timedelta(days=days)
    stored = Deadline(Kind.PERIOD, start, end)
    activity = Activity(title="x", deadline_text="", warnings=[], **deadline_columns(stored))
    found = rolled(activity, years, HERE, THERE).deadline
    assert found.start and found.end
    assert (found.start.month, found.end.month) == (start.month, end.month)
    assert (found.start.year, found.end.year) == (start.year + years, end.year + years)
