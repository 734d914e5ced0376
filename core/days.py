"""A day as people type it: "12.10", "12.10.2026", "12 October", in the reader's language."""

import re
from datetime import date

from babel.dates import get_month_names

_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
# After the year a short word may follow: "2026 y."
_NAMED = re.compile(r"(\d{1,2})\.? ([^\W\d]{3,})\.?,?(?: (\d{4})(?: ?[^\W\d]{1,4}\.?)?)?")
_NAME_FIRST = re.compile(r"([^\W\d]{3,})\.? (\d{1,2})(?:, ?| )?(\d{4})?")


def parse_day(text: str, *, today: date, language: str) -> date | None:
    """The day meant, None when the text is no day. Without a year, the one nearest to `today`."""
    text = " ".join(text.casefold().split())
    if found := _ISO.fullmatch(text):
        return _day(*map(int, found.groups()))
    if found := _NUMBERS.fullmatch(text):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := _NAMED.fullmatch(text):
        day, month, year = int(found[1]), _month(found[2], language), found[3]
    elif found := _NAME_FIRST.fullmatch(text):
        day, month, year = int(found[2]), _month(found[1], language), found[3]
    else:
        return None
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    nearby = [_day(today.year + shift, month, day) for shift in (-1, 0, 1)]
    days = [candidate for candidate in nearby if candidate is not None]
    return min(days, key=lambda candidate: abs(candidate - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str, language: str) -> int:
    """The number of the month whose name begins so, in any of its forms; 0 for another word."""
    forms = (
        get_month_names("wide", "format", locale=language),
        get_month_names("wide", "stand-alone", locale=language),
    )
    for names in forms:
        for month, name in names.items():
            if name.casefold().startswith(word):
                return int(month)
    return 0
