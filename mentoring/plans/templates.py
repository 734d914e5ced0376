"""The programmes that are shipped to begin from: files in plans/, by form and difficulty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from mentoring.plans.rules import Kind
from mentoring.workdays import Week

DIRECTORY = Path(__file__).resolve().parent.parent.parent / "plans"
LEVELS = ("light", "usual", "deep")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Line:
    """A line to begin with; `days`: after the beginning, none for a goal."""

    kind: Kind
    title: str
    expected: str = ""
    days: int | None = None


@cache
def _files() -> dict[str, dict[str, Any]]:
    """By "key-version"."""
    files = (orjson.loads(path.read_bytes()) for path in sorted(DIRECTORY.glob("*.json")))
    return {f"{file['key']}-{file['version']}": file for file in files}


def newest_for(form: str) -> str | None:
    """The newest shipped file for a shipped form of mentoring: "key-version"."""
    found = [name for name, file in _files().items() if form in file["forms"]]
    return max(found, key=lambda name: _files()[name]["version"], default=None)


def lines_of(name: str, level: str, language: str) -> tuple[Line, ...]:
    """The lines of one difficulty. Raises KeyError for what is not shipped."""
    if level not in LEVELS:
        raise KeyError(level)

    def said(words: dict[str, str]) -> str:
        return words.get(language, words["ru"])

    found = []
    for row in _files()[name]["items"]:
        if level in row.get("levels", ()):
            found.append(Line(Kind(row["kind"]), said(row["title"])))
        elif level in row.get("weeks", {}):
            days = row["weeks"][level] * _WEEK
            found.append(Line(Kind(row["kind"]), said(row["title"]), said(row["expected"]), days))
    return tuple(found)


def lasts(lines: Iterable[Line]) -> int:
    """How many days the lines take."""
    return max((line.days or 0 for line in lines), default=0)


def dated(lines: Iterable[Line], first: date, last: date | None) -> list[tuple[Line, date | None]]:
    """The lines with their terms from `first` on: working days. What would end after `last` is
    drawn together."""
    lines = tuple(lines)
    whole = lasts(lines)
    room = whole if last is None else max(0, (last - first).days)

    def day(line: Line) -> date | None:
        if line.days is None:
            return None
        after = line.days if whole <= room else line.days * room // whole
        return max(first, Week().on_or_before(first + timedelta(days=after)))

    return [(line, day(line)) for line in lines]
