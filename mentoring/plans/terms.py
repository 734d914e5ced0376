"""A line with its term as people write it: "an open lesson by 12.12"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentoring.meetings.freetext.moments import read_moment

_BY = re.compile(
    r"[\s,;:(\u2013\u2014-]+(?:до|к|не позднее|срок|by|until|till|before)[\s:]+", re.IGNORECASE
)
_TAIL = re.compile(r"\s*(?:года|г\.?)?[\s).!]*$", re.IGNORECASE)
_PARTS = re.compile(r"[;\n]+")


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be done; `due_on`: the term, where one was written."""

    title: str
    due_on: date | None = None


def read_line(text: str, *, today: date, language: str) -> Said:
    """One line with its term at the end. What is no term stays part of the words."""
    text = " ".join(text.split())
    for found in reversed(list(_BY.finditer(text))):
        title, said = text[: found.start()], _TAIL.sub("", text[found.end() :])
        moment = read_moment(said, today=today, language=language)
        if title and moment is not None and moment.day is not None:
            return Said(title.rstrip(" ,;:."), moment.day)
    return Said(text)


def read_tasks(text: str, *, today: date, language: str) -> Iterator[Said]:
    """The tasks in what was agreed upon: the parts that have a term."""
    for part in _PARTS.split(text):
        said = read_line(part, today=today, language=language)
        if said.due_on is not None:
            yield said
