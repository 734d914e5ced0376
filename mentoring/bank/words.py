"""Words as they are searched for: without case, without the dots of a Russian letter."""

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
# A word is found by its beginning; more than this tells nothing more apart.
_LONGEST = 40
_MOST_WORDS = 8


def folded(text: str) -> str:
    """Lower case, one letter for two that are written alike: how names are compared."""
    return " ".join(_WORD.findall(text.casefold().replace("\u0451", "\u0435")))


def search_text(parts: Iterable[str]) -> str:
    """What `wanted` looks in: each word of the parts once, each behind a space."""
    words = dict.fromkeys(word for part in parts for word in folded(part).split())
    return "".join(f" {word[:_LONGEST]}" for word in words)


def wanted(query: str) -> list[str]:
    """The beginnings of words that must all be there: stems, so that a word in another case or
    number is found too."""
    words = folded(query).split()[:_MOST_WORDS]
    return [_stem(word[:_LONGEST]) for word in words]


@lru_cache(maxsize=10_000)
def _stem(word: str) -> str:
    if not word.isalpha():
        return word
    stemmer = snowballstemmer.stemmer("english" if word.isascii() else "russian")
    stem: str = stemmer.stemWord(word)
    # A stem of nothing would find everybody.
    return stem or word
