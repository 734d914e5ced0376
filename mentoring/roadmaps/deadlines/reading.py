"""From the text of a deadline to the deadline."""

from __future__ import annotations

from mentoring.roadmaps.deadlines.calendar import ImpossibleDate
from mentoring.roadmaps.deadlines.compose import compose
from mentoring.roadmaps.deadlines.grammar import parse
from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.mending import is_unset
from mentoring.roadmaps.deadlines.model import Deadline, Kind, Warn, YearContext
from mentoring.roadmaps.deadlines.tokens import MAX_TOKENS, tokenize

_ORNAMENTS = frozenset((T.DASH, T.DOT, T.COMMA, T.SEMI, T.LPAREN, T.RPAREN, T.SLASH, T.COLON))


def read_deadline(text: str, *, context: YearContext) -> Deadline:
    """What a deadline says; never raises.

    What cannot be read whole is `unknown` with a warning: a wrong date is worse than none.
    """
    tokens = tokenize(text)
    if is_unset(text):
        return Deadline(Kind.NONE)
    if all(token.kind in _ORNAMENTS for token in tokens):
        said = not tokens and any(map(str.isalnum, text))  # an hour, and no day
        return Deadline(Kind.UNKNOWN, warnings=(Warn.UNREAD,)) if said else Deadline(Kind.NONE)
    if len(tokens) > MAX_TOKENS:
        return Deadline(Kind.UNKNOWN, warnings=(Warn.UNREAD,))
    reading = parse(tokens)
    if reading.unread_terms:
        return Deadline(Kind.UNKNOWN, warnings=(Warn.UNREAD,))
    try:
        return compose(reading, context)
    except ImpossibleDate:
        return Deadline(Kind.UNKNOWN, warnings=(Warn.IMPOSSIBLE_DATE,))


def is_single(text: str) -> bool:
    """Whether a text is one whole deadline: read to the end, with no second date beside it."""
    tokens = tokenize(text)
    if not tokens or len(tokens) > MAX_TOKENS:
        return False
    reading = parse(tokens)
    said = reading.recurs or reading.stretches or reading.continuous or reading.relative
    unread = reading.unread_terms or reading.unread_words
    return bool(said) and not unread and len(reading.stretches) < 2


def stretches_in(text: str) -> int:
    """How many dates or stretches a deadline names one beside the other."""
    tokens = tokenize(text)
    return len(parse(tokens).stretches) if len(tokens) <= MAX_TOKENS else 0
