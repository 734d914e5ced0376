"""Undoes what clerks, scanners and converters did to a deadline, before it is cut into tokens.

Every rule here is sure of itself: what may also mean something else is left to the grammar.
"""

from __future__ import annotations

import re

from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.vocabulary import (
    CYRILLIC,
    MONTH_FORMS,
    MONTH_NOMINATIVES,
    PLAINER,
    classify,
)

_CUT_WORD = re.compile(rf"([{CYRILLIC}]+)-\s*([{CYRILLIC}]+)")
_ZERO_LETTER = re.compile(rf"(?<![\d.,])0([{CYRILLIC}]{{3,}})")
_DAY, _MONTH, _YEAR = r"(0?[1-9]|[12]\d|3[01])", r"(0[1-9]|1[0-2])", r"((?:19|20)\d\d)"
_LOOSE_DATES = tuple(
    re.compile(rf"(?<![\d.,/-]){_DAY}{mark}{_MONTH}{mark}{_YEAR}(?!\d)")
    for mark in ("-", ",", r"\.\.", " ", r"\.\s?,\s?")
)
_MIXED_DATE = re.compile(
    rf"(?<![\d.,/-]){_DAY}\s?[.,]{{1,2}}\s?{_MONTH}\s?[.,]{{1,2}}\s?{_YEAR}(?!\d)"
)
_CUT_YEAR = re.compile(r"(\d\.\d\d\.\d{1,3})\n(\d{1,3})(?![\d.])")
_MONTH_AND_YEAR = re.compile(rf"(?<![\d.,/-]){_MONTH}-{_YEAR}(?![\d.-])")
_QUOTED_DAY = re.compile(rf"[«\"“]\s?{_DAY}\s?[»\"”]\s?\.?(?=\d\d\.\d\d)")
_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d"
_TIMES = (
    re.compile(r"(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?-\s?(?:[01]?\d|2[0-3]):[0-5]\d)?(?!\d)"),
    re.compile(rf"(?<=\S)\s+(?:в|с)\s+{_CLOCK}(?:\s?(?:-|до|по)\s?{_CLOCK})?(?![\d.])"),
    re.compile(r"(?<=\S)\s+до\s+(?:[01]?\d|2[0-3])\.(?:00|15|30|45)(?![\d.])"),
    # No month has such a number, so that it is no date.
    re.compile(r"(?<=,)\s*(?:0?[7-9]|1\d|2[01])\.(?:1[3-9]|[2-5]\d)(?![\d.])"),
    re.compile(
        r"(?:\b[вкс]\s+)?\b\d{1,2}(?:[.:]\d\d)?\s?(?:ч(?:\.|\b)|час(?:ов|а|ам)?\b)(?!\.?\s+в\b)"
    ),
)
_LISTED = re.compile(r"(?<![\d(.])(\d{1,2})\)\s*(?=\D)")
_LISTED_MONTHS = re.compile(rf"(?<![\d.])(\d)\.\s+(?=(?:{'|'.join(MONTH_NOMINATIVES)})\b)")
_OF_MONTHS = "|".join(form for form in MONTH_FORMS if form not in MONTH_NOMINATIVES)
_LISTED_LINE = re.compile(
    rf"^(\d{{1,2}})[.)]\s+(?!(?:{_OF_MONTHS})\b)(?=[{CYRILLIC}])", re.IGNORECASE
)
_ROMAN_MONTHS = re.compile(r"(?<![\w.])([ivx]{1,4})(?:\s?-\s?([ivx]{1,4}))?\s?\.\s?(?=20\d\d)")
_ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LEAD = re.compile(
    rf"^\s*(?:срок[а-я]*|дата|даты|период|время)\b([{CYRILLIC} ]{{0,60}})[:-]+\s*(?=\S)"
)
_SHORT = (
    (re.compile(r"\bг\.\s?г\b"), "гг"),
    (re.compile(r"\bп/г(?:одие|од)?\b"), "полугодие"),
    (re.compile(r"\bу/г(?:од)?\b"), "уч год"),
    (re.compile(r"\b[тс]\.\s?г\b\.?"), "текущего года"),
    (re.compile(r"\bпо состоянию на\b"), "на"),
    (re.compile(r"\b(до|с|по|к):"), r"\1 "),
    (re.compile(r"\b1v\b"), "iv"),
    (re.compile(r"(\d)\s?-?\s?(?:х\s)?(?=(?:дневн|недельн|месячн))"), r"\1 "),
)
_UNSET = re.compile(
    r"\s*(?:без (?:указания )?срок[а-я]*|нет|н/д"
    r"|(?:срок[а-я]* )?не (?:установлен|определен|указан|задан)[оаы]?)\W*"
)
_DITTO = re.compile(
    r"\W*(?:то же(?: самое)?|тот же(?: срок)?|те же(?: сроки)?|там же)\W*"
    r"|[\s\"“”„«»'-]*(?://|\"|“|”|„|«|»|'')[\s\"“”„«»'-]*"
)


