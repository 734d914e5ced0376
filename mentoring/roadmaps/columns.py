"""Finds out what each column of a table holds: by the words of its heading, then by its content."""

from __future__ import annotations

from dataclasses import dataclass, replace

from documents.model import Row, Table
from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.column_contents import (
    SURE,
    complete,
    deadline_share,
    is_deadline,
    own_texts,
)
from mentoring.roadmaps.column_headings import Role, heading_role, names_both
from mentoring.roadmaps.deadlines.vocabulary import MONTH_FORMS
from mentoring.roadmaps.mixed_cells import split_cell
from mentoring.roadmaps.year_columns import is_tick, year_of

_HEADING_ROWS = 8
_FEWEST_MONTHS = 3
_FEWEST_PARTS = 2
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Columns:
    """Roles by column; `heading` rows before `first_row` are not content; `years` are those of
    the columns of years, as they are written behind a date; `mixed` are the columns of deadlines
    that hold the executors, too, `placed` those that hold the place."""

    roles: tuple[Role | None, ...]
    first_row: int
    heading: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    mixed: tuple[int, ...] = ()
    placed: tuple[int, ...] = ()

    def of(self, *roles: Role) -> list[int]:
        """The columns of these roles, from left to right."""
        return [index for index, role in enumerate(self.roles) if role in roles]

    @property
    def readable(self) -> bool:
        """Whether activities and deadlines can be told."""
        dated = self.of(Role.DEADLINE, Role.MONTH, Role.YEAR)
        dated = dated or (self.of(Role.START) and self.of(Role.FINISH))
        return bool(self.of(Role.ACTIVITY) and dated)


def recognise(table: Table, *, dated: bool = True) -> Columns | None:
    """The table's columns, if it has activities and deadlines; without `dated` it may be that
    only activities, and no deadlines, are told by a heading."""
    for index, row in enumerate(table.rows[:_HEADING_ROWS]):
        if _is_heading(row):
            last = _heading_end(table, index)
            columns = _from_heading(table, index, last)
            if not dated and columns.of(Role.ACTIVITY) and _names_activities(table, index, last):
                return columns
            if columns.readable and (
                _names_activities(table, index, last) or _dated(table, columns)
            ):
                return columns
    columns = _completed(table, [None] * table.width, 0)
    if not dated:
        return columns if columns.of(Role.ACTIVITY) else None
    return columns if columns.readable and _dated(table, columns) else None


def _names_activities(table: Table, first: int, last: int) -> bool:
    """Whether a heading says what is done, so that a list of people with dates is not taken."""
    texts = [cell.text for row in table.rows[first:last] for cell in row]
    named = any(heading_role(text) in (Role.ACTIVITY, Role.SECTION) for text in texts)
    return named or any(words.WHAT_IS_DONE.search(one_line(text)) for text in texts)


def _dated(table: Table, columns: Columns) -> bool:
    body = table.rows[columns.first_row :]
    if columns.of(Role.MONTH, Role.YEAR):
        return True
    places = columns.of(Role.DEADLINE, Role.START, Role.FINISH)
    return any(deadline_share(body, place) >= _HALF for place in places)


def _is_heading(row: Row) -> bool:
    roles = {heading_role(cell.text) for cell in row if not cell.from_left}
    found = roles - {None}
    named = found & {Role.DEADLINE, Role.START, Role.FINISH, Role.ACTIVITY, Role.NAME}
    texts = [one_line(cell.text) for cell in row]
    months = sum(text.lower() in MONTH_FORMS for text in texts)
    parts = sum(words.PART_HEADING.match(text) is not None for text in texts)
    dated = months >= _FEWEST_MONTHS or parts >= _FEWEST_PARTS
    return bool(named) and (len(found) >= 2 or dated)


def _heading_end(table: Table, first: int) -> int:
    """The index after the last heading row: sub-headings and a row that numbers the columns."""
    roles = [heading_role(cell.text) for cell in table.rows[first]]
    anchors = [i for i, role in enumerate(roles) if role in (Role.NUMBER, Role.ACTIVITY)]
    last = first + 1
    while last < len(table.rows):
        row = table.rows[last]
        hangs = anchors and all(row[i].from_above or not row[i].text.strip() for i in anchors)
        filled = [cell for cell in row if cell.text.strip() and not cell.from_above]
        brief = all(len(one_line(cell.text)) <= 40 for cell in filled)
        named = sum(heading_role(cell.text) is not None for cell in filled)
        merged = any(cell.from_above for cell in row) or any(c.from_left for c in table.rows[first])
        below = hangs and brief and len(filled) > 0 and (merged or named > 0 or last == first + 1)
        if not (counts_columns(row) or below):
            break
        last += 1
    return last


