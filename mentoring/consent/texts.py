"""The texts of consents: versioned files, with what the operator has decided about each version.

A file that was agreed to is never changed: a new wording is a new version (consents/README.md).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson
from dateutil.relativedelta import relativedelta

from mentoring.consent.rules import Channel, is_minor
from mentoring.roles import Role

DIRECTORY = Path(__file__).resolve().parent.parent.parent / "consents"
_DEFAULT_LANGUAGE = "ru"
_LONGEST_MONTHS = 120


class ConsentTextError(Exception):
    """A text or the settings are not what they should be; the message names the file."""


class Purpose(StrEnum):
    """What is consented to; each is a document of its own."""

    PROGRAMME = "programme"
    MENTOR = "mentor"
    PUBLICATION = "publication"


# Without these there is no taking part; publication is a free choice.
REQUIRED: dict[Role, tuple[Purpose, ...]] = {
    Role.MENTOR: (Purpose.PROGRAMME, Purpose.MENTOR),
    Role.MENTEE: (Purpose.PROGRAMME,),
}


@dataclass(frozen=True, slots=True)
class Text:
    """One version in one language; `summary` for the chat, `body` for the document."""

    title: str
    summary: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text: what counts as consent to it, for how long."""

    purpose: Purpose
    number: int
    adults: Channel
    minors: Channel
    months: int
    texts: dict[str, Text]

    def to(self, language: str | None) -> Text:
        """In the reader's language, else in the default one."""
        return self.texts.get(language or "") or self.texts[_DEFAULT_LANGUAGE]

    def channel(self, birth_year: int | None, today: date) -> Channel:
        """What counts for a person of this year: a button, or only paper."""
        return self.minors if is_minor(birth_year, today) else self.adults

    def until(self, given_on: date) -> date:
        """The last day on which a consent of that day holds."""
        return given_on + relativedelta(months=self.months)


Catalogue = dict[Purpose, tuple[Version, ...]]


def read(directory: Path = DIRECTORY) -> Catalogue:
    """All versions that hold, the newest of each last. Raises ConsentTextError."""
    place = "settings.json"
    try:
        settings = orjson.loads((directory / place).read_bytes())
        catalogue: Catalogue = {}
        for purpose in Purpose:
            versions = []
            for row in settings[purpose]:
                place = f"{purpose}-{row['version']}"
                versions.append(_version(directory, purpose, row))
            if not versions:
                raise ValueError(f"no version of {purpose}")
            catalogue[purpose] = tuple(sorted(versions, key=lambda version: version.number))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ConsentTextError(f"{directory / place}: {error}") from error
    return catalogue


def _version(directory: Path, purpose: Purpose, row: dict[str, Any]) -> Version:
    months = int(row["months"])
    if not 0 < months <= _LONGEST_MONTHS:
        raise ValueError(f"months: {months}")
    number = int(row["version"])
    texts = {
        path.suffixes[0].removeprefix("."): _text(path)
        for path in sorted(directory.glob(f"{purpose}-{number}.*.md"))
    }
    if _DEFAULT_LANGUAGE not in texts:
        raise ValueError(f"no text in {_DEFAULT_LANGUAGE}")
    return Version(purpose, number, Channel(row["adults"]), Channel(row["minors"]), months, texts)


def _text(path: Path) -> Text:
    head, rule, body = path.read_text(encoding="utf-8").partition("\n---\n")
    title, _, summary = head.strip().partition("\n")
    if not rule or not title.startswith("# ") or not summary.strip():
        raise ValueError("a title, a summary, --- and the full text are needed")
    paragraphs = tuple(part.strip() for part in body.split("\n\n") if part.strip())
    return Text(title.removeprefix("# ").strip(), summary.strip(), paragraphs)


class _Holder:
    """The catalogue in use: the shipped one unless the operator names another folder."""

    catalogue: Catalogue | None = None


def use(catalogue: Catalogue | None) -> None:
    """Work with these texts from now on; None: with the shipped ones."""
    _Holder.catalogue = catalogue


def catalogue() -> Catalogue:
    if _Holder.catalogue is None:
        _Holder.catalogue = read()
    return _Holder.catalogue


def newest(purpose: Purpose) -> Version:
    """The version that is offered now."""
    return catalogue()[purpose][-1]


def version(purpose: Purpose, number: int) -> Version | None:
    """A version that still holds."""
    return next((found for found in catalogue()[purpose] if found.number == number), None)


def filled(text: str, *, organisation: str, version: Version, until: str) -> str:
    """A text with its places filled in; braces that are no place stay."""
    places = {"organisation": organisation, "months": str(version.months), "until": until}
    for name, value in places.items():
        text = text.replace("{" + name + "}", value)
    return text
