"""The tables of a document that make up one roadmap, and the headings between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.model import Document, Row, Table
from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.column_contents import own_texts
from mentoring.roadmaps.column_headings import Role, heading_role
from mentoring.roadmaps.columns import Columns, recognise
from mentoring.roadmaps.front_matter import find_period, find_title
from mentoring.roadmaps.mixed_cells import tells_when
from mentoring.roadmaps.numbers import leading_number
from mentoring.roadmaps.rows import Entry, entries_of
from mentoring.roadmaps.term_headings import is_term, recognise_below

_NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Found:
    """The roadmap's rows, and the place of its first table among the document's blocks.

    `lead_in` are the rows above that table's heading; `opening` is the paragraph that names the
    first section, if one does.
    """

    entries: tuple[Entry, ...]
    first_block: int
    lead_in: tuple[str, ...]
    opening: str = ""
    # Whether the rows are lines of text, not of a table.
    written: bool = False


def find_entries(document: Document) -> Found | None:
    """All rows of all tables that make up the roadmap; None when there are none."""
    gatherer = _Gatherer(paged=document.form == "pdf")
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table):
            gatherer.table(place, block)
        else:
            gatherer.between.append(block.text)
    return gatherer.found()


class _Gatherer:
    def __init__(self, *, paged: bool) -> None:
        self._paged = paged
        self.between: list[str] = []
        self._entries: list[Entry] = []
        self._first_block = -1
        self._lead_in: tuple[str, ...] = ()
        self._current: Columns | None = None
        self._width = 0
        self._numbered_opening: list[Entry] = []
        self._named_opening: list[Entry] = []
        self._opening = ""
        self._title = ""
        self._several = False

    def found(self) -> Found | None:
        """What was gathered."""
        if not self._entries:
            return None
        return Found(tuple(self._entries), self._first_block, self._lead_in, self._opening)

    def table(self, place: int, block: Table) -> None:
        """Takes the table's rows, if it is one of the roadmap's."""
        between, self.between = self.between, []
        above = next((line for text in reversed(between) if (line := one_line(text))), "")
        columns = recognise(block) or recognise_below(block, above)
        goes_on = self._current is not None and block.width == self._width
        goes_on = goes_on and not _new_heading(columns) and not self._foreign(block)
        if goes_on and self._current is not None:
            columns = replace(self._current, first_row=0)
        if columns is None:
            return
        first = self._first_block < 0
        if first:
            self._first_block = place
            self._lead_in = _above_heading(block, columns)
            columns = _below_title(block, columns)
        rows = list(entries_of(block, columns))
        title = find_title(
            [*between, *(self._lead_in if first else _above_heading(block, columns))]
        )
        if not columns.readable and is_term(above):
            self._entries.append(Entry(banner=above))
        elif first:
            self._title = title or ""
            self._begin(rows, between)
        elif title and _other_years(title, self._title):
            self._another_plan(title)
        else:
            self._head(rows, between, goes_on)
        if goes_on and self._entries and rows and _cut(self._entries[-1], rows[0]):
            self._entries[-1] = _joined(self._entries[-1], rows.pop(0))
        if rows and self._paged and self._is_next_page(goes_on, columns):
            rows[0] = replace(rows[0], opens_page=True)
        self._entries.extend(rows)
        self._current, self._width = columns, block.width

    def _is_next_page(self, goes_on: bool, columns: Columns) -> bool:
        """Whether a table is the rest of the one before, perhaps below its heading once more."""
        before = self._current
        return goes_on or (before is not None and columns.heading == before.heading)

    def _foreign(self, block: Table) -> bool:
        """Whether a table as wide as the plan's is another list: where the plan has its
        deadlines it has other texts, and none that tells when."""
        if self._current is None:
            return False
        places = self._current.of(Role.DEADLINE, Role.START, Role.FINISH)
        said = [text for place in places for text in own_texts(block.rows, place)]
        return len(said) > 1 and not any(map(tells_when, said))

    def _another_plan(self, title: str) -> None:
        """A further plan, for other years: each is a part of what the document holds."""
        if self._title and not self._several:
            self._entries.insert(0, Entry(banner=self._title))
        self._several, self._title = True, title
        self._entries.append(Entry(banner=title))

    def _begin(self, rows: list[Entry], between: list[str]) -> None:
        """The first table: what stands above it may name its section, should others have one."""
        rows[:0] = _first_of(rows, self._lead_in or tuple(between[-1:]))
        self._numbered_opening = list(_headings(between[-2:]))[-1:]
        self._named_opening = list(_name(between))

    def _head(self, rows: list[Entry], between: list[str], goes_on: bool) -> None:
        """A further table: a heading above it begins a section, so does counting anew below a
        name."""
        headings = list(_headings(between))
        opening = self._numbered_opening
        if not headings and not goes_on and _counts_anew(rows, self._entries):
            headings, opening = list(_name(between)), self._named_opening
        if headings and opening:  # each table has one, so the first has its own as well
            self._entries[:0] = opening
            self._opening = opening[0].banner
        if headings:
            self._numbered_opening = self._named_opening = []
        self._entries.extend(headings)


def _other_years(title: str, before: str) -> bool:
    """Whether a title is for other years than the one before."""
    period = find_period(title)
    return period is not None and period != find_period(before)


def _counts_anew(rows: list[Entry], before: list[Entry]) -> bool:
    """Whether a table's numbers begin with one, as those of a table before did."""
    firsts = [leading_number(entry.number)[0] for entry in (*rows[:1], *before)]
    return bool(rows) and firsts[0] == "1" and "1" in firsts[1:]


