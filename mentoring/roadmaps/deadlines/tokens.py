"""Cuts a deadline into tokens and mends what a scanner broke."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mentoring.roadmaps.cleaning import clean, plain_dashes
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.mending import mend
from mentoring.roadmaps.deadlines.vocabulary import (
    CYRILLIC,
    DIGIT_LIKE,
    LATIN_TWINS,
    LETTERS,
    MONTH_NOMINATIVES,
    ORDINAL_ENDINGS,
    PLAINER,
    QUOTES,
    ROMAN,
    ROMAN_TWINS,
    SOFT_CASES,
    SOFT_NOMINATIVE,
    SUBSTITUTES,
    classify,
)

MAX_TOKENS = 300
"""Longer cells hold prose, not a deadline."""


@dataclass(frozen=True, slots=True)
class Token:
    """`value` is the number a token stands for; `glued` tells that no blank is before it."""

    kind: T
    text: str
    value: int = 0
    glued: bool = False
    mended: bool = False


_SCAN = re.compile(
    rf"""(?P<space>\s+)
    |(?P<blank>_{{2,}}|\.{{4,}})
    |(?P<time>\d{{1,2}}(?::\d\d|\.00)(?![\d.]))
    |(?P<roman>[ivx]{{1,4}}(?=-(?:{ORDINAL_ENDINGS})(?![{LETTERS}])))-[{CYRILLIC}]+
    |(?P<ordinal>\d{{1,2}}\s?-?\s?(?:{ORDINAL_ENDINGS})(?![{LETTERS}]))
    |(?P<number>[{DIGIT_LIKE}]*[0-9][{DIGIT_LIKE}]*(?![{LETTERS}{DIGIT_LIKE}])|\d+)
    |(?P<word>[{LETTERS}]+)
    |(?P<mark>.)""",
    re.VERBOSE,
)
_MARKS = {
    ".": T.DOT,
    ",": T.COMMA,
    ";": T.SEMI,
    ":": T.COLON,
    "-": T.DASH,
    "~": T.NOISE,
    "/": T.SLASH,
    "\\": T.SLASH,
    "(": T.LPAREN,
    ")": T.RPAREN,
    "[": T.LPAREN,
    "]": T.RPAREN,
    "+": T.AND,
    "&": T.AND,
}
_HAS_CYRILLIC = re.compile(f"[{CYRILLIC}]")


def tokenize(text: str) -> list[Token]:
    """The tokens of a deadline's text; never fails."""
    text = plain_dashes(clean(text)).lower().translate(PLAINER)
    text = mend(text)
    tokens = _mend_words(_mend_numbers(_scan(text)))
    return [_spelled(token) for token in tokens]


def _scan(text: str) -> list[Token]:
    tokens: list[Token] = []
    glued = False
    for match in _SCAN.finditer(text):
        found = match.group()
        kind = match.lastgroup
        if kind == "roman":
            found, kind = match["roman"], "word"
        if kind == "space" or found in QUOTES:
            glued = False
            continue
        if kind == "ordinal":
            digits = re.match(r"\d+", found)
            value = int(digits[0]) if digits else 0
            tokens.append(Token(T.ORDINAL, found, value, glued))
        elif kind == "number":
            tokens.append(_number(found, glued))
        elif kind in ("blank", "time"):
            tokens.append(Token(T.UNREADABLE if kind == "blank" else T.NOISE, found, 0, glued))
        elif kind == "word":
            tokens.append(_word(found, glued))
        elif not (found == "." and tokens and tokens[-1].text.isalpha()):
            tokens.append(Token(_MARKS.get(found, T.WORD), found, 0, glued))
        glued = True
        if len(tokens) > MAX_TOKENS:
            break
    return tokens


