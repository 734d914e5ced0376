"""A meeting to come out of one typed line: "tomorrow with Masha at 15:30 in the library".

The people, the length and the kind are read as those of a meeting that was; the day is the next
one of its name, and the hour it begins at matters.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mentoring.meetings.freetext import ahead_words as words
from mentoring.meetings.freetext.names import plain
from mentoring.meetings.freetext.times import Days
from mentoring.meetings.freetext.vocabulary import MONTHS, SPANS


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a line says of a meeting to come; what it does not say, or not for sure, is None."""

    day: date | None
    # Since midnight.
    minute: int | None
    place: str
    # By its name in mentoring.meetings.outings.
    setting: str | None


def read_ahead(text: str, *, today: date) -> Ahead:
    """The day, the hour and the place of a meeting to come. Never raises."""
    said = plain(text)
    minute, said = _minute(said)
    place, setting = _place(text, plain(text))
    return Ahead(_day(said, today), minute, place, setting)


def begins_at(said: str) -> int | None:
    """The minute since midnight at which the meeting of a line begins, where that is sure."""
    return _minute(said)[0]


def _minute(said: str) -> tuple[int | None, str]:
    """The hour it begins at, and the line with blanks for that."""
    for pattern in words.CLOCKS:
        found = pattern.search(said)
        if found is None:
            continue
        hour, minutes, part = int(found["hour"]), found["minute"], found["part"]
        rest = said[: found.start()] + " " * len(found[0]) + said[found.end() :]
        if part and part.startswith(("дня", "вечера")) and hour < 12:
            hour += 12
        sure = part or minutes or hour >= words.EARLIEST_HOUR
        sure = sure and not said[found.end() :].lstrip().startswith("или")
        return (hour * 60 + int(minutes or 0) if sure else None), rest
    return None, said


def _day(said: str, today: date) -> date | None:
    """The one day to come; None when there are two, or none."""
    found = set()
    for pattern, days in words.DAYS.items():
        if pattern.search(said):
            said = pattern.sub(" ", said)
            found.add(today + timedelta(days=days))
    for name, reader in _READERS.items():
        for match in SPANS[name].finditer(said):
            day = reader(match, today)
            if day is None:
                return None
            found.add(day)
        said = SPANS[name].sub(" ", said)
    return found.pop() if len(found) == 1 else None


def _weekday(match: re.Match[str], today: date) -> date | None:
    """The next day of this name; of "next Friday", or of today's name, people mean either."""
    spoken = Days(today)
    spoken.weekday(match)
    last = next(iter(spoken.found))
    return None if match["last"] or last == today else last + timedelta(days=7)


def _in_days(match: re.Match[str], today: date) -> date | None:
    said = words.IN_DAYS.fullmatch(match[0])
    if said is None:
        return None
    count = 7 if said["week"] else int(words.COUNTED.get(said["count"] or "", said["count"] or 1))
    return today + timedelta(days=count)


def _dated(match: re.Match[str], today: date) -> date | None:
    """A day of a month: of the year that makes it one to come."""
    groups: dict[str, Any] = match.groupdict()
    month, year = groups.get("month"), groups.get("year")
    if groups.get("word"):
        stems = (place for place, stem in enumerate(MONTHS, 1) if groups["word"].startswith(stem))
        month = max(stems, key=lambda place: len(MONTHS[place - 1]))
    day = int(groups["day"])
    if year:
        return _made(int(year) % 100 + 2000, int(month or 0), day)
    if month is None:
        here = _made(today.year, today.month, day)
        later = today.replace(day=1) + timedelta(days=32)
        return here if here and here >= today else _made(later.year, later.month, day)
    here = _made(today.year, int(month), day)
    return here if here and here >= today else _made(today.year + 1, int(month), day)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_READERS: dict[str, Callable[[re.Match[str], date], date | None]] = {
    "upcoming": _in_days,
    "iso": _dated,
    "numeric": _dated,
    "named": _dated,
    "day_only": _dated,
    "weekday": _weekday,
}


def _place(text: str, said: str) -> tuple[str, str | None]:
    link = words.LINK.search(text)
    if link is not None:
        return link[0], "online"
    if words.ONLINE.search(said):
        return "", "online"
    for setting, pattern in words.PLACES.items():
        found = pattern.search(said)
        if found is not None and len(said) == len(text):
            return text[found.start("place") : found.end("place")], setting
    return "", None


def surely_ahead(said: str) -> bool:
    """Whether the words tell of a meeting agreed upon, whatever day is named."""
    return words.AGREED.search(said) is not None
