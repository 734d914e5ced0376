"""Names short enough for a button."""

import re

# Two names and a dash stand side by side on a small phone.
HALF = 14
WHOLE = 26
# What tells schools of one name apart stands far behind: "Secondary school No. 2 named after ...".
_NUMBER = re.compile(r"(?:№|No\.)\s?\d[\w/-]*")


def capital(name: str) -> str:
    """As a button begins."""
    return name[:1].upper() + name[1:]


def shortened(name: str, limit: int) -> str:
    """At most `limit` characters, cut behind a whole word where one fits; a number stays."""
    number = _NUMBER.search(name)
    if number is None or number.end() < limit or len(name) <= limit or len(number[0]) > limit // 2:
        return _cut(name, limit)
    head = _cut(name[: number.start()].rstrip(), limit - len(number[0]) - 1)
    return f"{head} {number[0]}"


def _cut(name: str, limit: int) -> str:
    if len(name) <= limit:
        return name
    words = name[: limit - 1].rsplit(" ", 1)
    head = words[0] if len(words[0]) > limit // 2 else name[: limit - 1]
    return f"{head.rstrip()}…"
