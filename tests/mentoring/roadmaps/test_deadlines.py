"""Deadlines: what phrases say, what no phrase may do."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.roadmaps.deadlines import (
    Deadline,
    Kind,
    Span,
    Warn,
    YearContext,
    occurrences,
    read_deadline,
    recurrence,
    school_span,
)
from mentoring.roadmaps.deadlines.vocabulary import MONTH_FORMS

PHRASES = Path(__file__).with_name("deadlines.txt")
CONTEXTS = {
    "SCHOOL_YEAR": YearContext(school_year=2026),
    "NO_YEAR": YearContext(),
    "ORDER_OF_29_DECEMBER_2022": YearContext(document_date=date(2022, 12, 29), school_year=2026),
    "TITLE_OF_2020": YearContext(
        period=Span(date(2020, 1, 1), date(2020, 12, 31)), document_date=date(2020, 9, 1)
    ),
    "TITLE_OF_2024": YearContext(period=Span(date(2024, 1, 1), date(2024, 12, 31))),
    "TITLE_OF_2023_24": YearContext(period=school_span(2023)),
    "TITLE_OF_2020_TO_2024": YearContext(period=Span(date(2020, 1, 1), date(2024, 12, 31))),
}
FREQS = ("weekly", "monthly", "quarterly", "half-yearly", "yearly")


def _lines():
    group = ""
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            text, _, expected = line.rpartition(" = ")
            name = f"{group}-{text}"
            yield pytest.param(_unescaped(text), expected, CONTEXTS[group], id=name)


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\u00a0", "\u00a0").replace("\\u00ad", "\u00ad")


def _day(text: str) -> date | None:
    return None if text in (".", "") else date.fromisoformat(text)


@pytest.mark.parametrize(("text", "expected", "context"), list(_lines()))
def test_phrase(text: str, expected: str, context: YearContext) -> None:
    kind, *rest = expected.split()
    start, _, end = next((part for part in rest if "|" in part), "|").partition("|")
    freq = next((part for part in rest if part in FREQS), None)
    rrule = next((part for part in rest if part.startswith("FREQ=")), None)
    warnings = {part[1:] for part in rest if part.startswith("!")}

    deadline = read_deadline(text, context=context)

    assert deadline.kind == kind
    assert (deadline.start, deadline.end) == (_day(start), _day(end))
    assert deadline.freq == freq
    assert deadline.rrule == rrule
    assert warnings <= set(deadline.warnings)
    harmless = {Warn.SCHOOL_CALENDAR, Warn.AMBIGUOUS, Warn.PARTLY_READ, Warn.APPROXIMATE}
    assert set(deadline.warnings) <= warnings | harmless


def test_day_after_which_nothing_of_a_roadmap_is_known() -> None:
    """Windows of an unbounded series start where the document does."""
    context = YearContext(document_date=date(2022, 12, 29), today=date(2026, 10, 1))
    windows = read_deadline("ежеквартально", context=context).occurrences
    assert windows[0] == (date(2022, 10, 1), date(2022, 12, 31))
    assert len(windows) == 4
    undated = read_deadline("ежемесячно", context=YearContext(today=date(2026, 10, 15)))
    assert len(undated.occurrences) == 12
    assert undated.occurrences[0] == (date(2026, 10, 1), date(2026, 10, 31))
    assert read_deadline("ежемесячно", context=YearContext()).occurrences == ()


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        (
            "сентябрь-ноябрь ежегодно 2021-2022 гг.",
            ["2021-09-01 2021-11-30", "2022-09-01 2022-11-30"],
        ),
        ("15 октября, 15 января", ["2026-10-15 2026-10-15", "2027-01-15 2027-01-15"]),
        ("до 15 октября, до 15 января", ["None 2026-10-15", "None 2027-01-15"]),
        (
            "до 31 числа каждого месяца, октябрь-декабрь",
            ["None 2026-10-31", "None 2026-11-30", "None 2026-12-31"],
        ),
        (
            "30 числа каждого месяца, январь-март",
            ["2027-01-30 2027-01-30", "2027-02-28 2027-02-28", "2027-03-30 2027-03-30"],
        ),
        (
            "1 раз в две недели по пятницам, октябрь",
            ["2026-10-02 2026-10-02", "2026-10-16 2026-10-16", "2026-10-30 2026-10-30"],
        ),
        (
            "1 раз в четверть",
            [
                "2026-09-01 2026-10-31",
                "2026-11-01 2026-12-31",
                "2027-01-01 2027-03-31",
                "2027-04-01 2027-05-31",
            ],
        ),
        ("1 раз в полугодие", ["2026-09-01 2026-12-31", "2027-01-01 2027-05-31"]),
        (
            "ежеквартально 2023 г.",
            [
                f"2023-{q}"
                for q in (
                    "01-01 2023-03-31",
                    "04-01 2023-06-30",
                    "07-01 2023-09-30",
                    "10-01 2023-12-31",
                )
            ],
        ),
        (
            "последняя пятница месяца, сентябрь-октябрь",
            ["2026-09-25 2026-09-25", "2026-10-30 2026-10-30"],
        ),
        ("2 раза в месяц, октябрь", ["2026-10-01 2026-10-15", "2026-10-16 2026-10-31"]),
    ],
)
def test_windows(text: str, windows: list[str]) -> None:
    found = read_deadline(text, context=CONTEXTS["SCHOOL_YEAR"]).occurrences
    assert [f"{start} {end}" for start, end in found] == windows


def test_windows_of_single_deadlines() -> None:
    year = (date(2026, 1, 1), date(2026, 12, 31))

    def read(text: str) -> Deadline:
        return read_deadline(text, context=YearContext())

    assert occurrences(read("до 20.08.2026"), *year) == [(None, date(2026, 8, 20))]
    assert occurrences(read("до 20.08.2025"), *year) == []
    assert occurrences(read("декабрь 2025 - январь 2026"), *year) == [
        (date(2025, 12, 1), date(2026, 1, 31))
    ]
    for text in ("постоянно", "по плану", "", "с 01.09.2026", "31.06.2026"):
        assert occurrences(read(text), *year) == []


def test_whose_calendar() -> None:
    def basis(text: str) -> str | None:
        return read_deadline(text, context=YearContext()).basis

    assert [basis(text) for text in ("1 раз в четверть", "I полугодие", "раз в триместр")] == [
        "school",
        "school",
        "school",
    ]
    assert [basis(text) for text in ("ежеквартально", "I квартал", "ежегодно")] == [
        "civil",
        "civil",
        "civil",
    ]
    assert basis("сентябрь 2022") is None


_WORDS = st.sampled_from(
    """до по с не позднее к и или - – , ; ( ) . / № в течение года г гг уч ежегодно раз месяц
    квартал полугодие декада неделя числа 2022 2023 1 15 31 30.02 01.09.2022 I IV каждого далее
    последняя пятница плану конца начало учебного 2022/23 каждую среду день рабочий весь период
    """.split()  # noqa: SIM905
    + list(MONTH_FORMS)
)
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(_WORDS, max_size=14).map(" ".join),
    st.lists(_WORDS, max_size=8).map("".join),
)


@settings(max_examples=600, deadline=None)
@given(_TEXTS, st.sampled_from(list(CONTEXTS.values())))
def test_anything_may_be_written(text: str, context: YearContext) -> None:
    """No exception, always an end, dates in order or a warning, rules a calendar understands."""
    deadline = read_deadline(text, context=context)
    if deadline.start and deadline.end and deadline.end < deadline.start:
        assert Warn.ENDS_BEFORE_START in deadline.warnings
    if deadline.kind is Kind.UNKNOWN:
        assert deadline.warnings
        assert (deadline.start, deadline.end) == (None, None)
    assert (deadline.freq is not None) == (deadline.kind is Kind.RECURRING)
    if deadline.rrule:
        rrulestr(deadline.rrule, dtstart=datetime(2026, 1, 1))  # noqa: DTZ001 - a rule has no zone
    for start, end in deadline.occurrences:
        assert start is None or start <= end
    for start, end in occurrences(deadline, date(2026, 1, 1), date(2026, 12, 31)):
        assert end >= date(2026, 1, 1)
        assert (start or end) <= date(2026, 12, 31)


def test_a_stretch_that_runs_backwards_is_in_no_series() -> None:
    text = "с 15.11.2022 по 01.09.2022, сентябрь 2022, апрель 2023"
    found = read_deadline(text, context=YearContext())
    assert (found.kind, found.occurrences) == (Kind.UNKNOWN, ())
    assert found.warnings


@given(
    st.dates(date(2000, 1, 1), date(2090, 12, 31)),
    st.integers(0, 400),
    st.sampled_from(["{0}-{1}", "с {0} по {1}", "{0}г. – {1} г.", "с {0} до {1} года"]),
)
def test_full_dates_are_read_as_written(first: date, days: int, pattern: str) -> None:
    last = first + timedelta(days=days)
    text = pattern.format(f"{first:%d.%m.%Y}", f"{last:%d.%m.%Y}")
    deadline = read_deadline(text, context=YearContext(school_year=2026))
    assert (deadline.kind, deadline.start, deadline.end) == (Kind.PERIOD, first, last)
    assert deadline.warnings == ()


@pytest.mark.parametrize("text", ["еженедельно", "по средам", "ежедневно"])
def test_where_no_year_is_known_no_rule_is_walked(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A weekly rule up to the last year there is are four hundred thousand dates a cell."""
    walked: list[str] = []

    def noted(rule: str, **more: Any) -> Any:
        walked.append(rule)
        return rrulestr(rule, **more)

    monkeypatch.setattr(recurrence, "rrulestr", noted)
    read = read_deadline(text, context=YearContext())
    assert (read.kind, read.occurrences, walked) == (Kind.RECURRING, (), [])


def test_prose_is_not_a_deadline() -> None:
    assert read_deadline("слово " * 5000, context=YearContext()).kind is Kind.UNKNOWN
    assert read_deadline("1 " * 5000, context=YearContext()).kind is Kind.UNKNOWN


@pytest.mark.parametrize("kind", [Kind.DUE, Kind.PERIOD])
def test_what_was_read_reads_the_same_when_written_plainly(kind: Kind) -> None:
    """Every single deadline of the table, written in full dates, means the same again."""
    count = 0
    for case in _lines():
        text, _, context = case.values
        first = read_deadline(text, context=context)
        if first.kind is not kind or first.end is None:
            continue
        written = f"{first.end:%d.%m.%Y}"
        if kind is Kind.DUE:
            written = f"до {written}"
        elif first.start is not None:
            written = f"с {first.start:%d.%m.%Y} по {written}"
        again = read_deadline(written, context=context)
        assert (again.kind, again.start, again.end) == (first.kind, first.start, first.end), text
        count += 1
    assert count > 50
