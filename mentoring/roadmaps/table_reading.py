"""Walks a roadmap's rows: sections, numbers, activities that share a cell, rows cut by a page."""

from __future__ import annotations

from collections import Counter

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.deadlines.mending import is_ditto
from mentoring.roadmaps.executors import split_executors
from mentoring.roadmaps.numbering import RawItem, Section, number_items, tell_apart
from mentoring.roadmaps.numbers import depth, leading_number, split_numbered
from mentoring.roadmaps.rows import Entry
from mentoring.roadmaps.sharing import shared_out

_SEVERAL = 2


def walk(entries: tuple[Entry, ...], merges_known: bool) -> list[RawItem]:
    """The activities of the rows in order, numbered, sections with a deadline among them.

    Where merges are not known (plain text) an empty deadline beside an empty section repeats
    the one above.
    """
    walker = _Walker(merges_known)
    for entry in entries:
        walker.add(entry)
    tell_apart(walker.sections, walker.items)
    _number_rows(walker.items)
    items = _headed(walker.items)
    number_items(items)
    return items


def _number_rows(items: list[RawItem]) -> None:
    """Gives rows without numbers theirs where several activities in a cell are counted anew."""
    held = Counter(item.row for item in items if item.row)
    if max(held.values(), default=0) < _SEVERAL:
        return
    for item in items:
        if item.row:
            item.printed = f"{item.row}.{item.printed}" if item.printed else str(item.row)


class _Walker:
    def __init__(self, merges_known: bool) -> None:
        self.items: list[RawItem] = []
        self.sections: list[Section] = []
        self._merges_known = merges_known
        self._section: Section | None = None
        self._sections = 0
        self._subsections = 0
        self._cut_banner: Section | None = None
        self._rows = 0
        # The text in the column of sections; some write it in each row anew.
        self._named = ""

    def add(self, entry: Entry) -> None:
        banner = entry.banner or _roman_heading(entry)
        if banner:
            number, title = _section_number(banner)
            self._open(number, title)
            self._cut_banner = self._section
            return
        if self._goes_on(entry):
            self._append(entry)
            return
        self._cut_banner = None
        counted = entry.number and not entry.number_above and not entry.row_numbered
        repeated = entry.section == self._named and not counted
        if entry.own_section and entry.section and not entry.section_above and not repeated:
            self._named = entry.section
            number, title = leading_number(entry.section)
            if not entry.row_numbered:
                number = leading_number(entry.number)[0] or number
            self._open(number, title)
        self._subsections += bool(entry.subsection) and not entry.subsection_above
        self._add_activities(entry)

    def _open(self, number: str, title: str) -> None:
        self._sections += 1
        self._subsections = 0
        self._section = Section(number, title, self._sections)
        self.sections.append(self._section)

    def _goes_on(self, entry: Entry) -> bool:
        """Whether a row only continues the one above: cut by a page, or a second executor."""
        own_number = entry.number and not entry.number_above
        own_section = entry.section and not entry.section_above
        own_deadline = entry.deadline and not entry.deadline_above
        if own_section and not own_number and self._cut_banner and _begins_low(entry.section):
            return True
        if own_number and not leading_number(entry.number)[0] and _begins_low(entry.number):
            return True
        if not self.items or own_number or own_section:
            return False
        if not entry.activity or entry.activity_above:
            return True
        return _begins_low(entry.activity) and not own_deadline

    def _append(self, entry: Entry) -> None:
        loose = entry.number or (entry.section if not entry.section_above else "")
        loose = "" if leading_number(loose)[0] else loose
        if loose and self._cut_banner is not None:
            self._cut_banner.title = f"{self._cut_banner.title} {loose}"
            return
        if not self.items:
            return
        last = self.items[-1]
        if loose:
            last.title = f"{last.title} {loose}"
        if entry.activity and not entry.activity_above:
            last.title = one_line(f"{last.title} {entry.activity}")
        if entry.deadline and not entry.deadline_above:
            last.deadline = f"{last.deadline}\n{entry.deadline}".strip()
        if not entry.executors_above:
            for place, text in enumerate(entry.executors):
                if place < len(last.executors):
                    last.executors[place] = f"{last.executors[place]}\n{text}".strip()
                else:
                    last.executors.append(text)
        if entry.result and not entry.result_above:
            last.result = f"{last.result} {entry.result}".strip()

    def _add_activities(self, entry: Entry) -> None:
        row_number = leading_number(entry.number)[0] if entry.row_numbered else ""
        section = self._section if entry.own_section or self._section else None
        inside = row_number or (section.number if section else "")
        # Rows without numbers and sections are counted where one holds several activities.
        counted = not row_number and section is None
        self._rows += counted
        plain = (entry.own_section and not row_number) or counted
        pieces = split_numbered(entry.activity, inside, plain)
        numbered = len([number for number, _ in pieces if number])
        deadlines, doubtful = shared_out(entry.deadline, numbered)
        doubtful = doubtful or entry.two_deadlines
        inherited = self._inherits(entry)
        if inherited:
            deadlines = [self.items[-1].deadline]
        dated = 0
        for place, (number, text) in enumerate(pieces):
            if not number and len(pieces) > 1 and not row_number:
                continue  # words before the first number of a cell
            deadline = deadlines[min(dated, len(deadlines) - 1)]
            dated += bool(number)
            self.items.append(
                RawItem(
                    number if number and (len(pieces) > 1 or not row_number) else row_number,
                    one_line(text),
                    deadline,
                    section,
                    list(entry.executors),
                    entry.result,
                    inherited=inherited,
                    shared=doubtful,
                    terms=entry.terms,
                    own_section=entry.own_section and not entry.row_numbered,
                    subsection=self._subsections,
                    row=self._rows if counted else 0,
                )
            )
            if place == 0 and number and row_number and len(pieces) == 1 and "." in number:
                self.items[-1].printed = number if depth(number) > depth(row_number) else row_number

    def _inherits(self, entry: Entry) -> bool:
        if not self.items or self.items[-1].deadline == "":
            return False
        if is_ditto(entry.deadline) or (entry.opens_page and not entry.deadline):
            return True
        if self._merges_known or entry.deadline or not entry.own_section:
            return False
        return self.items[-1].section is self._section and not entry.number and not entry.section


