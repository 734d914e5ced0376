"""Rows whose result the bot itself holds: they show how far it is and offer to be closed.

An area registers a counter for a kind of result; which rows ask for it, their words tell.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from mentoring.unit import Unit

# How many there are in an organisation by now.
Counter = Callable[[Unit, int], Awaitable[int]]

# What rows that ask for a kind of result are called; the most particular ones first.
WORDS: dict[str, re.Pattern[str]] = {
    "surveys": re.compile(r"анкетирован|опрос(?!\w*ник)|диагностик|мониторинг\w* удовлетвор", re.I),
    "pairs": re.compile(
        r"(?:формирован|сформир|закреплен|создан|назначен|подбор)\w*.{0,40}"
        r"(?:наставническ\w+ )?(?:\bпар[ы]?\b|\bгрупп)|наставническ\w+ пар",
        re.I,
    ),
    "banks": re.compile(
        r"(?:баз|банк|реестр|спис)\w*\s+(?:наставник\w* и (?:баз\w*\s+)?наставляем"
        r"|наставляем\w* и (?:баз\w*\s+)?наставник)",
        re.I,
    ),
    "mentors": re.compile(r"(?:баз|банк|реестр|спис)\w*\s+(?:данных\s+)?наставников", re.I),
    "mentees": re.compile(r"(?:баз|банк|реестр|спис)\w*\s+(?:данных\s+)?наставляемых", re.I),
    "training": re.compile(r"обучен\w*\s+наставников|(?:школ|курс)\w*\s+наставник", re.I),
}

COUNTERS: dict[str, Counter] = {}


@dataclass(frozen=True, slots=True)
class Held:
    """A kind of result, and how many of it there are."""

    kind: str
    count: int


def result(kind: str) -> Callable[[Counter], Counter]:
    """Register who counts the results of a kind; `WORDS` has its rows' names."""

    def register(counter: Counter) -> Counter:
        if kind not in WORDS:
            raise ValueError(f"no words for results of the kind {kind!r}")
        COUNTERS[kind] = counter
        return counter

    return register


def kind_of(title: str) -> str | None:
    """The kind of result a row asks for, if an area counts it."""
    return next(
        (kind for kind, words in WORDS.items() if kind in COUNTERS and words.search(title)), None
    )


async def held(unit: Unit, organisation_id: int, title: str) -> Held | None:
    """What the bot holds of a row's result; nothing when it holds none."""
    kind = kind_of(title)
    if kind is None:
        return None
    count = await COUNTERS[kind](unit, organisation_id)
    return Held(kind, count) if count else None
