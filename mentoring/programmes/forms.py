"""The forms of mentoring that are shipped, with their role models: data, not an enumeration.

An organisation may rename, hide and add forms of its own; these are what it begins with.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import orjson

_FILE = Path(__file__).with_name("forms.json")


@dataclass(frozen=True, slots=True)
class MentoringForm:
    """A form of mentoring: who is on which side, by which role models they may work."""

    key: str
    title: dict[str, str]
    # Who is on which side: pupil, student, teacher, employer. Questionnaires go by it.
    mentors: str
    mentees: str
    # Whether mentors (mentees) are as a rule of age.
    adult_mentors: bool
    adult_mentees: bool
    # Role models by language.
    models: dict[str, tuple[str, ...]]


@cache
def shipped() -> dict[str, MentoringForm]:
    """The forms by key, in the order of the file."""
    rows = orjson.loads(_FILE.read_bytes())
    return {
        row["key"]: MentoringForm(
            key=row["key"],
            title=row["title"],
            mentors=row["mentors"],
            mentees=row["mentees"],
            adult_mentors=row["adult_mentors"],
            adult_mentees=row["adult_mentees"],
            models={language: tuple(models) for language, models in row["models"].items()},
        )
        for row in rows
    }
