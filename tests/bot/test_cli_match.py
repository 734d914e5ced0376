"""`match` on an exported bank: pairs with reasons, in words and as JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from documents.workbook import Sheet, workbook
from tests.paths import ROOT

MENTEES = ["№", "ФИО", "Год рождения", "Основной запрос", "ФИО наставника", "Форма наставничества"]
MENTORS = ["№", "ФИО", "Компетенции", "Важные достижения", "Желаемый возраст наставляемых"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "match", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    mentees = [
        [1, "Анна Петрова", 2012, "Подготовка к экзаменам", "", ""],
        [2, "Олег Ким", 2011, "Программирование роботов", "", ""],
        [3, "Есть Пара", 2011, "Химия", "Кто-то", ""],
    ]
    mentors = [
        [1, "Вера Орлова", "готовлю к экзаменам", "", "12–15 лет"],
        [2, "Илья Громов", "программирую роботов; кружок", "", ""],
    ]
    path = tmp_path / "bank.xlsx"
    sheets = [Sheet("Наставляемые", MENTEES, mentees), Sheet("Наставники", MENTORS, mentors)]
    path.write_bytes(workbook(sheets))
    return path


def test_pairs_with_reasons(bank: Path) -> None:
    told = run(str(bank))
    assert told.returncode == 0, told.stderr
    assert "Анна Петрова – Вера Орлова" in told.stdout
    assert "Олег Ким – Илья Громов" in told.stdout
    assert "запрос «Программирование роботов»" in told.stdout
    assert "Есть Пара" not in told.stdout


def test_as_json(bank: Path) -> None:
    told = json.loads(run(str(bank), "--json").stdout)
    assert {(one["mentee"], one["mentor"]) for one in told["pairs"]} == {
        ("Анна Петрова", "Вера Орлова"),
        ("Олег Ким", "Илья Громов"),
    }
    assert told["unmatched"] == []


def test_what_is_no_bank(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.xlsx")).returncode == 1
    path = tmp_path / "other.xlsx"
    path.write_bytes(workbook([Sheet("x", ["A", "B"], [["1", "2"]])]))
    told = run(str(path))
    assert told.returncode == 1
    assert "no table with the columns of a bank" in told.stderr
    path.write_bytes(b"rubbish")
    assert run(str(path)).returncode == 1
