"""The cost of a step: the bot beside bare aiogram, in turns, in the same process.

python -m benchmarks.steps [--quick] [--write]
"""

import argparse
import asyncio
import gc
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import product
from statistics import median
from typing import Protocol

from aiogram.types import Update

from benchmarks import databases, report
from benchmarks.api import InstantApi
from benchmarks.bare import Bare
from benchmarks.house import House, Meeting, Menu, Questionnaire
from benchmarks.report import Figure

_SLOW_SECONDS = 0.05
_MANY = 32
# Ratio to bare aiogram that each step is to reach with a Bot API that answers at once.
GOALS = {"menu": 0.8, "questionnaire": 0.5, "meeting": 0.4}
SLOW_GOAL = 0.45
_STEPS = {"menu": Menu, "questionnaire": Questionnaire, "meeting": Meeting}


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
    """How much at once, with what Bot API, how often."""

    at_once: int
    api_seconds: float
    chats: int
    rounds: int
    repetitions: int


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    parser.add_argument("--quick", action="store_true", help="one short repetition of each")
    parser.add_argument("--only", choices=databases.KINDS, help="one database")
    parser.add_argument("--step", choices=_STEPS, help="one step")
    options = parser.parse_args()
    logging.disable(logging.ERROR)
    figures: list[Figure] = []
    for kind in [options.only] if options.only else databases.KINDS:
        if not await databases.available(kind):
            print(f"{kind}: no server answers, left out")
            continue
        async with databases.fresh(kind) as database:
            house = House(database)
            chats = await house.open(_chats(options.quick))
            for name in [options.step] if options.step else _STEPS:
                bare = Bare(database, reading=name == "menu")
                await bare.open(chats)
                ours = Side(_STEPS[name](house), house.handle, house.api)
                theirs = Side(bare, bare.handle, bare.api)
                for load in _loads(options.quick):
                    figure = await _compare(kind, name, load, ours, theirs, chats)
                    print(report.line(figure), flush=True)
                    figures.append(figure)
    if options.write:
        report.write(figures)


def _chats(quick: bool) -> int:
    return 32 if quick else 96


def _loads(quick: bool) -> list[Load]:
    many = _chats(quick)
    repetitions = 1 if quick else 5
    return [
        Load(
            at_once=at_once,
            api_seconds=seconds,
            chats=8 if at_once == 1 and seconds else many,
            rounds=5,
            repetitions=repetitions,
        )
        for seconds, at_once in product((0.0, _SLOW_SECONDS), (1, _MANY))
    ]


async def _compare(
    kind: str, name: str, load: Load, ours: Side, bare: Side, chats: list[int]
) -> Figure:
    ratios, rates = [], []
    for _ in range(load.repetitions):
        # Both in each repetition: what else the machine does then falls on both.
        peer = await _rate(bare, load, chats)
        own = await _rate(ours, load, chats)
        rates.append(own)
        ratios.append(own / peer)
    goal = SLOW_GOAL if load.api_seconds else GOALS[name]
    return Figure(
        database=kind,
        step=name,
        at_once=load.at_once,
        slow=bool(load.api_seconds),
        ratio=median(ratios),
        lowest=min(ratios),
        highest=max(ratios),
        rate=median(rates),
        goal=goal,
    )


async def _rate(side: Side, load: Load, chats: list[int]) -> float:
    """Updates a second; preparing them does not count."""
    used, done = 0.0, 0
    for _ in range(load.rounds):
        side.api.seconds = 0
        updates = await side.step.round(chats[: load.chats])
        side.api.seconds = load.api_seconds
        gc.collect()
        started = time.perf_counter()
        await _handle_all(updates, side.handle, load.at_once)
        used += time.perf_counter() - started
        done += len(updates)
    side.api.seconds = 0
    return done / used


async def _handle_all(
    updates: list[Update], handle: Callable[[Update], Awaitable[None]], at_once: int
) -> None:
    left = iter(updates)

    async def worker() -> None:
        for update in left:
            await handle(update)

    await asyncio.gather(*(worker() for _ in range(at_once)))


if __name__ == "__main__":
    asyncio.run(main())
