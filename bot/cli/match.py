"""`mentoring-bot match`: suggests pairs for the banks in a spreadsheet, without a database."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.telling import failed, say

if TYPE_CHECKING:
    from mentoring.matching.model import Matching, Mentee, Mentor, Reason


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `match`; it sets `run`, which returns the exit code."""
    parser = subparsers.add_parser("match", help="suggest pairs for an exported bank")
    parser.add_argument("file", type=Path, help="the .xlsx the bot has exported")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--language", default="ru", help="of the reasons (ru, en)")
    parser.set_defaults(run=run_match)


def run_match(arguments: argparse.Namespace) -> int:
    """Prints the pairs with their reasons. 0 when read, 1 when not (the reason on stderr)."""
    from core.clock import SystemClock  # noqa: PLC0415 - only this command needs all of this
    from documents.errors import DocumentError  # noqa: PLC0415
    from documents.reader import read  # noqa: PLC0415
    from mentoring.matching.sheets import NoBanks, read_banks  # noqa: PLC0415
    from mentoring.matching.solving import match  # noqa: PLC0415

    try:
        document = read(arguments.file.read_bytes(), arguments.file.name)
        mentees, mentors = read_banks(document, today=SystemClock().now().date())
    except OSError as error:
        return failed(f"cannot open {arguments.file}: {error.strerror}")
    except DocumentError as error:
        return failed(f"cannot read {arguments.file}: {error.code}")
    except NoBanks:
        return failed(f"no table with the columns of a bank in {arguments.file}")
    outcome = match(mentees, mentors)
    shown = _json if arguments.json else _text
    say(shown(outcome, mentees, mentors, arguments.language))
    return 0


def _json(outcome: Matching, mentees: list[Mentee], mentors: list[Mentor], _language: str) -> str:
    names = {one.id: one.name for one in (*mentees, *mentors)}
    pairs = [
        {
            "mentee": names[one.mentee],
            "mentor": names[one.chosen.mentor],
            "score": one.chosen.score,
            "pros": [asdict(reason) for reason in one.chosen.pros],
            "cons": [asdict(reason) for reason in one.chosen.cons],
            "alternatives": [
                {"mentor": names[other.mentor], "score": other.score} for other in one.alternatives
            ],
        }
        for one in outcome.suggestions
    ]
    unmatched = [
        {"mentee": names[one.mentee], "why": [asdict(reason) for reason in one.why]}
        for one in outcome.unmatched
    ]
    told = {"pairs": pairs, "unmatched": unmatched, "total": round(outcome.total, 4)}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _text(outcome: Matching, mentees: list[Mentee], mentors: list[Mentor], language: str) -> str:
    from handlers.matching import reasons  # noqa: PLC0415
    from mentoring.words import words_in  # noqa: PLC0415

    words = words_in(language)
    names = {one.id: one.name for one in (*mentees, *mentors)}

    def said(told: Iterable[Reason]) -> list[str]:
        return [f"  {row['reason']}" for row in reasons.lines(words, told)]

    lines = []
    for one in outcome.suggestions:
        mentor, percent = names[one.chosen.mentor], round(one.chosen.score * 100)
        lines.append(f"{names[one.mentee]} – {mentor}, {percent} %")
        lines += said((*one.chosen.pros, *one.chosen.cons))
    for alone in outcome.unmatched:
        lines += [f"{names[alone.mentee]} – ?", *said(alone.why)]
    return "\n".join(lines)
