"""What a line says of the meeting itself, and what it says beside that.

A day, a denial or a plan beside the meeting ("she told how she was ill on Saturday") is of
something else: it stays in the note, unless the meeting's own words leave the day open.
"""

from collections.abc import Iterator, Set
from re import finditer

from mentoring.meetings.freetext import doubt_words, vocabulary

Span = tuple[int, int]


def asides(said: str, names: Set[str]) -> list[Span]:
    """The clauses of a line in lower case that tell neither whom it is about nor how long.

    The first one is of the meeting always; so is one that consists of a day and small words.
    """
    pieces = list(_pieces(said))
    return [
        (start, end)
        for place, (start, end) in enumerate(pieces)
        if place and _is_aside(said[start:end], names)
    ]


def _pieces(said: str) -> Iterator[Span]:
    start = 0
    for match in doubt_words.BREAK.finditer(said):
        if start and match[0][1:2].isalpha() and len(said[start : match.start()].split()) < 3:
            # "Tomorrow she writes": a day, and whose it is.
            continue
        if match.start() > start:
            yield start, match.start()
            start = match.start()
    if start < len(said):
        yield start, len(said)


def _is_aside(piece: str, names: Set[str]) -> bool:
    if {match[0] for match in finditer(r"\w+", piece)} & names:
        return False
    of_it = (
        vocabulary.EVERYBODY,
        doubt_words.OF_MEETING,
        doubt_words.LONE_NUMBER,
        *(vocabulary.SPANS[name] for name in vocabulary.LENGTH_SPANS),
    )
    if any(pattern.search(piece) for pattern in of_it):
        return False
    left = piece
    for name in vocabulary.DAY_SPANS:
        left = vocabulary.SPANS[name].sub(" ", left)
    return left.strip() != "" and vocabulary.HANGING_START.fullmatch(left) is None


def without(said: str, spans: list[Span]) -> str:
    """The line with blanks for the spans."""
    for start, end in spans:
        said = said[:start] + " " * (end - start) + said[end:]
    return said
