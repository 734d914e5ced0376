"""Answers as people type them, in the chat or in a table: by words or by the option's number."""

import re
from collections.abc import Callable
from datetime import date

from core.days import parse_day
from core.errors import Refusal
from mentoring.surveys.questions import SCALE, Kind, Question, Value

_BETWEEN = re.compile(r"[;\n]")
_NUMBERS = re.compile(r"\d+(?:[\s,;]+\d+)*")
_INTEGER = re.compile(r"[+-]?\d{1,9}(?:[.,]0+)?")
_PHONE = re.compile(r"\+?[\d\s()–.-]+")
_FEWEST_LETTERS = 3
_RUSSIAN_DIGITS = 11
# International numbers, by the plan of E.164.
_SHORTEST_PHONE, _LONGEST_PHONE = 8, 15


def parse(question: Question, text: str, *, today: date, language: str) -> Value:
    """The answer meant. Raises Refusal with a sentence that says what the question takes."""
    text = text.strip()
    if question.kind in _READERS:
        return _READERS[question.kind](question, text)
    if question.kind is Kind.DATE:
        return _day(text, today, language)
    if not text:
        raise Refusal("input-empty")
    if len(text) > question.limit:
        raise Refusal("input-too-long", limit=question.limit, length=len(text))
    return text


def _day(text: str, today: date, language: str) -> str:
    day = parse_day(text, today=today, language=language)
    if day is None:
        raise Refusal("answer-no-day")
    return day.isoformat()


def _one(question: Question, text: str) -> str:
    found = option(question, text)
    if found is None:
        raise Refusal("answer-no-option", count=len(question.options))
    return found


def _media(_question: Question, _text: str) -> Value:
    raise Refusal("answer-no-media")


def _number(text: str, least: int, most: int, refusal: str) -> int:
    if _INTEGER.fullmatch(text):
        value = int(re.split("[.,]", text)[0])
        if least <= value <= most:
            return value
    raise Refusal(refusal, least=least, most=most)


def fold(text: str) -> str:
    """Words as they are compared: case, spaces and the Russian yo make no difference."""
    return " ".join(text.casefold().replace("\u0451", "\u0435").split()).strip(" .")


def option(question: Question, text: str) -> str | None:
    """The key of the option meant by its number, its words or their beginning."""
    keys = list(question.options)
    if text.isascii() and text.isdecimal():
        place = int(text[:6])
        return keys[place - 1] if 1 <= place <= len(keys) else None
    said = fold(text)
    words = {
        key: {fold(words) for words in wording.languages.values()}
        for key, wording in question.options.items()
    }
    exact = [key for key in keys if said in words[key]]
    if exact:
        return exact[0]
    begun = [key for key in keys if any(word.startswith(said) for word in words[key])]
    return begun[0] if len(begun) == 1 and len(said) >= _FEWEST_LETTERS else None


def _several(question: Question, text: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in re.split(r"[\s,;]+", text) if _NUMBERS.fullmatch(text) else _BETWEEN.split(text):
        found.extend(_listed(question, part))
    chosen = tuple(key for key in question.options if key in found)
    if not chosen:
        raise Refusal("answer-no-options", count=len(question.options))
    return chosen


def _listed(question: Question, text: str) -> list[str]:
    """Options with commas between them; an option may have a comma of its own."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    found: list[str] = []
    at = 0
    while at < len(pieces):
        for end in range(len(pieces), at, -1):
            key = option(question, ", ".join(pieces[at:end]))
            if key is not None:
                found.append(key)
                at = end
                break
        else:
            raise Refusal("answer-no-options", count=len(question.options))
    return found


def phone(text: str) -> str:
    """A number in international form, "+79991234567". Raises Refusal."""
    digits = re.sub(r"\D", "", text)
    if _PHONE.fullmatch(text):
        if text.startswith("+") and _SHORTEST_PHONE <= len(digits) <= _LONGEST_PHONE:
            return f"+{digits}"
        if len(digits) == _RUSSIAN_DIGITS and digits[0] in "78":
            return f"+7{digits[1:]}"
        if len(digits) == _RUSSIAN_DIGITS - 1:
            return f"+7{digits}"
    raise Refusal("answer-no-phone")


_READERS: dict[Kind, Callable[[Question, str], Value]] = {
    Kind.SCALE: lambda _question, text: _number(text, SCALE[0], SCALE[-1], "answer-no-mark"),
    Kind.NUMBER: lambda question, text: _number(
        text, question.least, question.most, "answer-no-number"
    ),
    Kind.CHOICE: _one,
    Kind.YES_NO: _one,
    Kind.SEVERAL: _several,
    Kind.CONTACT: lambda _question, text: phone(text),
    Kind.MEDIA: _media,
}