def mend(text: str) -> str:
    """The lower-case text of a deadline with the usual slips of pen and scanner undone."""
    for pattern, full in _SHORT:
        text = pattern.sub(full, text)
    text = _CUT_YEAR.sub(_whole_year, text)
    text = _CUT_WORD.sub(_joined, text)
    text = _ZERO_LETTER.sub(_lettered, text)
    text = _LEAD.sub(_unless_dated, text)
    text = _ROMAN_MONTHS.sub(_in_figures, text)
    text = _without_times(_plain_dates(text))
    return _without_list_marks(text)


def is_unset(text: str) -> bool:
    """Whether a text says in words that there is no deadline."""
    return _UNSET.fullmatch(text.lower().translate(PLAINER)) is not None


def is_ditto(text: str) -> bool:
    """Whether a text only points to the deadline above it."""
    return _DITTO.fullmatch(text.lower()) is not None


def listed(text: str) -> list[str]:
    """The parts of a text whose lines are counted from one: `1. ...`, `2. ...`; none otherwise."""
    parts: list[str] = []
    for line in text.split("\n"):
        mark = _LISTED_LINE.match(line)
        if mark is not None and int(mark[1]) == len(parts) + 1:
            parts.append(line[mark.end() :])
        elif parts:
            parts[-1] = f"{parts[-1]}\n{line}"
        else:
            return []
    return parts


def _in_figures(match: re.Match[str]) -> str:
    """Months in Roman figures before a year: `IX-X.2023`."""
    months = [_ROMANS.index(sign) if sign in _ROMANS else 0 for sign in match.groups() if sign]
    if not all(months):
        return match[0]
    return "-".join(f"{month:02}" for month in months) + "."


def _joined(match: re.Match[str]) -> str:
    """A word a line's end has cut in two; a range of words stays one."""
    whole = match[1] + match[2]
    known = classify(whole)[0] not in (T.WORD, T.NOISE)
    return whole if known and classify(match[2])[0] is T.WORD else match[0]


def _whole_year(match: re.Match[str]) -> str:
    """A year a narrow column has cut in two."""
    whole = match[1] + match[2]
    return whole if len(whole.rpartition(".")[2]) == 4 else match[0]


def _lettered(match: re.Match[str]) -> str:
    word = f"о{match[1]}"
    return word if word in MONTH_FORMS else match[0]


def _unless_dated(match: re.Match[str]) -> str:
    """Drops `deadline for the report:`, but not `period September -`."""
    plain = (T.WORD, T.RUN, T.NOISE, T.RELATIVE, T.SPAN, T.PO, T.IN)
    said = (classify(word)[0] for word in match[1].split())
    return "" if all(kind in plain for kind in said) else match[0]


def _plain_dates(text: str) -> str:
    text = _QUOTED_DAY.sub(r"\1.", text)
    for pattern in (*_LOOSE_DATES, _MIXED_DATE):
        text = pattern.sub(r"\1.\2.\3", text)
    return _MONTH_AND_YEAR.sub(r"\1.\2", text)


def _without_times(text: str) -> str:
    for pattern in _TIMES:
        text = pattern.sub(" ", text)
    return text


def _without_list_marks(text: str) -> str:
    """Drops `1)`, `2)` (or `1.`, `2.` before lines or months) when they count from one."""
    for pattern in (_LISTED, _LISTED_MONTHS):
        counted = [int(number) for number in pattern.findall(text)]
        if counted and counted == list(range(1, len(counted) + 1)):
            text = pattern.sub(" ; ", text)
    return "\n;".join(listed(text)) or text