def _number(found: str, glued: bool) -> Token:
    digits = "".join(SUBSTITUTES.get(sign, sign) for sign in found)
    if not digits.isdecimal() or len(digits) > 4:
        return Token(T.UNREADABLE, found, 0, glued)
    value = int(digits)
    if len(digits) == 4:
        kind = T.YEAR if 1990 <= value <= 2100 else T.UNREADABLE
        return Token(kind, digits, value, glued, mended=digits != found)
    return Token(T.NUM, digits, value, glued, mended=digits != found)


def _word(found: str, glued: bool) -> Token:
    if found in ROMAN or found in ROMAN_TWINS:
        return Token(T.ROMAN, found, ROMAN.get(found) or ROMAN_TWINS[found], glued)
    word = found.translate(LATIN_TWINS) if _HAS_CYRILLIC.search(found) else found
    kind, value = classify(word)
    if kind is T.WORD and len(found) == 1:
        word = found.translate(LATIN_TWINS)
        kind, value = classify(word)
    return Token(kind, word, value, glued)


def _mend_numbers(tokens: list[Token]) -> list[Token]:
    """Puts together a year cut in two (`20 22`, `202 2`) and `twenty first`."""
    mended: list[Token] = []
    for token in tokens:
        before = mended[-1] if mended else None
        if before and before.kind is token.kind is T.NUM and not token.glued:
            joined = before.text + token.text
            if len(joined) == 4 and joined.startswith("20"):
                mended[-1] = Token(T.YEAR, joined, int(joined), before.glued, mended=True)
                continue
        if before and _completes(before, token):
            mended[-1] = replace(token, value=before.value + token.value)
            continue
        mended.append(token)
    return mended


def _completes(tens: Token, token: Token) -> bool:
    """Whether two words are one ordinal: `twenty first`."""
    words = tens.text.isalpha() and token.text.isalpha()
    return words and tens.value in (20, 30) and token.kind is T.ORDINAL and 0 < token.value < 10


def _mend_words(tokens: list[Token]) -> list[Token]:
    """Puts words cut by blanks together when their pieces make no sense of their own."""
    mended: list[Token] = []
    index = 0
    while index < len(tokens):
        size = _joinable(tokens, index)
        if size > 1:
            word = "".join(token.text for token in tokens[index : index + size])
            kind, value = classify(word)
            mended.append(Token(kind, word, value, tokens[index].glued, mended=True))
        else:
            mended.append(tokens[index])
        index += size
    return mended


def _joinable(tokens: list[Token], index: int) -> int:
    run = 0
    while index + run < len(tokens) and run < 12 and tokens[index + run].text.isalpha():
        run += 1
    for size in range(run, 1, -1):
        pieces = tokens[index : index + size]
        word = "".join(token.text for token in pieces)
        if 5 <= len(word) <= 16 and any(token.kind is T.WORD for token in pieces):
            kind, _ = classify(word)
            long_enough = kind is not T.RELATIVE or len(word) >= 9
            if kind not in (T.WORD, T.NOISE) and long_enough:
                return size
    return 1


def _spelled(token: Token) -> Token:
    """A month with one slip of the pen is that month, marked as mended."""
    if token.kind is not T.WORD or not 5 <= len(token.text) <= 10:
        return token
    for number, month in enumerate(MONTH_NOMINATIVES, start=1):
        stem = month.removesuffix(SOFT_NOMINATIVE)
        forms = [stem + case for case in SOFT_CASES] if stem != month else [month]
        if len(month) >= 6 and any(_one_slip(token.text, form) for form in forms):
            return replace(token, kind=T.MONTH, value=number, mended=True)
    return token


def _one_slip(word: str, form: str) -> bool:
    """Whether one letter is wrong, missing, extra, or two neighbours are swapped."""
    if abs(len(word) - len(form)) > 1:
        return False
    start = 0
    while start < min(len(word), len(form)) and word[start] == form[start]:
        start += 1
    rest, wanted = word[start:], form[start:]
    return (
        rest[1:] == wanted[1:]
        or rest[1:] == wanted
        or rest == wanted[1:]
        or (rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:])
    )
