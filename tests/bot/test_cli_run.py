"""`run` and `migrate`: what an operator can mend is one line, whatever fails at the start."""

import argparse
from pathlib import Path

import pytest

from bot.cli import telling
from bot.cli.run import add_parser

TOKEN = "123456789:" + "A" * 35


def command(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    parsed = parser.parse_args(arguments)
    return int(parsed.run(parsed))


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)


@pytest.mark.parametrize("name", ["run", "migrate"])
@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("postgresql://u:secret-word@127.0.0.1:1/d", "the database: "),
        ("sqlite:////proc/nowhere/x.db", "/proc/nowhere"),
        ("mysql://host/x", "DATABASE_URL"),
    ],
)
def test_a_database_that_is_not_there_is_told_in_one_line(
    name: str,
    url: str,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert command(name) == 1
    told = [line for line in capsys.readouterr().err.splitlines() if "mentoring-bot" in line]
    assert len(told) == 1 and reason in told[0]
    assert "secret-word" not in told[0]


@pytest.mark.parametrize("text", ["-1", "1.5", "9" * 19, "１", "", "x"])
def test_what_is_no_number_of_a_row_is_not_understood(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        telling.number(text)


def test_what_is_printed_commands_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    telling.say("a\x1b]0;x\x07\tb\nc\x9b")
    assert capsys.readouterr().out == "a?]0;x?\tb\nc?\n"
