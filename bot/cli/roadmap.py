"""`mentoring-bot roadmap`: reads a roadmap or single deadlines without a database."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.telling import failed, say

if TYPE_CHECKING:
    from mentoring.roadmaps.deadlines import Deadline
    from mentoring.roadmaps.reading import Item

_FIRST_YEAR, _LAST_YEAR = 1990, 2099


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `roadmap` with its two commands; each sets `run`, which returns the exit code."""
    roadmap = subparsers.add_parser("roadmap", help="read roadmaps and their deadlines")
    commands = roadmap.add_subparsers(dest="roadmap_command", required=True)
    parse = commands.add_parser("parse", help="read a roadmap from a file")
    parse.add_argument("file", type=Path, help="a .docx, .xlsx, .pdf or text file")
    _add_common(parse)
    parse.set_defaults(run=run_parse)
    deadline = commands.add_parser("deadline", help="read single deadlines")
    deadline.add_argument("texts", nargs="+", metavar="TEXT")
    deadline.add_argument(
        "--document-date", type=_day, metavar="YYYY-MM-DD", help="the date of the order"
    )
    _add_common(deadline)
    deadline.set_defaults(run=run_deadline)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--school-year", type=_year, metavar="YEAR", help="the year the school year begins in"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def _year(text: str) -> int:
    if not text.isdecimal() or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"a year from {_FIRST_YEAR} to {_LAST_YEAR} is needed")
    return int(text)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a date like 2026-08-31 is needed") from error
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"a year from {_FIRST_YEAR} to {_LAST_YEAR} is needed")
    return day


def run_parse(arguments: argparse.Namespace) -> int:
    """Prints the roadmap in a file. 0 when it was read, 1 when not (the reason on stderr)."""
    from documents.errors import DocumentError  # noqa: PLC0415 - only this command reads files
    from documents.reader import read  # noqa: PLC0415
    from mentoring.roadmaps.reading import NotARoadmap, read_roadmap  # noqa: PLC0415

    try:
        data = arguments.file.read_bytes()
        draft = read_roadmap(
            read(data, arguments.file.name), school_year=arguments.school_year, today=_today()
        )
    except OSError as error:
        return failed(f"cannot open {arguments.file}: {error.strerror}")
    except DocumentError as error:
        return failed(f"cannot read {arguments.file}: {error.code}")
    except NotARoadmap:
        return failed(f"no table of activities with deadlines in {arguments.file}")
    if arguments.json:
        shown = {
            "title": draft.title,
            "document_date": _iso(draft.document_date),
            "items": [_item_json(item) for item in draft.items],
            "clauses": [_item_json(item) for item in draft.clauses],
            "warnings": list(draft.warnings),
        }
        say(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        say(draft.title or "(no title)")
        _say_table(
            [_row(item.number, item.deadline, item.title, item.warnings) for item in draft.items]
        )
        if draft.clauses:
            say("\nClauses of the order")
            _say_table(
                [
                    _row(item.number, item.deadline, item.title, item.warnings)
                    for item in draft.clauses
                ]
            )
    return 0


def run_deadline(arguments: argparse.Namespace) -> int:
    """Prints what each text says as a deadline: one line each, in order."""
    from mentoring.roadmaps.deadlines import YearContext, read_deadline  # noqa: PLC0415

    context = YearContext(
        document_date=arguments.document_date,
        school_year=arguments.school_year,
        today=_today(),
    )
    read = [(text, read_deadline(text, context=context)) for text in arguments.texts]
    if arguments.json:
        for text, deadline in read:
            say(json.dumps({"text": text, **_deadline_json(deadline)}, ensure_ascii=False))
    else:
        _say_table([_row("", deadline, text, deadline.warnings) for text, deadline in read])
    return 0


def _today() -> date:
    from core.clock import SystemClock  # noqa: PLC0415

    return SystemClock().now().astimezone(UTC).date()


def _iso(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None


def _deadline_json(deadline: Deadline) -> dict[str, Any]:
    return {
        "kind": deadline.kind,
        "start": _iso(deadline.start),
        "end": _iso(deadline.end),
        "freq": deadline.freq,
        "rrule": deadline.rrule,
        "occurrences": [
            {"start": _iso(start), "end": _iso(end)} for start, end in deadline.occurrences
        ],
        "basis": deadline.basis,
        "warnings": list(deadline.warnings),
    }


def _item_json(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "section": item.section,
        "title": item.title,
        "deadline_text": item.deadline_text,
        **_deadline_json(item.deadline),
        "is_section": item.is_section,
        "responsible": list(item.responsible),
        "result": item.result,
        "warnings": list(item.warnings),
    }


def _row(
    number: str, deadline: Deadline, title: str, warnings: tuple[str, ...]
) -> tuple[str, str, str, str, str]:
    dates = " - ".join(_iso(day) or "..." for day in (deadline.start, deadline.end))
    shown = "" if not (deadline.start or deadline.end) else dates
    if deadline.start is None and deadline.end is not None:
        shown = f"until {_iso(deadline.end)}"
    kind = f"{deadline.kind} {deadline.freq}" if deadline.freq else str(deadline.kind)
    return number, kind, shown, " ".join(title.split())[:60], ", ".join(warnings)


def _say_table(rows: list[tuple[str, str, str, str, str]]) -> None:
    table = [("No", "Kind", "Dates", "Title", "Warnings"), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(5)]
    for row in table:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
