"""The line that is being read, as the rules leave it to one another."""

from dataclasses import dataclass, field

from mentoring.meetings.freetext.clauses import Span, without
from mentoring.meetings.freetext.model import Ask


@dataclass
class Line:
    """The line being read: `rest` has blanks where something was taken."""

    text: str
    rest: str
    # In lower case; and what stands beside the meeting in it.
    said: str
    asides: list[Span]
    # The mentees' names as they stand in the nominative.
    nominatives: frozenset[str]
    # In all cases.
    names: frozenset[str]
    asks: set[Ask] = field(default_factory=set)
    # Where lengths, days and mentees were found.
    lengths: list[Span] = field(default_factory=list)
    days: list[Span] = field(default_factory=list)
    people: list[Span] = field(default_factory=list)

    def take(self, start: int, end: int) -> None:
        self.rest = self.rest[:start] + " " * (end - start) + self.rest[end:]

    def beside(self, start: int) -> bool:
        """Whether this place is in no clause of the meeting itself."""
        return any(first <= start < end for first, end in self.asides)

    @property
    def core(self) -> str:
        """What is said of the meeting itself."""
        return without(self.said, self.asides)

    @property
    def core_rest(self) -> str:
        return without(self.rest, self.asides)
