"""What was measured, as a line and as a page."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.clock import SystemClock

_PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
_ABOUT = """\
# Benchmarks

Written by `make bench ARGS=--write`; measured on {day}, {cores} cores, {rounds} rounds of each.

## What a step costs

Three steps of the bot beside bare aiogram, as ratios: 0.50 is half as many updates a second. Bare
aiogram has one handler, which inserts a row through the ORM, commits it, and answers (for the menu:
reads a row and answers). It keeps no state, takes no lock, knows nobody, edits no screen, and makes
one call to the Bot API where the bot makes two: the answer to the press, and the screen.

Both run in turns in one process, each round of the one beside a round of the other, over the same
database, with a Bot API in the process that answers at once or after 50 ms. A figure is the median
of the rounds, with the quartiles; a goal that is not reached is marked.

| Step | Chats at once | Bot API | {databases} | Goal |
|---|---|---|{rule}---|
"""
_TAIL = """
Menu: from a list back to it, two statements (the chat with its person is read, the chat written).
Questionnaire: a mark is given, three statements. Meeting: a filled card is saved and the mentee is
asked how it was, four statements. One commit each; tests/guards/test_cost.py holds these numbers.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """The bot's speed over bare aiogram's: median and quartiles; `rate` is updates a second."""

    database: str
    step: str
    at_once: int
    slow: bool
    ratio: float
    low: float
    high: float
    rate: float
    goal: float


def line(figure: Figure) -> str:
    reached = "" if figure.ratio >= figure.goal else "  short of its goal"
    return (
        f"{figure.database:10}  {figure.step:13}  {figure.at_once:2} at once"
        f"  API {_api(figure):7}  {_ratio(figure)}  goal {figure.goal:.2f}"
        f"  {figure.rate:4.0f} a second{reached}"
    )


def write(figures: list[Figure], rounds: int) -> None:
    """The page, in place of the one of an earlier day."""
    kinds = list(dict.fromkeys(figure.database for figure in figures))
    rows: dict[tuple[str, int, str], list[Figure]] = {}
    for figure in figures:
        rows.setdefault((figure.step, figure.at_once, _api(figure)), []).append(figure)
    page = _ABOUT.format(
        day=_today().isoformat(),
        cores=os.cpu_count(),
        rounds=rounds,
        databases=" | ".join(kinds),
        rule="---|" * len(kinds),
    )
    page += "".join(_row(row, kinds) for row in rows.values())
    _PAGE.write_text(page + _TAIL, encoding="utf-8")


def _row(row: list[Figure], kinds: Iterable[str]) -> str:
    by_kind = {figure.database: figure for figure in row}
    cells = [_cell(by_kind[kind]) if kind in by_kind else "" for kind in kinds]
    first = row[0]
    head = [first.step, str(first.at_once), _api(first)]
    return f"| {' | '.join([*head, *cells, f'{first.goal:.2f}'])} |\n"


def _cell(figure: Figure) -> str:
    return _ratio(figure) if figure.ratio >= figure.goal else f"{_ratio(figure)} short"


def _ratio(figure: Figure) -> str:
    return f"{figure.ratio:.2f} ({figure.low:.2f}-{figure.high:.2f})"


def _api(figure: Figure) -> str:
    return "50 ms" if figure.slow else "at once"


def _today() -> date:
    return SystemClock().now().date()
