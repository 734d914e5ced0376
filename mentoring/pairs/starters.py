"""Conversation starters that are shipped, by form of mentoring: data beside this file."""

from functools import cache
from pathlib import Path

import orjson

_FILE = Path(__file__).with_name("starters.json")
COUNT = 3


@cache
def _all() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = orjson.loads(_FILE.read_bytes())
    return found


def shipped(form: str, language: str) -> list[str]:
    """Three of them; for an unknown form those that fit any."""
    words = _all().get(form) or _all()[""]
    return words.get(language) or words["ru"]
