"""Names of people, as much of them as a reader may see."""

import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("names.json")
_NUMBERED = re.compile(r"(?:\u2116|\bNo\.) \d+$")
_PART = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


@cache
def _vocabulary() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """Given names, endings of patronymics, endings of surnames."""
    # Read with the first name that needs it.
    import orjson  # noqa: PLC0415

    data = orjson.loads(_FILE.read_bytes())
    given = frozenset(" ".join(data["given"]).split())
    return given, _endings(data["patronymics"]), _endings(data["surnames"])


def _endings(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf".+(?:{'|'.join(words)})")


def _folded(word: str) -> str:
    return word.casefold().replace("\u0451", "\u0435")


def given_of(name: str) -> str | None:
    """The word of a full name that is the given one; None where that cannot be told.

    Russian rosters put the surname first ("Petrova Anna Sergeevna"), people put it last: a
    patronymic stands right behind the given name, else a known given name is one, else the word
    beside a surname's ending is.
    """
    parts = name.split()
    if len(parts) == 1:
        return parts[0]
    known, patronymics, surnames = _vocabulary()
    words = [_folded(part) for part in parts]
    for place in range(1, len(words)):
        if patronymics.fullmatch(words[place]):
            return parts[place - 1]
    named = [part for part, word in zip(parts, words, strict=True) if word in known]
    if len(named) == 1:
        return named[0]
    if len(words) != 2 or named:
        return None
    others = [part for part, word in zip(parts, words, strict=True) if not surnames.fullmatch(word)]
    return others[0] if len(others) == 1 else None


def is_numbered(name: str) -> bool:
    """Whether it says the number of a record in place of a name: whose it was is wiped."""
    return _NUMBERED.search(name) is not None


def initialled(name: str, given: str | None = None) -> str:
    """First name and the initial of the surname: how a minor stands in chats, lists and logs.

    `given` is the given name where it is known. Where it is not and cannot be told, only initials
    are left: an unusual surname must not be shown in full because it was taken for a name.
    """
    parts = name.split()
    if len(parts) < 2 or is_numbered(name):
        return name
    first = given if given in parts else given_of(name)
    if first is None:
        return " ".join(f"{part[0]}." for part in parts[:2])
    patronymics = _vocabulary()[1]
    place = parts.index(first)
    others = [
        part
        for number, part in enumerate(parts)
        if number != place and not (number == place + 1 and patronymics.fullmatch(_folded(part)))
    ]
    surname = next((part for part in others if _PART.match(part)), None)
    return f"{first} {surname[0]}." if surname else first
