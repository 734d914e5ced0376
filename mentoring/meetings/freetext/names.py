"""Russian names as they stand in a sentence: cases, short names, and who is meant by them."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("diminutives.txt")
_HUSHING = "жшчщц"
_HARD_BEFORE_I = "гкхжшчщ"
# Endings by the end of the name: (what is cut off, what is put on). The longest end decides.
_ENDINGS: tuple[tuple[str, int, str], ...] = (
    ("ский", 2, "ий ого ому им ом"),
    ("цкий", 2, "ий ого ому им ом"),
    ("ская", 2, "ая ой ую ою"),
    ("цкая", 2, "ая ой ую ою"),
    ("ова", 1, "а ой у ою ы е"),
    ("ева", 1, "а ой у ою ы е"),
    ("ина", 1, "а ой у ою ы е"),
    ("ов", 0, " а у ым е ом"),
    ("ев", 0, " а у ым е ом"),
    ("ин", 0, " а у ым е ом"),
    ("ия", 1, "я и ю ей ею"),
    ("ья", 1, "я и е ю ей ею"),
    ("ий", 1, "й я ю ем и е"),
    ("а", 1, "а ы и е у ой ою ей ею"),
    ("я", 1, "я и е ю ей ею"),
    ("й", 1, "й я ю ем е"),
    ("ь", 1, "ь я ю ем е и"),
    ("о", 0, ""),
    ("е", 0, ""),
    ("и", 0, ""),
    ("у", 0, ""),
)
# Names whose stem loses a vowel: Pavel -> Pavl-, Lev -> L'v-, Pyotr has none.
_FLEETING = {"павел": "павл", "лев": "льв", "любовь": "любов"}


def plain(text: str) -> str:
    """For comparing: lower case, the letter yo as ye."""
    return text.casefold().replace("\u0451", "\u0435")


@cache
def forms(name: str) -> frozenset[str]:
    """A name of one word in all cases, `plain`. A foreign-looking one has itself only."""
    word = plain(name)
    stem = _FLEETING.get(word)
    if stem is not None:
        return frozenset({word, *(stem + ending for ending in ["а", "у", "ом", "е", "и", "ью"])})
    for end, cut, endings in _ENDINGS:
        if word.endswith(end) and len(word) > len(end):
            base = word[: len(word) - cut] if cut else word
            return frozenset({word, *(base + ending for ending in endings.split(" "))})
    soft = "ем" if word[-1:] in _HUSHING else "ом"
    return frozenset({word, *(word + ending for ending in ("а", "у", soft, "е"))})


@cache
def _short_names() -> dict[str, tuple[str, ...]]:
    """Full name -> its short ones, all `plain`."""
    found = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        full, colon, short = line.partition(":")
        if colon and not line.startswith("#"):
            found[plain(full.strip())] = tuple(plain(name) for name in short.split())
    return found


# Behind the stem of a short name: Masha -> Mash-ka, Mash-ulya.
_FOND = "ка ька енька онька очка ечка уня юня уля юля уха юха уша юша утка ютка ик"


def _fond(short: str) -> list[str]:
    """What a short name becomes among friends."""
    if short[-1:] not in {"а", "я"} or len(short) < 3:
        return []
    # A soft stem hardens before none of them but the first: "San'ka" is no sledge.
    return [short[:-1] + end for end in _FOND.split() if short[-1] == "а" or end != "ка"]


@cache
def as_called(name: str) -> frozenset[str]:
    """Every word by which somebody of this full name may be called, as it stands for a subject."""
    words = [word.strip(".") for word in plain(name).replace("-", " ").split()]
    short = (short for word in words for short in _short_names().get(word, ()))
    everything = [word for word in (*words, *short) if len(word) > 1]
    return frozenset(everything).union(*map(_fond, everything))


@cache
def called(name: str) -> frozenset[str]:
    """The same in all cases."""
    return frozenset().union(*map(forms, as_called(name)))


@cache
def first_names() -> frozenset[str]:
    """All first names known at all: whoever is meant may not be one's own mentee."""
    known = [name for full, short in _short_names().items() for name in (full, *short)]
    return frozenset(known).union(*map(_fond, known))


@cache
def any_name() -> frozenset[str]:
    """The same in all cases."""
    return frozenset().union(*map(forms, first_names()))
