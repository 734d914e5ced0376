"""What help is wanted and offered, free time, interests and the like: lists of options with keys.

Questions point at a list by its name, the bank and matching compare the keys. Keys are never
changed or given to something else; what is no longer offered gets `"for": []`.
"""

from functools import cache
from pathlib import Path

import orjson

from mentoring.surveys.questions import Wording

_FILE = Path(__file__).resolve().parent.parent.parent / "questionnaires" / "taxonomy.json"


@cache
def _lists() -> dict[str, dict[str, tuple[Wording, frozenset[str] | None]]]:
    read = orjson.loads(_FILE.read_bytes())
    return {
        name: {
            row["key"]: (
                Wording(row["text"]),
                frozenset(row["for"]) if "for" in row else None,
            )
            for row in rows
        }
        for name, rows in read.items()
    }


def options(name: str, mentees: str | None = None) -> dict[str, Wording]:
    """A list by its name, in the order in which it is offered. Raises KeyError.

    With `mentees` (pupil, student, teacher) only what concerns programmes for them.
    """
    return {
        key: words
        for key, (words, whom) in _lists()[name].items()
        if mentees is None or whom is None or mentees in whom
    }


def words(name: str, key: str) -> Wording | None:
    """What a key stands for, also when it is no longer offered; None for an unknown one."""
    found = _lists()[name].get(key)
    return found[0] if found else None
