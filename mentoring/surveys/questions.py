"""One question of a form: how it is asked, what it takes, when it applies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

SCALE = range(1, 11)
SHORT_LIMIT = 120
TEXT_LIMIT = 1000
DEFAULT_LANGUAGE = "ru"

# An answer: a number or mark (and the id of a kept file), words, or the keys of several options;
# a day is an ISO date. A skipped question is answered with nothing.
Value = int | str | tuple[str, ...] | None


class Kind(StrEnum):
    """How a question is answered."""

    # A mark from 1 to 10.
    SCALE = "scale"
    # One of its options.
    CHOICE = "choice"
    # Some of its options.
    SEVERAL = "several"
    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"
    # One line of own words.
    SHORT = "short"
    # Own words.
    TEXT = "text"
    # A voice message or a photo.
    MEDIA = "media"
    # A phone number, typed or from a shared contact.
    CONTACT = "contact"


WITH_OPTIONS = frozenset({Kind.CHOICE, Kind.SEVERAL, Kind.YES_NO})
# What a condition may look at: answers short enough to be remembered while the form is filled in.
DECIDING = WITH_OPTIONS | {Kind.SCALE, Kind.NUMBER}
_WORDS = frozenset({Kind.SHORT, Kind.TEXT, Kind.CONTACT})
_LIMITS = {Kind.SHORT: SHORT_LIMIT, Kind.TEXT: TEXT_LIMIT}


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in several languages."""

    languages: dict[str, str]

    def to(self, language: str | None) -> str:
        """In the reader's language, else in the default one."""
        return self.languages.get(language or "") or self.languages[DEFAULT_LANGUAGE]


class Operator(StrEnum):
    """How a condition compares."""

    IS = "is"
    IS_NOT = "is not"
    # The chosen options have this one among them.
    HAS = "has"
    LESS = "less"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Condition:
    """Asked only when an earlier question was answered so."""

    question: str
    operator: Operator
    value: int | str

    def holds(self, answer: Value) -> bool:
        """An unanswered question fulfils no condition."""
        if answer is None:
            return False
        match self.operator:
            case Operator.IS:
                return answer == self.value
            case Operator.IS_NOT:
                return answer != self.value
            case Operator.HAS:
                return isinstance(answer, tuple) and self.value in answer
        if not isinstance(answer, int) or not isinstance(self.value, int):
            return False
        return answer < self.value if self.operator is Operator.LESS else answer > self.value

    def fits(self, asked: "Question") -> bool:
        """Whether it makes sense of this question."""
        numeric = asked.kind in {Kind.SCALE, Kind.NUMBER}
        if self.operator is Operator.HAS:
            return asked.kind is Kind.SEVERAL and self.value in asked.options
        if self.operator in {Operator.LESS, Operator.MORE}:
            return numeric and isinstance(self.value, int)
        return asked.kind in DECIDING - {Kind.SEVERAL} and asked.takes(self.value)


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `options` (key to words) belong to those answered by options."""

    key: str
    kind: Kind
    required: bool
    # Two or three words for lists; `text` is what is asked.
    name: Wording
    text: Wording
    options: dict[str, Wording] = field(default_factory=dict)
    # Of a number, both included.
    least: int = 0
    most: int = 1000
    # The heading it stands under; the same object for all questions of a section.
    section: Wording | None = None
    condition: Condition | None = None

    @property
    def limit(self) -> int:
        """How many characters own words may have."""
        return _LIMITS.get(self.kind, SHORT_LIMIT)

    def takes(self, value: Value) -> bool:
        """Whether this can be an answer to it."""
        if isinstance(value, tuple):
            chosen = set(value)
            fits = bool(chosen) and len(chosen) == len(value) and chosen <= set(self.options)
            return self.kind is Kind.SEVERAL and fits
        if isinstance(value, int):
            return not isinstance(value, bool) and value in self._numbers()
        if self.kind in {Kind.CHOICE, Kind.YES_NO}:
            return value in self.options
        if self.kind is Kind.DATE:
            return value is not None and _is_day(value)
        return self.kind in _WORDS and value is not None and 0 < len(value) <= self.limit

    def _numbers(self) -> range:
        match self.kind:
            case Kind.SCALE:
                return SCALE
            case Kind.NUMBER:
                return range(self.least, self.most + 1)
            case Kind.MEDIA:
                return range(1, 2**63)
        return range(0)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def applying(questions: Iterable[Question], answers: Mapping[str, Value]) -> list[Question]:
    """The questions that are asked of somebody who has answered so.

    An answer whose own question has fallen away fulfils no condition.
    """
    found: list[Question] = []
    counted: dict[str, Value] = {}
    for question in questions:
        condition = question.condition
        if condition is None or condition.holds(counted.get(condition.question)):
            found.append(question)
            counted[question.key] = answers.get(question.key)
    return found


def deciding(questions: Iterable[Question]) -> set[str]:
    """The keys of the questions that conditions of others look at."""
    return {question.condition.question for question in questions if question.condition}
