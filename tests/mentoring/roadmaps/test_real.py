"""The five real roadmaps, where they are at hand. Their texts are not ours to keep: only numbers
and dates are here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from documents.reader import read
from mentoring.roadmaps.model import RoadmapDraft
from mentoring.roadmaps.reading import read_roadmap

ROADMAPS = Path(__file__).parents[3].parent / "shared" / "roadmaps"
pytestmark = pytest.mark.skipif(not ROADMAPS.is_dir(), reason="the real roadmaps are not here")

SEPTEMBER = "period 2022-09-01 2022-09-30"
SPRING = "period 2023-05-01 2023-06-30"
ALWAYS = "continuous None None"
LYUDINOVO = {
    "1.1": "period 2022-08-01 2022-08-31",
    "1.2": "period 2022-08-01 2022-10-31",
    "1.3": "period 2022-09-01 2022-10-31",
    **dict.fromkeys(("2.1", "2.2", "3.1", "3.2"), SEPTEMBER),
    "4.1": "period 2022-10-01 2022-10-31",
    **dict.fromkeys(("4.2", "5.1", "5.2", "5.3"), ALWAYS),
    **dict.fromkeys(("6.1", "6.2", "6.3", "6.4"), SPRING),
    "7": ALWAYS,
}
NOVOKUBANSK = {
    **dict.fromkeys(("1.1", "1.2", "1.3", "1.4", "2.1", "2.2"), "period 2020-09-01 2020-09-30"),
    **dict.fromkeys(("3.1", "3.2"), "period 2020-10-01 2020-10-31"),
    **dict.fromkeys(("4.1", "4.2"), "period 2020-11-01 2020-12-29"),
    **dict.fromkeys(("5.1", "5.2"), ALWAYS),
    **dict.fromkeys(("6.1", "6.2", "7.1", "7.2"), "period 2020-05-01 2020-05-31"),
}
KIZLYAR = {
    "1.1": "period 2022-12-01 2022-12-31",
    "1.2": "period 2023-01-01 2023-01-31",
    "1.3": "period 2023-01-01 2023-01-31",
    "1.4": "period 2022-12-01 2022-12-31",
    "2.1": "period 2022-12-01 2022-12-31",
    "3.1": "period 2022-12-01 2022-12-31",
    "3.1.1": "period 2023-01-01 2023-01-31",
    "3.1.2": "period 2023-05-01 2023-05-31",
    "4.1": "recurring None None quarterly",
    "4.2": ALWAYS,
    "5.1": "period 2022-06-01 2022-06-30",
    "5.2": "period 2022-06-01 2022-06-30",
    "6.1": "period 2023-12-01 2023-12-31",
    "6.2": "none None None",
    "7.1": "period 2023-07-01 2023-07-31",
    "7.2": "period 2023-05-01 2023-05-31",
    "8.1": "none None None",
    "8.2": "period 2023-02-01 2023-02-28",
    "9.1": "period 2023-02-01 2023-02-28",
    "10.1": "period 2023-01-01 2023-01-31",
    "10.2": ALWAYS,
}


def _read(pattern: str, school_year: int | None = None) -> RoadmapDraft:
    path = next(ROADMAPS.glob(pattern))
    return read_roadmap(read(path.read_bytes(), path.name), school_year=school_year)


def _said(draft: RoadmapDraft) -> dict[str, str]:
    return {
        item.number: f"{item.deadline.kind} {item.deadline.start} {item.deadline.end} "
        f"{item.deadline.freq or ''}".strip()
        for item in draft.items
    }


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize(("number", "name"), [("000", "katav"), ("001", "school128")])
def test_labelled(number: str, name: str, form: str) -> None:
    wanted = json.loads((ROADMAPS / f"{number}_{name}.expected.json").read_text(encoding="utf-8"))
    expected = {
        item["number"]: f"{item['kind']} {item['start']} {item['end']} {item['freq'] or ''}".strip()
        for item in wanted["items"]
    }
    assert _said(_read(f"{number}_*.{form}")) == expected


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize(
    ("number", "expected"), [("002", LYUDINOVO), ("003", NOVOKUBANSK), ("004", KIZLYAR)]
)
def test_worked_out(number: str, expected: dict[str, str], form: str) -> None:
    assert _said(_read(f"{number}_*.{form}", school_year=2022)) == expected


def test_sections_with_deadlines_and_children_outside_them() -> None:
    items = {item.number: item for item in _read("000_*.docx").items}
    assert [number for number, item in items.items() if item.is_section] == ["1", "2", "3"]
    assert "outside_section" in items["1.5"].warnings
    assert len(items["2.1"].deadline.occurrences) == 4


def test_year_is_not_guessed() -> None:
    dated = [item for item in _read("002_*.docx").items if item.deadline.kind == "period"]
    assert len(dated) == 12
    for item in dated:
        assert (item.deadline.start, item.deadline.end) == (None, None)
        assert "year_unknown" in item.warnings


def test_may_before_its_own_start() -> None:
    draft = _read("003_*.docx")
    doubted = [item.number for item in draft.items if "before_plan_start" in item.warnings]
    assert doubted == ["6.1", "6.2", "7.1", "7.2"]
    assert draft.title is None
    assert [len(item.responsible) for item in draft.items][:3] == [2, 1, 1]


def test_clauses_of_the_order() -> None:
    draft = _read("004_*.docx")
    assert {c.number: str(c.deadline.end) for c in draft.clauses} == {
        "3": "2023-01-01",
        "6.3": "2023-01-01",
        "6.4": "2023-01-01",
        "7.1": "2023-01-20",
        "7.2": "2023-01-20",
        "7.3": "2023-01-25",
        "8.1": "2023-01-20",
        "8.2": "2023-01-30",
    }
    assert all(clause.responsible for clause in draft.clauses)
    assert draft.document_date is not None
    assert draft.document_date.isoformat() == "2022-12-29"
