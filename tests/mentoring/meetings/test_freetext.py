"""Meetings told in one line: read right or asked about, never wrong silently."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.meetings.freetext.model import Ask, Known, Told
from mentoring.meetings.freetext.names import called, forms
from mentoring.meetings.freetext.reading import read
from mentoring.meetings.freetext.times import LONGEST_MINUTES, SHORTEST_MINUTES

TODAY = date(2026, 10, 14)
MENTEES = [
    Known(1, "Мария Петрова"),
    Known(2, "Пётр Иванов"),
    Known(3, "Анна Ким"),
    Known(4, "Анастасия Сидорова"),
    Known(5, "Павел Орлов"),
    Known(6, "Илья Громов"),
    Known(6, "Роман Белов"),
]
BADLY = "~ "


@dataclass(frozen=True)
class Case:
    """A line of lines.txt."""

    line: str
    expected: list[str]
    badly: bool
    today: date


def _cases() -> Iterator[Case]:
    today = TODAY
    text = Path(__file__).with_name("lines.txt").read_text(encoding="utf-8")
    for row in text.splitlines():
        if row.startswith("@"):
            today = date.fromisoformat(row[2:])
        elif row and not row.startswith("#"):
            line, *expected = row.removeprefix(BADLY).split(" | ")
            yield Case(line, expected, row.startswith(BADLY), today)


CASES = list(_cases())


def summary(told: Told) -> list[str]:
    """As the file of lines writes it."""
    if not told.is_meeting:
        return ["no"]
    said = (
        "".join(map(str, told.pairs)),
        told.held_on.strftime("%d.%m") if told.held_on else ".",
        str(told.minutes or "."),
        told.kind or ".",
    )
    asks = ",".join(sorted(told.asks))
    return [" ".join(said), asks] if asks else [" ".join(said)]


@pytest.mark.parametrize("case", CASES, ids=[case.line for case in CASES])
def test_lines(case: Case) -> None:
    assert summary(read(case.line, today=case.today, mentees=MENTEES)) == case.expected


def _blind() -> Iterator[tuple[str, str, str]]:
    """The lines of blind.txt: whether plain, the line, what it truly says."""
    text = Path(__file__).with_name("blind.txt").read_text(encoding="utf-8")
    for row in text.splitlines():
        if row and not row.startswith("#"):
            line, truth = row[2:].rsplit(" | ", 1)
            yield row[0], line, truth


def _verdict(told: Told, truth: str) -> str:
    """Right, asked, or wrong without a question."""
    doubted = not told.is_meeting or Ask.OUTCOME in told.asks
    if doubted or "!" in truth.split():
        return "asked" if doubted or told.asks else "wrong"
    if truth == "-":
        return "wrong"
    said = summary(told)[0].split(" ")
    fields = (Ask.WHO, Ask.WHEN, Ask.MINUTES, Ask.KIND)
    read_so = list(zip(fields, said, truth.split(), strict=True))
    if any(true != got and field not in told.asks for field, got, true in read_so):
        return "wrong"
    asked_in_vain = any(field in told.asks and true not in "?." for field, _got, true in read_so)
    return "asked" if asked_in_vain else "right"


def test_lines_written_blind() -> None:
    """None is wrong silently, and no plain one is asked about."""
    verdicts = [
        (mark, line, _verdict(read(line, today=TODAY, mentees=MENTEES), truth))
        for mark, line, truth in _blind()
    ]
    assert len(verdicts) > 800
    assert [line for _mark, line, verdict in verdicts if verdict == "wrong"] == []
    assert [line for mark, line, verdict in verdicts if mark == "=" and verdict != "right"] == []


def test_there_are_enough_lines() -> None:
    assert len({case.line for case in CASES}) >= 100
    assert len({case.line for case in CASES if case.badly}) >= 30


@pytest.mark.parametrize(
    ("line", "note"),
    [
        (
            "вчера с Машей 40 минут, договорились: план к 20 октября",
            "договорились: план к 20 октября",
        ),
        ("час с Машей, читали. Следующая встреча завтра", "читали. Следующая встреча завтра"),
    ],
)
def test_days_of_the_next_meeting_are_not_of_this_one(line: str, note: str) -> None:
    told = read(line, today=TODAY, mentees=MENTEES)
    assert told.held_on is not None
    assert told.held_on <= TODAY
    assert (told.asks, told.note) == (frozenset(), note)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("вчера с Машей 45 минут, разобрали план урока", "разобрали план урока"),
        (
            "с Петей: Договорились подготовить конспект. 40 минут",
            "Договорились подготовить конспект.",
        ),
        ("с Машей 45 минут", ""),
        (
            "Сегодня с Аней обсудили роман «Идиот» и тему сочинения, час",
            "обсудили роман «Идиот» и тему сочинения",
        ),
    ],
)
def test_what_is_left_is_the_note(line: str, note: str) -> None:
    assert read(line, today=TODAY, mentees=MENTEES).note == note


def test_the_only_pair_need_not_be_named() -> None:
    told = read("вчера 45 минут, разобрали ошибки", today=TODAY, mentees=MENTEES[:1])
    assert (told.pairs, told.asks) == ((1,), frozenset())
    stranger = read("с Колей вчера 45 минут", today=TODAY, mentees=MENTEES[:1])
    assert Ask.WHO in stranger.asks


def test_namesakes_are_asked_about_unless_an_initial_tells() -> None:
    two = [Known(1, "Мария Петрова"), Known(2, "Мария Сидорова")]
    assert read("с Машей час", today=TODAY, mentees=two).asks == {Ask.WHO}
    assert read("с Машей С. час", today=TODAY, mentees=two).pairs == (2,)
    assert read("с Машей Петровой час", today=TODAY, mentees=two).pairs == (1,)


def test_the_change_of_the_year() -> None:
    told = read("30.12 с Машей час", today=date(2027, 1, 8), mentees=MENTEES)
    assert (told.held_on, told.asks) == (date(2026, 12, 30), frozenset())


@given(
    st.text()
    | st.sampled_from([case.line for case in CASES]).flatmap(
        lambda line: st.permutations(line.split()).map(" ".join)
    )
)
def test_anything_is_read_without_an_exception(line: str) -> None:
    told = read(line, today=TODAY, mentees=MENTEES)
    assert told.pairs
    assert len(told.pairs) == 1 or Ask.WHO in told.asks
    assert told.minutes is None or SHORTEST_MINUTES <= told.minutes <= LONGEST_MINUTES
    assert told.held_on is None or told.held_on <= TODAY or Ask.OUTCOME in told.asks
    assert told.held_on or not told.is_meeting or told.asks & {Ask.WHEN, Ask.OUTCOME}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Маша", "маша маши маше машу машей"),
        ("Петя", "петя пети пете петю петей"),
        ("Павел", "павел павла павлу павлом павле"),
        ("Лев", "лев льва льву львом льве"),
        ("Андрей", "андрей андрея андрею андреем андрее"),
        ("Игорь", "игорь игоря игорю игорем игоре"),
        ("Мария", "мария марии марию марией"),
        ("Ольга", "ольга ольги ольге ольгу ольгой"),
        ("Орлов", "орлов орлова орлову орловым орлове"),
        ("Достоевская", "достоевская достоевской достоевскую"),
        ("Чайковский", "чайковский чайковского чайковскому чайковским"),
    ],
)
def test_cases_of_names(name: str, words: str) -> None:
    assert set(words.split()) <= forms(name)


def test_short_names() -> None:
    assert {"насте", "асей", "сидоровой"} <= called("Анастасия Сидорова")
