"""Words of requests and competences, made comparable: stems, with slips of the pen mended."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer
from rapidfuzz import fuzz, process

_WORD = re.compile(r"[^\W\d_]{3,}")
_STOPWORDS = Path(__file__).with_name("stopwords.txt")
# A stem so alike to a known one is taken for it; shorter ones are too easily something else.
_ALIKE = 85
_LONG_ENOUGH = 5


@cache
def _stopwords() -> frozenset[str]:
    """Words that say nothing of what is asked: `help`, `want`, prepositions."""
    return frozenset(_STOPWORDS.read_text(encoding="utf-8").split())


@cache
def _stem(word: str) -> str:
    stemmer = snowballstemmer.stemmer("english" if word.isascii() else "russian")
    stem: str = stemmer.stemWord(word)
    return stem


def _folded(text: str) -> str:
    return text.casefold().replace("\u0451", "\u0435")


def stem_of(word: str) -> str:
    """What a word is in all its cases."""
    return _stem(_folded(word))


@lru_cache(maxsize=50_000)
def stems(text: str) -> frozenset[str]:
    """The stems of the telling words of a text."""
    words = _WORD.findall(_folded(text))
    return frozenset(_stem(word) for word in words if word not in _stopwords())


def mended(unknown: Iterable[str], known: Sequence[str]) -> dict[str, str]:
    """For stems that nobody else uses, the known one they are a slip of (if any)."""
    found = {}
    for stem in sorted(unknown):
        if len(stem) >= _LONG_ENOUGH:
            best = process.extractOne(stem, known, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if best is not None and len(best[0]) >= _LONG_ENOUGH:
                found[stem] = best[0]
    return found
