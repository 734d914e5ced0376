"""A table's rows as entries: what each row says, whatever the order of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from documents.model import Row, Table
from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import clean, one_line
from mentoring.roadmaps.column_headings import Role, heading_role
from mentoring.roadmaps.columns import Columns, counts_columns
from mentoring.roadmaps.deadlines.vocabulary import MONTH_FORMS
from mentoring.roadmaps.mixed_cells import is_whole_term, split_cell
from mentoring.roadmaps.months import in_month, is_month
from mentoring.roadmaps.numbers import depth, leading_number
from mentoring.roadmaps.year_columns import dated, in_parts, through, together

_FEWEST_ALIKE = 2
_BANNER_SHARE = 0.6
_SHORTEST_BANNER = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a roadmap.

    A `banner` is one text across the table. The `*_above` flags tell cells merged with the row
    above: their texts are repeated. `own_section` tells that the table has a column of sections.
    """

    number: str = ""
    section: str = ""
    subsection: str = ""
    activity: str = ""
    deadline: str = ""
    executors: tuple[str, ...] = ()
    result: str = ""
    banner: str = ""
    number_above: bool = False
    section_above: bool = False
    subsection_above: bool = False
    activity_above: bool = False
    deadline_above: bool = False
    executors_above: bool = False
    result_above: bool = False
    own_section: bool = False
    row_numbered: bool = True
    two_deadlines: bool = False
    # How many columns of a year each have a term of the row; 0 where there are no such columns.
    terms: int = 0
    # The first on a page of a .pdf, where a merged cell that began on the page before is empty.
    opens_page: bool = False


def entries_of(table: Table, columns: Columns) -> Iterator[Entry]:
    """What the rows of a table say, those of headings and page numbers left out."""
    row_numbered = _numbers_rows(table, columns)
    for row in table.rows[columns.first_row :]:
        if _repeats_heading(row, columns) or counts_columns(row) or _page_number(row):
            continue
        banner = _banner(row, columns)
        if banner:
            yield Entry(banner=banner)
        elif any(cell.text.strip() for cell in row):
            yield _entry(row, columns, row_numbered)


def _page_number(row: Row) -> bool:
    """Whether a row holds nothing but the number of a page."""
    texts = [one_line(cell.text) for cell in row if cell.text.strip() and not cell.from_left]
    return len(texts) == 1 and words.PAGE_MARK.match(texts[0]) is not None


def _numbers_rows(table: Table, columns: Columns) -> bool:
    """Whether the column of numbers counts activities, not the sections beside it."""
    numbers, sections = columns.of(Role.NUMBER), columns.of(Role.SECTION)
    if not numbers or not sections:
        return bool(numbers)
    body = table.rows[columns.first_row :]

    def own(column: int) -> int:
        cells = (row[column] for row in body)
        texts = [one_line(c.text) for c in cells if not c.from_above and not c.from_left]
        # Written once more in the next row it is the same one still, as if they were merged.
        return sum(bool(text) and text != above for above, text in pairwise(["", *texts]))

    return own(numbers[0]) > own(sections[0])


def _repeats_heading(row: Row, columns: Columns) -> bool:
    texts = tuple(one_line(cell.text) for cell in row)
    if columns.heading and texts == columns.heading:
        return True
    own = [cell.text for cell in row if cell.text.strip() and not cell.from_left]
    named = {role for text in own if len(text) < 60 and (role := heading_role(text))}
    return (
        len(own) >= 3 and len(named) >= 3 and len(named) >= len(own) - 1 and Role.DEADLINE in named
    )


def _banner(row: Row, columns: Columns) -> str:
    filled = [i for i, cell in enumerate(row) if cell.text.strip() and not cell.from_left]
    said = {one_line(row[i].text) for i in filled}
    if len(filled) == len(row) > _FEWEST_ALIKE and len(said) == 1:
        # A title across the table whose merge was lost on the way: it stands in every cell.
        return said.pop()
    if len(filled) == 2 and filled[0] in columns.of(Role.NUMBER):
        return _numbered_banner(row, columns, filled[1])
    if len(filled) != 1 or row[filled[0]].from_above:
        return ""
    place = filled[0]
    text = clean(row[place].text)
    covered = 1
    while place + covered < len(row) and row[place + covered].from_left:
        covered += 1
    if covered > 1 and depth(leading_number(text)[0]) < 2 and covered >= len(row) * _BANNER_SHARE:
        return one_line(text)
    beside = place in columns.of(Role.NUMBER, Role.SECTION, Role.ACTIVITY)
    goes_on = words.LOWER_START.match(text)
    activity = depth(leading_number(text)[0]) > 1
    long_enough = len(text) > _SHORTEST_BANNER or text.strip(" .:").lower() in MONTH_FORMS
    return one_line(text) if beside and long_enough and not (goes_on or activity) else ""


def _numbered_banner(row: Row, columns: Columns, place: int) -> str:
    """A number in its own cell, and a title that covers the column of deadlines."""
    terms = columns.of(Role.DEADLINE, Role.START, Role.YEAR)
    if place in terms or not all(row[i].from_left for i in terms):
        return ""
    number = leading_number(row[columns.of(Role.NUMBER)[0]].text)[0]
    return f"{number}. {one_line(row[place].text)}" if number else ""


