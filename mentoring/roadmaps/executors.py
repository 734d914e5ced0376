"""Splits a cell of executors into names."""

from __future__ import annotations

import re

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import clean

_OPENING, _CLOSING = "(«“[", ")»”]"
_NEW_NAME = re.compile(rf"(?<=[»”])\s+(?=[{words.UPPER}])")
_ITEM_MARK = re.compile(r"^[-–—·•*]\s*")


def split_executors(*cells: str) -> tuple[str, ...]:
    """The executors named in one or more cells, each once, in order."""
    names: list[str] = []
    for cell in cells:
        for line in _joined_lines(clean(cell).split("\n")):
            for part in _split_outside_brackets(line):
                names.extend(_NEW_NAME.split(part))
    tidy = (_tidy(name) for name in names)
    return tuple(dict.fromkeys(name for name in tidy if sum(map(str.isalpha, name)) > 1))


def _tidy(name: str) -> str:
    name = _ITEM_MARK.sub("", name).strip(" ;,")
    return name if words.ENDS_WITH_INITIAL.search(name) else name.rstrip(" .")


def _joined_lines(lines: list[str]) -> list[str]:
    """Lines that go on: the next begins in lower case, with initials, or this one is cut."""
    joined: list[str] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _goes_on(before: str, line: str) -> bool:
    if before.endswith((";", ".")) and not words.INITIALS.match(line):
        return False
    cut = before.endswith((",", "-", "(")) or before.count("«") > before.count("»")
    return cut or line[0].islower() or words.INITIALS.match(line) is not None or line[0] in '«"('


def _split_outside_brackets(text: str) -> list[str]:
    parts, level, start = [], 0, 0
    for place, sign in enumerate(text):
        if sign in _OPENING:
            level += 1
        elif sign in _CLOSING:
            level = max(0, level - 1)
        elif sign in ",;" and level == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]
