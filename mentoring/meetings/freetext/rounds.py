"""A time that comes round as people type it: "every Wednesday at 15:30", "on Tue and Thu"."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from dateutil.relativedelta import relativedelta

from core.days import parse_day
from mentoring.meetings.freetext import vocabulary as words
from mentoring.meetings.freetext.names import plain
from mentoring.meetings.repeats import Repeat


@dataclass(frozen=True, slots=True)
class Round:
    """What comes round, without days when none are named, and the minute since midnight."""

    repeat: Repeat
    minute: int | None


class Unclear(Exception):
    """ "Every second Monday": every other week, or the second one of a month."""


def read_round(text: str, *, today: date, language: str) -> Round | None:
    """The rule in a text; None when it is none, or says more. Raises Unclear."""
    said = " ".join(plain(text).split()).rstrip(".!")
    if not words.COMES_ROUND.search(said):
        return None
    weeks = 2 if words.FORTNIGHT.search(said) else 1
    said, until = _until(words.FORTNIGHT.sub(" ", said), today, language)
    said, minute = _clock(said)
    nth = words.NTH.search(said)
    left = said
    for pattern in (words.COMES_ROUND, words.NTH, words.OF_MONTH):
        left = pattern.sub(" ", left)
    days = {
        number
        for number, pattern in enumerate(words.ROUND_DAYS)
        if pattern.search(left) is not None
    }
    for pattern in words.ROUND_DAYS:
        left = pattern.sub(" ", left)
    if words.ROUND_REST.fullmatch(left) is None:
        return None
    repeat = Repeat(tuple(sorted(days)), weeks, until=until)
    if nth is not None:
        number = next(place for stem, place in words.NTHS.items() if nth[0].startswith(stem))
        if number == 2 and words.OF_MONTH.search(said) is None:
            raise Unclear
        if len(days) != 1:
            return None
        repeat = replace(repeat, weeks=1, nth=number)
    elif words.OF_MONTH.search(said):
        return None
    return Round(repeat, minute)


def of_line(text: str, names: Collection[str]) -> str:
    """What a whole line says of a time that comes round, for `read_round`; empty for nothing.

    `names`: of the writer's partners, in all cases.
    """
    said = plain(text)
    if not words.COMES_ROUND.search(said):
        return ""
    for pattern in words.LENGTHS_BESIDE:
        said = pattern.sub(" ", said)
    return " ".join(
        word for word in said.split() if word.strip(",.!") not in words.BESIDE_ROUND | set(names)
    )


def _until(said: str, today: date, language: str) -> tuple[str, date | None]:
    """The last day, and the text without it; the end of the programme is the end anyway."""
    found = words.UNTIL.search(said)
    if found is None:
        return said, None
    if found["end"]:
        return said[: found.start()] + said[found.end() :], None
    day = parse_day(found["day"], today=today, language=language)
    if day is None:
        return said, None
    if day < today:
        # The next one of that name.
        day = day + relativedelta(years=1)
    return said[: found.start()] + said[found.end() :], day


def _clock(said: str) -> tuple[str, int | None]:
    found = words.ROUND_CLOCK.search(said)
    if found is None:
        return said, None
    hour, minutes = found["hour"], found["minute"]
    if found["bare"]:
        hour, minutes = re.split(r"[:.]", found["bare"])
    minute = int(hour) * 60 + int(minutes or 0)
    return said[: found.start()] + " " + said[found.end() :], minute
