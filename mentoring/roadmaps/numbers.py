"""Numbers of activities: `1.2.`, `II.`, and several numbered activities in one cell."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"^(?:п\.\s*)?№?\s*(\d{1,3}(?:\s?[.,]\s?\d{1,3})*|[IVX]{1,5})\s*(?:[.)]+(?!\d)\s*|\s+|$)"
)
_ANYWHERE = re.compile(r"(?:(?<=\s)|^)(\d{1,3}(?:\.\d{1,3})+)\.?\s+(?=\S)")
_PLAIN = re.compile(r"(?:^|(?<=\n)|(?<=[.;:]\s))(\d{1,2})[.)]\s+(?=\S)")


def leading_number(text: str) -> tuple[str, str]:
    """The number a text begins with, without its last dot, and the rest; ("", text) without one.

    A bare number before words counts only when a dot or bracket follows it, or when it has parts.
    A date is no number: `14.02.2025`.
    """
    stripped = text.strip()
    match = _LEAD.match(stripped)
    if match is None:
        return "", stripped
    number = re.sub(r"\s", "", match[1]).replace(",", ".")
    rest = stripped[match.end() :].strip()
    marked = stripped[match.end(1) : match.end()].strip() != ""
    if rest and not marked and "." not in number:
        return "", stripped
    return number, rest


def depth(number: str) -> int:
    """How many parts a number has: `1.2.3` has three."""
    return number.count(".") + 1 if number else 0


def follows(number: str, before: str) -> bool:
    """Whether a number comes right after another: its sibling, or its first child."""
    if number == f"{before}.1":
        return True
    parts, earlier = number.split("."), before.split(".")
    if len(parts) > len(earlier):
        return False
    head = earlier[: len(parts)]
    if not (parts[-1].isdecimal() and head[-1].isdecimal()):
        return False
    return parts[:-1] == head[:-1] and int(parts[-1]) == int(head[-1]) + 1


def split_numbered(text: str, section: str, plain: bool) -> list[tuple[str, str]]:
    """The activities in one cell as (number, text); one without a number when none is numbered.

    Numbers with parts split wherever they count on; single ones only where `plain` allows,
    at the beginning of a line or sentence and counting from one.
    """
    marks = _counting(list(_ANYWHERE.finditer(text)), section)
    if not marks and plain:
        marks = _counting(list(_PLAIN.finditer(text)), "")
        if marks and marks[0].start() > 0:
            marks = []
    if not marks:
        return [leading_number(text)]
    pieces = []
    lead = text[: marks[0].start()].strip()
    if lead:
        pieces.append(("", lead))
    for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True):
        pieces.append((mark[1], text[mark.end() : end].strip()))
    return pieces


def _counting(marks: list[re.Match[str]], section: str) -> list[re.Match[str]]:
    """The matches that count on from each other, starting inside the section where it is known."""
    found: list[re.Match[str]] = []
    for mark in marks:
        if not found:
            inside = mark[1].startswith(f"{section}.") if section else mark.start() == 0
            if inside or mark.start() == 0:
                found.append(mark)
        elif follows(mark[1], found[-1][1]):
            found.append(mark)
    return found
