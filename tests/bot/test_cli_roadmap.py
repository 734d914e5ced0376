"""`roadmap parse` and `roadmap deadline`: what they print and how they fail."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.roadmap import add_parser

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "roadmap.docx"


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    parsed = parser.parse_args(["roadmap", *arguments])
    return parsed.run(parsed)


def test_parse_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parse", str(SAMPLE), "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["title"].endswith("2026-2027 учебный год")
    assert shown["clauses"] == []
    first = shown["items"][0]
    assert {
        key: first[key] for key in ("number", "kind", "start", "end", "freq", "is_section")
    } == {
        "number": "1.1",
        "kind": "due",
        "start": None,
        "end": "2026-09-15",
        "freq": None,
        "is_section": False,
    }
    monthly = next(item for item in shown["items"] if item["kind"] == "recurring")
    assert monthly["rrule"] == "FREQ=MONTHLY"
    assert monthly["basis"] == "civil"
    assert monthly["occurrences"][0] == {"start": "2026-09-01", "end": "2026-09-30"}
    wanted = {"section", "title", "deadline_text", "responsible", "result", "warnings"}
    assert wanted <= set(monthly)


def test_parse_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("parse", str(SAMPLE)) == 0
    printed = capsys.readouterr().out
    assert "until 2026-09-15" in printed
    assert "impossible_date" in printed


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "No such file"),
        (b"", "empty"),
        (b"\x89PNG\r\n", "image"),
        ("просто письмо".encode(), "no table"),
    ],
)
def test_parse_tells_why_it_cannot(
    content: bytes | None, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file.docx"
    if content is not None:
        path.write_bytes(content)
    assert run("parse", str(path)) == 1
    assert reason in capsys.readouterr().err


def test_deadlines_come_one_a_line_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("deadline", "--school-year", "2026", "--json", "--", "май", "-", "до 31.06") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["period", "none", "unknown"]
    assert (lines[0]["start"], lines[0]["end"]) == ("2027-05-01", "2027-05-31")
    assert lines[2]["warnings"] == ["impossible_date"]
    for line in lines:
        assert {"freq", "rrule", "occurrences", "basis"} <= set(line)


def test_deadline_by_the_date_of_the_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("deadline", "--document-date", "2022-12-29", "--json", "--", "январь") == 0
    assert json.loads(capsys.readouterr().out)["start"] == "2023-01-01"


@pytest.mark.parametrize(
    "arguments",
    [
        ("deadline", "--school-year", "99999", "май"),
        ("deadline", "--document-date", "29.12.2022", "май"),
        ("parse",),
    ],
)
def test_wrong_use(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(*arguments)
    assert caught.value.code == 2


def test_nothing_slow_is_imported() -> None:
    code = (
        "import sys, bot.cli.roadmap, mentoring.roadmaps.reading\n"
        "print([name for name in ('aiogram', 'sqlalchemy', 'docx', 'pdfplumber', 'openpyxl')"
        " if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
