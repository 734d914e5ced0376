"""Reasons of a suggestion in the reader's words."""

from collections.abc import Iterable
from typing import Any

from core.translator import Words
from mentoring.matching.model import Reason
from mentoring.surveys import taxonomy

# Which list of the taxonomy the keys of a reason belong to.
_LISTS = {
    "key": "topics",
    "time": "times",
    "interests": "interests",
    "language": "languages",
    "place": "places",
}


_UNCHECKED = "unchecked-"


def lines(words: Words, reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """One row a reason, for `SayEach("match-reason", ...)`; all that was not checked is one."""
    told = list(reasons)
    found = [
        words.plain(f"match-{reason.key}", **_said(words, reason))
        for reason in told
        if not reason.key.startswith(_UNCHECKED)
    ]
    missing = [
        words.plain(f"match-{reason.key}") for reason in told if reason.key.startswith(_UNCHECKED)
    ]
    if missing:
        found.append(words.plain("match-unchecked", what=", ".join(missing)))
    return [{"reason": line} for line in found]


def _said(words: Words, reason: Reason) -> dict[str, Any]:
    if "keys" not in reason.args:
        return reason.args
    named = (_word(words, _LISTS.get(reason.key), key) for key in reason.args["keys"])
    return {"keys": ", ".join(named)}


def _word(words: Words, list_name: str | None, key: str) -> str:
    found = taxonomy.words(list_name, key) if list_name else None
    return found.to(words.language) if found else key
