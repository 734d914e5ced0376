"""Gives every activity its number: printed ones with parts stand, single ones go into sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from mentoring.roadmaps.numbers import depth


@dataclass(slots=True)
class Section:
    """A section: its printed number, if any, and its place among the sections."""

    number: str
    title: str
    place: int


@dataclass(slots=True)
class RawItem:
    """An activity before its deadline is read; `printed` is the number in the document.

    `inherited` tells that the deadline is that of the row above, `shared` that its cell names
    several dates for several activities.
    """

    printed: str
    title: str
    deadline: str
    section: Section | None
    executors: list[str] = field(default_factory=list)
    result: str = ""
    number: str = ""
    heads: bool = False
    inherited: bool = False
    shared: bool = False
    terms: int = 0
    own_section: bool = False
    subsection: int = 0
    row: int = 0


def tell_apart(sections: list[Section], items: list[RawItem]) -> None:
    """Stages counted anew in each part of a plan get the part's place before their number.

    A part is a heading without a number of its own and without activities; where nothing parts
    the stages, their places are their numbers.
    """
    numbers = [section.number for section in sections if section.number]
    if len(set(numbers)) == len(numbers):
        return
    filled = {item.section.place for item in items if item.section}
    heads = {
        one.place
        for one, after in pairwise(sections)
        if not one.number and after.number and one.place not in filled
    }
    part = 0
    parts: dict[int, int] = {}
    for section in sections:
        part += section.place in heads
        parts[section.place] = part
        if section.number:
            section.number = f"{part}.{section.number}" if part else str(section.place)
    for item in items:
        if item.section and parts[item.section.place] and depth(item.printed) > 1:
            item.printed = f"{parts[item.section.place]}.{item.printed}"


def number_items(items: list[RawItem]) -> None:
    """Gives every item its number: printed ones with parts stand, single ones go into sections."""
    groups: dict[int, list[RawItem]] = {}
    for item in items:
        groups.setdefault(item.section.place if item.section else 0, []).append(item)
    anew = _restarts(groups)
    plain = _names_rows(items, groups)
    taken = {item.printed for item in items}
    count = 0
    before: RawItem | None = None
    for item in items:
        section = item.section
        group = groups[section.place if section else 0]
        printed = item.printed
        if item.heads or depth(printed) > 1:
            item.number = printed
        elif before is not None and not printed and _among_parts(item, before):
            item.number = _beside(before.number, taken)
            taken.add(item.number)
        elif section is None or plain:
            count += 1
            item.number = printed or _next_free(items, count)
        elif printed and not (anew or item.own_section):
            item.number = printed
        elif not printed and item.own_section and len(group) == 1 and section.number:
            item.number = section.number
        else:
            item.number = _within_section(item, section, group)
        before = item
    _mend_tenths(items)


def _names_rows(items: list[RawItem], groups: dict[int, list[RawItem]]) -> bool:
    """Whether a column without numbers has another text in every row: it parts nothing."""
    single = all(len(group) == 1 for group in groups.values())
    bare = all(
        one.own_section and not one.printed and one.section and not one.section.number
        for one in items
    )
    return single and bare


def _among_parts(item: RawItem, before: RawItem) -> bool:
    """Whether an activity without a number stands among ones printed with parts."""
    return not item.own_section and depth(before.number) > 1 and item.section is before.section


def _beside(number: str, taken: set[str]) -> str:
    """The next number nobody has: the following sibling, else a child."""
    head, _, last = number.rpartition(".")
    following = f"{head}.{int(last) + 1}" if last.isdecimal() else f"{number}.1"
    place = 1
    while following in taken:
        following, place = f"{number}.{place}", place + 1
    return following


def _within_section(item: RawItem, section: Section, group: list[RawItem]) -> str:
    """The section's number, that of the part of it where it has several, and the item's own."""
    head = section.number or str(section.place)
    if len({one.subsection for one in group}) > 1:
        head = f"{head}.{item.subsection}"
        group = [one for one in group if one.subsection == item.subsection]
        if len(group) == 1 and not item.printed:
            return head
    return f"{head}.{item.printed or group.index(item) + 1}"


def _restarts(groups: dict[int, list[RawItem]]) -> bool:
    """Whether activities are counted anew inside sections (or there is but one section)."""
    seen: set[str] = set()
    for place, group in groups.items():
        if place == 0:
            continue
        printed = [item.printed for item in group if item.printed and depth(item.printed) == 1]
        if seen & set(printed):
            return True
        seen.update(printed)
    sections = [place for place in groups if place]
    return len(sections) < 2 or not seen


def _next_free(items: list[RawItem], count: int) -> str:
    taken = {item.number for item in items} | {item.printed for item in items}
    while str(count) in taken:
        count += 1
    return str(count)


def _mend_tenths(items: list[RawItem]) -> None:
    """A spreadsheet keeps 1.10 as 1.1: after 1.9 it is the tenth."""
    for before, item in pairwise(items):
        head, _, last = before.number.rpartition(".")
        if head and last.endswith("9") and item.number == f"{head}.{(int(last) + 1) // 10}":
            item.number = f"{head}.{int(last) + 1}"