def counts_columns(row: Row) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3."""
    texts = [one_line(cell.text).rstrip(".") for cell in row if not cell.from_left]
    texts = [text for text in texts if text]
    return len(texts) >= 3 and texts == [str(i) for i in range(1, len(texts) + 1)]


def _from_heading(table: Table, first: int, last: int) -> Columns:
    heading = tuple(one_line(cell.text) for cell in table.rows[first])
    roles: list[Role | None] = []
    for column in range(table.width):
        parts = [table.rows[index][column] for index in range(first, last)]
        own = [
            cell.text
            for cell in parts
            if not cell.from_above and not counts_columns_text(cell.text)
        ]
        below = heading_role(own[-1]) if own else None
        above = heading_role(own[0]) if own else None
        if above is None and below is None and column and not heading[column] and own:
            above = roles[column - 1]  # a heading over several columns whose merge was lost
        fact = own and above is Role.DEADLINE and words.FACT_HEADING.search(own[-1])
        specific = below in (Role.START, Role.FINISH) or (above is None and below is not None)
        specific = specific or (len(own) > 1 and below is not None and names_both(own[0]))
        roles.append(Role.OTHER if fact else below if specific else above)
    _one_number_column(roles)
    _hours_apart(roles, heading)
    if Role.DAY in roles and Role.DEADLINE not in roles:
        roles[roles.index(Role.DAY)] = Role.DEADLINE
    if not {Role.DEADLINE, Role.START, Role.FINISH} & set(roles):
        # A column of years is all that tells when.
        roles = [
            None if role is Role.SECTION and words.YEAR_COLUMN.match(text) else role
            for role, text in zip(roles, heading, strict=True)
        ]
    heading = _months(table, roles, first, last) or heading
    years = _years(table, roles, first, last)
    found = replace(_completed(table, roles, last), heading=heading, years=years)
    placed = tuple(i for i in found.of(Role.DEADLINE) if words.PLACE_HEADING.search(heading[i]))
    return replace(found, mixed=_mixed(table, found, first), placed=placed)


def _mixed(table: Table, columns: Columns, first: int) -> tuple[int, ...]:
    """The columns of deadlines whose cells name the executors as well: those whose headings say
    so, and where no other column has executors those whose cells mostly do."""
    body = table.rows[columns.first_row :]
    alone = not columns.of(Role.EXECUTOR)
    found = []
    for place in columns.of(Role.DEADLINE):
        headings = table.rows[first : columns.first_row]
        texts = own_texts(body, place) if alone else []
        parts = [split_cell(text, people_only=True) for text in texts]
        told = sum(part is not None and all(part) for part in parts)
        if any(names_both(row[place].text) for row in headings) or (
            told >= _FEWEST_PARTS and told >= len(texts) * SURE
        ):
            found.append(place)
    return tuple(found)


def _months(table: Table, roles: list[Role | None], first: int, last: int) -> tuple[str, ...]:
    """Marks the columns of a schedule that has one for each month or quarter; its heading then."""
    at = last - 1
    if counts_columns(table.rows[at]) and at > first:
        at -= 1
    lowest = [one_line(cell.text) for cell in table.rows[at]]
    months = [place for place, text in enumerate(lowest) if text.lower() in MONTH_FORMS]
    if len(months) < _FEWEST_MONTHS:
        months = _parts(table, lowest, first, at)
    if not months:
        return ()
    for place, role in enumerate(roles):
        if place in months:
            roles[place] = Role.MONTH
        elif role is Role.DEADLINE:
            roles[place] = Role.OTHER
    return tuple(lowest)


def _parts(table: Table, lowest: list[str], first: int, at: int) -> list[int]:
    """The columns of quarters or halves of a year, whose headings are written out in `lowest`."""
    found: dict[int, str] = {}
    for place, text in enumerate(lowest):
        named = words.PART_HEADING.match(text)
        over = " ".join(table.rows[index][place].text for index in range(first, at))
        part = next((name for name, pattern in words.PARTS if pattern.search(f"{text} {over}")), "")
        if named and part:
            found[place] = f"{named['number']} {part}"
    if len(found) < _FEWEST_PARTS:
        return []
    for place, text in found.items():
        lowest[place] = text
    return list(found)


def _years(table: Table, roles: list[Role | None], first: int, last: int) -> tuple[str, ...]:
    """Marks the columns of deadlines that are of a year each; their years then, by column.

    A column with the mere year above it is one where its cells are deadlines or ticks: it may as
    well hold money or figures.
    """
    years = [""] * table.width
    for column, role in enumerate(roles):
        headings = [table.rows[index][column] for index in range(first, last)]
        named = [year_of(one_line(cell.text)) for cell in headings if not cell.from_left]
        year = next((one for one in reversed(named) if one), "")
        known = role in (Role.DEADLINE, Role.START, Role.FINISH)
        if year and (role is Role.DEADLINE or (role is None and _says_when(table, column, last))):
            years[column] = year
        elif year and known:
            return ()
    if not any(years):
        return ()
    for column, year in enumerate(years):
        if year:
            roles[column] = Role.YEAR
    return tuple(years)


def _says_when(table: Table, column: int, first_row: int) -> bool:
    texts = [text for text in own_texts(table.rows[first_row:], column) if text.strip(" -–—")]
    said = [text for text in texts if is_tick(text) or is_deadline(text)]
    return bool(texts) and len(said) >= len(texts) * SURE


def counts_columns_text(text: str) -> bool:
    """Whether a heading cell is but a column's number."""
    return one_line(text).isdecimal()


def _completed(table: Table, roles: list[Role | None], first_row: int) -> Columns:
    complete(table, roles, first_row)
    return Columns(tuple(roles), first_row)


def _hours_apart(roles: list[Role | None], heading: tuple[str, ...]) -> None:
    """Beside the column of days that of the hour is no second deadline."""
    dated = [index for index, role in enumerate(roles) if role is Role.DEADLINE]
    hours = [index for index in dated if words.HOUR_HEADING.match(heading[index])]
    for index in hours if len(hours) < len(dated) else []:
        roles[index] = Role.OTHER


def _one_number_column(roles: list[Role | None]) -> None:
    numbered = [index for index, role in enumerate(roles) if role is Role.NUMBER]
    for index in numbered[1:]:
        roles[index] = Role.OTHER
