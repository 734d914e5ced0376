"""Plans with columns of deadlines for each year, or for each month or quarter: what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mentoring.roadmaps import vocabulary as words

# "2026", "2026 год", "Срок в 2026 г.", "2026/2027 учебный год", "2026-2027".
_YEARS = re.compile(
    r"(?<!\d)(?P<first>20\d\d)(?:\s*[-–—/]\s*(?P<last>(?:20)?\d\d))?(?!\d)(?P<rest>.*)$",
    re.DOTALL,
)
_LONGEST = 60
# A tick in a year's column: it is done in that year.
_TICK = re.compile(r"^(?:[+*xхvѵ✓✔☑•●]|да)+$", re.IGNORECASE)
_BLANK = re.compile(r"^[\s\-–—.]*$")
_NAMED = re.compile(r"(?<!\d)20\d\d(?!\d)|\d\d?\.\d\d?\.\d\d\b")
_THROUGH = re.compile(
    r"\bв\s+течение\s+(?:всего\s+)?(?:календарного\s+|учебного\s+)?года\b|^постоянно$|^весь год$",
    re.IGNORECASE,
)
_DURING = "в течение {year}"
_SEVERAL = "{first}-{last} гг."
_EACH_YEAR = "ежегодно {first}-{last} гг."
_ALWAYS = "постоянно, {first}-{last} гг."
_EACH_QUARTER = "ежеквартально"
_QUARTERS = 4
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\d{2}|\d\s+[а-яё]{3}", re.IGNORECASE)
_PLANNED = re.compile(
    r"^(?P<term>[^,;(]*[а-яё\d][^,;(]*?)"
    r"(?P<rest>\s*(?:[,(]\s*)?\b(?:по|согласно|в соответствии с)\s.*(?:план|график).*)$",
    re.IGNORECASE | re.DOTALL,
)
_AT_ENDS = re.compile(r"[\s;,.]+$")


def year_of(heading: str) -> str:
    """The year a heading names, as it is written behind a date; empty where it names none."""
    found = _YEARS.search(heading) if len(heading) <= _LONGEST else None
    if found is None or words.FACT_HEADING.search(heading):
        return ""
    first, last = int(found["first"]), found["last"]
    school = words.SCHOOL_YEARS.search(found["rest"]) is not None
    if last is None:
        return f"{first} г." if not school else ""
    consecutive = int(last) % 100 == (first + 1) % 100
    # Two years beside each other in the heading of one column are one school year.
    return f"{first}/{first + 1} учебного года" if consecutive else ""


def is_tick(text: str) -> bool:
    """Whether a cell of a year's column only says that it is done in that year."""
    return _TICK.match(text.strip()) is not None


def dated(text: str, year: str) -> str:
    """A cell of a year's column as a deadline that names its year; empty for an empty cell."""
    text = _AT_ENDS.sub("", text)
    if _BLANK.match(text):
        return ""
    if is_tick(text):
        return _DURING.format(year=year.replace(" г.", " года"))
    if _NAMED.search(text):
        return text
    if planned := _PLANNED.match(text):
        # The year belongs to the date, not to the plan that is named behind it.
        return f"{planned['term']} {year}{planned['rest']}"
    if _THROUGH.search(text):
        return _THROUGH.sub(_DURING.format(year=year.replace(" г.", " года")), text)
    return f"{text} {year}"


def in_parts(cells: Sequence[tuple[str, str]]) -> str:
    """The deadline of a row from the columns of months or quarters that have something in them:
    a mark, or days of that month."""
    filled = [(text, part) for text, part in cells if not _BLANK.match(text)]
    quarters = [part for text, part in filled if "квартал" in part and is_tick(text)]
    if len(quarters) == _QUARTERS:
        return _EACH_QUARTER
    return ", ".join(_in_part(text, part) for text, part in filled)


def _in_part(text: str, part: str) -> str:
    if not any(sign.isdigit() for sign in text):
        return part
    if _NAMED.search(text) or _DAY_AND_MONTH.search(text):
        return text
    return f"{text.rstrip('.')} {part}"


def through(first: str, last: str) -> str:
    """Several years that one cell is about."""
    end = int(last[:4]) + ("/" in last)
    return _SEVERAL.format(first=first[:4], last=end)


def together(cells: Sequence[tuple[str, str]]) -> str:
    """The deadline of a row from its cells and their years: each a term of its own."""
    filled = [(text, year) for text, year in cells if dated(text, year)]
    years = [int(year[:4]) for _text, year in filled]
    ticks = all(is_tick(text) for text, _year in filled)
    always = all(_THROUGH.search(text) for text, _year in filled)
    in_a_row = len(filled) > 1 and years == list(range(years[0], years[0] + len(years)))
    if in_a_row and (ticks or always) and not any("/" in year for _text, year in filled):
        how = _EACH_YEAR if ticks else _ALWAYS
        return how.format(first=years[0], last=years[-1])
    return "; ".join(dated(text, year) for text, year in filled)
