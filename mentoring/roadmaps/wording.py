"""Texts of documents made to fit where they are shown."""

# What one screen shows of an activity's title, a deadline's source text, an expected document.
TITLE_LIMIT = 700
SOURCE_LIMIT = 300
RESULT_LIMIT = 400
# What stands above a screen of a roadmap's own title, often half a page long.
HEAD_LIMIT = 160
# What one line of a list shows.
LINE_LIMIT = 80


def clip(text: str, limit: int) -> str:
    """One line of at most `limit` characters, cut between words where there are any."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    whole = cut.rpartition(" ")[0]
    return (whole if len(whole) > limit // 2 else cut).rstrip(" ,.;:-") + "…"
