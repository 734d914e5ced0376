"""What stands before the table: the title, the period it names, the document's own date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.deadlines import Span, YearContext, read_deadline, school_span
from mentoring.roadmaps.deadlines.cursor import Cursor
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.named_years import years
from mentoring.roadmaps.deadlines.nodes import Shape, Years
from mentoring.roadmaps.deadlines.placing import place
from mentoring.roadmaps.deadlines.stretches import stretches
from mentoring.roadmaps.deadlines.tokens import tokenize
from mentoring.roadmaps.deadlines.units import unit
from mentoring.roadmaps.numbers import leading_number

_SCHOOL_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*[-–—/]\s*(?:20)?\d\d(?!\d)")
_SCHOOL_YEARS = re.compile(
    rf"{_SCHOOL_YEAR.pattern}(?:{words.OF_SCHOOL_YEAR})?"
    rf"(?:\s*(?:[-–—,;]|\bи\b|\bпо\b)\s*(?<!\d)20\d\d\s*[-–—/]\s*(?:20)?\d\d(?!\d)"
    rf"(?:{words.OF_SCHOOL_YEAR})?)+",
    re.IGNORECASE,
)
_NEAR = 14
_FEW = 3
_SHORT = 160
_LONG_TITLE = 900


def find_title(paragraphs: Sequence[str]) -> str | None:
    """The title nearest above the table, its lines joined; where nothing calls itself one, the
    line right above that names the years it is for. None without either."""
    lines = [one_line(text) for text in paragraphs]
    near = range(len(lines) - 1, max(-1, len(lines) - 1 - _NEAR), -1)
    marked = [i for i in near if words.TITLE_MARK.search(lines[i]) and len(lines[i]) < _LONG_TITLE]
    if not marked:
        return _line_of_years(lines)
    first = _block_start(lines, marked[0])
    parts = [lines[first]]
    for line in lines[first + 1 :]:
        if not line or words.APPENDIX.match(line) or words.PAGE_MARK.match(line):
            if line:
                break
            continue
        parts.append(line)
    return " ".join(parts)


def _line_of_years(lines: Sequence[str]) -> str | None:
    nearest = [line for line in lines if line][-_FEW:]
    own = (line for line in reversed(nearest) if not words.REFERENCE_TO_ORDER.match(line))
    for line in own:
        named = len(line) < _SHORT and any(rank > 1 for rank, _span in _periods(line))
        if named and not words.FOREIGN_AUTHORITY.search(line):
            return line
    return None


def find_subject(paragraphs: Sequence[str]) -> str | None:
    """What an order says that it is about."""
    lines = (one_line(text) for text in paragraphs)
    return next((line for line in lines if words.SUBJECT.match(line) and len(line) < _SHORT), None)


def _block_start(lines: list[str], index: int) -> int:
    """Lines right above a mark that belong to the same title, such as a first line of capitals."""
    while (
        index > 0 and words.TITLE_MARK.search(lines[index - 1]) and len(lines[index - 1]) < _SHORT
    ):
        index -= 1
    return index


def find_period(title: str | None) -> Span | None:
    """The years a title names: `for 2020`, `2020-2024`, `2022-2023 school year`."""
    found = _periods(title or "")
    if not found:
        return None
    best = max(rank for rank, _ in found)
    return [span for rank, span in found if rank == best][-1]


def period_of_order(texts: Sequence[str]) -> Span | None:
    """The years an order's subject names, or its clause that approves the plan; None where they
    name none, or several."""
    lines = map(one_line, texts)
    return _agreed(
        line
        for line in lines
        if words.SUBJECT.match(line) or (words.APPROVES.search(line) and len(line) < _SHORT)
    )


def told_period(texts: Sequence[str]) -> Span | None:
    """The years that sentences above a plan without a title say it is for: `I am sending the plan
    for the school year 2024/25`; None where they say none, or several."""
    lines = map(one_line, texts)
    return _agreed(
        line for line in lines if words.PLAN_NAMED.search(line) and len(line) < _LONG_TITLE
    )


def _agreed(lines: Iterable[str]) -> Span | None:
    """The one period that lines name with a word for years."""
    named = {span for line in lines for rank, span in _periods(line) if rank > 1}
    return named.pop() if len(named) == 1 else None


def periods_differ(texts: Sequence[str]) -> bool:
    """Whether titles of one document name different plan periods."""
    named: set[Span] = set()
    for text in texts:
        line = one_line(text)
        if words.TITLE_MARK.search(line) and len(line) < _LONG_TITLE:
            named.update(span for rank, span in _periods(line) if rank > 1)
    return any(
        not (a.start <= b.start and b.end <= a.end) and not (b.start <= a.start and a.end <= b.end)
        for a in named
        for b in named
    )


def _periods(title: str) -> list[tuple[int, Span]]:
    """The periods in a title; those with a word for years rank higher than bare numbers."""
    cursor = Cursor(tokenize(_through(title)))
    found: list[tuple[int, Span]] = []
    while not cursor.done:
        opens = cursor.kind() in (T.MONTH, T.NUM, T.FROM)
        if opens and (bounds := cursor.attempt(_bounds)):
            return [(3, bounds)]
        dated = cursor.kind() in (T.NUM, T.MONTH, T.ORDINAL)
        if dated and (part := cursor.attempt(unit)) is not None:
            # A full date is that of some order, not the plan's; a month or a term is its part.
            if part.shape is not Shape.DAY and part.years is not None:
                found.append((1 if part.shape is Shape.MONTH else 2, _span(part.years)))
            continue
        named = cursor.attempt(years)
        if named is None:
            cursor.take()
            continue
        worded = cursor.tokens[cursor.place - 1].kind is T.YEARWORD
        found.append((2 if worded else 1, _span(named)))
    return found


def _through(title: str) -> str:
    """The title with `2023/24 and 2024/25` or `from 2023 to 2025` as one stretch of years."""

    def school_years(several: re.Match[str]) -> str:
        first, *_, last = _SCHOOL_YEAR.finditer(several[0])
        return f"{first[1]}-{int(last[1]) + 1} {words.SCHOOL_YEARS_PLURAL}"

    return words.FROM_YEAR_TO_YEAR.sub(r"\1-\2", _SCHOOL_YEARS.sub(school_years, title))


def _bounds(cursor: Cursor) -> Span | None:
    """`September 2022 - May 2024`, `01.09.2025 - 31.12.2025`."""
    found = stretches(cursor)
    if not found or found[0].first is None or found[0].last is None:
        return None
    placed = place(found[0], YearContext())
    if placed.start is None or placed.end is None or found[0].first is found[0].last:
        return None
    return Span(placed.start, placed.end) if placed.start < placed.end else None


def _span(named: Years) -> Span:
    if named.school:
        return Span(date(named.first, 9, 1), school_span(max(named.first, named.last - 1)).end)
    return Span(date(named.first, 1, 1), date(named.last, 12, 31))


def find_dates(paragraphs: Sequence[str]) -> list[date]:
    """Dates the document calls its own, in order: beside an order's number or in an approval."""
    found = []
    for text in paragraphs:
        line = one_line(text)
        if not line or len(line) > _SHORT or not words.REFERENCE_TO_ORDER.match(line):
            continue
        number, rest = leading_number(line)
        clause = number and rest[:1].isalpha()  # its dates are deadlines
        if clause or words.FOREIGN_AUTHORITY.search(line):
            continue
        day = _date_in(line)
        if day is not None:
            found.append(day)
    return found


def _date_in(line: str) -> date | None:
    after = words.FROM_MARK.split(line, maxsplit=1)[-1]
    plain = re.sub(r"[«»\"“”_]", " ", after).replace(",", " ")
    plain = re.sub(r"^\s*(\d{1,2})\s+(\d{1,2})\s+(\d{4})", r"\1.\2.\3", plain)
    cursor = Cursor(tokenize(plain))
    while not cursor.done:
        if cursor.kind() is T.NUM:
            found = cursor.attempt(unit)
            if found is not None and found.years is not None and found.number:
                deadline = read_deadline(
                    f"{found.number}.{found.month:02}.{found.years.first}", context=YearContext()
                )
                return deadline.end
        if not cursor.done:
            cursor.take()
    return None


def choose_date(dates: list[date], years_named: list[int]) -> tuple[date | None, bool]:
    """The document's date and whether others contradict it.

    Of several the first, unless another agrees better with the years the table names.
    """
    if not dates:
        return None, False
    differ = len(set(dates)) > 1
    if not differ or not years_named:
        return dates[0], differ

    def distance(day: date) -> int:
        return min(abs(day.year - year) for year in years_named)

    return min(dates, key=distance), differ
