"""Russian deadlines: a text in, a Deadline out. The grammar is in grammar.py and its neighbours."""

from mentoring.roadmaps.deadlines.model import (
    Basis,
    Deadline,
    Freq,
    Kind,
    Span,
    Warn,
    Window,
    YearContext,
    school_span,
)
from mentoring.roadmaps.deadlines.reading import read_deadline
from mentoring.roadmaps.deadlines.recurrence import occurrences

__all__ = [
    "Basis",
    "Deadline",
    "Freq",
    "Kind",
    "Span",
    "Warn",
    "Window",
    "YearContext",
    "occurrences",
    "read_deadline",
    "school_span",
]
