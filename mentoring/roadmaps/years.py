"""School years: named by the year they begin in."""

import re
from datetime import date

# From this month on, plans are written for the school year that is about to begin.
_NEXT_FROM_MONTH = 6
_TYPED = re.compile(r"\s*(?:20)?(\d\d)(?:\s*[-/\u2010-\u2015\u2212]\s*(?:20)?(\d\d))?\D{0,30}")


def school_year_of(day: date) -> int:
    """The school year that a plan written on this day is probably for."""
    return day.year if day.month >= _NEXT_FROM_MONTH else day.year - 1


def written(year: int) -> str:
    """As people write it: 2026/27."""
    return f"{year}/{(year + 1) % 100:02}"


def typed(text: str) -> int | None:
    """The school year of "2026/27", "2026-2027", "26/27" or "2026"; None for anything else."""
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    year = 2000 + int(found[1])
    if found[2] and int(found[2]) != (year + 1) % 100:
        return None
    return year
