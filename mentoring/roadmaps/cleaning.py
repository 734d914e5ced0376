"""Takes out of a text what scanners, converters and word processors left in it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
_HTML_BREAK = re.compile(r"<(?:br\s*/?|/p|/li|/div)>", re.IGNORECASE)
_FIELD = re.compile(r"\[(?:bookmark|link|image|pic)\s*:?[^\]]*\]", re.IGNORECASE)
_DASHES = re.compile("[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc\ufffd\ue000-\uf8ff]"
)
_MARKS = re.compile(
    "[\u2713\u2714\u2705\u2611\u2610\u25a1\u25a0\u25aa\u25ab\u25cf\u25cb\u25e6\u2756\u27a2]"
)
_BLANKS = re.compile(r"[^\S\n]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@lru_cache(maxsize=512)  # a row's cells are looked at several times
def clean(text: str) -> str:
    """The text without markup, marks and control characters; its lines are kept."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _HTML_BREAK.sub("\n", text)
    text = _FIELD.sub(" ", _HTML.sub(" ", text)).replace("**", "").replace("&nbsp;", " ")
    text = _CONTROL.sub(" ", _MARKS.sub(" ", _INVISIBLE.sub("", text)))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """The cleaned text on a single line."""
    return " ".join(clean(text).split())


def plain_dashes(text: str) -> str:
    """Every kind of dash as a hyphen."""
    return _DASHES.sub("-", text)