def _name(paragraphs: list[str]) -> Iterator[Entry]:
    """The short text right above a table, as the name of a section."""
    lines = [line for text in paragraphs if (line := one_line(text))]
    if lines and len(lines[-1]) <= _NAME_LENGTH and not words.PAGE_MARK.match(lines[-1]):
        name = lines[-1]
        if not _is_title(name) and not words.REFERENCE_TO_ORDER.match(name):
            yield Entry(banner=name)


def _cut(before: Entry, after: Entry) -> bool:
    """Whether a page's first row is the rest of the row above: no number, no beginning."""
    if before.banner or after.banner or leading_number(after.number)[0]:
        return False
    return not after.activity or words.LOWER_START.match(after.activity) is not None


def _joined(before: Entry, after: Entry) -> Entry:
    def both(one: str, other: str) -> str:
        return f"{one}\n{other}".strip()

    return replace(
        before,
        section=one_line(both(before.section, after.section)),
        subsection=one_line(both(before.subsection, after.subsection)),
        activity=both(before.activity, after.activity),
        deadline=both(before.deadline, after.deadline),
        executors=tuple(map(both, before.executors, after.executors)),
        result=both(before.result, after.result),
    )


def _new_heading(columns: Columns | None) -> bool:
    return columns is not None and columns.first_row > 0


def _above_heading(table: Table, columns: Columns) -> tuple[str, ...]:
    """Rows before the heading: some write the title inside the table."""
    last = columns.first_row if columns.heading else _below_title(table, columns).first_row
    texts: list[str] = []
    for row in table.rows[:last]:
        own = _own(row)
        if len(own) == 1 and heading_role(own[0]) is not Role.NUMBER:
            texts.append(own[0])
    return tuple(texts)


def _below_title(table: Table, columns: Columns) -> Columns:
    """A table without a heading begins below its title, where it has one."""
    first = columns.first_row
    while not columns.heading and first < len(table.rows):
        own = _own(table.rows[first])
        if own and not (len(own) == 1 and words.TITLE_MARK.search(own[0])):
            break
        first += 1
    return replace(columns, first_row=first)


def _own(row: Row) -> list[str]:
    return [cell.text for cell in row if cell.text.strip() and not cell.from_left]


def _first_of(rows: list[Entry], lead_in: tuple[str, ...]) -> list[Entry]:
    """The first section, where its name stands above the table's heading."""
    opening = [entry for entry in _headings(list(lead_in[-1:])) if not _is_title(entry.banner)]
    others = [entry.banner for entry in rows if entry.banner and list(_headings([entry.banner]))]
    numbered = {leading_number(banner)[0] for banner in others}
    missing = opening and leading_number(opening[0].banner)[0] not in numbered
    return opening if others and missing else []


def _is_title(text: str) -> bool:
    return words.TITLE_MARK.search(text) is not None


def _headings(paragraphs: list[str]) -> Iterator[Entry]:
    """Section headings that stand between two tables of one roadmap."""
    for text in paragraphs:
        line = one_line(text)
        if line and len(line) < 300 and not words.PAGE_MARK.match(line):
            numbered = words.SECTION_WORD.match(line) or line[0].isdecimal() or line[:1] in "IVX"
            if numbered:
                yield Entry(banner=line)