def _entry(row: Row, columns: Columns, row_numbered: bool) -> Entry:
    def first(*roles: Role) -> int | None:
        found = columns.of(*roles)
        return found[0] if found else None

    def text(place: int | None) -> str:
        return "" if place is None or row[place].from_left else clean(row[place].text)

    def above(place: int | None) -> bool:
        return place is not None and row[place].from_above

    number, section = first(Role.NUMBER), first(Role.SECTION)
    activity, deadline = first(Role.ACTIVITY), first(Role.DEADLINE)
    subsection, result = first(Role.SUBSECTION), first(Role.RESULT)
    executors = columns.of(Role.EXECUTOR)
    mark, title = _number_and_title(row, number, activity)
    return Entry(
        number=mark,
        section=one_line(text(section)),
        subsection=one_line(text(subsection)),
        activity=_with_place(row, columns, title or text(activity)),
        deadline=_deadline(row, columns, deadline),
        executors=(*(text(place) for place in executors), *_beside_terms(row, columns)),
        result="\n".join(filter(None, (text(i) for i in columns.of(Role.RESULT)))),
        number_above=above(number),
        section_above=above(section),
        subsection_above=above(subsection),
        activity_above=above(activity),
        deadline_above=above(deadline),
        executors_above=bool(executors or columns.mixed)
        and all(above(place) for place in (*executors, *columns.mixed)),
        result_above=above(result),
        own_section=section is not None,
        row_numbered=row_numbered,
        two_deadlines=len(_deadlines(row, columns)) > 1,
        terms=sum(bool(dated(text, year)) for text, year in _by_years(row, columns)),
    )


def _number_and_title(row: Row, number: int | None, activity: int | None) -> tuple[str, str]:
    """The number, and the title where both are in one merged cell."""
    if number is None or row[number].from_left:
        return "", ""
    text = clean(row[number].text)
    if activity is not None and row[activity].from_left:
        mark, title = leading_number(text)
        if mark and title:
            return mark, title
    return one_line(text), ""


def _deadline(row: Row, columns: Columns, place: int | None) -> str:
    if months := columns.of(Role.MONTH):
        cells = [(clean(row[i].text), columns.heading[i]) for i in months]
        return in_parts(cells)
    if by_years := _by_years(row, columns):
        shared = _deadlines(row, columns)
        return together(by_years) or "\n".join(shared)
    if place is not None:
        said = "\n".join(_deadlines(row, columns))
        return _of_its_month(row, columns, said)
    starts, ends = columns.of(Role.START), columns.of(Role.FINISH)
    if not (starts and ends):
        return ""  # the headings between the rows say when
    start, end = clean(row[starts[0]].text), clean(row[ends[0]].text)
    if start and end and not row[ends[0]].from_left:
        return words.FROM_TO.format(start=start, end=end)
    opened = words.FROM.format(start=start)
    return opened if start and not end and is_whole_term(opened) else start or end


def _of_its_month(row: Row, columns: Columns, said: str) -> str:
    """The deadline; a month with the days or the week in the column beside it."""
    parts = columns.of(Role.DAY)
    if not parts or not is_month(said):
        return said
    return in_month(clean(row[parts[0]].text), said, columns.heading[parts[0]])


def _by_years(row: Row, columns: Columns) -> list[tuple[str, str]]:
    """The cells of the columns of years, each with its year."""
    found: list[tuple[str, str]] = []
    for place in columns.of(Role.YEAR):
        year = columns.years[place]
        if not row[place].from_left:
            found.append((clean(row[place].text), year))
        elif found:  # one cell across several years
            found[-1] = (found[-1][0], through(found[-1][1], year))
    return found


def _deadlines(row: Row, columns: Columns) -> list[str]:
    """The different texts in the columns of deadlines."""
    places = [i for i in columns.of(Role.DEADLINE) if not row[i].from_left]
    texts = (_parted(row, columns, place)[0] for place in places)
    return list(dict.fromkeys(text for text in texts if text))


def _beside_terms(row: Row, columns: Columns) -> list[str]:
    """The executors named in the columns of deadlines."""
    return [_parted(row, columns, place)[1] for place in columns.mixed if not row[place].from_left]


def _parted(row: Row, columns: Columns, place: int) -> tuple[str, str]:
    """The deadline and the executors in a cell; all of it is the deadline where that is unclear."""
    text = clean(row[place].text)
    told = place in columns.mixed or place in columns.placed
    parts = split_cell(row[place].text) if told else None
    return parts or (text, "")


def _with_place(row: Row, columns: Columns, title: str) -> str:
    """The activity's title, with the place where the column of deadlines names it."""
    where = [
        _parted(row, columns, place)[1]
        for place in columns.placed
        if place not in columns.mixed and not row[place].from_left and not row[place].from_above
    ]
    return " ".join([title, *(f"({one_line(text)})" for text in where if text)])
