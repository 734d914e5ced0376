"""Days as people type them."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from handlers.kit.dates import parse_day

TODAY = date(2026, 10, 12)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12.10", date(2026, 10, 12)),
        (" 12 / 10 ", None),
        ("12/10/26", date(2026, 10, 12)),
        ("12-10-2026", date(2026, 10, 12)),
        ("2026-10-12", date(2026, 10, 12)),
        ("3 мая", date(2026, 5, 3)),
        ("12 окт.", date(2026, 10, 12)),
        ("12  Октября 2027 г.", date(2027, 10, 12)),
        ("12 октября 2025 года", date(2025, 10, 12)),
        ("5 январь", date(2027, 1, 5)),
        ("29.02.2028", date(2028, 2, 29)),
        ("29.02", None),
        ("32.10", None),
        ("0.0", None),
        ("12.13.2026", None),
        ("0000-01-01", None),
        ("12 дней", None),
        ("12 октября обсудили план", None),
        ("45", None),
        ("", None),
        ("октябрь", None),
    ],
)
def test_a_typed_day_is_read_or_left_alone(text: str, meant: date | None) -> None:
    assert parse_day(text, today=TODAY, language="ru") == meant


@pytest.mark.parametrize("text", ["12 October", "October 12", "Oct 12, 2026", "12 oct. 2026"])
def test_english_has_the_month_on_either_side(text: str) -> None:
    assert parse_day(text, today=TODAY, language="en") == TODAY


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from(["ru", "en"]))
def test_what_the_bot_writes_it_reads(day: date, language: str) -> None:
    for pattern in ("dd.MM.y", "d MMMM y", "y-MM-dd"):
        written = format_date(day, pattern, locale=language)
        assert parse_day(written, today=TODAY, language=language) == day


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.integers(-180, 180))
def test_without_a_year_the_nearest_day_is_meant(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    if (day.month, day.day) != (2, 29):
        assert parse_day(f"{day:%d.%m}", today=today, language="ru") == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = parse_day(text, today=TODAY, language="ru")
    assert found is None or isinstance(found, date)
