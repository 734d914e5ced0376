"""The roadmaps that are shipped: files in roadmaps/, read once, dated for a school year.

A deadline there is written as people write it, without a year, and read by the same grammar.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson

from mentoring.roadmaps.deadlines import YearContext, read_deadline, school_span
from mentoring.roadmaps.model import Item, RoadmapDraft
from mentoring.roadmaps.years import written

DIRECTORY = Path(__file__).resolve().parent.parent.parent / "roadmaps"


@cache
def _read() -> dict[str, dict[str, Any]]:
    files = (orjson.loads(path.read_bytes()) for path in sorted(DIRECTORY.glob("*.json")))
    return {file["key"]: file for file in files}


def names(language: str) -> dict[str, str]:
    """The templates by key with their names, in the order in which they are offered."""
    return {
        key: file["name"].get(language, next(iter(file["name"].values())))
        for key, file in _read().items()
    }


def draft_of(template: str, school_year: int) -> RoadmapDraft:
    """A template as a roadmap for the school year that begins in `school_year`.

    Raises KeyError when there is no such template.
    """
    file = _read()[template]
    period = school_span(school_year)
    items = []
    for place, section in enumerate(file["sections"], start=1):
        for number, row in enumerate(section["rows"], start=1):
            deadline = read_deadline(row["deadline"], context=YearContext(period=period))
            items.append(
                Item(
                    number=f"{place}.{number}",
                    section=section["title"],
                    title=row["title"],
                    deadline_text=row["deadline"],
                    deadline=deadline,
                    responsible=tuple(row["responsible"]),
                    result=row["result"],
                    warnings=deadline.warnings,
                )
            )
    title = file["title"].format(years=written(school_year))
    return RoadmapDraft(title, None, period, tuple(items))
