"""What the catalogue of words holds: its messages, their arguments, and how these are used."""

from functools import cache
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from core.translator import LOCALES

_PLURALS = {"zero", "one", "two", "few", "many"}


def entries(language: str) -> list[ftl.Message]:
    """Every message of a language, in the order of the files."""
    found: list[ftl.Message] = []
    for file in sorted((LOCALES / language).glob("*.ftl")):
        body = FluentParser().parse(file.read_text(encoding="utf-8")).body
        found += [entry for entry in body if isinstance(entry, ftl.Message)]
    return found


@cache
def messages(language: str) -> dict[str, set[str]]:
    """Key -> the arguments it names."""
    return {
        entry.id.name: {
            node.id.name for node in _inside(entry) if isinstance(node, ftl.VariableReference)
        }
        for entry in entries(language)
    }


@cache
def selectors() -> dict[tuple[str, str], list[str]]:
    """(key, argument) -> the variants a message chooses from by it, in either language."""
    found: dict[tuple[str, str], list[str]] = {}
    for language in ("ru", "en"):
        for entry in entries(language):
            for node in _inside(entry):
                if isinstance(node, ftl.SelectExpression) and isinstance(
                    node.selector, ftl.VariableReference
                ):
                    variants = found.setdefault((entry.id.name, node.selector.id.name), [])
                    names = [str(getattr(v.key, "name", None) or v.key.value) for v in node.variants]
                    variants += [name for name in names if name not in variants]
    return found


@cache
def is_number(key: str, argument: str) -> bool:
    """Whether a message chooses a plural form or a number by the argument."""
    variants = selectors().get((key, argument), [])
    return any(variant in _PLURALS or variant.isdigit() for variant in variants)


def _inside(node: Any) -> list[ftl.BaseNode]:
    """A node of the syntax tree and all below it."""
    found: list[ftl.BaseNode] = []
    if isinstance(node, list):
        for one in node:
            found += _inside(one)
    elif isinstance(node, ftl.BaseNode):
        found.append(node)
        for child in vars(node).values():
            found += _inside(child)
    return found
