"""The cost of a step: the bot beside bare aiogram, in turns, in the same process.

Nothing but the network is left out: the updates go through the whole dispatcher, the answers
through aiogram's client, the rows into a real database.
"""

import argparse
import asyncio
import gc
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import quantiles
from typing import Protocol

from aiogram.types import Update

from benchmarks import databases, report
from benchmarks.api import InstantApi
from benchmarks.bare import Bare
from benchmarks.house import House, Meeting, Menu, Questionnaire
from benchmarks.report import Figure
from db.engines import Database

_SLOW_SECONDS = 0.05
_MANY = 32
# What of bare aiogram's speed each step is to reach with a Bot API that answers at once.
_GOALS = {"menu": 0.8, "questionnaire": 0.5, "meeting": 0.4}
_SLOW_GOAL = 0.45
_STEPS: dict[str, type[Menu | Questionnaire | Meeting]] = {
    "menu": Menu,
    "questionnaire": Questionnaire,
    "meeting": Meeting,
}


class Step(Protocol):
    """Gives the updates of a round, one for each chat."""

    async def round(self, chats: list[int]) -> list[Update]: ...


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared."""

    step: Step
    handle: Callable[[Update], Awaitable[None]]
    api: InstantApi


@dataclass(frozen=True, slots=True)
class Load:
    """How much at once, with what Bot API; a round is one update for each of `chats`."""

    at_once: int
    api_seconds: float
    chats: int


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="rounds of each (15)")
    parser.add_argument("--only", choices=databases.KINDS, help="one database")
    parser.add_argument("--step", choices=_STEPS, help="one step")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    options = parser.parse_args()
    # Only what fails is to be seen among the figures.
    logging.disable(logging.WARNING)
    figures: list[Figure] = []
    for kind in [options.only] if options.only else databases.KINDS:
        if not await databases.available(kind):
            print(f"{kind}: no server answers, left out")
            continue
        async with databases.fresh(kind) as database:
            house = House(database)
            chats = await house.open(3 * _MANY)
            for name in [options.step] if options.step else _STEPS:
                ours = Side(_STEPS[name](house), house.handle, house.api)
                bare = await _bare(database, name, chats)
                for load in _loads():
                    ratios, rate = await _compare(load, options.rounds, ours, bare, chats)
                    figures.append(_figure(kind, name, load, ratios, rate))
                    print(report.line(figures[-1]), flush=True)
    if options.write:
        report.write(figures, options.rounds)


async def _bare(database: Database, name: str, chats: list[int]) -> Side:
    bare = Bare(database, reading=name == "menu")
    await bare.open(chats)
    return Side(bare, bare.handle, bare.api)


def _loads() -> list[Load]:
    return [
        Load(1, 0.0, chats=_MANY),
        Load(_MANY, 0.0, chats=3 * _MANY),
        # Each takes its fifty milliseconds here; a few tell enough.
        Load(1, _SLOW_SECONDS, chats=8),
        Load(_MANY, _SLOW_SECONDS, chats=3 * _MANY),
    ]


async def _compare(
    load: Load, rounds: int, ours: Side, bare: Side, chats: list[int]
) -> tuple[list[float], float]:
    """The ratio of each round, and our updates a second over all of them."""
    ratios, used = [], 0.0
    for _ in range(rounds):
        # Both in each round: whatever else the machine is doing then falls on both.
        theirs = await _seconds(bare, load, chats)
        own = await _seconds(ours, load, chats)
        used += own
        ratios.append(theirs / own)
    return ratios, rounds * load.chats / used


async def _seconds(side: Side, load: Load, chats: list[int]) -> float:
    """For one round; preparing it does not count."""
    side.api.seconds = 0
    updates = await side.step.round(chats[: load.chats])
    side.api.seconds = load.api_seconds
    gc.collect()
    started = time.perf_counter()
    left = iter(updates)

    async def worker() -> None:
        for update in left:
            await side.handle(update)

    await asyncio.gather(*(worker() for _ in range(load.at_once)))
    return time.perf_counter() - started


def _figure(kind: str, name: str, load: Load, ratios: list[float], rate: float) -> Figure:
    low, middle, high = quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    return Figure(
        database=kind,
        step=name,
        at_once=load.at_once,
        slow=bool(load.api_seconds),
        ratio=middle,
        low=low,
        high=high,
        rate=rate,
        goal=_SLOW_GOAL if load.api_seconds else _GOALS[name],
    )


if __name__ == "__main__":
    asyncio.run(main())
