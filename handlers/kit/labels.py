"""Names short enough for a button."""

# Two names and a dash stand side by side on a small phone.
HALF = 14
WHOLE = 26


def capital(name: str) -> str:
    """As a button begins."""
    return name[:1].upper() + name[1:]


def shortened(name: str, limit: int) -> str:
    """At most `limit` characters, cut behind a whole word where one fits."""
    if len(name) <= limit:
        return name
    words = name[: limit - 1].rsplit(" ", 1)
    head = words[0] if len(words[0]) > limit // 2 else name[: limit - 1]
    return f"{head.rstrip()}…"
