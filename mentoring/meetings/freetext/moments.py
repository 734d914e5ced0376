"""A time to come as people type it: "tomorrow 15:30", "12.10 at 9", "fr 16"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.days import parse_day
from mentoring.meetings.freetext.vocabulary import SHORT_WEEKDAYS, WEEKDAYS

_WORDS = {
    "сегодня": 0,
    "завтра": 1,
    "послезавтра": 2,
    "today": 0,
    "tomorrow": 1,
}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = re.compile(
    r"(?:^|\s)(?:в|к|на|at)?\s*(?P<hour>[01]?\d|2[0-3])(?:[:.\-\s](?P<minute>[0-5]\d))?"
    r"\s*(?:ч|час|часа|часов|h)?\.?$"
)
_LEADING = re.compile(r"^(?:во?|на|on)\s+")
_TRAILING = re.compile(r"(?:,|\s(?:в|к|на|at))+$")


@dataclass(frozen=True, slots=True)
class Moment:
    """What was said of a time; what was not is None."""

    day: date | None
    minute: int | None


def read_moment(text: str, *, today: date, language: str) -> Moment | None:
    """The day and the minute since midnight in the text; None when it tells of neither."""
    said = " ".join(text.casefold().replace("\u0451", "\u0435").split()).rstrip(".!")
    whole = _day(said, today, language)
    if whole is not None:
        return Moment(whole, None)
    clock = _CLOCK.search(said)
    if clock is None:
        return None
    minute = int(clock["hour"]) * 60 + int(clock["minute"] or 0)
    before = _TRAILING.sub("", said[: clock.start()].strip()).strip()
    if not before:
        # A bare number may be anything.
        sure = clock["minute"] or not said.isdecimal()
        return Moment(None, minute) if sure else None
    day = _day(before, today, language)
    return Moment(day, minute) if day is not None else None


def _day(said: str, today: date, language: str) -> date | None:
    said = _LEADING.sub("", said)
    if said in _WORDS:
        return today + timedelta(days=_WORDS[said])
    for number in range(7):
        names = (SHORT_WEEKDAYS[number], _ENGLISH[number])
        whole = said.startswith((WEEKDAYS[number], _ENGLISH[number])) and said.isalpha()
        if said in names or whole:
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    day = parse_day(said, today=today, language=language)
    if day is not None and day < today and not re.search(r"\d{4}", said):
        later = parse_day(f"{said}.{today.year + 1}", today=today, language=language)
        return later if later is not None and "." in said else day
    return day
