"""The sample roadmap says what it is meant to say, and the script makes it."""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path

import pytest

from documents.reader import read
from mentoring.roadmaps.model import RoadmapDraft
from mentoring.roadmaps.reading import read_roadmap

EXAMPLES = Path(__file__).parents[3] / "examples"
EXPECTED = {
    "1.1": "due None 2026-09-15",
    "1.2": "period 2026-09-16 2026-09-30",
    "1.3": "due None 2026-10-09",
    "1.4": "due None 2026-10-09",
    "2.1": "period 2026-10-01 2026-10-31",
    "2.2": "period 2026-10-01 2026-11-30",
    "2.3": "due None 2026-11-30",
    "3.1": "continuous None None",
    "3.2": "recurring None None monthly",
    "3.3": "recurring None None quarterly",
    "3.4": "period 2027-01-18 2027-01-29",
    "4.1": "period 2027-05-11 2027-05-22",
    "4.2": "period 2027-05-01 2027-05-31",
    "4.3": "unknown None None",
}


def said(draft: RoadmapDraft) -> dict[str, str]:
    return {
        item.number: " ".join(
            str(part)
            for part in (item.deadline.kind, item.deadline.start, item.deadline.end)
            + ((item.deadline.freq,) if item.deadline.freq else ())
        )
        for item in draft.items
    }


@pytest.fixture(scope="module", params=["kept", "made"])
def sample(request, tmp_path_factory) -> RoadmapDraft:
    path = EXAMPLES / "roadmap.docx"
    if request.param == "made":
        path = tmp_path_factory.mktemp("sample") / "roadmap.docx"
        runpy.run_path(str(EXAMPLES / "make_roadmap.py"))["main"](path)
    return read_roadmap(read(path.read_bytes(), path.name))


def test_activities_and_dates(sample: RoadmapDraft) -> None:
    assert said(sample) == EXPECTED
    assert sample.document_date == date(2026, 8, 24)
    assert len({item.section for item in sample.items}) == 4
    assert all(item.responsible and item.result for item in sample.items)


def test_one_row_is_to_be_asked_about(sample: RoadmapDraft) -> None:
    doubted = {item.number: item.warnings for item in sample.items if item.warnings}
    assert doubted == {"4.3": ("impossible_date",)}


def test_series_run_through_the_school_year(sample: RoadmapDraft) -> None:
    items = {item.number: item.deadline for item in sample.items}
    assert len(items["3.2"].occurrences) == 12
    assert [str(end) for _, end in items["3.3"].occurrences] == [
        "2026-10-31",
        "2026-12-31",
        "2027-03-31",
        "2027-05-31",
    ]