def _roman_heading(entry: Entry) -> str:
    """A row with a Roman number and a title only is a section's."""
    number = leading_number(entry.number)[0]
    rest = (entry.deadline, entry.result, entry.section, *entry.executors)
    if not number or number[0].isdecimal() or entry.number_above or any(rest):
        return ""
    return f"{number}. {one_line(entry.activity)}"


def _begins_low(text: str) -> bool:
    return words.LOWER_START.match(text) is not None


def _section_number(text: str) -> tuple[str, str]:
    named = words.SECTION_WORD.match(text)
    if named:
        return named["after"] or named["before"], text[named.end() :].strip(" .:-–—") or text
    return leading_number(text)


def _headed(items: list[RawItem]) -> list[RawItem]:
    """Turns rows numbered `1` that are followed by `1.1` into sections."""
    tops = [i for i, item in enumerate(items) if depth(item.printed) == 1 and _free(item)]
    parents = [
        i for i in tops if _has_child(items, i) or _is_heading(items, i) or _counts_parts(items, i)
    ]
    alone = len(tops) - len(parents)
    sections: dict[int, Section] = {}
    anew: set[int] = set()
    for place, index in enumerate(parents, start=1):
        item = items[index]
        if split_executors(*item.executors) and alone > len(parents) and item.printed.isdecimal():
            continue  # an activity with parts, among activities without
        item.heads = True
        sections[index] = Section(item.printed, item.title, place)
        if not _has_child(items, index):
            anew.add(place)
    current: Section | None = None
    kept = []
    for index, item in enumerate(items):
        if index in sections:
            current = sections[index]
            if item.deadline:
                kept.append(item)
            continue
        inside = item.printed.startswith(f"{current.number}.") if current else False
        if current is not None and _free(item) and (inside or current.place in anew):
            item.section = current
        elif index in tops:
            current = None
        kept.append(item)
    return kept


def _free(item: RawItem) -> bool:
    return item.printed != "" and not item.own_section and item.section is None


def _has_child(items: list[RawItem], index: int) -> bool:
    after = items[index + 1].printed if index + 1 < len(items) else ""
    return depth(after) > 1 and after.startswith(f"{items[index].printed}.")


def _counts_parts(items: list[RawItem], index: int) -> bool:
    """A Roman number, whatever else is in its row, before rows that are counted from one."""
    roman = not items[index].printed[:1].isdecimal()
    return roman and index + 1 < len(items) and items[index + 1].printed == "1"


def _is_heading(items: list[RawItem], index: int) -> bool:
    """A row with a number and a title only, after which counting starts from one."""
    item = items[index]
    bare = not (item.deadline or item.result or split_executors(*item.executors))
    return bare and index + 1 < len(items) and items[index + 1].printed == "1"
