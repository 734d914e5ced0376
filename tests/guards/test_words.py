"""The catalogues agree with each other and with the code."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from mentoring.audit import TOPICS
from tests.paths import ROOMS, ROOT

LOCALES = ROOT / "locales"
# What reads Russian has a Russian vocabulary: deadlines, documents, lists of people, meetings told
# in a line.
VOCABULARY = (
    "mentoring/roadmaps/",
    "mentoring/bank/roster_words.py",
    "documents/",
    "mentoring/meetings/freetext/",
    "mentoring/plans/terms.py",
)
CYRILLIC = re.compile("[\u0400-\u04ff]")


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.messages: set[str] = set()

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.messages.add(node.id.name)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


@cache
def messages(language: str) -> dict[str, set[str]]:
    """Key -> the arguments it names."""
    found: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} twice"
                seen = Variables()
                seen.visit(entry)
                found[entry.id.name] = seen.names
                named[entry.id.name] = seen.messages

    def whole(key: str) -> set[str]:
        """Its own, and those of the messages that stand in it."""
        return found[key].union(*(whole(other) for other in named[key]))

    return {key: whole(key) for key in found}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def literals() -> tuple[set[str], set[str]]:
    """String constants of the code, and the beginnings of its f-strings."""
    whole: set[str] = set()
    starts: set[str] = set()
    for _file, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                if start.endswith("-"):
                    starts.add(start)
    return whole, starts


def test_both_languages_have_the_same_messages_with_the_same_arguments() -> None:
    russian, english = messages("ru"), messages("en")
    assert set(russian) ^ set(english) == set()
    assert {key for key in russian if russian[key] != english[key]} == set()


def test_every_message_is_used() -> None:
    whole, starts = literals()
    within = {name for file in (LOCALES / "ru").glob("*.ftl") for name in _named_in(file)}
    unused = [
        key
        for key in messages("ru")
        if key not in whole | within and not any(key.startswith(start) for start in starts)
    ]
    assert unused == []


def _named_in(file: Path) -> set[str]:
    """Messages that stand in another message."""
    named = Variables()
    named.visit(FluentParser().parse(file.read_text(encoding="utf-8")))
    return named.messages


def test_a_tree_of_messages_is_there_for_every_start() -> None:
    keys = messages("ru")
    _whole, starts = literals()
    said = {start for start in starts if any(key.startswith(start) for key in keys)}
    assert said, "no message is chosen by an f-string any more"


@pytest.mark.parametrize("room", [*ROOMS, "examples", "benchmarks"])
def test_no_cyrillic_in_code(room: str) -> None:
    found = [
        str(file.relative_to(ROOT))
        for file in sorted((ROOT / room).rglob("*.py"))
        if not str(file.relative_to(ROOT)).startswith(VOCABULARY)
        and CYRILLIC.search(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_deed_that_is_noted_has_a_topic_and_words() -> None:
    keys, noted = messages("ru"), set()
    for _file, tree in sources():
        called = _names_of_recording(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and len(node.args) >= 3 and _name(node) in called:
                what = node.args[2]
                if isinstance(what, ast.Constant):
                    noted.add(str(what.value))
                elif isinstance(what, ast.JoinedStr) and isinstance(what.values[0], ast.Constant):
                    start = str(what.values[0].value)
                    assert any(deed.startswith(start) for deed in TOPICS), start
    assert len(noted) > 20
    assert noted - set(TOPICS) == set(), "declare it in mentoring/audit.py"
    assert {deed for deed in TOPICS if f"audit-{deed}" not in keys} == set()


def _names_of_recording(tree: ast.Module) -> set[str]:
    """What a module calls the two functions of mentoring/audit.py."""
    return {"record", "record_reading"} | {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "mentoring.audit"
        for alias in node.names
    }


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
