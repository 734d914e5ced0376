"""Deadlines and executors that share one column: which words of a cell are which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import clean
from mentoring.roadmaps.deadlines import Kind, Warn, YearContext, read_deadline
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.tokens import tokenize

_LONGEST = 300
# What may stand between the two, the surest first; mere blanks only before people.
_LINE = re.compile(r"\n")
_MARK = re.compile(r"\s*[;/|]\s*|\s+[-–—]\s+|(?<=[^.])\.\s+(?=[А-ЯЁ])|\s*:\s+")
_COMMA = re.compile(r"\s*,\s*")
_BLANK = re.compile(r"\s+|(?<=\))|(?=\()")
_OF_PEOPLE = frozenset(
    (
        *(T.WORD, T.NUM, T.ORDINAL, T.PO, T.FOR, T.ON, T.OF, T.IN, T.FROM, T.AND, T.RUN, T.WHOLE),
        *(T.RELATIVE, T.WORKING, T.SCHOOL, T.DOT, T.COMMA, T.SEMI, T.DASH, T.SLASH),
        *(T.LPAREN, T.RPAREN, T.COLON, T.NOISE),
    )
)
_WORD = re.compile(r"[А-ЯЁа-яё]{2,}")


@lru_cache(maxsize=512)  # a column is looked at before its rows are
def split_cell(text: str, *, people_only: bool = False) -> tuple[str, str] | None:
    """The deadline and the executors of one cell, either of them empty where only the other is
    there; None where it is not clear which words are which.

    `people_only`: the column does not say that it holds executors, so they must be told as such.
    """
    text = clean(text)
    if not text or len(text) > _LONGEST:
        return None
    for between in (_LINE, _MARK, _COMMA, _BLANK):
        sure = people_only or between is _BLANK
        for before, after in _halves(text, between):
            if is_whole_term(before) and names_people(after, sure=sure):
                return before, after
            if names_people(before, sure=sure) and is_whole_term(after):
                return after, before
    if is_whole_term(text):
        return text, ""
    if names_people(text, sure=True):
        return "", text
    return None if people_only else _longest_term(text)


def _longest_term(text: str) -> tuple[str, str] | None:
    """In a column that says it holds both, what is behind the deadline is the executor."""
    for before, after in reversed(list(_halves(text, _BLANK))):
        if is_whole_term(before) and names_people(after, sure=False):
            return before, after
    return None


def _halves(text: str, between: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for mark in between.finditer(text):
        before, after = text[: mark.start()].strip(" ,;("), text[mark.end() :].strip()
        if after.startswith("(") and after.endswith(")"):
            after = after[1:-1]
        if before and after:
            yield before, after


def is_whole_term(text: str) -> bool:
    """Whether a text is a deadline and nothing else."""
    read = read_deadline(text, context=YearContext())
    return read.kind not in (Kind.UNKNOWN, Kind.NONE) and Warn.PARTLY_READ not in read.warnings


def tells_when(text: str) -> bool:
    """Whether anything of a text could be a deadline."""
    read = read_deadline(text, context=YearContext())
    return read.kind is not Kind.UNKNOWN or any(map(str.isdecimal, text))


def names_people(text: str, *, sure: bool) -> bool:
    """Whether a text may name people and says nothing of time; `sure`: by words for people."""
    if _WORD.search(text) is None:
        return False
    if sure and not (
        words.PEOPLE.search(text) or words.INITIALS.match(text) or words.SURNAMES.match(text)
    ):
        return False
    text = words.INITIAL.sub(" ", text)  # some of them are words of a deadline
    plain = all(token.kind in _OF_PEOPLE for token in tokenize(text))
    return plain and read_deadline(text, context=YearContext()).kind is Kind.UNKNOWN
