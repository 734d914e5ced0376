"""Headings that say when all below them is done: "October", "Stage 1 (September to November)"."""

from __future__ import annotations

import re

from documents.model import Table
from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.columns import Columns, recognise
from mentoring.roadmaps.deadlines import Kind, Warn, YearContext, read_deadline
from mentoring.roadmaps.mixed_cells import is_whole_term
from mentoring.roadmaps.months import is_month
from mentoring.roadmaps.numbers import leading_number
from mentoring.roadmaps.rows import entries_of

_LONGEST = 160
_FEWEST = 2
# A mere day may be that of the document.
_DATED = (Kind.PERIOD, Kind.RECURRING, Kind.CONTINUOUS)
# "For the first half of the year" goes on from a title.
_OF_A_TITLE = re.compile(r"^\W*(?:на|за)\s|^\(", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)[\s.:]*$")
_APART = re.compile(r"\s+[-–—]\s+|[.:]\s+")


def heading_term(heading: str) -> str:
    """The term a heading gives to what stands below it; empty where it gives none.

    A mere year is a heading's place in the plan, not a term.
    """
    text = one_line(heading).strip(" .:")
    if not text or len(text) > _LONGEST:
        return ""
    if words.YEAR_TITLE.match(text) or _OF_A_TITLE.match(text):
        return ""
    if is_term(text):
        return text
    brackets = _IN_BRACKETS.search(text)
    pieces = _APART.split(text)
    ends = [brackets[1]] if brackets else [pieces[-1], pieces[0]] if len(pieces) > 1 else []
    return next((end for end in ends if is_term(end) and not words.YEAR_TITLE.match(end)), "")


def term_behind(title: str) -> str:
    """The term in brackets an activity's title ends with; empty where there is none."""
    found = _IN_BRACKETS.search(one_line(title))
    said = found[1].strip() if found else ""
    # "(2025)" is the year of something, "(during the lesson)" tells nothing.
    known = any(map(str.isdecimal, said)) or is_month(said)
    return said if known and not words.YEAR_TITLE.match(said) and is_whole_term(said) else ""


def is_term(text: str) -> bool:
    """Whether a text is wholly a term that tells when, not what it depends on."""
    if _OF_A_TITLE.match(text):
        return False
    read = read_deadline(text.strip(" .:"), context=YearContext())
    return read.kind in _DATED and Warn.PARTLY_READ not in read.warnings


def recognise_below(table: Table, above: str) -> Columns | None:
    """The columns of a table without deadlines, if its rows stand below headings that are terms:
    rows across the table, or the text `above` all of it."""
    columns = recognise(table, dated=False)
    if columns is None:
        return None
    if columns.heading and is_term(above):
        return columns
    entries = list(entries_of(table, columns))
    titles = [entry.activity for entry in entries if entry.activity]
    if len(list(filter(term_behind, titles))) * 2 > len(titles) >= _FEWEST:
        return columns
    banners = [entry.banner for entry in entries if entry.banner]
    named = [banner for banner in banners if is_term(leading_number(banner)[1])]
    return columns if len(named) >= _FEWEST and len(named) * 2 > len(banners) else None
