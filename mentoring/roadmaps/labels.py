"""What is said behind an activity in so many words: "Срок: ..., Ответственный: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mentoring.roadmaps import vocabulary as words

_LABEL = re.compile(
    r"(?:^|(?<=[\s(;,.]))(?:"
    r"(?P<term>(?<!в\s)срок[иа]?(?:\s+(?:исполнения|выполнения|реализации|проведения|сдачи))?\s*[:–—-]\s*"
    # "в срок до" goes on with a sentence, and begins nothing.
    r"|(?<!в\s)срок\s+(?=до\b|с\b|по\b|не\b|\d))"
    r"|(?P<who>отв\.\s*(?:исп\.|лицо|за\s+\w+)?\s*[:–—-]?\s*"
    r"|(?:ответственн\w+|исполнител[ьи])(?:\s+(?:исполнител\w+|лиц\w+|за\s+исполнение|за\s+"
    r"выполнение))?\s*[:–—-]\s*)"
    r"|(?P<result>(?:ожидаемый\s+|планируемый\s+)?результат\w*\s*[:–—-]\s*"
    r"|(?:отч[её]тный\s+|подтверждающий\s+)?документ\w*\s*[:–—-]\s*|форма\s+отч[её]т\w+\s*[:–—-]\s*)"
    r")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what its labels say; empty where there is none."""

    text: str
    term: str = ""
    who: str = ""
    result: str = ""

    @property
    def any(self) -> bool:
        return bool(self.term or self.who or self.result)


def labelled(text: str) -> Labelled:
    """The text up to its first label, and the labels' values."""
    marks = list(_LABEL.finditer(text))
    if not marks:
        return Labelled(text)
    found: dict[str, str] = {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        kind = mark.lastgroup or ""
        value = _tidy(text[mark.end() : end], keep_dot=kind == "who")
        found[kind] = f"{found[kind]}; {value}" if found.get(kind) else value
    return Labelled(text[: marks[0].start()].rstrip(), **found)


def _tidy(value: str, *, keep_dot: bool) -> str:
    value = value.strip(" ;,\n")
    if value.count(")") > value.count("("):
        value = value.rstrip(" .;")
        value = value[: value.rindex(")")] + value[value.rindex(")") + 1 :]
    if keep_dot and words.ENDS_WITH_INITIAL.search(value):
        return value
    value = value.strip(" ;,\n(")
    return value if value.endswith("г.") else value.rstrip(" .")
