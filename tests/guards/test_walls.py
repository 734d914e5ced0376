"""What keeps the house in order: short files, one clock, fresh generated pages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.generate import rights
from tests.paths import ROOMS, ROOT

LONGEST_FILE = 400
# Civil time comes from the clock alone; these are what would get round it.
FORBIDDEN = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}
CLOCKS = {"core/clock.py", "sandbox/clock.py"}


def python_files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def calls(file: Path) -> Iterator[tuple[str, str, int]]:
    """(name, attribute, line) of the calls `name.attribute(...)`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            yield name, node.func.attr, node.lineno


def test_no_file_is_too_long() -> None:
    long = {
        str(file.relative_to(ROOT)): length
        for file in python_files(*ROOMS, "tests", "examples", "benchmarks", "docs")
        if (length := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
        and "versions" not in file.parts
    }
    assert long == {}


def test_the_one_clock() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in python_files(*ROOMS, "examples")
        if str(file.relative_to(ROOT)) not in CLOCKS
        for name, attribute, line in calls(file)
        if (name, attribute) in FORBIDDEN
    ]
    assert found == []


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX", "raise NotImplementedError"])
def test_nothing_is_left_unfinished(word: str) -> None:
    found = [
        str(file.relative_to(ROOT))
        for file in python_files(*ROOMS, "examples", "benchmarks")
        if word in file.read_text(encoding="utf-8")
    ]
    assert found == []


def test_the_page_of_rights_is_fresh() -> None:
    assert (ROOT / "docs" / "rights.md").read_text(encoding="utf-8") == rights(), "run: make docs"
