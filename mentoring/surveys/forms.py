"""The forms of surveys: files in questionnaires/, read once.

A form file is never changed after it was used: a new wording is a new version, so that old answers
keep their questions. Keys of questions stay the same over versions and from the entry form to the
exit form, so that before and after can be compared.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from mentoring.roles import Role

DIRECTORY = Path(__file__).resolve().parent.parent.parent / "questionnaires"
SCALE = range(1, 11)
TEXT_LIMIT = 1000
_DEFAULT_LANGUAGE = "ru"


class FormError(Exception):
    """A form file is not what it should be; the message names the file and the place."""


class Kind(StrEnum):
    """How a question is answered: a mark from 1 to 10, one of its options, own words."""

    SCALE = "scale"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in several languages."""

    languages: dict[str, str]

    def to(self, language: str | None) -> str:
        """In the reader's language, else in the default one."""
        return self.languages.get(language or "") or self.languages[_DEFAULT_LANGUAGE]


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `options` (key to words) belong to a choice."""

    key: str
    kind: Kind
    required: bool
    # Two or three words for lists; `text` is what is asked.
    name: Wording
    text: Wording
    options: dict[str, Wording]

    def takes(self, value: int | str) -> bool:
        """Whether this can be an answer to it."""
        if self.kind is Kind.SCALE:
            return isinstance(value, int) and value in SCALE
        if self.kind is Kind.CHOICE:
            return value in self.options
        return isinstance(value, str) and 0 < len(value) <= TEXT_LIMIT


@dataclass(frozen=True, slots=True)
class Form:
    """A form with the questions of each role, in their order."""

    key: str
    version: int
    title: Wording
    roles: dict[Role, tuple[Question, ...]]

    @property
    def id(self) -> str:
        """What a survey remembers: key and version."""
        return f"{self.key}-{self.version}"

    def question(self, role: Role, key: str) -> Question | None:
        return next((found for found in self.roles.get(role, ()) if found.key == key), None)


@cache
def forms(directory: Path = DIRECTORY) -> dict[str, Form]:
    """All forms by id ("entry-1"). Raises FormError."""
    read = [_form(path) for path in sorted(directory.glob("*.json"))]
    return {form.id: form for form in read}


def newest(directory: Path = DIRECTORY) -> list[Form]:
    """Of each form the latest version: what can be assigned now."""
    by_version = sorted(forms(directory).values(), key=lambda form: form.version)
    return sorted({form.key: form for form in by_version}.values(), key=lambda form: form.key)


def _form(path: Path) -> Form:
    try:
        content = orjson.loads(path.read_bytes())
        form = Form(
            key=content["key"],
            version=int(content["version"]),
            title=_wording(content["title"]),
            roles={
                Role(role): tuple(_question(row) for row in rows)
                for role, rows in content["roles"].items()
            },
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormError(f"{path.name}: {type(error).__name__}: {error}") from error
    if form.id != path.stem:
        raise FormError(f"{path.name}: key and version make {form.id}")
    for role, questions in form.roles.items():
        keys = [question.key for question in questions]
        if not keys or len(set(keys)) != len(keys):
            raise FormError(f"{path.name}: {role}: no questions, or two with the same key")
    return form


def _question(row: dict[str, Any]) -> Question:
    kind = Kind(row["kind"])
    options = {option["key"]: _wording(option["text"]) for option in row.get("options", [])}
    if bool(options) != (kind is Kind.CHOICE):
        raise ValueError(f"{row['key']}: options belong to a choice, and a choice needs them")
    return Question(
        key=row["key"],
        kind=kind,
        required=bool(row.get("required", True)),
        name=_wording(row["name"]),
        text=_wording(row["text"]),
        options=options,
    )


def _wording(texts: dict[str, str]) -> Wording:
    if not isinstance(texts, dict) or not texts.get(_DEFAULT_LANGUAGE):
        raise ValueError(f"no text in {_DEFAULT_LANGUAGE}")
    return Wording(texts)
