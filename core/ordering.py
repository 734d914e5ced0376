"""The order people put names in."""

import re

_PARTS = re.compile(r"(\D*)(\d*)")


def natural(name: str) -> list[tuple[str, int]]:
    """A key to sort names by: school No. 2 comes before school No. 11."""
    return [(words, int(number or 0)) for words, number in _PARTS.findall(name.casefold())]
