"""What the grammar finds in a deadline, before any year is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mentoring.roadmaps.deadlines.model import Warn


class Shape(StrEnum):
    """What part of the calendar a unit is."""

    DAY = "day"
    MONTH = "month"
    THIRD = "third"
    HALF = "half"
    WEEK = "week"
    WEEKDAY = "weekday"
    QUARTER = "quarter"
    TERM = "term"
    TRIMESTER = "trimester"
    HALFYEAR = "halfyear"
    SEASON = "season"
    YEAR = "year"


class Edge(StrEnum):
    """A unit named by one of its ends."""

    WHOLE = "whole"
    BEFORE = "before"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Years:
    """Named years, both included; `school` ones begin in September. `vague`: two years in a row
    with no word for whether a school year or both are meant."""

    first: int
    last: int
    school: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """One named stretch: `number` is its day, or which of its kind it is (-1: the last).
    `current` tells that "of this year" was said; `falls_on` is the weekday written beside a day.
    """

    shape: Shape
    month: int = 0
    number: int = 0
    weekday: int = 0
    years: Years | None = None
    edge: Edge = Edge.WHOLE
    school: bool = False
    current: bool = False
    falls_on: int | None = None
    doubts: tuple[Warn, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a unit to a unit: without `first` only the last day is named, without `last` the
    end is open. `by_end` says that the text names a limit ("until"), not the day itself."""

    first: Unit | None
    last: Unit | None
    by_end: bool = False


@dataclass(frozen=True, slots=True)
class Recur:
    """`times` in every `every` units (day, week, month, quarter, term, trimester, halfyear, year).

    `weekdays`, `nth` (of the weekdays in their month) and `month_days` narrow it; -1 is the
    last. `due` means the day is a limit; `after` that it lies in the month after the reported
    one; `days` how many days it lasts from there.
    """

    times: int = 1
    every: int = 1
    unit: str = "month"
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    month_days: tuple[int, ...] = ()
    days: int = 1
    due: bool = False
    after: bool = False
    school: bool = False
    doubts: tuple[Warn, ...] = ()


@dataclass(slots=True)
class Reading:
    """Everything found in one deadline; `unread` are texts of tokens nothing could use, `shifted`
    tells that a day is only what another is reckoned from: "two weeks before 1 October"."""

    stretches: list[Stretch] = field(default_factory=list)
    recurs: list[Recur] = field(default_factory=list)
    continuous: bool = False
    relative: bool = False
    relative_first: bool = False
    school: bool = False
    alternatives: bool = False
    further: bool = False
    shifted: bool = False
    mended: bool = False
    unread_words: int = 0
    unread_terms: int = 0
