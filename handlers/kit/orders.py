"""The number and date of an order as people type them: "12-o of 5 September", "12, 05.09"."""

import re
from datetime import date

from handlers.kit.dates import parse_day

_SIGN = re.compile(r"\s*(?:\u2116|N[o\u00ba]?\.?\s|#)\s*")
# The preposition before the date may be left out.
_ORDER = re.compile(r"(\S+?),?\s+(?:[^\W\d]{2,3}\.?\s+)?(\d.*)")
# What clerks give no number says so; any other word is an answer to something else.
_NUMBER = re.compile(r".*\d.*|\u0431/\u043d", re.IGNORECASE)


def parse_order(text: str, *, today: date, language: str) -> tuple[str, date] | None:
    """Number and day; without a date the order is of today. None when there is no number."""
    text = _SIGN.sub("", text, count=1).strip()
    found = _ORDER.fullmatch(text)
    if found is not None:
        day = parse_day(found[2], today=today, language=language)
        return (found[1], day) if day and _NUMBER.fullmatch(found[1]) else None
    is_day = parse_day(text, today=today, language=language) is not None
    return None if " " in text or is_day or not _NUMBER.fullmatch(text) else (text, today)
