"""The same roadmap in every layout and format: the numbers, deadlines and executors stay."""

from __future__ import annotations

import pytest

from documents.reader import read
from mentoring.roadmaps.model import RoadmapDraft
from mentoring.roadmaps.reading import read_roadmap

from .builders import parts_as_sheet, parts_as_text, word
from .layouts import LAYOUTS, LINES, MEANS


def means(draft: RoadmapDraft) -> list[str]:
    found = []
    for item in draft.items:
        deadline = item.deadline
        start, end = (day.isoformat() if day else "." for day in (deadline.start, deadline.end))
        found.append(f"{deadline.kind} {start} {end} {deadline.freq or ''}".strip())
    return found


def check(draft: RoadmapDraft, numbers: list[str]) -> None:
    assert [item.number for item in draft.items] == numbers
    assert means(draft) == MEANS
    for item, line in zip(draft.items, LINES, strict=True):
        assert item.title.startswith(line.title)
        assert item.deadline_text == line.deadline
        assert not item.is_section


@pytest.mark.parametrize("name", LAYOUTS)
def test_word(name: str) -> None:
    parts, numbers = LAYOUTS[name]
    check(read_roadmap(word(*parts)), numbers)


@pytest.mark.parametrize("name", LAYOUTS)
def test_sheet(name: str) -> None:
    parts, numbers = LAYOUTS[name]
    check(read_roadmap(read(parts_as_sheet(*parts), "plan.xlsx")), numbers)


@pytest.mark.parametrize("style", ["tabs", "bars", "markdown", "cells"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_text(name: str, style: str) -> None:
    parts, numbers = LAYOUTS[name]
    if name.startswith("several in a cell") and style in ("tabs", "bars"):
        pytest.skip("which deadline is whose is lost on one line")
    check(read_roadmap(read(parts_as_text(style, *parts), "plan.txt")), numbers)
